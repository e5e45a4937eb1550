/** What the threads that share one search tell each other. */
import type { CompactGraph } from "../graph/compact.js";
import type { Cursor } from "../loops/cursor.js";
import type { Split } from "../loops/drive.js";
import type { Question } from "../loops/plan.js";

/** Room for a batch in shared memory, and for what is said of it. */
export interface BatchSlot {
  readonly loops: Int32Array;
  readonly head: Int32Array;
}

/** One search for a thread to take part in; the arrays lie in shared memory. */
export interface LoopWork {
  readonly graph: CompactGraph;
  readonly question: Question;
  readonly start: Cursor;
  readonly split: Split;
  /** Where a thread that finds loops puts its batches, one after the other; null where loops are counted. */
  readonly slots: readonly BatchSlot[] | null;
  /** The number of the next task to take, whether to stop, whether a batch is waited for; then what each thread has. */
  readonly shared: Int32Array;
}

/** Places in `LoopWork.shared`. */
export const NEXT_TASK = 0;
export const STOPPED = 1;
export const IS_AWAITED = 2;
const FIRST_THREAD = 3;

/** How many batches a thread has sent, and how many it may still send. */
export const sentBy = (thread: number) => FIRST_THREAD + 2 * thread;
export const creditOf = (thread: number) => FIRST_THREAD + 2 * thread + 1;
export const placesFor = (threads: number) => FIRST_THREAD + 2 * threads;

/** How many batches a thread may be ahead of their reader: some megabytes, fewer the more threads there are. */
export function batchesAhead(threads: number): number {
  return Math.max(4, Math.min(32, Math.floor(48 / threads)));
}

/** How a count is split: roots take turns, and only the busiest could keep one thread at work to the end. */
export function countSplit(threads: number): Split {
  return { roots: threads, legs: 32 };
}

/** Where loops are found, what one thread finds should fit the batches ahead while another's are read. */
export const FIND_SPLIT: Split = { roots: 32, legs: 1 };

/** How the count of one task came out. */
export interface TaskEnd {
  readonly task: number;
  readonly isDone: boolean;
  /** How many loops have each length. */
  readonly byLength: readonly (readonly [length: number, loops: number])[];
}

export type FromLoopThread =
  /** A batch was sent while one was waited for. */
  | { readonly type: "sent" }
  /** All that a thread has counted. */
  | { readonly type: "counted"; readonly tasks: readonly TaskEnd[] }
  | { readonly type: "end" };
