/** A good order of many nodes: a greedy one, then single nodes moved for as long as that helps. */

/**
 * An order in which arcs from later to earlier nodes weigh little; not always the least.
 *
 * Sinks go to the end, sources to the front, else the node that pays most beyond what it gets goes to the
 * front (ties by number). Then each node moves to its best place until none gains.
 *
 * @param weights row pays column.
 * @remarks O(s^2) for the greedy order and for each round of moves; rounds end because the weight falls.
 * @see Eades, Lin & Smyth, Inf Process Lett 47 (1993) 319.
 */
export function goodOrder(weights: readonly Float64Array[]): number[] {
  return moved(greedy(weights), weights);
}

function greedy(weights: readonly Float64Array[]): number[] {
  const left = new Set(weights.keys());
  const front: number[] = [];
  const back: number[] = [];
  const sums = (v: number) => {
    let out = 0;
    let into = 0;
    for (const u of left) {
      out += weights[v]?.[u] ?? 0;
      into += weights[u]?.[v] ?? 0;
    }
    return { out, into };
  };
  while (left.size > 0) {
    let choice = -1;
    let most = Number.NEGATIVE_INFINITY;
    let isSink = false;
    for (const v of left) {
      const { out, into } = sums(v);
      if (out === 0 || into === 0) {
        choice = v;
        isSink = out === 0;
        break;
      }
      if (out - into > most) {
        most = out - into;
        choice = v;
      }
    }
    left.delete(choice);
    if (isSink) back.unshift(choice);
    else front.push(choice);
  }
  return [...front, ...back];
}

function moved(start: readonly number[], weights: readonly Float64Array[]): number[] {
  const order = [...start];
  const total = weights.reduce((sum, row) => sum + row.reduce((a, b) => a + b, 0), 0);
  const least = total * 1e-12;
  for (let helped = true; helped; ) {
    helped = false;
    for (let v = 0; v < order.length; v++) {
      const from = order.indexOf(v);
      const { to, gain } = bestPlace(order, from, weights);
      if (gain <= least) continue;
      order.splice(from, 1);
      order.splice(to, 0, v);
      helped = true;
    }
  }
  return order;
}

/** Where the node at a place would better stand, and the weight that saves. */
function bestPlace(
  order: readonly number[],
  from: number,
  weights: readonly Float64Array[],
): { to: number; gain: number } {
  const v = order[from] as number;
  let to = from;
  let gain = 0;
  const walk = (step: 1 | -1) => {
    let sum = 0;
    for (let i = from + step; i >= 0 && i < order.length; i += step) {
      const u = order[i] as number;
      const forth = weights[v]?.[u] ?? 0;
      const back = weights[u]?.[v] ?? 0;
      // Past u to the right, v's arc to u turns backward and u's arc to v forward; to the left the reverse.
      sum += step === 1 ? back - forth : forth - back;
      if (sum > gain) {
        gain = sum;
        to = i;
      }
    }
  };
  walk(1);
  walk(-1);
  return { to, gain };
}
