/**
 * A search by several threads: tasks are handed out by one counter, the busiest roots in pieces, and what is found
 * is put together in the order of the tasks. It is what one thread would have found, in the same order.
 */
import { countOf, countOfAll, type LoopCount, Tally } from "../loops/count.js";
import { writeCursor } from "../loops/cursor.js";
import { type Task, tasksFrom } from "../loops/drive.js";
import type { Prepared } from "../loops/prepare.js";
import type { LoopQuery } from "../loops/query.js";
import type { LoopBatch } from "../loops/search/kernel.js";
import { Shortcut } from "../loops/shortcut.js";
import { Sieve } from "../loops/sieve.js";
import { type StopClock, stopClock } from "../loops/stop-clock.js";
import type { SearchEnd } from "../loops/stream.js";
import type { Crew } from "./loop-crew.js";
import { COUNT_LEGS, FIND_LEGS, type FromLoopThread, type TaskEnd } from "./loop-messages.js";

/** Counts loops; the calling thread is one of those that count, beside so many helpers. */
export async function countTogether(
  crew: Crew,
  helpers: number,
  prepared: Prepared,
  query: LoopQuery,
): Promise<LoopCount> {
  const { plan, start, mark } = prepared;
  const tasks = [...tasksFrom(plan, start, COUNT_LEGS)];
  const ends: TaskEnd[] = [];
  const clock = stopClock(query);
  const tally = new Tally(start);
  const shortcut = new Shortcut(prepared, clock);
  const search = await crew.begin(prepared, true, helpers, (message) => {
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
    for (let task = search.nextTask(); task < tasks.length && !stop(); task = search.nextTask()) {
      const { part, first } = tasks[task] as Task;
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

/** Batches in the order one thread gives them; see `LoopSearch.batches`. */
export interface LoopBatchesToCome extends SearchEnd, AsyncIterable<LoopBatch> {}

/** Batches in the order one thread gives them, each thread some megabytes ahead of who reads at most. */
export function batchesTogether(
  crew: Crew,
  threads: number,
  prepared: Prepared,
  query: LoopQuery,
  clock: StopClock,
): LoopBatchesToCome {
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
      const inbox = new Inbox();
      const search = await crew.begin(prepared, false, threads, (message, thread) => {
        if (message.type === "batch") inbox.put(message, thread);
      });
      try {
        let number = 0;
        for (const task of tasksFrom(plan, start, FIND_LEGS)) {
          sieve.begin(task);
          query.onPart?.(task.part, plan.parts);
          while (!inbox.isDone(number)) {
            const slice = inbox.take(number);
            if (slice === undefined) await search.hear(clock.stop);
            else {
              if (slice.loops.length > 0)
                yield* sieve.pass({ loops: slice.loops, parts: [{ part: task.part, at: 0 }] });
              if (slice.isLast) search.letSend(slice.thread);
              if (sieve.isFull) clock.end("limit");
            }
            if (clock.stop()) return;
          }
          number++;
        }
        isDone = true;
      } finally {
        search.stop();
      }
    },
  };
}

/** The loops of one task in a batch. */
interface Slice {
  readonly loops: LoopBatch;
  readonly thread: number;
  /** Whether nothing of the batch comes after it. */
  readonly isLast: boolean;
}

/** What the threads have sent, by task. */
class Inbox {
  readonly #slices = new Map<number, Slice[]>();
  /** Tasks that are done but for what is to be taken of them. */
  readonly #ended = new Set<number>();
  /** The task that each thread is at. */
  readonly #at: number[] = [];

  put({ loops, tasks }: Extract<FromLoopThread, { type: "batch" }>, thread: number): void {
    for (const [i, { task, at }] of tasks.entries()) {
      const end = tasks[i + 1]?.at ?? loops.length;
      const slice: Slice = { loops: loops.subarray(at, end), thread, isLast: i === tasks.length - 1 };
      this.#slices.set(task, [...(this.#slices.get(task) ?? []), slice]);
      const before = this.#at[thread];
      if (before !== undefined && before !== task) this.#ended.add(before);
      this.#at[thread] = task;
    }
  }

  take(task: number): Slice | undefined {
    return this.#slices.get(task)?.shift();
  }

  /** Whether all of a task was taken; asked once, it is forgotten. */
  isDone(task: number): boolean {
    const slices = this.#slices.get(task);
    if (slices === undefined || slices.length > 0 || !this.#ended.has(task)) return false;
    this.#slices.delete(task);
    this.#ended.delete(task);
    return true;
  }
}
