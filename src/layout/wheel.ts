/** The order of the hubs on the wheel: a search from fixed starts, so that the same facts give the same wheel. */
import type { WheelCost } from "./wheel-cost.js";

const STARTS = 24;
/** A smaller gain is rounding, not gain. */
const LEAST_GAIN = 1e-9;
/** A new order must be this much cheaper before an old one is given up: readers have learnt the places. */
const CHANGE_IS_WORTH = 0.03;

/**
 * The cheapest order found: the hub at each place, clockwise from the top. Each of 24 starts is improved
 * by moving one hub or swapping two until neither helps; the lowest cost wins, then the earlier start.
 *
 * @param previous those hubs that an older wheel had, in its order, to start from too; what becomes of it is
 * kept unless the best is over 3 % cheaper.
 */
export function orderWheel(cost: WheelCost, previous: readonly number[] = []): readonly number[] {
  let best: number[] = [];
  let lowest = Number.POSITIVE_INFINITY;
  for (let k = 0; k < STARTS; k++) {
    const order = improved(start(cost.n, k), cost);
    const of = cost.of(order);
    if (of < lowest - LEAST_GAIN) {
      best = order;
      lowest = of;
    }
  }
  if (previous.length === 0) return best;
  const kept = improved(completed(previous, cost), cost);
  return lowest < cost.of(kept) * (1 - CHANGE_IS_WORTH) ? best : kept;
}

/** The k-th start: the hubs in the order of a hash (Knuth's multiplicative one) of their numbers. */
function start(n: number, k: number): number[] {
  // At most 14 · 47 · 2^32: exact in a double.
  const hash = (i: number) => ((i + 1) * (2 * k + 1) * 2654435761) % 2 ** 32;
  return Array.from({ length: n }, (_, i) => i).sort((a, b) => hash(a) - hash(b) || a - b);
}

/** An older order with each newer hub where it costs least. */
function completed(previous: readonly number[], cost: WheelCost): number[] {
  const order = [...previous];
  const missing = Array.from({ length: cost.n }, (_, i) => i).filter((hub) => !order.includes(hub));
  for (let hub = missing.shift(); hub !== undefined; hub = missing.shift()) {
    const added = hub;
    const candidates = Array.from({ length: order.length + 1 }, (_, place) =>
      order.toSpliced(place, 0, added),
    );
    const costs = candidates.map((candidate) => cost.of([...candidate, ...missing]));
    const cheapest = candidates[costs.indexOf(Math.min(...costs))] ?? [...order, added];
    order.splice(0, order.length, ...cheapest);
  }
  return order;
}

/** Takes the first neighbour that is cheaper, again and again, until none is. */
function improved(order: number[], cost: WheelCost): number[] {
  let current = order;
  let lowest = cost.of(current);
  for (
    let next = firstBetter(current, lowest, cost);
    next !== null;
    next = firstBetter(current, lowest, cost)
  ) {
    current = next;
    lowest = cost.of(next);
  }
  return current;
}

function firstBetter(order: readonly number[], than: number, cost: WheelCost): number[] | null {
  for (let i = 0; i < order.length; i++) {
    for (let j = 0; j < order.length; j++) {
      if (i === j) continue;
      const moved = [...order];
      moved.splice(j, 0, ...moved.splice(i, 1));
      if (cost.of(moved) < than - LEAST_GAIN) return moved;
      if (j < i) continue;
      const swapped = [...order];
      [swapped[i], swapped[j]] = [order[j] as number, order[i] as number];
      if (cost.of(swapped) < than - LEAST_GAIN) return swapped;
    }
  }
  return null;
}
