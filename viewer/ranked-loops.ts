/** The loops of a view, strongest first, made into objects as they are looked at. */
import type { LoopSearch } from "../src/loops/find.js";
import type { Loop } from "../src/loops/loop.js";

/** How many loops are described at once when one is looked for by its id. */
const BATCH = 64;

export class RankedLoops {
  readonly #search: LoopSearch;
  readonly #described: Loop[] = [];

  constructor(search: LoopSearch) {
    this.#search = search;
  }

  get count(): number {
    return this.#search.count;
  }

  /** The strongest `count` loops, or all where there are fewer. */
  first(count: number): readonly Loop[] {
    const known = this.#described.length;
    if (count > known) this.#described.push(...this.#search.slice(known, count));
    return this.#described.slice(0, count);
  }

  /** The loop at a rank, from 0. */
  at(rank: number): Loop | null {
    return this.first(rank + 1)[rank] ?? null;
  }

  /** The rank of a loop, from 0; null when it is not in view. */
  rankOf(id: string): number | null {
    for (let from = 0; from < this.#search.length; from += BATCH) {
      this.first(from + BATCH);
      const rank = this.#described.findIndex((loop, i) => i >= from && loop.id === id);
      if (rank !== -1) return rank;
    }
    return null;
  }
}
