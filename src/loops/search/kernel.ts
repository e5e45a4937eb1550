/** What every search kernel is given and gives back. */
import type { LegGraph } from "../../graph/legs.js";

/**
 * Loops found, as integers: for each its length, then the numbers of its legs in order; in a search
 * for single flows, then which flow of each leg. A batch is the consumer's to keep.
 */
export type LoopBatch = Int32Array;

/** Where a search starts and how far it may go. */
export interface Reach {
  readonly legs: LegGraph;
  /** The entity that every loop found passes, and is written from. */
  readonly root: number;
  /** Marks the entities a loop may pass (1), the root among them. */
  readonly allowed: Uint8Array;
  readonly minLength: number;
  readonly maxLength: number;
  /** Only loops whose first leg goes here; -1 for any. */
  readonly firstTo: number;
}

/** A kernel gives batches as they fill and returns false when it was stopped before it was done. */
export type Kernel = (reach: Reach, writer: BatchWriter, stop: ShouldStop) => Generator<LoopBatch, boolean>;

/** Looked at every few thousand steps; true ends the search. */
export type ShouldStop = () => boolean;

/** How many steps pass between two looks at `ShouldStop`. */
export const STEPS_BETWEEN_LOOKS = 4096;

const BATCH_INTEGERS = 1 << 18;

/** Gathers loops until a batch is full. One writer serves a whole search. */
export class BatchWriter {
  readonly #batch: Int32Array;
  /** A batch is full once another loop of the greatest length might not fit. */
  readonly #full: number;
  #used = 0;

  constructor(longest: number) {
    const most = 2 * longest + 1;
    this.#batch = new Int32Array(Math.max(BATCH_INTEGERS, 2 * most));
    this.#full = this.#batch.length - most;
  }

  /** Adds a loop; true when the batch should be taken before more is added. */
  push(taken: Int32Array, length: number, flows?: Int32Array): boolean {
    const batch = this.#batch;
    let at = this.#used;
    batch[at++] = length;
    for (let i = 0; i < length; i++) batch[at++] = taken[i] as number;
    if (flows !== undefined) for (let i = 0; i < length; i++) batch[at++] = flows[i] as number;
    this.#used = at;
    return at > this.#full;
  }

  /** The loops gathered so far; the next ones start an empty batch. */
  take(): LoopBatch {
    const gathered = this.#batch.slice(0, this.#used);
    this.#used = 0;
    return gathered;
  }
}
