/** The thread of `searchInThread`: reads, searches, then gives loops as they are asked for. */
import { parentPort, workerData } from "node:worker_threads";
import { CapitalLoopError } from "../errors.js";
import { countLoops, findLoops } from "../loops/find.js";
import { legEvidence } from "../loops/leg-evidence.js";
import type { Loop } from "../loops/loop.js";
import type { StopSignal } from "../loops/query.js";
import { currentQuery } from "../loops/renamed.js";
import { loopMeasures } from "../metrics/loop-measures.js";
import { NO_REDIRECTS } from "../model/redirects.js";
import { countsOf, openGraph } from "./open-graph.js";
import type { FromThread, MeasuredLoop, SearchRequest, ToThread } from "./search-messages.js";

const { source, view, query: asked, count, stop } = workerData as SearchRequest;

const tell = (message: FromThread) => parentPort?.postMessage(message);

const signal: StopSignal = {
  get aborted() {
    return Atomics.load(stop, 0) === 1;
  },
};

try {
  const warn = (text: string) => tell({ type: "warning", text });
  const { graph, dataset } = await openGraph(source, view, { onWarning: warn });
  const current = currentQuery(dataset?.redirects ?? NO_REDIRECTS, asked);
  for (const note of current.notes) warn(note);
  tell({ type: "open" });
  const query = { ...current.query, signal };
  const startedAt = performance.now();
  const found = count ? { ...countLoops(graph, query), length: 0, slice: () => [] } : findLoops(graph, query);
  const elapsedMs = Math.round(performance.now() - startedAt);
  const names = new Map<string, string>();
  graph.forEachNode((id, { label }) => {
    if (label !== id) names.set(id, label);
  });
  const { complete, reason, length } = found;
  const measure = loopMeasures(graph);
  const measured = (loop: Loop): MeasuredLoop => ({
    ...loop,
    ...measure(loop),
    evidence: dataset === null ? null : legEvidence(dataset, loop.legs),
  });
  parentPort?.on("message", ({ from, to }: ToThread) =>
    tell({ type: "loops", loops: found.slice(from, to).map(measured) }),
  );
  tell({
    type: "found",
    head: { graph: countsOf(graph), count: found.count, complete, reason, length, elapsedMs, names },
  });
} catch (error) {
  const known = error instanceof CapitalLoopError ? error : null;
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  tell({ type: "failed", code: known?.code ?? null, message, problems: known?.problems ?? [], stack });
}
