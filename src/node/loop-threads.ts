/**
 * A search for loops shared by several threads: tasks are handed out by one counter, the busiest roots in
 * pieces, and what is found is put together in the order of the tasks. It is what one thread would have
 * found, in the same order.
 */
import { legsIn, type Searchable } from "../graph/legs.js";
import { countLoops, countOf, countOfAll, type LoopCount, mustWalk, Tally } from "../loops/count.js";
import { COUNTERS } from "../loops/counters.js";
import { writeCursor } from "../loops/cursor.js";
import { type RawBatch, type Task, tasksFrom } from "../loops/drive.js";
import { findLoops, type LoopSearch, type SearchEnd } from "../loops/find.js";
import { LoopReader } from "../loops/found.js";
import { LoopList } from "../loops/list.js";
import { prepare } from "../loops/prepare.js";
import type { LoopQuery } from "../loops/query.js";
import type { LoopBatch } from "../loops/search/kernel.js";
import { Shortcut } from "../loops/shortcut.js";
import { Sieve } from "../loops/sieve.js";
import { type StopClock, stopClock } from "../loops/stop-clock.js";
import { Crew } from "./loop-crew.js";
import { type FromLoopThread, SPLIT, type TaskEnd } from "./loop-messages.js";

/**
 * Counts loops as `countLoops` does; the calling thread is one of those that count.
 *
 * @throws CapitalLoopError as `countLoops` does.
 * @example await countLoopsInThreads(legs, { maxLength: 6 }, availableParallelism());
 */
export async function countLoopsInThreads(
  graph: Searchable,
  query: LoopQuery,
  threads: number,
): Promise<LoopCount> {
  const legs = legsIn(graph);
  // What looks at loops one by one needs more of the graph than its integers.
  if (threads <= 1 || mustWalk(legs, query)) return countLoops(legs, query);
  const prepared = prepare(legs, query, "by parts", COUNTERS);
  const { plan, start, mark } = prepared;
  const tasks = [...tasksFrom(plan, start, SPLIT)];
  const ends: TaskEnd[] = [];
  const crew = new Crew(prepared, threads - 1, true, (message) => {
    if (message.type === "counted") ends.push(...message.tasks);
  });
  try {
    const clock = stopClock(query);
    const tally = new Tally(start);
    const shortcut = new Shortcut(prepared, clock);
    const stop = () => {
      if (clock.stop()) crew.stop();
      return clock.reason() !== null || shortcut.isFound();
    };
    for (const { part } of start.undone) {
      const { isDone, byLength } = plan.count(part, stop);
      tally.add(part, byLength, isDone);
    }
    for (let task = crew.nextTask(); task < tasks.length && !stop(); task = crew.nextTask()) {
      const { part, first } = tasks[task] as Task;
      query.onPart?.(part, plan.parts);
      const { isDone, byLength } = plan.count(part, stop, first);
      ends.push({ task, isDone, byLength: [...byLength] });
    }
    if (shortcut.byLength !== null) return countOfAll(plan, shortcut.byLength);
    while (!crew.isDone) await crew.hear(stop);
    addTasks(tally, tasks.slice(0, partsTaken(tasks, crew.taken)), ends);
    return countOf(tally, clock.reason(), mark);
  } finally {
    await crew.dismiss();
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

/** Batches in the order one thread gives them; see `LoopSearch.batches`. */
export interface LoopBatchesToCome extends SearchEnd, AsyncIterable<LoopBatch> {}

/**
 * Loops as `LoopSearch.batches` gives them, found by several threads.
 *
 * @throws CapitalLoopError as `findLoops` does.
 * @remarks Each thread is a few megabytes ahead of who reads at most.
 */
export function batchesInThreads(
  graph: Searchable,
  query: LoopQuery,
  threads: number,
  clock: StopClock = stopClock(query),
): LoopBatchesToCome {
  const prepared = prepare(graph, query, "by loops");
  const { legs, plan, start, mark } = prepared;
  const sieve = new Sieve(legs, query, plan, start);
  let isDone = false;
  return {
    get complete() {
      return isDone && clock.reason() === null;
    },
    get reason() {
      return clock.reason();
    },
    get cursor() {
      return isDone && clock.reason() === null ? null : writeCursor(sieve.place, mark);
    },
    async *[Symbol.asyncIterator]() {
      if (sieve.isFull) clock.end("limit");
      const waiting = new Map<number, Sent[]>();
      const crew = new Crew(prepared, threads, false, (message, thread) => {
        if (message.type === "task" || message.type === "batch")
          waiting.set(message.task, [...(waiting.get(message.task) ?? []), { message, thread }]);
      });
      try {
        let number = 0;
        for (const task of tasksFrom(plan, start, SPLIT)) {
          sieve.begin(task);
          query.onPart?.(task.part, plan.parts);
          for await (const raw of rawOfTask(crew, waiting, number++, clock)) {
            yield* sieve.pass(raw);
            if (sieve.isFull) clock.end("limit");
            if (clock.reason() !== null) return;
          }
          if (clock.stop()) return;
        }
        isDone = true;
      } finally {
        await crew.dismiss();
      }
    },
  };
}

interface Sent {
  readonly message: Extract<FromLoopThread, { type: "task" | "batch" }>;
  readonly thread: number;
}

/** The batches of one task, until it is done or the search is to stop. */
async function* rawOfTask(
  crew: Crew,
  waiting: Map<number, Sent[]>,
  task: number,
  clock: StopClock,
): AsyncGenerator<RawBatch> {
  for (;;) {
    const sent = waiting.get(task)?.shift();
    if (sent === undefined) {
      if (clock.stop()) return;
      await crew.hear(clock.stop);
    } else if (sent.message.type === "task") {
      waiting.delete(task);
      return;
    } else {
      const { loops, part } = sent.message;
      yield { loops, parts: [{ part, at: 0 }] };
      crew.letSend(sent.thread);
      if (clock.stop()) return;
    }
  }
}

/**
 * Finds loops as `findLoops` does, in several threads; the list is there when it resolves.
 *
 * @throws CapitalLoopError as `findLoops` does.
 * @remarks The strongest few are found by one thread: that takes no full search.
 * @example const loops = await findLoopsInThreads(legs, { maxLength: 5 }, availableParallelism());
 */
export async function findLoopsInThreads(
  graph: Searchable,
  query: LoopQuery,
  threads: number,
): Promise<LoopSearch> {
  const alone = findLoops(graph, query);
  const { top, rank = "bottleneck" } = query;
  if (threads <= 1 || (top !== undefined && rank === "bottleneck")) return alone;
  const clock = stopClock(query);
  const batches = batchesInThreads(graph, query, threads, clock);
  const list = new LoopList(new LoopReader(alone.legs, query.perFlow === true), query);
  for await (const batch of batches) if (!list.add(batch)) clock.end("budget");
  const loops = list.ordered();
  const { complete, reason, cursor } = batches;
  return {
    legs: alone.legs,
    count: list.count,
    length: loops.length,
    complete,
    reason,
    cursor,
    slice: loops.slice,
    batches: alone.batches,
    loopsOf: alone.loopsOf,
    *[Symbol.iterator]() {
      for (let i = 0; i < loops.length; i++) yield* loops.slice(i, i + 1);
    },
  };
}
