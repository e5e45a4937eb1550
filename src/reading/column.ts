/** One column of a table of unknown length, in typed arrays. */

const CHUNK_BITS = 16;
const CHUNK = 1 << CHUNK_BITS;

type Numbers = Int32Array | Float64Array | Uint8Array;

/**
 * Values by row, the same one for every row that was not set: a column nobody sets takes no room.
 *
 * @remarks Time O(1) a value; space O(rows up to the last one set).
 */
export class Column<A extends Numbers> {
  readonly #make: (length: number) => A;
  readonly #unset: number;
  readonly #chunks: (A | undefined)[] = [];

  constructor(make: (length: number) => A, unset: number) {
    this.#make = make;
    this.#unset = unset;
  }

  set(row: number, value: number): void {
    if (Object.is(value, this.#unset)) return;
    const at = row >> CHUNK_BITS;
    let chunk = this.#chunks[at];
    if (chunk === undefined) {
      chunk = this.#filled(CHUNK);
      this.#chunks[at] = chunk;
    }
    chunk[row & (CHUNK - 1)] = value;
  }

  /** All values up to a number of rows; null when none was set. The column is empty afterwards. */
  take(rows: number): A | null {
    if (this.#chunks.length === 0) return null;
    const all = this.#filled(rows);
    this.#chunks.forEach((chunk, i) => {
      if (chunk !== undefined) all.set(chunk.subarray(0, rows - i * CHUNK), i * CHUNK);
      // What is copied is let go at once, so that no column is held twice.
      this.#chunks[i] = undefined;
    });
    this.#chunks.length = 0;
    return all;
  }

  #filled(length: number): A {
    const made = this.#make(length);
    if (this.#unset !== 0) made.fill(this.#unset);
    return made;
  }
}

export const wholeColumn = (unset: number): Column<Int32Array> =>
  new Column((length) => new Int32Array(length), unset);
export const numberColumn = (): Column<Float64Array> =>
  new Column((length) => new Float64Array(length), Number.NaN);
