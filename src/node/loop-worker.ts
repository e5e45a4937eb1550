/** One thread of a search that several share: takes task after task, and sends what it finds. */
import { parentPort, workerData } from "node:worker_threads";
import { COUNTERS } from "../loops/counters.js";
import { rawBatches, tasksFrom } from "../loops/drive.js";
import { planSearch } from "../loops/plan.js";
import {
  BATCHES_AHEAD,
  FIRST_THREAD,
  type FromLoopThread,
  type LoopWork,
  NEXT_TASK,
  SPLIT,
  STOPPED,
  type TaskEnd,
} from "./loop-messages.js";

const { graph, question, start, counts, shared, thread } = workerData as LoopWork;
const plan = planSearch(graph, question, COUNTERS);
const tasks = [...tasksFrom(plan, start, SPLIT)];
const tell = (message: FromLoopThread, moved: ArrayBuffer[] = []) => parentPort?.postMessage(message, moved);
const stop = () => Atomics.load(shared, STOPPED) === 1;
const credit = FIRST_THREAD + thread;
const counted: TaskEnd[] = [];

/** Waits until the reader has taken enough of the batches sent. */
function awaitCredit(): void {
  for (let left = Atomics.load(shared, credit); left <= 0 && !stop(); left = Atomics.load(shared, credit))
    Atomics.wait(shared, credit, left, 100);
  Atomics.sub(shared, credit, 1);
}

Atomics.store(shared, credit, BATCHES_AHEAD);
for (let number = Atomics.add(shared, NEXT_TASK, 1); ; number = Atomics.add(shared, NEXT_TASK, 1)) {
  const task = tasks[number];
  if (task === undefined || stop()) break;
  if (counts) {
    const { isDone, byLength } = plan.count(task.part, stop, task.first);
    counted.push({ task: number, isDone, byLength: [...byLength] });
    if (!isDone) break;
    continue;
  }
  const batches = rawBatches(plan, [task], stop, stop);
  let next = batches.next();
  for (; next.done !== true; next = batches.next()) {
    awaitCredit();
    const loops = next.value.loops.slice();
    tell({ type: "batch", task: number, part: task.part, loops }, [loops.buffer]);
  }
  tell({ type: "task", task: number });
}
if (counts) tell({ type: "counted", tasks: counted });
tell({ type: "end" });
