/**
 * The public search: every loop of a graph, each once, in a stated order; complete, or it says that it is
 * not.
 */
import type { CapitalGraph } from "../graph/capital-graph.js";
import { keepLegs, type LegGraph, legFrom, legsOf } from "../graph/legs.js";
import { FoundLoops } from "./found.js";
import type { KindOf, Loop } from "./loop.js";
import { checkQuery, type LoopQuery } from "./query.js";
import type { ShouldStop } from "./search/kernel.js";
import { givesFlows, legsOfDeal, searchLoops } from "./search.js";
import { spanDays } from "./time.js";

/** Why a search ended before it was done. */
export type StopReason = "aborted" | "budget";

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
 * @param graph what `viewGraph` gives: every flow in it is travelled.
 * @throws CapitalLoopError `invalid-query`, `unknown-id`.
 * @remarks Loops can be exponentially many: bound the length, or give a budget or a signal. Memory is about
 * 8 bytes for each leg of each loop found, until the result is dropped.
 * @example for (const loop of findLoops(viewGraph(graph), { through: ["nvidia"], top: 10 })) print(loop.id);
 */
export function findLoops(graph: CapitalGraph, query: LoopQuery = {}): LoopSearch {
  checkQuery(graph, query);
  const legs = legsWorthSearching(legsOf(graph), query);
  const kindOf: KindOf = (id) => graph.getNodeAttribute(id, "kind");
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
export function countLoops(graph: CapitalGraph, query: LoopQuery = {}): LoopCount {
  checkQuery(graph, query);
  const legs = legsWorthSearching(legsOf(graph), query);
  const kindOf: KindOf = (id) => graph.getNodeAttribute(id, "kind");
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
    if (multiply)
      for (let i = 0; i < length; i++) choices *= legs.flows[taken[from + i] as number]?.length ?? 1;
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

type Take = (taken: Int32Array, from: number, length: number, flows?: Int32Array) => void;

/** Runs the search and hands on each loop, or each choice of flows, that the query lets through. */
function gather(legs: LegGraph, query: LoopQuery, kindOf: KindOf, stop: ShouldStop, take: Take): void {
  const timed = givesFlows(legs, query);
  const passes = filterOf(legs, query, kindOf);
  const seen = new Set<string>();
  for (const batch of searchLoops(legs, query, stop)) {
    for (let at = 0; at < batch.length; ) {
      const length = batch[at] as number;
      const from = at + 1;
      at = from + (timed ? 2 : 1) * length;
      const taken = batch.subarray(from, from + length);
      if (timed && query.perFlow === true) {
        const flows = batch.subarray(from + length, at);
        if (passes(taken, flows)) take(taken, 0, length, flows);
      } else if (timed) {
        // One loop of legs can hold many orders of single flows; it is given once.
        const key = smallestFirst(taken).join(" ");
        if (!seen.has(key) && passes(taken)) {
          seen.add(key);
          take(taken, 0, length);
        }
      } else if (query.perFlow === true) {
        for (const flows of choices(legs, taken)) if (passes(taken, flows)) take(taken, 0, length, flows);
      } else if (passes(taken)) {
        take(taken, 0, length);
      }
    }
  }
}

/** Legs below the least amount can be on no loop that holds: they are left out before the search. */
function legsWorthSearching(legs: LegGraph, { minAmountUsd }: LoopQuery): LegGraph {
  if (minAmountUsd === undefined) return legs;
  return keepLegs(legs, (leg) => !((legs.amountUsd[leg] as number) < minAmountUsd));
}

/** Whether a query asks about loops one by one, beyond their entities and lengths. */
function looksAtEach(query: LoopQuery): boolean {
  return (
    query.pattern !== undefined ||
    query.timeOrdered === true ||
    query.windowDays !== undefined ||
    query.minAmountUsd !== undefined
  );
}

/** Whether a loop holds; `flows` chooses one flow of each leg. */
function filterOf(
  legs: LegGraph,
  query: LoopQuery,
  kindOf: KindOf,
): (taken: Int32Array, flows?: Int32Array) => boolean {
  const through = (query.through ?? []).map((id) => legs.indexOf.get(id) ?? -1);
  const viaLegs = query.via === undefined ? [] : legsOfDeal(legs, query.via);
  const timed = givesFlows(legs, query);
  const each = looksAtEach(query);
  return (taken, flows) => {
    for (const v of through) if (!taken.some((leg) => legFrom(legs, leg) === v)) return false;
    // A loop over two legs of the deal is found from each: it counts where the first of them leads it.
    if (viaLegs.length > 1 && viaLegs.find((leg) => taken.includes(leg)) !== taken[0]) return false;
    if (query.via !== undefined && flows !== undefined) {
      const passes = taken.some((leg, i) => legs.flows[leg]?.[flows[i] ?? -1]?.deal === query.via);
      if (!passes) return false;
    }
    if (!each) return true;
    const one = new FoundLoops(legs, kindOf);
    one.add(taken, 0, taken.length, flows);
    const loop = one.loop(0);
    if (query.minAmountUsd !== undefined && (loop.bottleneckUsd ?? -1) < query.minAmountUsd) return false;
    if (query.pattern !== undefined && loop.pattern !== query.pattern) return false;
    if (timed) return true;
    if (query.timeOrdered === true && loop.timeOrder !== "certain" && loop.timeOrder !== "possible")
      return false;
    if (query.windowDays === undefined) return true;
    const span = spanDays(
      Array.from(taken, (leg, i) => {
        const all = legs.flows[leg] ?? [];
        const choice = flows?.[i];
        return choice === undefined ? all : all.slice(choice, choice + 1);
      }),
    );
    return span !== null && span <= query.windowDays;
  };
}

/** Every choice of one flow a leg, in the order of their ids. The array is filled anew for each. */
function* choices(legs: LegGraph, taken: Int32Array): Generator<Int32Array> {
  const counts = Array.from(taken, (leg) => legs.flows[leg]?.length ?? 0);
  const choice = new Int32Array(taken.length);
  for (let place = 0; place >= 0; ) {
    yield choice;
    for (place = taken.length - 1; place >= 0; place--) {
      choice[place] = (choice[place] as number) + 1;
      if ((choice[place] as number) < (counts[place] as number)) break;
      choice[place] = 0;
    }
  }
}

function smallestFirst(taken: Int32Array): number[] {
  const legs = Array.from(taken);
  const first = legs.indexOf(Math.min(...legs));
  return [...legs.slice(first), ...legs.slice(0, first)];
}

/** A search's brake: the signal, the budget, and which of them it was. */
function stopClock(query: LoopQuery): { stop: ShouldStop; reason: () => StopReason | null } {
  const deadline = performance.now() + (query.budgetSeconds ?? Number.POSITIVE_INFINITY) * 1000;
  let reason: StopReason | null = null;
  return {
    stop: () => {
      if (query.signal?.aborted === true) reason = "aborted";
      else if (performance.now() >= deadline) reason = "budget";
      return reason !== null;
    },
    reason: () => reason,
  };
}
