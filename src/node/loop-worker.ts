/** One thread of searches that several share: takes task after task, and sends what it finds. */
import { parentPort, workerData } from "node:worker_threads";
import { COUNTERS } from "../loops/counters.js";
import { rawBatches, type Task, tasksFrom } from "../loops/drive.js";
import { type Plan, planSearch } from "../loops/plan.js";
import { BatchWriter } from "../loops/search/kernel.js";
import {
  COUNT_LEGS,
  FIND_LEGS,
  FIRST_THREAD,
  type FromLoopThread,
  type LoopWork,
  NEXT_TASK,
  NO_TASK,
  STOPPED,
  type TaskEnd,
  type TaskMark,
} from "./loop-messages.js";

/** Where this thread's batches are let through, in the shared memory of each search. */
const credit = FIRST_THREAD + (workerData as number);
const tell = (message: FromLoopThread) => parentPort?.postMessage(message);

function takePart({ graph, question, start, batches, shared }: LoopWork): void {
  const stop = () => Atomics.load(shared, STOPPED) === 1;
  if (stop()) {
    tell({ type: "end" });
    return;
  }
  const plan = planSearch(graph, question, COUNTERS);
  const tasks = [...tasksFrom(plan, start, batches === null ? COUNT_LEGS : FIND_LEGS)];
  function* taken(): Generator<readonly [number, Task]> {
    for (;;) {
      const number = Atomics.add(shared, NEXT_TASK, 1);
      const task = tasks[number];
      if (task === undefined || stop()) return;
      yield [number, task];
    }
  }
  if (batches === null) tell({ type: "counted", tasks: countTasks(plan, taken(), stop) });
  else findTasks(plan, taken(), batches, shared, stop);
  tell({ type: "end" });
}

function countTasks(plan: Plan, tasks: Iterable<readonly [number, Task]>, stop: () => boolean): TaskEnd[] {
  const counted: TaskEnd[] = [];
  for (const [task, { part, first }] of tasks) {
    const { isDone, byLength } = plan.count(part, stop, first);
    counted.push({ task, isDone, byLength: [...byLength] });
    if (!isDone) break;
  }
  return counted;
}

function findTasks(
  plan: Plan,
  tasks: Iterable<readonly [number, Task]>,
  batches: readonly Int32Array[],
  shared: Int32Array,
  stop: () => boolean,
): void {
  const writer = new BatchWriter(2 * plan.longest, 0);
  let sent = 0;
  /** Waits until the reader is done with the oldest batch, and goes on with that. */
  const turn = () => {
    for (let left = Atomics.load(shared, credit); left <= 0 && !stop(); left = Atomics.load(shared, credit))
      Atomics.wait(shared, credit, left, 100);
    Atomics.sub(shared, credit, 1);
    writer.batch = batches[sent++ % batches.length] as Int32Array;
  };
  let marks: TaskMark[] = [];
  function* marked(): Generator<Task> {
    for (const [number, task] of tasks) {
      marks.push({ task: number, at: writer.used });
      yield task;
    }
  }
  turn();
  for (const { loops } of rawBatches(plan, marked(), stop, stop, undefined, undefined, writer)) {
    tell({ type: "batch", loops, tasks: marks });
    marks = marks.slice(-1).map(({ task }) => ({ task, at: 0 }));
    turn();
  }
  // The one begun last is done too.
  tell({ type: "batch", loops: new Int32Array(), tasks: [...marks, { task: NO_TASK, at: 0 }] });
}

parentPort?.on("message", takePart);
