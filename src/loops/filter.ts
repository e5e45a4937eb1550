/** Which of the loops that were found hold for a query. */
import { flowAt, flowsOfLeg, type LegGraph, legAmountUsd, legsOfDeal } from "../graph/legs.js";
import { describeLoop } from "./loop.js";
import type { LoopQuery } from "./query.js";
import { spanDays } from "./time.js";

/**
 * Whether a query asks about loops one by one, beyond what the search itself sees to.
 *
 * @param isTimed whether the search goes by the times of flows.
 */
export function looksAtEach(query: LoopQuery, isTimed: boolean): boolean {
  const { through = [], via, pattern, minAmountUsd, perFlow, timeOrdered, windowDays } = query;
  if (pattern !== undefined || minAmountUsd !== undefined) return true;
  if (isTimed) return through.length > 0 || via !== undefined;
  const asksWhen = timeOrdered === true || windowDays !== undefined;
  // A search goes from the legs of a deal, else from one entity; what else is asked, loops are looked at for.
  const seenTo = via === undefined ? 1 : 0;
  return asksWhen || through.length > seenTo || (perFlow === true && via !== undefined);
}

/** Whether a loop holds: its legs, and which of the flows of each where these count apart. */
export type Passes = (taken: Int32Array, choice?: Int32Array) => boolean;

export function filterOf(legs: LegGraph, query: LoopQuery, isTimed: boolean): Passes {
  const { via, minAmountUsd, pattern, timeOrdered, windowDays } = query;
  const through = (query.through ?? []).map((id) => legs.indexOf.get(id) ?? -1);
  const viaLegs = new Set(via === undefined ? [] : legsOfDeal(legs, via));
  const asksWhen = !isTimed && (timeOrdered === true || windowDays !== undefined);
  const isVia = (leg: number, chosen: number | undefined) =>
    chosen === undefined ? viaLegs.has(leg) : flowAt(legs, leg, chosen).deal === via;
  return (taken, choice) => {
    for (const v of through) if (!taken.some((leg) => legs.source[leg] === v)) return false;
    if (via !== undefined && !taken.some((leg, i) => isVia(leg, choice?.[i]))) return false;
    if (minAmountUsd !== undefined && smallest(legs, taken, choice) < minAmountUsd) return false;
    if (pattern === undefined && !asksWhen) return true;
    const flows = Array.from(taken, (leg, i) => {
      const chosen = choice?.[i];
      return chosen === undefined ? flowsOfLeg(legs, leg) : [flowAt(legs, leg, chosen)];
    });
    const entities = Array.from(taken, (leg) => legs.ids[legs.source[leg] as number] ?? "");
    const loop = describeLoop(entities, flows, legs.kindOf);
    if (pattern !== undefined && loop.pattern !== pattern) return false;
    if (!asksWhen) return true;
    if (timeOrdered === true && loop.timeOrder !== "certain" && loop.timeOrder !== "possible") return false;
    if (windowDays === undefined) return true;
    const span = spanDays(flows);
    return span !== null && span <= windowDays;
  };
}

/** The smallest stated amount of a loop in US dollars; -1 when none is stated. */
function smallest(legs: LegGraph, taken: Int32Array, choice: Int32Array | undefined): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < taken.length; i++) {
    const leg = taken[i] as number;
    const chosen = choice?.[i];
    const usd =
      chosen === undefined
        ? (legs.amountUsd[leg] as number)
        : (legAmountUsd([flowAt(legs, leg, chosen)]) ?? Number.NaN);
    if (usd < least) least = usd;
  }
  return least === Number.POSITIVE_INFINITY ? -1 : least;
}
