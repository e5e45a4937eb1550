/** What every search kernel is given and gives back. */

/**
 * Loops found, as integers: for each its length, then the numbers of its legs in order, the first leaving
 * the root; in a search for single flows, then the place in `CompactGraph.edge` of each.
 */
export type LoopBatch = Int32Array;

/** Looked at every few thousand steps; true ends the search. */
export type ShouldStop = () => boolean;

/** How many steps pass between two looks at `ShouldStop`: some ten microseconds. */
export const STEPS_BETWEEN_LOOKS = 4096;

/** Legs that a loop may leave its root by: those numbered `from` to `to - 1`. */
export interface FirstLegs {
  readonly from: number;
  readonly to: number;
  /**
   * Whether the root is searched by its other legs too: what is found out about it then serves them all, and loops
   * come in the order that they have among all of the root's.
   */
  readonly isShare?: boolean;
}

/**
 * Why a run came back: the batch is `full`, `stop` said so, or the root is `done`. After the first two
 * another run goes on where this one left.
 */
export type RunEnd = "full" | "stopped" | "done";

/** Finds the loops through one root after another, among the entities of its rank or after. */
export interface LoopFinder {
  /**
   * Turns to the root of a rank. Loops come by first leg in the order of the legs' numbers, so that the
   * root's loops are those of its shares one after the other.
   */
  begin(root: number, first?: FirstLegs): void;
  /** Writes loops until the batch is full, the root is done or `stop` says so. */
  run(writer: BatchWriter, stop: ShouldStop): RunEnd;
  /** Legs looked at so far, over all roots: what the search cost, whatever the machine. */
  readonly steps: number;
}

/** Counts what the `LoopFinder` of the same question would write. */
export interface LoopCounter {
  /**
   * Adds a root's loops to `byLength`, which has a place for each length.
   *
   * @returns false when `stop` ended it: `byLength` then holds some of the root's loops, and all before.
   */
  count(root: number, byLength: Float64Array, stop: ShouldStop, first?: FirstLegs): boolean;
  readonly steps: number;
}

const BATCH_INTEGERS = 1 << 16;

/** How many integers a batch takes that loops of up to so many legs go into. */
export function batchRoom(longest: number, integers = BATCH_INTEGERS): number {
  return Math.max(integers, 4 * (longest + 1));
}

/** Holds loops until the batch is full. One writer serves a whole search; kernels fill it directly. */
export class BatchWriter {
  batch: Int32Array;
  /** How many integers of `batch` are loops. */
  used = 0;

  /** @param longest legs of the longest loop there can be. */
  constructor(longest: number, integers = BATCH_INTEGERS) {
    this.batch = new Int32Array(batchRoom(longest, integers));
  }

  /** The loops gathered so far, to be read before the search goes on; the next ones start the batch anew. */
  take(): LoopBatch {
    const gathered = this.batch.subarray(0, this.used);
    this.used = 0;
    return gathered;
  }
}
