/** The loops of a view, strongest first, made into objects as they are looked at. */
import type { LoopSearch } from "../src/loops/every.js";
import type { Loop } from "../src/loops/loop.js";

/** Loops in order, as the list, the picture and the cards ask for them. */
export interface Loops {
  /** How many there are; of a search that goes on, how many were found so far. */
  readonly count: number;
  /** Whether it is known that there is none. */
  readonly isNone: boolean;
  /** The first `count` loops, or as many as there are. */
  first(count: number): readonly Loop[];
  /** The loop at a rank, from 0. */
  at(rank: number): Loop | null;
  /** The rank of a loop, from 0; null when it is not in view. */
  rankOf(id: string): number | null;
  /** How many of them pass each entity; one that none passes is left out. */
  passes(): ReadonlyMap<string, number>;
}

/** How many loops are described at once when one is looked for by its id. */
const BATCH = 64;

/** The loops of a search that is done when it is first asked. */
export class RankedLoops implements Loops {
  readonly #search: LoopSearch;
  readonly #described: Loop[] = [];

  constructor(search: LoopSearch) {
    this.#search = search;
  }

  get count(): number {
    return this.#search.count;
  }

  get isNone(): boolean {
    return this.count === 0;
  }

  first(count: number): readonly Loop[] {
    const known = this.#described.length;
    if (count > known) this.#described.push(...this.#search.slice(known, count));
    return this.#described.slice(0, count);
  }

  at(rank: number): Loop | null {
    return this.first(rank + 1)[rank] ?? null;
  }

  rankOf(id: string): number | null {
    for (let from = 0; from < this.#search.length; from += BATCH) {
      this.first(from + BATCH);
      const rank = this.#described.findIndex((loop, i) => i >= from && loop.id === id);
      if (rank !== -1) return rank;
    }
    return null;
  }

  passes(): ReadonlyMap<string, number> {
    const passes = new Map<string, number>();
    for (const { entities } of this.first(this.count))
      for (const id of entities) passes.set(id, (passes.get(id) ?? 0) + 1);
    return passes;
  }
}
