/** When a search is to end before it is done. */
import type { LoopQuery } from "./query.js";
import type { ShouldStop } from "./search/kernel.js";

/** Why a search ended before it was done. */
export type StopReason = "aborted" | "budget";

/** A search's brake: the signal, the budget, and which of them it was. */
export function stopClock(query: LoopQuery): { stop: ShouldStop; reason: () => StopReason | null } {
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
