/** Runs a search and hands on what holds: loops, or every choice of parallel flows. */
import { flowCount, keepLegs, type LegGraph } from "../graph/legs.js";
import { filterOf } from "./filter.js";
import type { KindOf } from "./loop.js";
import type { LoopQuery } from "./query.js";
import type { ShouldStop } from "./search/kernel.js";
import { givesFlows, searchLoops } from "./search.js";

/** Takes one loop: its legs `taken[from..from + length)`, and which flow of each where flows count apart. */
export type Take = (taken: Int32Array, from: number, length: number, flows?: Int32Array) => void;

/** Runs the search and hands on each loop, or each choice of flows, that the query lets through. */
export function gather(legs: LegGraph, query: LoopQuery, kindOf: KindOf, stop: ShouldStop, take: Take): void {
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
export function legsWorthSearching(legs: LegGraph, { minAmountUsd }: LoopQuery): LegGraph {
  if (minAmountUsd === undefined) return legs;
  return keepLegs(legs, (leg) => !((legs.amountUsd[leg] as number) < minAmountUsd));
}

/** Every choice of one flow a leg, in the order of their ids. The array is filled anew for each. */
function* choices(legs: LegGraph, taken: Int32Array): Generator<Int32Array> {
  const counts = Array.from(taken, (leg) => flowCount(legs, leg));
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
