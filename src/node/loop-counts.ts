/**
 * A count by several threads: tasks are handed out by one counter, the busiest roots in pieces, and what is counted
 * is put together by root. It is what one thread would have counted.
 */
import { countOf, countOfAll, type LoopCount, Tally } from "../loops/count.js";
import { type Task, tasksFrom } from "../loops/drive.js";
import type { Prepared } from "../loops/prepare.js";
import type { LoopQuery } from "../loops/query.js";
import { Shortcut } from "../loops/shortcut.js";
import { stopClock } from "../loops/stop-clock.js";
import type { Crew } from "./loop-crew.js";
import { countSplit, type TaskEnd } from "./loop-messages.js";
import { takeTasks } from "./loop-tasks.js";

/** Counts loops; the calling thread is one of those that count, beside so many helpers. */
export async function countTogether(
  crew: Crew,
  helpers: number,
  prepared: Prepared,
  query: LoopQuery,
): Promise<LoopCount> {
  const { plan, start, mark } = prepared;
  const split = countSplit(helpers + 1);
  const tasks = [...tasksFrom(plan, start, split)];
  const ends: TaskEnd[] = [];
  const clock = stopClock(query);
  const tally = new Tally(start);
  const shortcut = new Shortcut(prepared, clock);
  const search = await crew.begin(prepared, split, helpers, "counted", (message) => {
    if (message.type === "counted") ends.push(...message.tasks);
  });
  const stop = () => {
    if (clock.stop()) search.stop();
    return clock.reason() !== null || shortcut.isFound();
  };
  try {
    for (const { part } of start.undone) {
      const { isDone, byLength } = plan.count(part, stop);
      tally.add(part, byLength, isDone);
    }
    for (const [task, { part, first }] of takeTasks(tasks, search.nextTask, stop)) {
      query.onPart?.(part, plan.parts);
      const { isDone, byLength } = plan.count(part, stop, first);
      ends.push({ task, isDone, byLength: [...byLength] });
    }
    if (shortcut.byLength !== null) return countOfAll(plan, shortcut.byLength);
    await search.over(stop);
    addTasks(tally, tasks.slice(0, partsTaken(tasks, search.taken)), ends);
    return countOf(tally, clock.reason(), mark);
  } finally {
    search.stop();
  }
}

/** How many tasks belong to the parts that were begun: tasks are taken in order. */
function partsTaken(tasks: readonly Task[], taken: number): number {
  const last = tasks[Math.min(taken, tasks.length) - 1]?.part ?? -1;
  let end = Math.min(taken, tasks.length);
  while (tasks[end]?.part === last) end++;
  return end;
}

/** Adds up the tasks of each part; a part is done when all of them are. */
function addTasks(tally: Tally, tasks: readonly Task[], ends: readonly TaskEnd[]): void {
  const endOf = new Map(ends.map((end) => [end.task, end]));
  const parts = new Map<number, number[]>();
  for (const [task, { part }] of tasks.entries()) parts.set(part, [...(parts.get(part) ?? []), task]);
  for (const [part, own] of parts) {
    const byLength = new Map<number, number>();
    for (const task of own)
      for (const [length, loops] of endOf.get(task)?.byLength ?? [])
        byLength.set(length, (byLength.get(length) ?? 0) + loops);
    tally.add(
      part,
      byLength,
      own.every((task) => endOf.get(task)?.isDone === true),
    );
  }
}
