/** What the threads that share one search tell each other. */
import type { CompactGraph } from "../graph/compact.js";
import type { Cursor } from "../loops/cursor.js";
import type { Question } from "../loops/plan.js";
import type { LoopBatch } from "../loops/search/kernel.js";

/** One search for a thread to take part in; the arrays lie in shared memory. */
export interface LoopWork {
  readonly graph: CompactGraph;
  readonly question: Question;
  readonly start: Cursor;
  /** Where a thread that finds loops puts its batches, one after the other; null where loops are counted. */
  readonly batches: readonly Int32Array[] | null;
  /** The number of the next task to take, whether to stop, and how many batches each thread may still send. */
  readonly shared: Int32Array;
}

/** Places in `LoopWork.shared`; the threads' own follow. */
export const NEXT_TASK = 0;
export const STOPPED = 1;
export const FIRST_THREAD = 2;

/** How many batches a thread may be ahead of their reader: some megabytes, fewer the more threads there are. */
export function batchesAhead(threads: number): number {
  return Math.max(4, Math.min(16, Math.floor(48 / threads)));
}

/**
 * By how many of its legs a busy root is split in a count, and where loops are found: what one thread finds should
 * then fit the batches ahead while another is read.
 */
export const COUNT_LEGS = 32;
export const FIND_LEGS = 1;

/** How the count of one task came out. */
export interface TaskEnd {
  readonly task: number;
  readonly isDone: boolean;
  /** How many loops have each length. */
  readonly byLength: readonly (readonly [length: number, loops: number])[];
}

export interface TaskMark {
  /** The number of the task; `NO_TASK` where a thread is at its end. */
  readonly task: number;
  readonly at: number;
}

export const NO_TASK = -1;

export type FromLoopThread =
  /**
   * Loops in shared memory, the reader's until it lets the thread send another batch; and where the loops of each
   * task begin. All tasks but the last one named are done.
   */
  | { readonly type: "batch"; readonly loops: LoopBatch; readonly tasks: readonly TaskMark[] }
  /** All that a thread has counted. */
  | { readonly type: "counted"; readonly tasks: readonly TaskEnd[] }
  | { readonly type: "end" };
