/**
 * A shorter way to a count: while loops are walked, a sweep over the graph is tried now and then, each time with
 * more effort. Which of the two comes first turns on steps, not on time; neither costs much more than it would alone.
 */
import type { Prepared } from "./prepare.js";
import { Sweep } from "./search/sweep.js";
import { waysOfLegs } from "./search/ways.js";
import type { StopClock } from "./stop-clock.js";

/** Looks of a walk before the first try, the steps of that, and how many times more of both for the next. */
const FIRST_LOOKS = 128;
const FIRST_STEPS = 1 << 19;
const MORE = 8;

export class Shortcut {
  /** All loops by length, but for what entities pay themselves; null until a sweep came out. */
  byLength: ReadonlyMap<number, number> | null = null;
  readonly #prepared: Prepared;
  readonly #clock: StopClock;
  #sweep: Sweep | null = null;
  #looks = 0;
  #nextLook: number;
  #steps = FIRST_STEPS;

  constructor(prepared: Prepared, clock: StopClock) {
    const { plan, start } = prepared;
    const isFromStart = start.part === 0 && start.undone.length === 0;
    this.#prepared = prepared;
    this.#clock = clock;
    this.#nextLook = isFromStart && plan.whole !== null ? FIRST_LOOKS : Number.POSITIVE_INFINITY;
  }

  /** To be asked at each look of a walk: whether the count is known and the walk can end. */
  isFound(): boolean {
    if (++this.#looks < this.#nextLook) return this.byLength !== null;
    this.#nextLook *= MORE;
    const { legs, question, plan } = this.#prepared;
    if (plan.whole === null) return false;
    const { minLength, maxLength, perFlow } = question;
    this.#sweep ??= new Sweep(
      plan.whole,
      maxLength ?? Number.POSITIVE_INFINITY,
      perFlow ? waysOfLegs(legs) : null,
    );
    const found = this.#sweep.run(this.#steps, this.#clock.stop);
    this.#steps *= MORE;
    if (found === null) return false;
    this.byLength = new Map(
      [...found.entries()].filter(([length, loops]) => loops > 0 && length >= minLength),
    );
    return true;
  }
}
