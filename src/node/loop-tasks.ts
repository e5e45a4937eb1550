/** What each thread of a shared search does: it takes task after task, and says where the loops of each begin. */
import { rawBatches, type Task } from "../loops/drive.js";
import type { Plan } from "../loops/plan.js";
import type { BatchWriter, LoopBatch, ShouldStop } from "../loops/search/kernel.js";

/** A task, and its number among all. */
export type TakenTask = readonly [number: number, task: Task];

const NO_TASK = -1;

/** Where the loops of a task begin in a batch. */
export interface TaskMark {
  /** The number of the task; `NO_TASK` where a thread is at its end. */
  readonly task: number;
  readonly at: number;
}

/** Loops as one thread finds them. All tasks but the last one named are done. */
export interface MarkedBatch {
  readonly loops: LoopBatch;
  readonly marks: readonly TaskMark[];
}

/** How many tasks a batch tells of at most. */
export const MOST_MARKS = 1 << 12;

/** Takes tasks for one thread until none is left, as `next` numbers them. */
export function* takeTasks(
  tasks: readonly Task[],
  next: () => number,
  stop: ShouldStop,
): Generator<TakenTask> {
  for (;;) {
    const number = next();
    const task = tasks[number];
    if (task === undefined || stop()) return;
    yield [number, task];
  }
}

/**
 * Finds the loops of tasks, filling batches across them.
 *
 * @param writer who reads a batch may give it another to go on with.
 */
export function* markedBatches(
  plan: Plan,
  tasks: Iterable<TakenTask>,
  writer: BatchWriter,
  stop: ShouldStop,
): Generator<MarkedBatch> {
  let marks: TaskMark[] = [];
  function* marked(): Generator<Task> {
    for (const [number, task] of tasks) {
      marks.push({ task: number, at: writer.used });
      yield task;
    }
  }
  const isToldOf = () => marks.length >= MOST_MARKS - 1;
  for (const { loops } of rawBatches(plan, marked(), stop, stop, undefined, isToldOf, writer)) {
    const batch = { loops, marks };
    marks = marks.slice(-1).map(({ task }) => ({ task, at: 0 }));
    yield batch;
  }
  // The one begun last is done too.
  yield { loops: new Int32Array(), marks: [...marks, { task: NO_TASK, at: 0 }] };
}
