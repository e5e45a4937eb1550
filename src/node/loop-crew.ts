/** Threads that search loops together: they see the graph in shared memory, and stay for another search. */
import { Worker } from "node:worker_threads";
import type { CompactGraph } from "../graph/compact.js";
import type { Split } from "../loops/drive.js";
import type { Prepared } from "../loops/prepare.js";
import { batchRoom } from "../loops/search/kernel.js";
import {
  type BatchSlot,
  batchesAhead,
  creditOf,
  type FromLoopThread,
  IS_AWAITED,
  type LoopWork,
  NEXT_TASK,
  placesFor,
  STOPPED,
  sentBy,
} from "./loop-messages.js";
import { batchSlot, SlotReader } from "./loop-slots.js";

/** What goes from thread to thread goes in larger pieces. */
export const BATCH_INTEGERS = 1 << 18;

/** How often those who wait look whether to stop. */
const LOOK_MS = 20;

/** Told what a thread sent. */
export type Heard = (message: FromLoopThread, thread: number) => void;

/** Threads for one search after another, started when they are first wanted. */
export class Crew {
  readonly #workers: Worker[] = [];
  readonly #slots: (readonly BatchSlot[])[] = [];
  readonly #graphs = new WeakMap<CompactGraph, CompactGraph>();
  #search: CrewSearch | null = null;
  #heard: Heard = () => {};
  #failure: Error | null = null;
  #wake: () => void = () => {};

  /** Sets so many threads to a search, once they have ended the one before. */
  async begin(
    prepared: Prepared,
    split: Split,
    threads: number,
    loopsAre: "counted" | "found",
    heard: Heard = () => {},
  ): Promise<CrewSearch> {
    this.#search?.stop();
    await this.#search?.over();
    while (this.#workers.length < threads) this.#workers.push(this.#start(this.#workers.length));
    const { legs, question, start, plan } = prepared;
    const ahead = batchesAhead(threads);
    const room = batchRoom(2 * plan.longest, BATCH_INTEGERS);
    const workers = this.#workers.slice(0, threads);
    const slots = workers.map((_, thread) =>
      loopsAre === "counted" ? null : this.#slotsOf(thread, ahead, room),
    );
    const search = new CrewSearch(this, slots);
    this.#search = search;
    this.#heard = (message, thread) => {
      if (message.type === "end") search.ended();
      else heard(message, thread);
    };
    for (const [thread, worker] of workers.entries()) {
      const work: LoopWork = {
        graph: this.#shared(legs),
        question,
        start,
        split,
        slots: slots[thread] ?? null,
        shared: search.shared,
      };
      worker.postMessage(work);
    }
    return search;
  }

  #shared(graph: CompactGraph): CompactGraph {
    const shared = this.#graphs.get(graph) ?? inSharedMemory(graph);
    this.#graphs.set(graph, shared);
    return shared;
  }

  /** Room for the batches of a thread: what served the search before where it is large enough. */
  #slotsOf(thread: number, many: number, integers: number): readonly BatchSlot[] {
    const known = this.#slots[thread] ?? [];
    if (known.length === many && (known[0]?.loops.length ?? 0) >= integers) return known;
    const made = Array.from({ length: many }, () => batchSlot(integers));
    this.#slots[thread] = made;
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
  /** What each thread sends, where loops are found. */
  readonly arrivals: readonly SlotReader[];
  readonly #crew: Crew;
  readonly #threads: number;
  #working: number;

  constructor(crew: Crew, slots: readonly (readonly BatchSlot[] | null)[]) {
    this.#crew = crew;
    this.#threads = slots.length;
    this.#working = slots.length;
    this.shared = new Int32Array(new SharedArrayBuffer(4 * placesFor(slots.length)));
    this.arrivals = slots.map((own, thread) => new SlotReader(own ?? [], this.shared, thread));
    for (const [thread, own] of slots.entries())
      Atomics.store(this.shared, creditOf(thread), own?.length ?? 0);
  }

  /** Takes the next task for the caller. */
  readonly nextTask = (): number => Atomics.add(this.shared, NEXT_TASK, 1);

  /** How many tasks were taken. */
  get taken(): number {
    return Atomics.load(this.shared, NEXT_TASK);
  }

  /** Ends the search of all threads within a few thousand steps. */
  stop(): void {
    Atomics.store(this.shared, STOPPED, 1);
    for (let thread = 0; thread < this.#threads; thread++) Atomics.notify(this.shared, creditOf(thread));
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

  /** Waits until a thread has sent more batches than so many of all, looking now and then whether to stop. */
  async hearOfBatch(read: number, look: () => void): Promise<void> {
    Atomics.store(this.shared, IS_AWAITED, 1);
    // One sent before that woke nobody.
    if (this.#sent === read) await this.hear(look);
    Atomics.store(this.shared, IS_AWAITED, 0);
  }

  get #sent(): number {
    let sent = 0;
    for (let thread = 0; thread < this.#threads; thread++) sent += Atomics.load(this.shared, sentBy(thread));
    return sent;
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
