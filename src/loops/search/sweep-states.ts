/** The states of a sweep: what stands at its front, and in how many ways it came to stand so. */

/** Stands for an entity at the front that no path will touch any more; 0 for one that none has touched. */
export const SPENT = 255;
/** The first entity of a path waits for a payer: the place of the path's last one, counted from 1. */
export const LAST_OF = 1;
/** The last entity of a path waits for a payee: the place of the path's first one, counted from this. */
export const FIRST_OF = 128;

/**
 * A table of states, each a row of one byte a place: the entity there is untouched, spent, or an end of a
 * path with the other end named. Equal states are one, their ways added up by the number of legs taken.
 */
export class SweepStates {
  count = 0;
  rows: Uint8Array;
  /** The same bytes, four at a time. */
  words: Int32Array;
  /** Fewest and most legs taken on any way to a state. */
  least: Int16Array;
  most: Int16Array;
  /** Where in `ways` the numbers of ways to a state begin, by the legs taken from the fewest to the most. */
  at: Int32Array;
  ways: Float64Array;
  /** How many numbers `ways` holds; those that were moved are not used again. */
  numbers = 0;
  readonly wordsEach: number;
  /** One state to be added, by bytes and by words. */
  readonly next: Uint8Array;
  readonly #next: Int32Array;
  readonly #longest: number;
  #room: number;
  /** Where states stand by hash, -1 for none: in the first places of this, a power of two. */
  #byHash: Int32Array;
  #hashes = 0;

  /** @param longest most legs that a way is kept of. */
  constructor(places: number, longest: number, room = 1 << 8) {
    this.wordsEach = Math.max(1, (places + 3) >> 2);
    this.#longest = longest;
    this.next = new Uint8Array(4 * this.wordsEach);
    this.#next = new Int32Array(this.next.buffer);
    this.#room = room;
    this.rows = new Uint8Array(4 * this.wordsEach * room);
    this.words = new Int32Array(this.rows.buffer);
    this.least = new Int16Array(room);
    this.most = new Int16Array(room);
    this.at = new Int32Array(room);
    this.ways = new Float64Array(4 * room);
    this.#byHash = new Int32Array(2 * room);
    this.clear(0);
  }

  /** Takes all states out, to have about so many put in. */
  clear(expected: number): void {
    this.count = 0;
    this.numbers = 0;
    this.#hash(2 << (32 - Math.clz32(expected | 7)));
  }

  /** Sets `next` to a state of a table. */
  copyNext({ words }: SweepStates, state: number): void {
    const from = state * this.wordsEach;
    for (let i = 0; i < this.wordsEach; i++) this.#next[i] = words[from + i] as number;
  }

  /** Adds `next`, with the ways of a state of a table each longer by so many legs, and `times` as many. */
  addNext(table: SweepStates, state: number, longer: number, times: number): void {
    const { wordsEach } = this;
    const least = (table.least[state] as number) + longer;
    const most = Math.min((table.most[state] as number) + longer, this.#longest);
    if (least > most) return;
    if (this.count === this.#room) this.#grow();
    if (2 * this.count >= this.#hashes) this.#hash(4 * this.#hashes);
    const mask = this.#hashes - 1;
    let at = hashOf(this.#next, 0, wordsEach) & mask;
    let found = this.#byHash[at] as number;
    for (; found !== -1 && !this.#isNext(found); found = this.#byHash[at] as number) at = (at + 1) & mask;
    if (found === -1) {
      found = this.count++;
      this.#byHash[at] = found;
      for (let i = 0; i < wordsEach; i++) this.words[found * wordsEach + i] = this.#next[i] as number;
      this.least[found] = least;
      this.most[found] = least - 1;
    }
    if (least < (this.least[found] as number) || most > (this.most[found] as number))
      this.#widen(found, least, most);
    const into = (this.at[found] as number) - (this.least[found] as number);
    const from = (table.at[state] as number) - (table.least[state] as number) - longer;
    const { ways } = this;
    for (let length = least; length <= most; length++)
      ways[into + length] = (ways[into + length] as number) + times * (table.ways[from + length] as number);
  }

  /** Makes room for ways to a state by fewer and more legs; they move to the end. */
  #widen(state: number, fewest: number, longest: number): void {
    const first = this.least[state] as number;
    const last = this.most[state] as number;
    const least = Math.min(first, fewest);
    const most = Math.max(last, longest);
    const from = this.at[state] as number;
    const at = this.numbers;
    this.numbers += most - least + 1;
    if (this.numbers > this.ways.length) this.ways = grown(this.ways, new Float64Array(2 * this.numbers));
    this.ways.fill(0, at, this.numbers);
    for (let length = first; length <= last; length++)
      this.ways[at + length - least] = this.ways[from + length - first] as number;
    this.at[state] = at;
    this.least[state] = least;
    this.most[state] = most;
  }

  #isNext(state: number): boolean {
    const from = state * this.wordsEach;
    for (let i = 0; i < this.wordsEach; i++) if (this.words[from + i] !== this.#next[i]) return false;
    return true;
  }

  #grow(): void {
    this.#room *= 2;
    const rows = new Uint8Array(4 * this.wordsEach * this.#room);
    rows.set(this.rows);
    this.rows = rows;
    this.words = new Int32Array(rows.buffer);
    this.least = grown(this.least, new Int16Array(this.#room));
    this.most = grown(this.most, new Int16Array(this.#room));
    this.at = grown(this.at, new Int32Array(this.#room));
  }

  /** Finds all states by hash anew, in so many places. */
  #hash(places: number): void {
    if (places > this.#byHash.length) this.#byHash = new Int32Array(places);
    this.#hashes = places;
    this.#byHash.fill(-1, 0, places);
    for (let state = 0; state < this.count; state++) {
      let at = hashOf(this.words, state * this.wordsEach, this.wordsEach) & (places - 1);
      while (this.#byHash[at] !== -1) at = (at + 1) & (places - 1);
      this.#byHash[at] = state;
    }
  }
}

function grown<T extends Int16Array | Int32Array | Float64Array>(values: T, more: T): T {
  more.set(values);
  return more;
}

function hashOf(words: Int32Array, from: number, count: number): number {
  let hash = 0;
  for (let i = from; i < from + count; i++) {
    hash = Math.imul(hash ^ (words[i] as number), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
