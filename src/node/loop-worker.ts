/** One thread of searches that several share: takes task after task, and sends what it finds. */
import { parentPort, workerData } from "node:worker_threads";
import { COUNTERS } from "../loops/counters.js";
import { tasksFrom } from "../loops/drive.js";
import { type Plan, planSearch } from "../loops/plan.js";
import { BatchWriter } from "../loops/search/kernel.js";
import { type FromLoopThread, type LoopWork, NEXT_TASK, STOPPED, type TaskEnd } from "./loop-messages.js";
import { SlotWriter } from "./loop-slots.js";
import { markedBatches, type TakenTask, takeTasks } from "./loop-tasks.js";

const thread = workerData as number;
const tell = (message: FromLoopThread) => parentPort?.postMessage(message);

function takePart({ graph, question, start, split, slots, shared }: LoopWork): void {
  const stop = () => Atomics.load(shared, STOPPED) === 1;
  if (!stop()) {
    const plan = planSearch(graph, question, COUNTERS);
    const tasks = takeTasks(
      [...tasksFrom(plan, start, split)],
      () => Atomics.add(shared, NEXT_TASK, 1),
      stop,
    );
    if (slots === null) tell({ type: "counted", tasks: countTasks(plan, tasks, stop) });
    else findTasks(plan, tasks, new SlotWriter(slots, shared, thread), stop);
  }
  tell({ type: "end" });
}

function countTasks(plan: Plan, tasks: Iterable<TakenTask>, stop: () => boolean): TaskEnd[] {
  const counted: TaskEnd[] = [];
  for (const [task, { part, first }] of tasks) {
    const { isDone, byLength } = plan.count(part, stop, first);
    counted.push({ task, isDone, byLength: [...byLength] });
    if (!isDone) break;
  }
  return counted;
}

function findTasks(plan: Plan, tasks: Iterable<TakenTask>, slots: SlotWriter, stop: () => boolean): void {
  const writer = new BatchWriter(2 * plan.longest, 0);
  writer.batch = slots.room(stop);
  for (const batch of markedBatches(plan, tasks, writer, stop)) {
    if (slots.send(batch)) tell({ type: "sent" });
    writer.batch = slots.room(stop);
  }
}

parentPort?.on("message", takePart);
