/** The threads of one search: starts them on a graph in shared memory, and hands on what they send. */
import { Worker } from "node:worker_threads";
import type { CompactGraph } from "../graph/compact.js";
import type { Prepared } from "../loops/prepare.js";
import { FIRST_THREAD, type FromLoopThread, type LoopWork, NEXT_TASK, STOPPED } from "./loop-messages.js";

/** How often those who wait look whether to stop. */
const LOOK_MS = 20;

/** Told what a thread sent. */
export type Heard = (message: FromLoopThread, thread: number) => void;

export class Crew {
  readonly #shared: Int32Array;
  readonly #workers: readonly Worker[];
  readonly #heard: Heard;
  #working: number;
  #failure: Error | null = null;
  #wake: () => void = () => {};

  constructor({ legs, question, start }: Prepared, threads: number, counts: boolean, heard: Heard) {
    this.#heard = heard;
    this.#working = threads;
    this.#shared = new Int32Array(new SharedArrayBuffer(4 * (FIRST_THREAD + threads)));
    const graph = inSharedMemory(legs);
    this.#workers = Array.from({ length: threads }, (_, thread) => {
      const work: LoopWork = { graph, question, start, counts, shared: this.#shared, thread };
      const worker = new Worker(new URL("./loop-worker.js", import.meta.url), { workerData: work });
      worker.on("message", (message: FromLoopThread) => {
        if (message.type === "end") this.#working--;
        this.#heard(message, thread);
        this.#wake();
      });
      worker.on("error", (error) => {
        this.#failure = error;
        this.#wake();
      });
      return worker;
    });
  }

  /** Takes the next task for the caller. */
  nextTask(): number {
    return Atomics.add(this.#shared, NEXT_TASK, 1);
  }

  /** How many tasks were taken. */
  get taken(): number {
    return Atomics.load(this.#shared, NEXT_TASK);
  }

  /** Ends the search of all threads within a few thousand steps. */
  stop(): void {
    Atomics.store(this.#shared, STOPPED, 1);
    for (let thread = 0; thread < this.#workers.length; thread++)
      Atomics.notify(this.#shared, FIRST_THREAD + thread);
  }

  /** Lets a thread send another batch. */
  letSend(thread: number): void {
    Atomics.add(this.#shared, FIRST_THREAD + thread, 1);
    Atomics.notify(this.#shared, FIRST_THREAD + thread);
  }

  /** Whether all threads have said that they are done. */
  get isDone(): boolean {
    return this.#working === 0;
  }

  /**
   * Waits for the next message, looking now and then whether to stop.
   *
   * @throws what a thread failed with.
   */
  async hear(look: () => void): Promise<void> {
    look();
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

  async dismiss(): Promise<void> {
    this.stop();
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
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
