/** Loops as they are found, one batch at a time, and where the search stands. */
import { writeCursor } from "./cursor.js";
import { rawBatches, type Task, tasksFrom } from "./drive.js";
import type { Prepared } from "./prepare.js";
import type { LoopQuery } from "./query.js";
import type { LoopBatch } from "./search/kernel.js";
import { Sieve } from "./sieve.js";
import { pauseClock, type StopClock, type StopReason } from "./stop-clock.js";

/** How a search ended. */
export interface SearchEnd {
  /** Whether nothing is left to be found. */
  readonly complete: boolean;
  readonly reason: StopReason | null;
  /** Where to go on, for `LoopQuery.from`; null where nothing is left, and for a list of the strongest alone. */
  readonly cursor: string | null;
}

/**
 * Loops as they are found, in no order but always the same one: batches of integers, for each loop its length
 * and the numbers of its legs in `LoopSearch.legs`, with `perFlow` followed by which of the flows of each leg, from
 * 0 as `flowAt` has them. A batch is to be read, or copied, before the next is asked for. How it ended is known at the end.
 */
export interface LoopBatches extends SearchEnd, Iterable<LoopBatch> {}

/** Where a search stands whose loops go through a sieve. */
export class SearchStanding implements SearchEnd {
  protected readonly sieve: Sieve;
  protected readonly clock: StopClock;
  /** Whether the search came to its end. */
  protected isDone = false;
  readonly #mark: string;

  constructor({ legs, plan, start, mark }: Prepared, query: LoopQuery, clock: StopClock) {
    this.sieve = new Sieve(legs, query, plan, start);
    this.clock = clock;
    this.#mark = mark;
  }

  get complete(): boolean {
    return this.isDone && this.reason === null;
  }

  get reason(): StopReason | null {
    return this.clock.reason();
  }

  get cursor(): string | null {
    return this.complete ? null : writeCursor(this.sieve.place, this.#mark);
  }
}

/** A search in one thread, run as its batches are asked for. */
export class LoopStream extends SearchStanding implements LoopBatches {
  readonly #prepared: Prepared;
  readonly #query: LoopQuery;

  constructor(prepared: Prepared, query: LoopQuery, clock: StopClock) {
    super(prepared, query, clock);
    this.#prepared = prepared;
    this.#query = query;
  }

  *[Symbol.iterator](): Generator<LoopBatch> {
    const { plan, start } = this.#prepared;
    const { sieve, clock } = this;
    const query = this.#query;
    if (sieve.isFull) clock.end("limit");
    const begin = (task: Task) => {
      sieve.begin(task);
      query.onPart?.(task.part, plan.parts);
    };
    const tasks = tasksFrom(plan, start);
    const pause = pauseClock(query.pauseMs);
    for (const raw of rawBatches(plan, tasks, clock.stop, clock.isAborted, begin, pause)) {
      if (raw.loops.length === 0) yield raw.loops;
      else yield* sieve.pass(raw);
      if (sieve.isFull) clock.end("limit");
      if (clock.reason() === "limit") return;
    }
    this.isDone = true;
  }
}
