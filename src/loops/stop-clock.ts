/** When a search is to end before it is done. */
import type { StopSignal } from "./query.js";
import type { ShouldStop } from "./search/kernel.js";

/** Why a search ended before it was done: by its signal, its time or memory, or the number of loops asked for. */
export const STOP_REASONS = ["aborted", "budget", "limit"] as const;
/** One of `STOP_REASONS`. */
export type StopReason = (typeof STOP_REASONS)[number];

/** What may end a search early. */
export interface Brake {
  readonly signal?: StopSignal | undefined;
  readonly budgetMs?: number | undefined;
}

/** A search's brake: the signal, the budget, and which of them it was. */
export interface StopClock {
  readonly stop: ShouldStop;
  /** Asks the signal alone: for work that must be done before the budget counts. */
  readonly isAborted: ShouldStop;
  readonly reason: () => StopReason | null;
  /** Stops it for another reason. */
  readonly end: (reason: StopReason) => void;
}

/** Whether it is time for a pause: every so many milliseconds once; never where nothing is given. */
export function pauseClock(pauseMs: number | undefined): ShouldStop {
  if (pauseMs === undefined) return () => false;
  let next = performance.now() + pauseMs;
  return () => {
    const now = performance.now();
    if (now < next) return false;
    next = now + pauseMs;
    return true;
  };
}

/** The budget runs from the first time it is asked. */
export function stopClock({ signal, budgetMs = Number.POSITIVE_INFINITY }: Brake): StopClock {
  let deadline: number | null = null;
  let reason: StopReason | null = null;
  const isAborted = () => {
    if (signal?.aborted === true) reason ??= "aborted";
    return reason !== null;
  };
  return {
    isAborted,
    stop: () => {
      deadline ??= performance.now() + budgetMs;
      if (isAborted()) return true;
      if (budgetMs !== Number.POSITIVE_INFINITY && performance.now() >= deadline) reason = "budget";
      return reason !== null;
    },
    reason: () => reason,
    end: (why) => {
      reason ??= why;
    },
  };
}
