/** The thread of `searchInThread`: reads, searches, then gives what was found as it is asked for. */
import { parentPort, workerData } from "node:worker_threads";
import { CapitalLoopError } from "../errors.js";
import { findLoops } from "../loops/find.js";
import type { Loop } from "../loops/loop.js";
import { findPaths, type Path } from "../loops/paths.js";
import type { LoopQuery, StopSignal } from "../loops/query.js";
import { batchesInThreads, countLoopsInThreads, findLoopsInThreads } from "./loop-threads.js";
import { type OpenedLegs, openLegs } from "./open-graph.js";
import {
  DONE,
  type FromThread,
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

const query: LoopQuery = {
  ...asked,
  signal,
  onPart: (done, parts) => {
    shared[DONE] = done;
    shared[PARTS] = parts;
  },
};

/** What a search comes to, and how what it found is got. */
interface Outcome extends Omit<SearchHead, "graph" | "names" | "elapsedMs"> {
  readonly slice: (from: number, to: number) => readonly (Loop | Path)[];
}

async function search({ legs }: OpenedLegs): Promise<Outcome> {
  if (asks === "count") {
    const { count, complete, reason, cursor } = await countLoopsInThreads(legs, query, threads);
    return { count, complete, reason, cursor, length: 0, slice: () => [] };
  }
  if (asks === "paths") {
    const [from, to] = ends ?? ["", ""];
    const found = findPaths(legs, from, to, query);
    const { complete, reason, length } = found;
    return { count: length, complete, reason, cursor: null, length, slice: found.slice };
  }
  const found = await findLoopsInThreads(legs, query, threads);
  // What is beyond the list is counted here, so that it is known how the search came out.
  const { length, count, complete, reason, cursor } = found;
  return { count, complete, reason, cursor, length, slice: found.slice };
}

/** Gives loops as they are found, as many as are asked for at a time. */
async function stream({ legs, names, counts }: OpenedLegs): Promise<void> {
  const startedAt = performance.now();
  const alone = findLoops(legs, query);
  const batches = threads > 1 ? batchesInThreads(legs, query, threads) : alone.batches();
  let count = 0;
  async function* loops(): AsyncGenerator<Loop> {
    for await (const batch of batches) for (const loop of alone.loopsOf(batch)) yield loop;
  }
  const all = loops();
  const more = async (wanted: number) => {
    const rows: Loop[] = [];
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
  const head = { graph: counts, count: null, complete: false, reason: null, cursor: null };
  tell({ type: "found", head: { ...head, length: Number.POSITIVE_INFINITY, elapsedMs: 0, names } });
}

function fail(error: unknown): void {
  const known = error instanceof CapitalLoopError ? error : null;
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  tell({ type: "failed", code: known?.code ?? null, message, problems: known?.problems ?? [], stack });
}

try {
  const opened = await openLegs(source, view, { onWarning: (text) => tell({ type: "warning", text }) });
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
