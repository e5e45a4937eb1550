/** Threads that search loops together: they see the graph in shared memory, and stay for another search. */
import { Worker } from "node:worker_threads";
import type { CompactGraph } from "../graph/compact.js";
import type { Prepared } from "../loops/prepare.js";
import { batchRoom } from "../loops/search/kernel.js";
import {
  batchesAhead,
  FIRST_THREAD,
  type FromLoopThread,
  type LoopWork,
  NEXT_TASK,
  STOPPED,
} from "./loop-messages.js";

/** What goes from thread to thread goes in larger pieces. */
const BATCH_INTEGERS = 1 << 18;

/** How often those who wait look whether to stop. */
const LOOK_MS = 20;

/** Told what a thread sent. */
export type Heard = (message: FromLoopThread, thread: number) => void;

/** Threads for one search after another, started when they are first wanted. */
export class Crew {
  readonly #workers: Worker[] = [];
  readonly #batches: (readonly Int32Array[])[] = [];
  readonly #graphs = new WeakMap<CompactGraph, CompactGraph>();
  #search: CrewSearch | null = null;
  #heard: Heard = () => {};
  #failure: Error | null = null;
  #wake: () => void = () => {};

  /** Sets so many threads to a search, once they have ended the one before. */
  async begin(prepared: Prepared, counts: boolean, threads: number, heard: Heard): Promise<CrewSearch> {
    this.#search?.stop();
    await this.#search?.over();
    while (this.#workers.length < threads) this.#workers.push(this.#start(this.#workers.length));
    const { legs, question, start, plan } = prepared;
    const graph = this.#graphs.get(legs) ?? inSharedMemory(legs);
    this.#graphs.set(legs, graph);
    const search = new CrewSearch(this, threads);
    this.#search = search;
    this.#heard = (message, thread) => {
      if (message.type === "end") search.ended();
      else heard(message, thread);
    };
    const ahead = batchesAhead(threads);
    const room = batchRoom(2 * plan.longest, BATCH_INTEGERS);
    for (const [thread, worker] of this.#workers.slice(0, threads).entries()) {
      Atomics.store(search.shared, FIRST_THREAD + thread, ahead);
      const batches = counts ? null : this.#batchesOf(thread, ahead, room);
      const work: LoopWork = { graph, question, start, batches, shared: search.shared };
      worker.postMessage(work);
    }
    return search;
  }

  /** Room for the batches of a thread: what served the search before where it is large enough. */
  #batchesOf(thread: number, many: number, room: number): readonly Int32Array[] {
    const known = this.#batches[thread] ?? [];
    if (known.length === many && (known[0]?.length ?? 0) >= room) return known;
    const made = Array.from({ length: many }, () => new Int32Array(new SharedArrayBuffer(4 * room)));
    this.#batches[thread] = made;
    return made;
  }

  #start(thread: number): Worker {
    const worker = new Worker(new URL("./loop-worker.js", import.meta.url), { workerData: thread });
    // Threads that wait for a search keep no program from ending.
    worker.unref();
    worker.on("message", (message: FromLoopThread) => {
      this.#heard(message, thread);
      this.#wake();
    });
    worker.on("error", (error) => {
      this.#failure = error;
      this.#wake();
    });
    return worker;
  }

  /**
   * Waits for the next message, at most until it is time to look whether to stop.
   *
   * @throws what a thread failed with.
   */
  async hear(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LOOK_MS);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.#failure !== null) this.#wake();
    });
    if (this.#failure !== null) throw this.#failure;
  }

  /** Ends all threads. */
  async dismiss(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
}

/** One search of a crew. */
export class CrewSearch {
  /** See `LoopWork.shared`. */
  readonly shared: Int32Array;
  readonly #crew: Crew;
  readonly #threads: number;
  #working: number;

  constructor(crew: Crew, threads: number) {
    this.shared = new Int32Array(new SharedArrayBuffer(4 * (FIRST_THREAD + threads)));
    this.#crew = crew;
    this.#threads = threads;
    this.#working = threads;
  }

  /** Takes the next task for the caller. */
  nextTask(): number {
    return Atomics.add(this.shared, NEXT_TASK, 1);
  }

  /** How many tasks were taken. */
  get taken(): number {
    return Atomics.load(this.shared, NEXT_TASK);
  }

  /** Ends the search of all threads within a few thousand steps. */
  stop(): void {
    Atomics.store(this.shared, STOPPED, 1);
    for (let thread = 0; thread < this.#threads; thread++) Atomics.notify(this.shared, FIRST_THREAD + thread);
  }

  /** Lets a thread send another batch. */
  letSend(thread: number): void {
    Atomics.add(this.shared, FIRST_THREAD + thread, 1);
    Atomics.notify(this.shared, FIRST_THREAD + thread);
  }

  /** A thread has done what it took. */
  ended(): void {
    this.#working--;
  }

  /** Waits for the next message, looking now and then whether to stop. */
  async hear(look: () => void): Promise<void> {
    look();
    await this.#crew.hear();
  }

  /** Waits until all threads are done. */
  async over(look: () => void = () => {}): Promise<void> {
    while (this.#working > 0) await this.hear(look);
  }
}

/** The same graph where every thread sees it. */
function inSharedMemory({
  nodes,
  start,
  source,
  target,
  amountUsd,
  edgeStart,
  edge,
  time,
}: CompactGraph): CompactGraph {
  const whole = (array: Int32Array) => {
    const shared = new Int32Array(new SharedArrayBuffer(array.byteLength));
    shared.set(array);
    return shared;
  };
  const numbers = (array: Float64Array) => {
    const shared = new Float64Array(new SharedArrayBuffer(array.byteLength));
    shared.set(array);
    return shared;
  };
  return {
    nodes,
    start: whole(start),
    source: whole(source),
    target: whole(target),
    amountUsd: numbers(amountUsd),
    edgeStart: whole(edgeStart),
    edge: whole(edge),
    time: time === null ? null : numbers(time),
  };
}
