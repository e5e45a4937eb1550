/**
 * A search that Ctrl-C can end. The search itself never pauses, and Node delivers no signal to a
 * thread that is busy; so reading and searching run in a worker thread, the signal sets a flag in memory that
 * both threads see, and the search looks at that flag every few thousand steps.
 */
import { stdin } from "node:process";
import { Worker } from "node:worker_threads";
import { CapitalLoopError } from "../errors.js";
import type { View } from "../graph/view.js";
import type { Loop } from "../loops/loop.js";
import type { Path } from "../loops/paths.js";
import type { LoopQuery } from "../loops/query.js";
import type { GraphSource } from "./open-graph.js";
import {
  DONE,
  type FromThread,
  PARTS,
  type SearchAsks,
  type SearchHead,
  type SearchRequest,
  type SearchTail,
  STOP,
  type ToThread,
} from "./search-messages.js";

export interface ThreadSearchOptions {
  readonly source: GraphSource;
  readonly view: View;
  readonly query: Omit<LoopQuery, "signal" | "onPart">;
  readonly asks: SearchAsks;
  /** From where to where, for a search for paths. */
  readonly ends?: readonly [from: string, to: string] | undefined;
  readonly threads?: number | undefined;
  readonly signal: AbortSignal;
  readonly onWarning: (text: string) => void;
  /** Told now and then how many of the search's parts, which most often are roots, are done. */
  readonly onProgress?: ((done: number, parts: number) => void) | undefined;
}

/** What was found; loops or paths stay with the thread until they are asked for. */
export interface ThreadSearch<T> extends SearchHead {
  /** The first of the list, or all of it, some at a time. */
  rows(limit?: number): AsyncGenerator<readonly T[]>;
  /** How a search that gives loops as they are found came out; known once all were given. */
  tail(): SearchTail | null;
  /** Ends the thread. */
  close(): Promise<void>;
}

const ROWS_AT_ONCE = 1000;

/** How often progress is told. */
const PROGRESS_MS = 250;

/**
 * Runs a search to its end, its budget, or the signal.
 *
 * @throws CapitalLoopError as `openGraph` and `findLoops` do; `invalid-query` when memory runs out.
 */
export async function searchInThread<T extends Loop | Path>(
  options: ThreadSearchOptions,
): Promise<ThreadSearch<T>> {
  const { source, view, query, asks, ends = null, threads = 1, signal, onWarning, onProgress } = options;
  const shared = new Int32Array(new SharedArrayBuffer(12));
  const request: SearchRequest = { source, view, query, asks, ends, threads, shared };
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
  const ticking = setInterval(() => {
    const parts = Atomics.load(shared, PARTS);
    if (parts > 0) onProgress?.(Atomics.load(shared, DONE), parts);
  }, PROGRESS_MS);
  ticking.unref();
  const close = async () => {
    clearInterval(ticking);
    if (readsStdin) stdin.destroy();
    await worker.terminate();
  };
  const ask = (message: ToThread) => worker.postMessage(message);

  try {
    const head = await new Promise<SearchHead>((resolve, reject) => {
      let isOpen = false;
      signal.addEventListener("abort", () => {
        Atomics.store(shared, STOP, 1);
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
    let tail: SearchTail | null = null;
    worker.on("message", (message: FromThread) => {
      if (message.type === "tail") tail = message.tail;
    });
    return {
      ...head,
      async *rows(limit = head.length) {
        const end = Math.min(limit, head.length);
        for (let from = 0; from < end; from += ROWS_AT_ONCE) {
          const to = Math.min(end, from + ROWS_AT_ONCE);
          ask({ type: "more", from, to });
          const rows = await nextRows<T>(worker);
          yield rows;
          if (rows.length < to - from) return;
        }
      },
      tail: () => tail,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function nextRows<T>(worker: Worker): Promise<readonly T[]> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(outOfMemory(error) ?? error);
    const take = (message: FromThread) => {
      if (message.type === "failed") fail(mended(message));
      if (message.type !== "more") return;
      worker.off("message", take);
      worker.off("error", fail);
      // What was asked for is what comes.
      resolve(message.rows as readonly T[]);
    };
    worker.on("message", take);
    worker.once("error", fail);
  });
}

/** Stopped before the graph was read. */
function nothingFound(view: View): SearchHead {
  return {
    graph: { entities: 0, deals: 0, flows: 0, asOf: view.asOf ?? null },
    count: 0,
    isExact: true,
    complete: false,
    reason: "aborted",
    cursor: null,
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
