/** The thread of `searchInThread`: reads, searches, then gives what was found as it is asked for. */
import { parentPort, workerData } from "node:worker_threads";
import { CapitalLoopError } from "../errors.js";
import { findLoops } from "../loops/find.js";
import { legEvidence } from "../loops/leg-evidence.js";
import type { Loop } from "../loops/loop.js";
import { findPaths, type Path } from "../loops/paths.js";
import type { LoopQuery, StopSignal } from "../loops/query.js";
import { currentQuery } from "../loops/renamed.js";
import { loopMeasures } from "../metrics/loop-measures.js";
import { NO_REDIRECTS } from "../model/redirects.js";
import { batchesInThreads, countLoopsInThreads, findLoopsInThreads } from "./loop-threads.js";
import { type OpenedLegs, openLegs } from "./open-graph.js";
import {
  DONE,
  type FromThread,
  type MeasuredLoop,
  PARTS,
  type SearchHead,
  type SearchRequest,
  STOP,
  type ToThread,
} from "./search-messages.js";

const { source, view, query: asked, asks, ends, threads, shared } = workerData as SearchRequest;

const tell = (message: FromThread) => parentPort?.postMessage(message);

const signal: StopSignal = {
  get aborted() {
    return Atomics.load(shared, STOP) === 1;
  },
};

const warn = (text: string) => tell({ type: "warning", text });

const watched: LoopQuery = {
  ...asked,
  signal,
  onPart: (done, parts) => {
    shared[DONE] = done;
    shared[PARTS] = parts;
  },
};

/** The question in the ids of today; the ends of paths are ids too. */
function currentQuestion({ dataset }: OpenedLegs) {
  const redirects = dataset?.redirects ?? NO_REDIRECTS;
  const { query, notes } = currentQuery(redirects, watched);
  const renamed = currentQuery(redirects, { through: ends ?? undefined });
  for (const note of [...notes, ...renamed.notes]) warn(note);
  const [from = "", to = ""] = renamed.query.through ?? [];
  return { query, from, to };
}

/** Adds to loops what their view says of them. */
function measuring({ legs, dataset }: OpenedLegs): (loop: Loop) => MeasuredLoop {
  const measure = loopMeasures(legs);
  return (loop) => ({
    ...loop,
    ...measure(loop),
    evidence: dataset === null ? null : legEvidence(dataset, loop.legs),
  });
}

/** What a search comes to, and how what it found is got. */
interface Outcome extends Omit<SearchHead, "graph" | "names" | "elapsedMs"> {
  readonly slice: (from: number, to: number) => readonly (MeasuredLoop | Path)[];
}

async function search(opened: OpenedLegs): Promise<Outcome> {
  const { legs } = opened;
  const { query, from, to } = currentQuestion(opened);
  if (asks === "count") {
    const counted = await countLoopsInThreads(legs, query, threads);
    const { count, isExact, complete, reason, cursor } = counted;
    return { count, isExact, complete, reason, cursor, length: 0, slice: () => [] };
  }
  if (asks === "paths") {
    const found = findPaths(legs, from, to, query);
    const { complete, reason, length } = found;
    return { count: length, isExact: true, complete, reason, cursor: null, length, slice: found.slice };
  }
  const found = await findLoopsInThreads(legs, query, threads);
  // What is beyond the list is counted here, so that it is known how the search came out.
  const { length, count, complete, reason, cursor } = found;
  const measured = measuring(opened);
  const slice = (first: number, end: number) => found.slice(first, end).map(measured);
  // A list cut by `top` counts what it left out as `countLoops` does.
  const isExact = Number.isSafeInteger(count);
  return { count, isExact, complete, reason, cursor, length, slice };
}

/** Gives loops as they are found, as many as are asked for at a time. */
async function stream(opened: OpenedLegs): Promise<void> {
  const { legs, names, counts } = opened;
  const { query } = currentQuestion(opened);
  const measured = measuring(opened);
  const startedAt = performance.now();
  const alone = findLoops(legs, query);
  const batches = threads > 1 ? batchesInThreads(legs, query, threads) : alone.batches();
  let count = 0;
  async function* loops(): AsyncGenerator<MeasuredLoop> {
    for await (const batch of batches) for (const loop of alone.loopsOf(batch)) yield measured(loop);
  }
  const all = loops();
  const more = async (wanted: number) => {
    const rows: MeasuredLoop[] = [];
    while (rows.length < wanted) {
      const next = await all.next();
      if (next.done === true) break;
      rows.push(next.value);
    }
    count += rows.length;
    if (rows.length < wanted) {
      const { complete, reason, cursor } = batches;
      const elapsedMs = Math.round(performance.now() - startedAt);
      // Who gets the last rows knows by then how it came out.
      tell({ type: "tail", tail: { count, complete, reason, cursor, elapsedMs } });
    }
    tell({ type: "more", rows });
  };
  parentPort?.on("message", ({ from, to }: ToThread) => void more(to - from).catch(fail));
  const head = { graph: counts, count: null, isExact: true, complete: false, reason: null, cursor: null };
  tell({ type: "found", head: { ...head, length: Number.POSITIVE_INFINITY, elapsedMs: 0, names } });
}

function fail(error: unknown): void {
  const known = error instanceof CapitalLoopError ? error : null;
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  tell({ type: "failed", code: known?.code ?? null, message, problems: known?.problems ?? [], stack });
}

try {
  const opened = await openLegs(source, view, { onWarning: warn });
  tell({ type: "open" });
  if (asks === "stream") await stream(opened);
  else {
    const startedAt = performance.now();
    const { slice, ...found } = await search(opened);
    const elapsedMs = Math.round(performance.now() - startedAt);
    parentPort?.on("message", ({ from, to }: ToThread) => tell({ type: "more", rows: slice(from, to) }));
    tell({ type: "found", head: { ...found, graph: opened.counts, elapsedMs, names: opened.names } });
  }
} catch (error) {
  fail(error);
}
