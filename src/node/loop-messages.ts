/** What the threads that share one search tell each other. */
import type { CompactGraph } from "../graph/compact.js";
import type { Cursor } from "../loops/cursor.js";
import type { Question } from "../loops/plan.js";
import type { LoopBatch } from "../loops/search/kernel.js";

/** What a thread is started with; the arrays lie in shared memory. */
export interface LoopWork {
  readonly graph: CompactGraph;
  readonly question: Question;
  readonly start: Cursor;
  readonly counts: boolean;
  /** The number of the next task to take, whether to stop, and how many batches each thread may still send. */
  readonly shared: Int32Array;
  /** The number of this thread, from 0. */
  readonly thread: number;
}

/** Places in `LoopWork.shared`; the threads' own follow. */
export const NEXT_TASK = 0;
export const STOPPED = 1;
export const FIRST_THREAD = 2;

/** How many batches a thread may be ahead of their reader. */
export const BATCHES_AHEAD = 8;

/** In how many tasks each of the busiest roots is split. */
export const SPLIT = 16;

/** How the count of one task came out. */
export interface TaskEnd {
  readonly task: number;
  readonly isDone: boolean;
  /** How many loops have each length. */
  readonly byLength: readonly (readonly [length: number, loops: number])[];
}

export type FromLoopThread =
  | { readonly type: "batch"; readonly task: number; readonly part: number; readonly loops: LoopBatch }
  /** All batches of a task were sent. */
  | { readonly type: "task"; readonly task: number }
  /** All that a thread has counted. */
  | { readonly type: "counted"; readonly tasks: readonly TaskEnd[] }
  | { readonly type: "end" };
