/** Searches for loops that several threads share; what they find is what one thread finds, in the same order. */
import { legsIn, type Searchable } from "../graph/legs.js";
import { countLoops, type LoopCount, mustWalk } from "../loops/count.js";
import { COUNTERS } from "../loops/counters.js";
import { findLoops, type LoopSearch } from "../loops/find.js";
import { LoopReader } from "../loops/found.js";
import { LoopList } from "../loops/list.js";
import { prepare } from "../loops/prepare.js";
import type { LoopQuery } from "../loops/query.js";
import { type StopClock, stopClock } from "../loops/stop-clock.js";
import { type LoopBatchesToCome, SharedLoopStream } from "./loop-batches.js";
import { countTogether } from "./loop-counts.js";
import { Crew } from "./loop-crew.js";

export type { LoopBatchesToCome } from "./loop-batches.js";

/**
 * Threads kept for one search after another, which spares each the time to start them and to warm up. A search is
 * to come to its end, or be left, before the next is asked for.
 *
 * @example
 * const kept = new LoopThreads(availableParallelism());
 * const { count } = await kept.count(legs, { maxLength: 6 });
 * await kept.close();
 */
export class LoopThreads {
  readonly #threads: number;
  readonly #crew = new Crew();

  /** @param threads how many are to search, the calling one among them. */
  constructor(threads: number) {
    this.#threads = threads;
  }

  /**
   * Counts loops as `countLoops` does; the calling thread is one of those that count.
   *
   * @throws CapitalLoopError as `countLoops` does.
   */
  async count(graph: Searchable, query: LoopQuery = {}): Promise<LoopCount> {
    const legs = legsIn(graph);
    // What looks at loops one by one needs more of the graph than its integers.
    if (this.#threads <= 1 || mustWalk(legs, query)) return countLoops(legs, query);
    return countTogether(this.#crew, this.#threads - 1, prepare(legs, query, "by parts", COUNTERS), query);
  }

  /**
   * Loops as `LoopSearch.batches` gives them.
   *
   * @throws CapitalLoopError as `findLoops` does.
   * @remarks Each thread is some megabytes ahead of who reads at most; the calling one searches when more is asked for.
   */
  batches(graph: Searchable, query: LoopQuery = {}, clock = stopClock(query)): LoopBatchesToCome {
    const helpers = Math.max(0, this.#threads - 1);
    return new SharedLoopStream(this.#crew, helpers, prepare(graph, query, "by loops"), query, clock);
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await this.#crew.dismiss();
  }
}

/**
 * Counts loops as `countLoops` does, in threads of its own.
 *
 * @throws CapitalLoopError as `countLoops` does.
 * @example await countLoopsInThreads(legs, { maxLength: 6 }, availableParallelism());
 */
export async function countLoopsInThreads(
  graph: Searchable,
  query: LoopQuery,
  threads: number,
): Promise<LoopCount> {
  const kept = new LoopThreads(threads);
  try {
    return await kept.count(graph, query);
  } finally {
    await kept.close();
  }
}

/**
 * Loops as `LoopSearch.batches` gives them, found by threads of its own.
 *
 * @throws CapitalLoopError as `findLoops` does.
 */
export function batchesInThreads(
  graph: Searchable,
  query: LoopQuery,
  threads: number,
  clock: StopClock = stopClock(query),
): LoopBatchesToCome {
  const kept = new LoopThreads(threads);
  const batches = kept.batches(graph, query, clock);
  return {
    get complete() {
      return batches.complete;
    },
    get reason() {
      return batches.reason;
    },
    get cursor() {
      return batches.cursor;
    },
    async *[Symbol.asyncIterator]() {
      try {
        yield* batches;
      } finally {
        await kept.close();
      }
    },
  };
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
