/** The thread of `searchInThread`: reads, searches, then gives loops as they are asked for. */
import { parentPort, workerData } from "node:worker_threads";
import { CapitalLoopError } from "../errors.js";
import { countLoops, findLoops } from "../loops/find.js";
import type { StopSignal } from "../loops/query.js";
import { openLegs } from "./open-graph.js";
import type { FromThread, SearchRequest, ToThread } from "./search-messages.js";

const { source, view, query: asked, count, stop } = workerData as SearchRequest;

const tell = (message: FromThread) => parentPort?.postMessage(message);

const signal: StopSignal = {
  get aborted() {
    return Atomics.load(stop, 0) === 1;
  },
};

try {
  const { legs, names, counts } = await openLegs(source, view, {
    onWarning: (text) => tell({ type: "warning", text }),
  });
  tell({ type: "open" });
  const query = { ...asked, signal };
  const startedAt = performance.now();
  const found = count ? { ...countLoops(legs, query), length: 0, slice: () => [] } : findLoops(legs, query);
  const elapsedMs = Math.round(performance.now() - startedAt);
  const { complete, reason, length } = found;
  parentPort?.on("message", ({ from, to }: ToThread) =>
    tell({ type: "loops", loops: found.slice(from, to) }),
  );
  tell({
    type: "found",
    head: { graph: counts, count: found.count, complete, reason, length, elapsedMs, names },
  });
} catch (error) {
  const known = error instanceof CapitalLoopError ? error : null;
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  tell({ type: "failed", code: known?.code ?? null, message, problems: known?.problems ?? [], stack });
}
