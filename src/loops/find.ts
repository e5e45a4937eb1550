/**
 * The public search: every loop of a graph, each once, in a stated order; complete, or it says that it is
 * not.
 */
import { flowCount, legsIn, type Searchable } from "../graph/legs.js";
import { looksAtEach } from "./filter.js";
import { FoundLoops } from "./found.js";
import { gather, legsWorthSearching } from "./gather.js";
import type { Loop } from "./loop.js";
import { checkQuery, type LoopQuery } from "./query.js";
import { givesFlows } from "./search.js";
import { type StopReason, stopClock } from "./stop-clock.js";

export type { StopReason } from "./stop-clock.js";

/** Loops in order, and whether they are all of them. */
export interface LoopSearch extends Iterable<Loop> {
  /** How many loops were found that hold; a list cut by `top` counts what it left out. */
  readonly count: number;
  /** Whether `count` is all there are. */
  readonly complete: boolean;
  readonly reason: StopReason | null;
  /** How many loops the list gives: `count`, or `top` where that is less. */
  readonly length: number;
  /** Some loops of the list, made into objects as they are asked for. */
  slice(from?: number, to?: number): Loop[];
}

/**
 * Finds the loops of a graph, strongest first.
 *
 * Order: loops with an amount on every leg come before those without, then the larger bottleneck, the
 * shorter, the smaller ids; `rank` puts another measure first. It does not depend on how the search went.
 *
 * @param graph what `viewGraph` or `readLegs` gives: every flow in it is travelled.
 * @throws CapitalLoopError `invalid-query`, `unknown-id`.
 * @remarks Loops can be exponentially many: bound the length, or give a budget or a signal. Memory is about
 * 8 bytes for each leg of each loop found, until the result is dropped.
 * @example for (const loop of findLoops(viewGraph(graph), { through: ["nvidia"], top: 10 })) print(loop.id);
 */
export function findLoops(graph: Searchable, query: LoopQuery = {}): LoopSearch {
  const all = legsIn(graph);
  checkQuery(all, query);
  const legs = legsWorthSearching(all, query);
  const { kindOf } = legs;
  const found = new FoundLoops(legs, kindOf);
  const clock = stopClock(query);
  gather(legs, query, kindOf, clock.stop, (taken, from, length, flows) =>
    found.add(taken, from, length, flows),
  );
  const reason = clock.reason();
  const order = found.ordered(query.rank ?? "bottleneck").slice(0, query.top);
  const slice = (from?: number, to?: number) =>
    Array.from(order.slice(from, to), (index) => found.loop(index));
  return {
    count: found.count,
    complete: reason === null,
    reason,
    length: order.length,
    slice,
    *[Symbol.iterator]() {
      for (const index of order) yield found.loop(index);
    },
  };
}

/** How many loops there are, without keeping any. */
export interface LoopCount {
  readonly count: number;
  readonly complete: boolean;
  readonly reason: StopReason | null;
  /** How many loops have each length. */
  readonly byLength: ReadonlyMap<number, number>;
}

/**
 * Counts the loops that `findLoops` would find for the same query; `top` and `rank` are passed over.
 *
 * @remarks With `perFlow` and no filter on single loops, choices are multiplied, not walked.
 */
export function countLoops(graph: Searchable, query: LoopQuery = {}): LoopCount {
  const all = legsIn(graph);
  checkQuery(all, query);
  const legs = legsWorthSearching(all, query);
  const { kindOf } = legs;
  const clock = stopClock(query);
  const byLength = new Map<number, number>();
  let count = 0;
  const add = (length: number, loops: number) => {
    count += loops;
    byLength.set(length, (byLength.get(length) ?? 0) + loops);
  };
  const multiply = query.perFlow === true && !looksAtEach(query) && !givesFlows(legs, query);
  gather(legs, multiply ? { ...query, perFlow: false } : query, kindOf, clock.stop, (taken, from, length) => {
    let choices = 1;
    if (multiply) for (let i = 0; i < length; i++) choices *= flowCount(legs, taken[from + i] as number);
    add(length, choices);
  });
  const reason = clock.reason();
  return {
    count,
    complete: reason === null,
    reason,
    byLength: new Map([...byLength].sort(([a], [b]) => a - b)),
  };
}
