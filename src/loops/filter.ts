/** Which of the loops that were found hold for a query. */
import { flowAt, flowsOfLeg, type LegGraph, legFrom, legsOfDeal } from "../graph/legs.js";
import { FoundLoops } from "./found.js";
import type { KindOf } from "./loop.js";
import type { LoopQuery } from "./query.js";
import { givesFlows } from "./search.js";
import { spanDays } from "./time.js";

/** Whether a query asks about loops one by one, beyond their entities and lengths. */
export function looksAtEach(query: LoopQuery): boolean {
  return (
    query.pattern !== undefined ||
    query.timeOrdered === true ||
    query.windowDays !== undefined ||
    query.minAmountUsd !== undefined
  );
}

/** Whether a loop holds; `flows` chooses one flow of each leg. */
export function filterOf(
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
      const passes = taken.some((leg, i) => flowAt(legs, leg, flows[i] as number).deal === query.via);
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
        const choice = flows?.[i];
        return choice === undefined ? flowsOfLeg(legs, leg) : [flowAt(legs, leg, choice)];
      }),
    );
    return span !== null && span <= query.windowDays;
  };
}
