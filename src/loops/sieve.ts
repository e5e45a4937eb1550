/** What of the loops found is given: those that hold, each choice of parallel flows where these count apart. */
import { flowCount, type LegGraph } from "../graph/legs.js";
import { type Cursor, START } from "./cursor.js";
import type { RawBatch, Task } from "./drive.js";
import { filterOf, looksAtEach, type Passes } from "./filter.js";
import type { Plan } from "./plan.js";
import type { LoopQuery } from "./query.js";
import { BatchWriter, type LoopBatch } from "./search/kernel.js";

/** Passes batches on, and knows where to go on after what it gave. */
export class Sieve {
  readonly #legs: LegGraph;
  readonly #passes: Passes | null;
  /** How many integers of a raw batch each leg of a loop takes. */
  readonly #width: number;
  /** Whether each choice of flows is to be made of the loops of legs. */
  readonly #expands: boolean;
  readonly #writer: BatchWriter;
  /** Integers that a loop of the greatest length takes. */
  readonly #most: number;
  #left: number;
  /** How many choices of the first loop were given already. */
  #choicesDone: number;
  #place: Cursor;
  #begun = 0;
  /** Whether only a part of the last batch has been looked at. */
  #isAmid = false;
  /** What was given last, until its last loop is asked for. */
  #plain: RawBatch | null = null;

  constructor(legs: LegGraph, query: LoopQuery, plan: Plan, from: Cursor = START) {
    this.#legs = legs;
    this.#width = plan.givesFlows ? 2 : 1;
    this.#expands = query.perFlow === true && !plan.givesFlows;
    const isPlain = !this.#expands && !looksAtEach(query, plan.isTimed);
    this.#passes = isPlain ? null : filterOf(legs, query, plan.isTimed);
    const { longest } = plan;
    this.#writer = new BatchWriter(2 * longest, isPlain ? 0 : undefined);
    this.#most = 2 * longest + 1;
    this.#left = query.limit ?? Number.POSITIVE_INFINITY;
    this.#choicesDone = from.choices;
    this.#place = from;
  }

  /** Whether as many loops were given as the query wants. */
  get isFull(): boolean {
    return this.#left <= 0;
  }

  /** Where to go on: after the last loop given, or where a part was begun since. */
  get place(): Cursor {
    if (this.#plain !== null) {
      const { loops, parts } = this.#plain;
      this.#plain = null;
      let last = 0;
      for (let at = 0; at < loops.length; at += this.#size(loops, at)) last = at;
      this.#place = this.#placeAfter(loops, last, partAt(parts, last), 0);
    }
    return this.#begun > this.#place.part && !this.#isAmid ? { ...START, part: this.#begun } : this.#place;
  }

  /** A task is begun; all before it are done. */
  begin({ part }: Task): void {
    this.#begun = part;
  }

  /** What of a batch is given. Each is to be read before the next is asked for. */
  *pass(batch: RawBatch): Generator<LoopBatch> {
    if (this.#passes !== null) yield* this.#sift(batch, this.#passes);
    else if (this.#left === Number.POSITIVE_INFINITY) {
      this.#plain = batch;
      yield batch.loops;
    } else {
      const { loops, parts } = batch;
      let end = 0;
      for (; end < loops.length && this.#left > 0; this.#left--) end += this.#size(loops, end);
      this.#isAmid = end < loops.length;
      if (end === 0) return;
      this.#plain = { loops: loops.subarray(0, end), parts };
      yield this.#plain.loops;
    }
  }

  *#sift({ loops, parts }: RawBatch, passes: Passes): Generator<LoopBatch> {
    this.#isAmid = true;
    for (let at = 0; at < loops.length && !this.isFull; ) {
      const length = loops[at] as number;
      const taken = loops.subarray(at + 1, at + 1 + length);
      const part = partAt(parts, at);
      let given = 0;
      const known = this.#width === 2 ? loops.subarray(at + 1 + length, at + 1 + 2 * length) : undefined;
      for (const choice of this.#expands ? choices(this.#legs, taken) : [known]) {
        given++;
        if (given <= this.#choicesDone || !passes(taken, choice)) continue;
        const isFull = this.#write(taken, choice);
        this.#place = this.#placeAfter(loops, at, part, this.#expands ? given : 0);
        if (isFull || this.isFull) yield this.#writer.take();
        if (this.isFull) return;
      }
      this.#choicesDone = 0;
      this.#place = this.#placeAfter(loops, at, part, 0);
      at += this.#size(loops, at);
    }
    this.#isAmid = false;
    if (this.#writer.used > 0) yield this.#writer.take();
  }

  /** Writes one loop; true when the batch has no room for another of the greatest length. */
  #write(taken: Int32Array, choice: Int32Array | undefined): boolean {
    const { batch } = this.#writer;
    batch[this.#writer.used] = taken.length;
    batch.set(taken, this.#writer.used + 1);
    this.#writer.used += 1 + taken.length;
    if (choice !== undefined) {
      batch.set(choice, this.#writer.used);
      this.#writer.used += choice.length;
    }
    this.#left--;
    return this.#writer.used > batch.length - this.#most;
  }

  #size(loops: LoopBatch, at: number): number {
    return 1 + this.#width * (loops[at] as number);
  }

  #placeAfter(loops: LoopBatch, at: number, part: number, given: number): Cursor {
    const after = Array.from(loops.subarray(at + 1, at + this.#size(loops, at)));
    return { part, after, choices: given, undone: [] };
  }
}

function partAt(parts: RawBatch["parts"], at: number): number {
  return parts.findLast((mark) => mark.at <= at)?.part ?? 0;
}

/** Every choice of one flow a leg, in the order of the flows' numbers. The array is filled anew for each. */
function* choices(legs: LegGraph, taken: Int32Array): Generator<Int32Array> {
  const counts = taken.map((leg) => flowCount(legs, leg));
  const choice = new Int32Array(taken.length);
  for (let i = 0; i >= 0; ) {
    yield choice;
    for (i = taken.length - 1; i >= 0; i--) {
      choice[i] = (choice[i] as number) + 1;
      if ((choice[i] as number) < (counts[i] as number)) break;
      choice[i] = 0;
    }
  }
}
