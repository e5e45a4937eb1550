/** When a search is to end before it is done. */
import type { StopSignal } from "./query.js";
import type { ShouldStop } from "./search/kernel.js";

/** Why a search ended before it was done. */
export type StopReason = "aborted" | "budget";

/** What may end a search early. */
export interface Brake {
  readonly signal?: StopSignal | undefined;
  readonly budgetMs?: number | undefined;
}

/** A search's brake: the signal, the budget, and which of them it was. */
export function stopClock(query: Brake): { stop: ShouldStop; reason: () => StopReason | null } {
  const deadline = performance.now() + (query.budgetMs ?? Number.POSITIVE_INFINITY);
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
