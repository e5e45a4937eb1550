/** The list that a search is asked for: all loops, or only the first of them. */
import { Best } from "./best.js";
import {
  FoundLoops,
  inGivenOrder,
  inRank,
  type LoopReader,
  type OrderedLoops,
  type WeighedLoop,
} from "./found.js";
import type { LoopQuery, Rank } from "./query.js";
import type { LoopBatch } from "./search/kernel.js";

/** Takes batches, and keeps of them what the list will give. */
export class LoopList {
  readonly #reader: LoopReader;
  readonly #rank: Rank;
  readonly #maxBytes: number;
  readonly #best: Best<WeighedLoop> | null;
  readonly #all: FoundLoops;
  #counted = 0;

  constructor(
    reader: LoopReader,
    { top, rank = "bottleneck", maxBytes = Number.POSITIVE_INFINITY }: LoopQuery,
  ) {
    this.#reader = reader;
    this.#rank = rank;
    this.#maxBytes = maxBytes;
    this.#best = top === undefined ? null : new Best(top, inRank(rank));
    this.#all = new FoundLoops(reader);
  }

  /** How many loops were taken. */
  get count(): number {
    return this.#best === null ? this.#all.count : this.#counted;
  }

  /** Takes a batch, which may be turned in its place; false once more memory is taken than is allowed. */
  add(batch: LoopBatch): boolean {
    if (this.#best === null) {
      this.#all.add(batch);
      return this.#all.bytes <= this.#maxBytes;
    }
    for (let at = 0; at < batch.length; this.#counted++) {
      const size = this.#reader.turn(batch, at);
      const loop = this.#reader.read(batch, at, this.#rank);
      // A batch is written over: what is kept is a copy.
      if (this.#best.wants(loop))
        this.#best.offer({ ...loop, taken: loop.taken.slice(), choice: loop.choice.slice() });
      at += size;
    }
    return true;
  }

  ordered(): OrderedLoops {
    return this.#best === null
      ? this.#all.ordered(this.#rank)
      : inGivenOrder(this.#reader, this.#best.sorted());
  }
}
