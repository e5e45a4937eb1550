/**
 * A search by several threads: tasks are handed out by one counter, the busiest roots in pieces, and what is found
 * is put together in the order of the tasks. It is what one thread would have found, in the same order.
 */
import { setImmediate } from "node:timers/promises";
import { type Task, tasksFrom } from "../loops/drive.js";
import type { Prepared } from "../loops/prepare.js";
import type { LoopQuery } from "../loops/query.js";
import { BatchWriter, batchRoom, type LoopBatch } from "../loops/search/kernel.js";
import { pauseClock, type StopClock } from "../loops/stop-clock.js";
import { type SearchEnd, SearchStanding } from "../loops/stream.js";
import { BATCH_INTEGERS, type Crew, type CrewSearch } from "./loop-crew.js";
import { FIND_SPLIT } from "./loop-messages.js";
import { type MarkedBatch, markedBatches, takeTasks } from "./loop-tasks.js";

/** Batches in the order one thread gives them; see `LoopSearch.batches`. */
export interface LoopBatchesToCome extends SearchEnd, AsyncIterable<LoopBatch> {}

/** How many batches the calling thread is ahead of itself at most, while it waits for another's. */
const OWN_AHEAD = 16;

/** How long the calling thread goes on before others of its tasks get a turn. */
const TURN_MS = 20;

/**
 * Batches found by the calling thread and so many helpers, which are some megabytes ahead of who reads at most. The
 * calling thread searches when it is asked for what nobody has found yet.
 */
export class SharedLoopStream extends SearchStanding implements LoopBatchesToCome {
  readonly #crew: Crew;
  readonly #helpers: number;
  readonly #prepared: Prepared;
  readonly #query: LoopQuery;

  constructor(crew: Crew, helpers: number, prepared: Prepared, query: LoopQuery, clock: StopClock) {
    super(prepared, query, clock);
    this.#crew = crew;
    this.#helpers = helpers;
    this.#prepared = prepared;
    this.#query = query;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<LoopBatch> {
    const { plan, start } = this.#prepared;
    const { sieve, clock } = this;
    if (sieve.isFull) clock.end("limit");
    const search = await this.#crew.begin(this.#prepared, FIND_SPLIT, this.#helpers, "found");
    const isTurn = pauseClock(TURN_MS);
    try {
      const tasks = [...tasksFrom(plan, start, FIND_SPLIT)];
      const inbox = new Inbox(search, new OwnPart(this.#prepared, search, tasks, clock.stop));
      for (const [number, task] of tasks.entries()) {
        sieve.begin(task);
        this.#query.onPart?.(task.part, plan.parts);
        while (!inbox.isDone(number)) {
          const slice = inbox.take(number);
          if (slice !== undefined) {
            if (slice.loops.length > 0)
              yield* sieve.pass({ loops: slice.loops, parts: [{ part: task.part, at: 0 }] });
            slice.letGo?.();
            if (sieve.isFull) clock.end("limit");
          } else if (!inbox.fill()) await search.hearOfBatch(inbox.received, clock.stop);
          if (isTurn()) await setImmediate();
          if (clock.stop()) return;
        }
      }
      this.isDone = true;
    } finally {
      search.stop();
    }
  }
}

/** The loops of one task in a batch. */
interface Slice {
  readonly loops: LoopBatch;
  /** Lets the room of the batch be filled anew; null where another slice of it follows. */
  readonly letGo: (() => void) | null;
}

/** What the threads have found, by task. */
class Inbox {
  /** How many batches the helpers have sent. */
  received = 0;
  readonly #search: CrewSearch;
  readonly #own: OwnPart;
  readonly #slices = new Map<number, Slice[]>();
  /** Tasks that are done but for what is to be taken of them. */
  readonly #ended = new Set<number>();
  /** The task that each thread is at, the calling one last. */
  readonly #at: number[] = [];

  constructor(search: CrewSearch, own: OwnPart) {
    this.#search = search;
    this.#own = own;
  }

  /** Takes in what was sent; where nothing was, searches for more. False when neither gives anything now. */
  fill(): boolean {
    const before = this.received;
    for (const [thread, arrivals] of this.#search.arrivals.entries()) {
      for (let batch = arrivals.next(); batch !== undefined; batch = arrivals.next()) {
        this.received++;
        this.#put(batch, thread, () => arrivals.letGo());
      }
    }
    if (this.received > before) return true;
    const found = this.#own.find();
    if (found === null) return false;
    this.#put(found.batch, this.#search.arrivals.length, found.letGo);
    return true;
  }

  #put({ loops, marks }: MarkedBatch, thread: number, letGo: () => void): void {
    for (const [i, { task, at }] of marks.entries()) {
      const isLast = i === marks.length - 1;
      const slice = {
        loops: loops.subarray(at, marks[i + 1]?.at ?? loops.length),
        letGo: isLast ? letGo : null,
      };
      const known = this.#slices.get(task);
      if (known === undefined) this.#slices.set(task, [slice]);
      else known.push(slice);
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

/** The tasks that the calling thread takes itself, a batch at a time. */
class OwnPart {
  readonly #writer: BatchWriter;
  readonly #batches: Iterator<MarkedBatch, void>;
  /** Room made and not in use; what was in use last is taken first, while it is in the cache. */
  readonly #free: Int32Array[] = [];
  readonly #integers: number;
  #made = 0;

  constructor({ plan }: Prepared, search: CrewSearch, tasks: readonly Task[], stop: () => boolean) {
    this.#integers = batchRoom(2 * plan.longest, BATCH_INTEGERS);
    this.#writer = new BatchWriter(2 * plan.longest, 0);
    this.#batches = markedBatches(plan, takeTasks(tasks, search.nextTask, stop), this.#writer, stop);
  }

  /** Finds a batch more; null where there is no room or nothing left. */
  find(): { readonly batch: MarkedBatch; readonly letGo: () => void } | null {
    const room = this.#free.pop() ?? this.#make();
    if (room === null) return null;
    this.#writer.batch = room;
    const { value: batch } = this.#batches.next();
    const letGo = () => void this.#free.push(room);
    if (batch !== undefined) return { batch, letGo };
    letGo();
    return null;
  }
  #make(): Int32Array | null {
    if (this.#made === OWN_AHEAD) return null;
    this.#made++;
    return new Int32Array(this.#integers);
  }
}
