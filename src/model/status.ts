/** The states a deal passes through, how firm each is, and what it was on a given day. */
import type { Day, PartialDay } from "./dates.js";
import { firstDay, lastDay } from "./dates.js";

/**
 * Every state: its firmness (higher is firmer; null where the firmness stays as it was), and
 * whether a deal in it is live.
 */
export const DEAL_STATES = {
  reported: { firmness: 0, live: true },
  letter_of_intent: { firmness: 1, live: true },
  announced: { firmness: 2, live: true },
  signed: { firmness: 3, live: true },
  closed: { firmness: 4, live: true },
  delivering: { firmness: 5, live: true },
  completed: { firmness: 6, live: true },
  amended: { firmness: null, live: true },
  superseded: { firmness: null, live: false },
  lapsed: { firmness: null, live: false },
  cancelled: { firmness: null, live: false },
} as const;
/** The name of a state in `DEAL_STATES`. */
export type DealState = keyof typeof DEAL_STATES;

/** The states that say how firm a deal is, softest first. */
export const FIRMNESS = [
  "reported",
  "letter_of_intent",
  "announced",
  "signed",
  "closed",
  "delivering",
  "completed",
] as const satisfies readonly DealState[];
/** One of `FIRMNESS`. */
export type Firmness = (typeof FIRMNESS)[number];

/** A step as the graph carries it: what it says, and from which days on it counts. */
export interface DatedStep {
  readonly on: PartialDay;
  readonly is: DealState;
  /** The first day the step is part of the picture: its own, or the announcement's where that came later. */
  readonly seen: Day;
  /** The first day it could be read anywhere: its source's day, or its own where the source has none. */
  readonly known: Day;
}

/** What a deal was on a day. */
export interface Standing {
  /** The last step but for `amended`. */
  readonly state: DealState;
  /** The last state that says how firm the deal is; a dead deal keeps the firmness it had. */
  readonly firmness: Firmness;
  readonly live: boolean;
  /** The day of the step that `state` comes from. */
  readonly since: PartialDay;
}

/**
 * What a deal was on a day, as far as was known on another, or null when nothing had happened yet.
 * A deal whose first known step is `amended` or an ending is read as `announced` in firmness.
 */
export function standingOn(steps: readonly DatedStep[], asOf: Day, knownBy: Day): Standing | null {
  let state: DealState | null = null;
  let firmness: Firmness = "announced";
  let since: PartialDay = "";
  for (const step of steps) {
    if (step.seen > asOf || step.known > knownBy) continue;
    if (isFirmness(step.is)) firmness = step.is;
    if (state === null || step.is !== "amended") {
      state = step.is === "amended" ? firmness : step.is;
      since = step.on;
    }
  }
  return state === null ? null : { state, firmness, live: DEAL_STATES[state].live, since };
}

/** Whether a state says how firm a deal is. */
export function isFirmness(state: string): state is Firmness {
  return (FIRMNESS as readonly string[]).includes(state);
}

/** Firmness as a number, softest 0, for comparing. */
export function firmnessRank(firmness: Firmness): number {
  return DEAL_STATES[firmness].firmness;
}

/** The place of the first step that ends before the one written above it starts, or -1. */
export function firstStepOutOfOrder(steps: readonly { readonly on: PartialDay }[]): number {
  return steps.findIndex((step, i) => {
    const above = steps[i - 1];
    return above !== undefined && lastDay(step.on) < firstDay(above.on);
  });
}
