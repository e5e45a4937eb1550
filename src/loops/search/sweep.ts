/**
 * Counts loops without walking them: a sweep over the legs that keeps at its front what loops can have begun
 * there as, and in how many ways. What it costs turns on how wide the front is, not on how many loops there are.
 */
import type { ShouldStop } from "./kernel.js";
import type { RankedGraph } from "./ranked.js";
import { LAST_IN, LAST_OUT, PAYEE_LEAVES, PAYER_LEAVES, type SweepOrder, sweepOrder } from "./sweep-order.js";
import { FIRST_OF, LAST_OF, SPENT, SweepStates } from "./sweep-states.js";

/** Most states at once, and numbers that these may take, eight bytes each. */
const MOST_STATES = 1 << 18;
const MOST_NUMBERS = 1 << 21;

/**
 * A sweep that can be tried. A state says of each entity at the front whether it is untouched, spent, or an end
 * of a path, and of which. Each leg is left out or taken; one that joins the two ends of the only path makes a loop.
 *
 * @param ways how many ways each leg stands for, its parallel edges where those count apart; else 1 each.
 * @remarks Time and space O(states × length of a loop) for each leg; there can be exponentially many states in
 * the width of the front.
 * @see Knuth, The Art of Computer Programming 4A, exercise 7.1.4-225 (Simpath); Kawahara et al., IEICE Trans.
 * E100-A (2017) 1773 (frontier-based search).
 */
export class Sweep {
  readonly #order: SweepOrder | null;
  readonly #ways: Float64Array | null;
  readonly #byLength: Float64Array;
  #states: SweepStates;
  #spare: SweepStates;

  constructor(graph: RankedGraph, maxLength: number, ways: Float64Array | null = null) {
    const longest = Math.min(maxLength, graph.size);
    this.#order = sweepOrder(graph);
    this.#ways = ways;
    this.#byLength = new Float64Array(longest + 1);
    // A path has one leg less than the loop it may become.
    const places = this.#order?.places ?? 0;
    this.#states = new SweepStates(places, longest - 1);
    this.#spare = new SweepStates(places, longest - 1);
  }

  /**
   * How many loops there are by length, or null: where the front is too wide, where `stop` said so, or where it
   * looks as if it took more than so many steps. Counts are exact up to 2^53.
   */
  run(mostSteps: number, stop: ShouldStop): Float64Array | null {
    if (this.#order === null) return null;
    const { legs, ahead } = this.#order;
    this.#begin();
    let steps = 0;
    for (let i = 0; i < legs; i++) {
      const { count, numbers } = this.#states;
      if (steps + count * (ahead[i] as number) > mostSteps || stop()) return null;
      if (count > MOST_STATES || numbers > MOST_NUMBERS) return null;
      steps += count;
      this.#pass(this.#order, i);
    }
    return this.#byLength;
  }

  /** One way to have taken no leg. */
  #begin(): void {
    this.#byLength.fill(0);
    this.#states.clear(0);
    this.#spare.ways[0] = 1;
    this.#spare.at[0] = this.#spare.least[0] = this.#spare.most[0] = 0;
    this.#states.next.fill(0);
    this.#states.addNext(this.#spare, 0, 0, 1);
  }

  #pass({ leg, from, to, ends }: SweepOrder, i: number): void {
    const u = from[i] as number;
    const v = to[i] as number;
    const end = ends[i] as number;
    const times = this.#ways === null ? 1 : (this.#ways[leg[i] as number] as number);
    const states = this.#states;
    const { count } = states;
    // Where nothing ends, states that leave the leg out stay as they are, and none that takes it could again.
    const into = end === 0 ? states : this.#spare;
    if (end !== 0) into.clear(count);
    for (let state = 0; state < count; state++) {
      if (end !== 0) this.#leaveOut(state, into, u, v, end);
      this.#take(state, into, u, v, end, times);
    }
    if (end === 0) return;
    this.#spare = states;
    this.#states = into;
  }

  #leaveOut(state: number, into: SweepStates, u: number, v: number, end: number): void {
    const states = this.#states;
    const { next } = into;
    into.copyNext(states, state);
    if ((end & LAST_OUT) !== 0) {
      const at = next[u] as number;
      if (isLast(at)) return;
      if (at === 0) next[u] = SPENT;
    }
    if ((end & LAST_IN) !== 0) {
      const at = next[v] as number;
      if (isFirst(at)) return;
      if (at === 0) next[v] = SPENT;
    }
    if ((end & PAYER_LEAVES) !== 0) next[u] = 0;
    if ((end & PAYEE_LEAVES) !== 0) next[v] = 0;
    into.addNext(states, state, 0, 1);
  }

  #take(state: number, into: SweepStates, u: number, v: number, end: number, times: number): void {
    const states = this.#states;
    const row = 4 * states.wordsEach * state;
    const payer = states.rows[row + u] as number;
    const payee = states.rows[row + v] as number;
    if ((payer !== 0 && !isLast(payer)) || (payee !== 0 && !isFirst(payee))) return;
    if (payer === FIRST_OF + v) {
      this.#close(state, times);
      return;
    }
    const { next } = into;
    into.copyNext(states, state);
    const first = payer === 0 ? u : payer - FIRST_OF;
    const last = payee === 0 ? v : payee - LAST_OF;
    next[u] = next[v] = SPENT;
    next[first] = LAST_OF + last;
    next[last] = FIRST_OF + first;
    if ((end & PAYER_LEAVES) !== 0) next[u] = 0;
    if ((end & PAYEE_LEAVES) !== 0) next[v] = 0;
    into.addNext(states, state, 1, times);
  }

  /** Counts the loops that a leg from the last to the first entity of a path makes, if no other path is open. */
  #close(state: number, times: number): void {
    const { rows, wordsEach, least, most, at, ways } = this.#states;
    const row = 4 * wordsEach * state;
    let ends = 0;
    for (let place = row; place < row + 4 * wordsEach; place++)
      if (rows[place] !== 0 && rows[place] !== SPENT) ends++;
    if (ends > 2) return;
    const first = least[state] as number;
    const from = (at[state] as number) - first;
    for (let taken = first; taken <= (most[state] as number); taken++) {
      const found = times * (ways[from + taken] as number);
      this.#byLength[taken + 1] = (this.#byLength[taken + 1] as number) + found;
    }
  }
}

function isLast(at: number): boolean {
  return at >= FIRST_OF && at !== SPENT;
}

function isFirst(at: number): boolean {
  return at !== 0 && at < FIRST_OF;
}
