/**
 * Johnson's walk of a small neighbourhood, kept as sets of bits: one operation tells which of those that an entity
 * pays can be entered, where a row of neighbours would be read one by one.
 */
import { STEPS_BETWEEN_LOOKS } from "./kernel.js";
import { type Near, UNBOUNDED } from "./near.js";

/** Entities that fit: 32 low ones, and 32 high ones. */
export const MOST_MASKED = 64;

/** By how much the number of a payer moves up to make room for that of a payee beside it. */
export const PAYEE_BITS = 6;

/** How many entities are entered between two looks at whether to stop: each costs as much as a few legs looked at. */
export const ENTERED_BETWEEN_LOOKS = STEPS_BETWEEN_LOOKS / 4;

/** Whether a neighbourhood is walked so: it has at most so many entities, and no bound holds. */
export function isMaskable({ size, limit }: Near, most: number): boolean {
  return size <= most && limit === UNBOUNDED;
}

/**
 * A path that grows from the root of one neighbourhood at a time, in the order of the entities' numbers.
 *
 * An entity is open when the path can go on to it, on the path, or shut: from there no way leads home past the
 * path. One that was shut opens when something that it pays has led home and leaves the path.
 *
 * @remarks Dead ends and what is on the path cost nothing to pass over, and most dead ends are seen one leg ahead.
 * @see Johnson, Finding all the elementary circuits of a directed graph, SIAM J Comput 4 (1975) 77.
 */
export class MaskedPath {
  /** How many legs lead to the end of the path; 0 at the root. */
  depth = 0;
  /** The entity at the end of the path. */
  end = -1;
  /** Which entities close a loop from the end of the path: they are open and pay the root. */
  endsLow = 0;
  endsHigh = 0;
  /** The least depth from which another leg was taken since the path stood before. */
  changed = 0;
  /** The leg that leaves the entity at each depth; the root's own, at 0, is whoever starts the path to set. */
  readonly taken = new Int32Array(MOST_MASKED + 4);
  /** The leg from one entity to another, by `payer << PAYEE_BITS | payee`. */
  readonly legBetween = new Int32Array(MOST_MASKED << PAYEE_BITS);
  /** Entities entered. */
  steps = 0;
  /** By entity: whom it pays, and who pays it. */
  readonly #outLow = new Int32Array(MOST_MASKED);
  readonly #outHigh = new Int32Array(MOST_MASKED);
  readonly #inLow = new Int32Array(MOST_MASKED);
  readonly #inHigh = new Int32Array(MOST_MASKED);
  #closersLow = 0;
  #closersHigh = 0;
  #openLow = 0;
  #openHigh = 0;
  #shutLow = 0;
  #shutHigh = 0;
  /** Of the end of the path: whom it pays that was not yet looked at, and whether a loop was found beyond (1). */
  #restLow = 0;
  #restHigh = 0;
  #found = 0;
  /** The same of the entities before it, by depth. */
  readonly #ends = new Int32Array(MOST_MASKED + 1);
  readonly #restsLow = new Int32Array(MOST_MASKED + 1);
  readonly #restsHigh = new Int32Array(MOST_MASKED + 1);
  readonly #founds = new Uint8Array(MOST_MASKED + 1);

  /** Turns to a neighbourhood of at most `MOST_MASKED` entities. Time O(legs). */
  turn({ size, rowStart, to, leg, closing }: Near): void {
    for (const masks of [this.#outLow, this.#outHigh, this.#inLow, this.#inHigh]) masks.fill(0, 0, size);
    this.depth = 0;
    this.endsLow = this.endsHigh = 0;
    this.#closersLow = this.#closersHigh = 0;
    this.#shutLow = this.#shutHigh = 0;
    this.#openLow = this.#openHigh = 0;
    for (let v = 0; v < size; v++) {
      this.#openLow |= lowBit(v);
      this.#openHigh |= highBit(v);
      if (closing[v] !== -1) {
        this.#closersLow |= lowBit(v);
        this.#closersHigh |= highBit(v);
      }
      for (let i = rowStart[v] as number; i < (rowStart[v + 1] as number); i++) {
        const w = to[i] as number;
        this.legBetween[(v << PAYEE_BITS) | w] = leg[i] as number;
        add(this.#outLow, v, lowBit(w));
        add(this.#outHigh, v, highBit(w));
        add(this.#inLow, w, lowBit(v));
        add(this.#inHigh, w, highBit(v));
      }
    }
  }

  /** Goes from the root to an entity; false where that is shut. */
  start(v: number): boolean {
    if (((lowBit(v) & this.#openLow) | (highBit(v) & this.#openHigh)) === 0) return false;
    this.steps++;
    this.depth = 1;
    this.changed = 1;
    this.end = v;
    this.#openLow &= ~lowBit(v);
    this.#openHigh &= ~highBit(v);
    this.#restLow = (this.#outLow[v] as number) & this.#openLow;
    this.#restHigh = (this.#outHigh[v] as number) & this.#openHigh;
    this.endsLow = this.#restLow & this.#closersLow;
    this.endsHigh = this.#restHigh & this.#closersHigh;
    this.#found = (this.endsLow | this.endsHigh) !== 0 || this.#isCloser(v) ? 1 : 0;
    this.#founds[0] = 0;
    return true;
  }

  #isCloser(v: number): boolean {
    return ((lowBit(v) & this.#closersLow) | (highBit(v) & this.#closersHigh)) !== 0;
  }

  /**
   * Goes on to the next path from whose end an entity closes a loop, or to the root, or until so many steps are done.
   */
  advance(look: number): void {
    const outLow = this.#outLow;
    const outHigh = this.#outHigh;
    const inLow = this.#inLow;
    const inHigh = this.#inHigh;
    const closersLow = this.#closersLow;
    const closersHigh = this.#closersHigh;
    const ends = this.#ends;
    const restsLow = this.#restsLow;
    const restsHigh = this.#restsHigh;
    const founds = this.#founds;
    const { taken, legBetween } = this;
    let openLow = this.#openLow;
    let openHigh = this.#openHigh;
    let shutLow = this.#shutLow;
    let shutHigh = this.#shutHigh;
    let restLow = this.#restLow;
    let restHigh = this.#restHigh;
    let found = this.#found;
    let { depth, end: v, steps } = this;
    let changed = depth;
    let endsLow = 0;
    let endsHigh = 0;
    for (;;) {
      const low = restLow & openLow;
      const high = restHigh & openHigh;
      let w: number;
      if (low !== 0) {
        const bit = low & -low;
        w = 31 - Math.clz32(bit);
        restLow &= ~(bit | (bit - 1));
        if ((((outLow[w] as number) & openLow) | ((outHigh[w] as number) & openHigh)) === 0) {
          if ((bit & closersLow) === 0) {
            openLow &= ~bit;
            shutLow |= bit;
          }
          continue;
        }
      } else if (high !== 0) {
        const bit = high & -high;
        w = 63 - Math.clz32(bit);
        restLow = 0;
        restHigh &= ~(bit | (bit - 1));
        if ((((outLow[w] as number) & openLow) | ((outHigh[w] as number) & openHigh)) === 0) {
          if ((bit & closersHigh) === 0) {
            openHigh &= ~bit;
            shutHigh |= bit;
          }
          continue;
        }
      } else {
        depth--;
        if (found === 0) {
          shutLow |= lowBit(v);
          shutHigh |= highBit(v);
          found = founds[depth] as number;
        } else {
          openLow |= lowBit(v);
          openHigh |= highBit(v);
          if ((((inLow[v] as number) & shutLow) | ((inHigh[v] as number) & shutHigh)) !== 0) {
            this.#openLow = openLow;
            this.#openHigh = openHigh;
            this.#shutLow = shutLow;
            this.#shutHigh = shutHigh;
            this.#openThoseWhoPay(v);
            openLow = this.#openLow;
            openHigh = this.#openHigh;
            shutLow = this.#shutLow;
            shutHigh = this.#shutHigh;
          }
        }
        if (depth === 0) break;
        v = ends[depth] as number;
        restLow = restsLow[depth] as number;
        restHigh = restsHigh[depth] as number;
        continue;
      }
      taken[depth] = legBetween[(v << PAYEE_BITS) | w] as number;
      ends[depth] = v;
      restsLow[depth] = restLow;
      restsHigh[depth] = restHigh;
      founds[depth] = found;
      if (depth < changed) changed = depth;
      depth++;
      steps++;
      v = w;
      openLow &= ~lowBit(v);
      openHigh &= ~highBit(v);
      restLow = (outLow[v] as number) & openLow;
      restHigh = (outHigh[v] as number) & openHigh;
      endsLow = restLow & closersLow;
      endsHigh = restHigh & closersHigh;
      if ((endsLow | endsHigh) !== 0) {
        found = 1;
        break;
      }
      found = ((lowBit(v) & closersLow) | (highBit(v) & closersHigh)) !== 0 ? 1 : 0;
      if (steps >= look) break;
    }
    this.depth = depth;
    this.changed = changed;
    this.steps = steps;
    this.end = v;
    this.endsLow = endsLow;
    this.endsHigh = endsHigh;
    this.#openLow = openLow;
    this.#openHigh = openHigh;
    this.#shutLow = shutLow;
    this.#shutHigh = shutHigh;
    this.#restLow = restLow;
    this.#restHigh = restHigh;
    this.#found = found;
  }

  /** Opens those that were shut and pay an entity, and those that pay these. */
  #openThoseWhoPay(v: number): void {
    const inLow = this.#inLow;
    const inHigh = this.#inHigh;
    let low = (inLow[v] as number) & this.#shutLow;
    let high = (inHigh[v] as number) & this.#shutHigh;
    while ((low | high) !== 0) {
      this.#openLow |= low;
      this.#openHigh |= high;
      this.#shutLow &= ~low;
      this.#shutHigh &= ~high;
      let nextLow = 0;
      let nextHigh = 0;
      for (; low !== 0; low &= low - 1) {
        const u = lowest(low);
        nextLow |= inLow[u] as number;
        nextHigh |= inHigh[u] as number;
      }
      for (; high !== 0; high &= high - 1) {
        const u = 32 + lowest(high);
        nextLow |= inLow[u] as number;
        nextHigh |= inHigh[u] as number;
      }
      low = nextLow & this.#shutLow;
      high = nextHigh & this.#shutHigh;
    }
  }
}

/** The number of the lowest bit of some. */
export function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** The bit of an entity among the low ones, or 0; and among the high ones. */
function lowBit(v: number): number {
  return v < 32 ? 1 << v : 0;
}

function highBit(v: number): number {
  return v < 32 ? 0 : 1 << v;
}

function add(masks: Int32Array, v: number, bit: number): void {
  masks[v] = (masks[v] as number) | bit;
}
