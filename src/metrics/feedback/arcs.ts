/** The least weight of arcs whose removal leaves a graph without loops. Numbers in, numbers out. */
import { strongComponents } from "../../loops/components.js";
import { exactOrder, MOST_EXACT } from "./exact-order.js";
import { goodOrder } from "./good-order.js";
import { loopPacking } from "./packing.js";

/** One arc between numbered nodes; `weight` is not negative. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

export interface FeedbackArcSet {
  /** The places of the removed arcs in the list given, rising. */
  readonly removed: readonly number[];
  readonly weight: number;
  /** Whether no lighter set exists; known for strong components of at most `MOST_EXACT` nodes. */
  readonly exact: boolean;
  /** No set is lighter than this; `weight` itself when exact. */
  readonly lowerBound: number;
}

/**
 * Minimum feedback arc set, strong component by strong component: every order of the nodes removes the arcs
 * that run against it, and the best order removes the least. Self arcs are always removed.
 *
 * @param nodes how many there are; arcs name them from 0.
 * @remarks Exact in O(2^s s) time and 2^s doubles for a component of s <= 20; above that Eades, Lin and Smyth's
 * order, moved until no single move helps, beside a lower bound from loops that share no weight.
 * @see Eades, Lin & Smyth, Inf Process Lett 47 (1993) 319.
 */
export function feedbackArcSet(arcs: readonly Arc[], nodes: number): FeedbackArcSet {
  const component = componentsOf(arcs, nodes);
  const members = new Map<number, number[]>();
  for (let v = 0; v < component.length; v++) {
    const c = component[v] as number;
    const list = members.get(c);
    if (list === undefined) members.set(c, [v]);
    else list.push(v);
  }
  const place = new Int32Array(component.length);
  let exact = true;
  let lowerBound = 0;
  for (const list of members.values()) {
    if (list.length < 2) continue;
    const inside = weightsInside(list, arcs, component);
    const isSmall = list.length <= MOST_EXACT;
    const order = isSmall ? exactOrder(inside) : goodOrder(inside);
    order.forEach((local, i) => {
      place[list[local] as number] = i;
    });
    if (isSmall) {
      lowerBound += weightAgainst(inside, order);
    } else {
      const bound = loopPacking(inside);
      const found = weightAgainst(inside, order);
      lowerBound += Math.min(bound, found);
      if (bound < found * (1 - 1e-12)) exact = false;
    }
  }

  const removed: number[] = [];
  let weight = 0;
  arcs.forEach(({ from, to, weight: w }, i) => {
    const isSelf = from === to;
    const goesBack = component[from] === component[to] && (place[to] as number) < (place[from] as number);
    if (!isSelf && !goesBack) return;
    removed.push(i);
    weight += w;
    if (isSelf) lowerBound += w;
  });
  return { removed, weight, exact, lowerBound: exact ? weight : lowerBound };
}

function componentsOf(arcs: readonly Arc[], nodes: number): Int32Array {
  const start = new Int32Array(nodes + 1);
  const byPayer = [...arcs].sort((a, b) => a.from - b.from);
  for (const { from } of byPayer) start[from + 1] = (start[from + 1] as number) + 1;
  for (let v = 0; v < nodes; v++) start[v + 1] = (start[v + 1] as number) + (start[v] as number);
  return strongComponents({ start, target: Int32Array.from(byPayer, ({ to }) => to) });
}

/** Weights between the nodes of one component, parallel arcs added up; row pays column. */
export type Weights = readonly Float64Array[];

function weightsInside(
  nodes: readonly number[],
  arcs: readonly Arc[],
  component: ArrayLike<number>,
): Weights {
  const local = new Map(nodes.map((v, i) => [v, i]));
  const home = component[nodes[0] as number];
  const weights = nodes.map(() => new Float64Array(nodes.length));
  for (const { from, to, weight } of arcs) {
    if (from === to || component[from] !== home || component[to] !== home) continue;
    const row = weights[local.get(from) as number] as Float64Array;
    const column = local.get(to) as number;
    row[column] = (row[column] as number) + weight;
  }
  return weights;
}

/** The weight of all arcs that run from a later node of an order to an earlier one. */
function weightAgainst(weights: Weights, order: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < order.length; i++)
    for (let j = 0; j < i; j++) sum += weights[order[i] as number]?.[order[j] as number] ?? 0;
  return sum;
}
