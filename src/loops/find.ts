/**
 * The public search: every loop of a graph, each once, in a stated order; complete, or it says why not and
 * where to go on.
 */
import type { LegGraph, Searchable } from "../graph/legs.js";
import { countLoops, type LoopCount } from "./count.js";
import { looksAtEach } from "./filter.js";
import { LoopReader, type OrderedLoops } from "./found.js";
import { LoopList } from "./list.js";
import type { Loop } from "./loop.js";
import { type Prepared, prepare } from "./prepare.js";
import type { LoopQuery } from "./query.js";
import type { LoopBatch } from "./search/kernel.js";
import { strongestLoops } from "./search/strongest.js";
import { stopClock } from "./stop-clock.js";
import { type LoopBatches, type SearchEnd, streamLoops } from "./stream.js";

export { countLoops, type LoopCount } from "./count.js";
export type { StopReason } from "./stop-clock.js";
export type { LoopBatches, SearchEnd } from "./stream.js";

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
 * Finds the loops of a graph, strongest first.
 *
 * Order: loops with an amount on every leg come before those without, then the larger bottleneck, the
 * shorter, the smaller ids; `rank` puts another measure first. It does not depend on how the search went.
 *
 * @param graph what `viewGraph` or `readLegs` gives: every flow in it is travelled.
 * @throws CapitalLoopError `invalid-query`, `unknown-id`.
 * @remarks Loops can be exponentially many: bound the length, or give a budget, a limit or a signal. A list
 * takes about 30 bytes and 4 for each leg of each loop found, with `top` of those it gives; `batches` takes
 * a few megabytes.
 * @example for (const loop of findLoops(viewGraph(graph), { through: ["nvidia"], top: 10 })) print(loop.id);
 */
export function findLoops(graph: Searchable, query: LoopQuery = {}): LoopSearch {
  const prepared = prepare(graph, query, "by loops");
  const { legs } = prepared;
  const reader = new LoopReader(legs, query.perFlow === true);
  let known: Listed | null = null;
  const listed = () => {
    known ??= listLoops(prepared, query, reader);
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
    batches: () => streamLoops(prepared, query, stopClock(query)),
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

/** A list in order, and how many loops there are in all. */
interface Listed {
  readonly loops: OrderedLoops;
  readonly end: SearchEnd;
  readonly count: () => number;
}

function listLoops(prepared: Prepared, query: LoopQuery, reader: LoopReader): Listed {
  return isStrongestOnly(prepared, query)
    ? listStrongest(prepared, query, reader)
    : listAll(prepared, query, reader);
}

function listAll(prepared: Prepared, query: LoopQuery, reader: LoopReader): Listed {
  const clock = stopClock(query);
  const stream = streamLoops(prepared, query, clock);
  const list = new LoopList(reader, query);
  for (const batch of stream) if (!list.add(batch)) clock.end("budget");
  return { loops: list.ordered(), end: stream, count: () => list.count };
}

/** Whether the first loops by strength can be found without the others. */
function isStrongestOnly({ plan }: Prepared, query: LoopQuery): boolean {
  const { top, rank = "bottleneck", through = [], via, perFlow, limit, from, minLength = 2 } = query;
  const isPlain = perFlow !== true && !plan.isTimed && !looksAtEach(query, false) && minLength >= 2;
  const isWhole = through.length === 0 && via === undefined && limit === undefined && from === undefined;
  return top !== undefined && rank === "bottleneck" && isPlain && isWhole;
}

/** The others are counted only when somebody asks how many there are. */
function listStrongest({ legs, question }: Prepared, query: LoopQuery, reader: LoopReader): Listed {
  const clock = stopClock(query);
  const maxLength = question.maxLength ?? legs.nodes;
  const wanted = { minLength: question.minLength, maxLength, top: query.top ?? 0 };
  const { loops, complete } = strongestLoops(legs, wanted, clock.stop);
  const list = new LoopList(reader, query);
  list.add(loops);
  let counted: LoopCount | null = null;
  const count = () => {
    counted ??= countLoops(legs, { ...query, top: undefined });
    return Math.max(list.count, counted.count);
  };
  const end: SearchEnd = {
    get complete() {
      return complete && counted?.complete !== false;
    },
    get reason() {
      return clock.reason() ?? counted?.reason ?? null;
    },
    cursor: null,
  };
  return { loops: list.ordered(), end, count: complete ? count : () => list.count };
}
