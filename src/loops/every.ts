/**
 * Every loop of a graph, listed by finding them all; `findLoops` adds shorter ways where only the first are asked
 * for. Apart from it, so that a page that shows all loops need not load those.
 */
import type { LegGraph, Searchable } from "../graph/legs.js";
import { LoopReader, type OrderedLoops } from "./found.js";
import { LoopList } from "./list.js";
import type { Loop } from "./loop.js";
import { type Prepared, prepare } from "./prepare.js";
import type { LoopQuery } from "./query.js";
import type { LoopBatch } from "./search/kernel.js";
import { stopClock } from "./stop-clock.js";
import { type LoopBatches, LoopStream, type SearchEnd } from "./stream.js";

/** Loops in order, found when they are first asked for, and whether they are all of them. */
export interface LoopSearch extends SearchEnd, Iterable<Loop> {
  /** How many loops were found that hold; a list cut by `top` counts what it left out. */
  readonly count: number;
  /** How many loops the list gives: `count`, or `top` where that is less. */
  readonly length: number;
  /** Some loops of the list, made into objects as they are asked for. */
  slice(from?: number, to?: number): Loop[];
  /** The legs that were searched. */
  readonly legs: LegGraph;
  /** A search of its own that keeps nothing: memory stays flat however many loops there are. */
  batches(): LoopBatches;
  /** The loops of a batch as objects, one at a time. */
  loopsOf(batch: LoopBatch): Iterable<Loop>;
}

/**
 * What `findLoops` finds, in the same order, without its shorter way to the first of very many.
 *
 * @throws CapitalLoopError `invalid-query`, `unknown-id`.
 */
export function findEveryLoop(graph: Searchable, query: LoopQuery = {}): LoopSearch {
  const prepared = prepare(graph, query, "by loops");
  const reader = new LoopReader(prepared.legs, query.perFlow === true);
  return searchOf(prepared, query, reader, () => listAll(prepared, query, reader));
}

/** A list in order, and how many loops there are in all. */
export interface Listed {
  readonly loops: OrderedLoops;
  readonly end: SearchEnd;
  readonly count: () => number;
}

/** A search whose list is made when something of it is first asked for. */
export function searchOf(
  prepared: Prepared,
  query: LoopQuery,
  reader: LoopReader,
  list: () => Listed,
): LoopSearch {
  const { legs } = prepared;
  let known: Listed | null = null;
  const listed = () => {
    known ??= list();
    return known;
  };
  return {
    legs,
    get count() {
      return listed().count();
    },
    get complete() {
      return listed().end.complete;
    },
    get reason() {
      return listed().end.reason;
    },
    get cursor() {
      return listed().end.cursor;
    },
    get length() {
      return listed().loops.length;
    },
    slice: (from, to) => listed().loops.slice(from, to),
    *[Symbol.iterator]() {
      for (let i = 0; i < listed().loops.length; i++) yield* listed().loops.slice(i, i + 1);
    },
    batches: () => new LoopStream(prepared, query, stopClock(query)),
    *loopsOf(batch) {
      const copy = batch.slice();
      for (let at = 0; at < copy.length; ) {
        const size = reader.turn(copy, at);
        yield reader.describe(reader.read(copy, at, "bottleneck"));
        at += size;
      }
    },
  };
}

export function listAll(prepared: Prepared, query: LoopQuery, reader: LoopReader): Listed {
  const clock = stopClock(query);
  const stream = new LoopStream(prepared, query, clock);
  const list = new LoopList(reader, query);
  for (const batch of stream) if (!list.add(batch)) clock.end("budget");
  return { loops: list.ordered(), end: stream, count: () => list.count };
}
