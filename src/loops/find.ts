/**
 * The public search: every loop of a graph, each once, in a stated order; complete, or it says why not and
 * where to go on.
 */
import type { Searchable } from "../graph/legs.js";
import { countLoops, type LoopCount } from "./count.js";
import { type Listed, type LoopSearch, listAll, searchOf } from "./every.js";
import { looksAtEach } from "./filter.js";
import { LoopReader } from "./found.js";
import { LoopList } from "./list.js";
import { type Prepared, prepare } from "./prepare.js";
import type { LoopQuery } from "./query.js";
import { strongestLoops } from "./search/strongest.js";
import { stopClock } from "./stop-clock.js";
import type { SearchEnd } from "./stream.js";

export { countLoops, type LoopCount } from "./count.js";
export type { LoopSearch } from "./every.js";
export type { StopReason } from "./stop-clock.js";
export type { LoopBatches, SearchEnd } from "./stream.js";

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
  const reader = new LoopReader(prepared.legs, query.perFlow === true);
  return searchOf(prepared, query, reader, () =>
    isStrongestOnly(prepared, query)
      ? listStrongest(prepared, query, reader)
      : listAll(prepared, query, reader),
  );
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
  const list = new LoopList(reader, query);
  const { complete } = strongestLoops(legs, wanted, (loops) => list.add(loops), clock.stop);
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
