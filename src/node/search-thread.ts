/**
 * A search for loops that Ctrl-C can end. The search itself never pauses, and Node delivers no signal to a
 * thread that is busy; so reading and searching run in a worker thread, the signal sets a flag in memory that
 * both threads see, and the search looks at that flag every few thousand steps.
 */
import { stdin } from "node:process";
import { Worker } from "node:worker_threads";
import { CapitalLoopError } from "../errors.js";
import type { View } from "../graph/view.js";
import type { LoopQuery } from "../loops/query.js";
import type { GraphSource } from "./open-graph.js";
import type { FromThread, MeasuredLoop, SearchHead, SearchRequest, ToThread } from "./search-messages.js";

export interface ThreadSearchOptions {
  readonly source: GraphSource;
  readonly view: View;
  readonly query: Omit<LoopQuery, "signal">;
  /** Count only: no loop is kept. */
  readonly count?: boolean | undefined;
  readonly signal: AbortSignal;
  readonly onWarning: (text: string) => void;
}

/** What was found; the loops stay with the thread until they are asked for. */
export interface ThreadSearch extends SearchHead {
  /** The first loops of the list, or all of them, some at a time. */
  loops(limit?: number): AsyncGenerator<readonly MeasuredLoop[]>;
  /** Ends the thread. */
  close(): Promise<void>;
}

const LOOPS_AT_ONCE = 1000;

/**
 * Runs a search to its end, its budget, or the signal.
 *
 * @throws CapitalLoopError as `openGraph` and `findLoops` do; `invalid-query` when memory runs out.
 */
export async function searchInThread(options: ThreadSearchOptions): Promise<ThreadSearch> {
  const { source, view, query, count = false, signal, onWarning } = options;
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const request: SearchRequest = { source, view, query, count, stop };
  const readsStdin = source.graph === "-";
  const worker = new Worker(new URL("./search-worker.js", import.meta.url), {
    workerData: request,
    stdin: readsStdin,
  });
  if (readsStdin && worker.stdin !== null) {
    // A thread that has read enough closes its end; that is no fault.
    worker.stdin.on("error", () => {});
    stdin.pipe(worker.stdin);
  }
  const close = async () => {
    if (readsStdin) stdin.destroy();
    await worker.terminate();
  };
  const ask = (message: ToThread) => worker.postMessage(message);

  try {
    const head = await new Promise<SearchHead>((resolve, reject) => {
      let isOpen = false;
      signal.addEventListener("abort", () => {
        Atomics.store(stop, 0, 1);
        if (!isOpen) resolve(nothingFound(view));
      });
      if (signal.aborted) resolve(nothingFound(view));
      worker.on("message", (message: FromThread) => {
        if (message.type === "warning") onWarning(message.text);
        else if (message.type === "open") isOpen = true;
        else if (message.type === "found") resolve(message.head);
        else if (message.type === "failed") reject(mended(message));
      });
      worker.on("error", (error) => reject(outOfMemory(error) ?? error));
      worker.on("exit", () => reject(new Error("the search thread ended without a word")));
    });
    return {
      ...head,
      async *loops(limit = head.length) {
        const end = Math.min(limit, head.length);
        for (let from = 0; from < end; from += LOOPS_AT_ONCE) {
          ask({ type: "loops", from, to: Math.min(end, from + LOOPS_AT_ONCE) });
          yield await nextLoops(worker);
        }
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function nextLoops(worker: Worker): Promise<readonly MeasuredLoop[]> {
  return new Promise((resolve, reject) => {
    worker.once("error", (error) => reject(outOfMemory(error) ?? error));
    const take = (message: FromThread) => {
      if (message.type !== "loops") return;
      worker.off("message", take);
      resolve(message.loops);
    };
    worker.on("message", take);
  });
}

/** Stopped before the graph was read. */
function nothingFound(view: View): SearchHead {
  return {
    graph: { entities: 0, deals: 0, flows: 0, asOf: view.asOf ?? null },
    count: 0,
    complete: false,
    reason: "aborted",
    length: 0,
    elapsedMs: 0,
    names: new Map(),
  };
}

/** An error loses its class on the way between threads. */
function mended({ code, message, problems, stack }: Extract<FromThread, { type: "failed" }>): Error {
  if (code !== null) return new CapitalLoopError(code, message, problems);
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}

function outOfMemory(error: unknown): CapitalLoopError | null {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code !== "ERR_WORKER_OUT_OF_MEMORY") return null;
  const mend = "lower --max-length, ask for less with a filter, or only --count them";
  return new CapitalLoopError("invalid-query", `more loops than memory can hold; ${mend}`);
}
