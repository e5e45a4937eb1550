/**
 * Loops that were found, kept as integers; a loop becomes an object when it is looked at. What they are
 * ordered by is worked out when an order is asked for.
 */
import { flowAt, flowsOfLeg, type LegFlow, type LegGraph, legAmountUsd } from "../graph/legs.js";
import { dayNumber, firstDay } from "../model/dates.js";
import { describeLoop, type Loop, openedOn } from "./loop.js";
import type { Rank } from "./query.js";
import type { LoopBatch } from "./search/kernel.js";

/** What loops are ordered by. */
export interface Measures {
  /** The smallest stated leg in US dollars; -1 when none is stated. */
  readonly bottleneck: number;
  readonly total: number;
  readonly undisclosed: number;
  /** The day number of the last leg to open; infinite when a leg has no date. */
  readonly closed: number;
}

/** A loop from its smallest id on, and what it is ordered by. */
export interface WeighedLoop extends Measures {
  readonly taken: Int32Array;
  /** Which of the flows of each leg; empty where each leg stands with all of its flows. */
  readonly choice: Int32Array;
}

/** Measures and describes the loops of one graph. */
export class LoopReader {
  readonly #legs: LegGraph;
  readonly #withChoice: boolean;
  /** By leg, the day number on which its first flow opened; NaN until it is asked for. */
  readonly #opened: Float64Array;

  /** @param withChoice whether batches say which flow of each leg. */
  constructor(legs: LegGraph, withChoice: boolean) {
    this.#legs = legs;
    this.#withChoice = withChoice;
    this.#opened = new Float64Array(legs.target.length).fill(Number.NaN);
  }

  /** How many integers a loop takes in a batch. */
  size(length: number): number {
    return 1 + (this.#withChoice ? 2 : 1) * length;
  }

  /** Turns the loop at a place of a batch so that it starts at its smallest id; gives how many integers it takes. */
  turn(batch: LoopBatch, at: number): number {
    const length = batch[at] as number;
    // Legs are numbered by payer, so the smallest number leaves the smallest id.
    let first = 0;
    for (let i = 1; i < length; i++)
      if ((batch[at + 1 + i] as number) < (batch[at + 1 + first] as number)) first = i;
    if (first > 0) {
      turnBy(batch.subarray(at + 1, at + 1 + length), first);
      if (this.#withChoice) turnBy(batch.subarray(at + 1 + length, at + 1 + 2 * length), first);
    }
    return this.size(length);
  }

  /** The loop that begins at a place of a batch, turned to its smallest id. */
  read(batch: LoopBatch, at: number, rank: Rank): WeighedLoop {
    const length = batch[at] as number;
    const taken = batch.subarray(at + 1, at + 1 + length);
    const choice = batch.subarray(at + 1 + length, at + this.size(length));
    return { taken, choice, ...this.#measure(taken, choice, rank === "recent") };
  }

  /** One loop as an object. Time O(flows on it). */
  describe({ taken, choice }: Pick<WeighedLoop, "taken" | "choice">): Loop {
    const { ids, source, kindOf } = this.#legs;
    const legs = Array.from(taken);
    const entities = legs.map((leg) => ids[source[leg] as number] ?? "");
    const flows = legs.map((leg, i) => {
      const chosen = choice[i];
      return chosen === undefined ? flowsOfLeg(this.#legs, leg) : [flowAt(this.#legs, leg, chosen)];
    });
    const whole = entities.join(">");
    const id = this.#withChoice ? `${whole}#${flows.map(([flow]) => flow?.id ?? "").join(">")}` : whole;
    return describeLoop(entities, flows, kindOf, id);
  }

  #measure(taken: Int32Array, choice: Int32Array, isDated: boolean): Measures {
    let bottleneck = Number.POSITIVE_INFINITY;
    let total = 0;
    let undisclosed = 0;
    let closed = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < taken.length; i++) {
      const leg = taken[i] as number;
      const flow = choice.length === 0 ? undefined : flowAt(this.#legs, leg, choice[i] as number);
      const usd =
        flow === undefined ? (this.#legs.amountUsd[leg] as number) : (legAmountUsd([flow]) ?? Number.NaN);
      if (Number.isNaN(usd)) undisclosed++;
      else {
        total += usd;
        if (usd < bottleneck) bottleneck = usd;
      }
      if (isDated) closed = Math.max(closed, flow === undefined ? this.#openedDay(leg) : openedDay(flow));
    }
    return {
      bottleneck: bottleneck === Number.POSITIVE_INFINITY ? -1 : bottleneck,
      total,
      undisclosed,
      closed,
    };
  }

  #openedDay(leg: number): number {
    const known = this.#opened[leg] as number;
    if (!Number.isNaN(known)) return known;
    const day = Math.min(...flowsOfLeg(this.#legs, leg).map(openedDay));
    this.#opened[leg] = day;
    return day;
  }
}

/** The order of loops by a rank; see `findLoops` for what comes first. */
export function inRank(rank: Rank): (a: WeighedLoop, b: WeighedLoop) => number {
  const strongest = (a: WeighedLoop, b: WeighedLoop) =>
    Number(a.undisclosed > 0) - Number(b.undisclosed > 0) ||
    b.bottleneck - a.bottleneck ||
    a.taken.length - b.taken.length ||
    byNumbers(a.taken, b.taken) ||
    byNumbers(a.choice, b.choice);
  const leading = LEADING[rank];
  return (a, b) => ascending(leading(a), leading(b)) || strongest(a, b);
}

/** What each rank looks at before strength, the smaller first. Undated loops come last. */
const LEADING: Readonly<Record<Rank, (loop: WeighedLoop) => number>> = {
  bottleneck: () => 0,
  total: ({ total }) => -total,
  length: ({ taken }) => taken.length,
  recent: ({ closed }) => (closed === Number.POSITIVE_INFINITY ? closed : -closed),
};

/** Loops in order, made into objects as they are asked for. */
export interface OrderedLoops {
  readonly length: number;
  slice(from?: number, to?: number): Loop[];
}

/** Keeps batches of loops and puts them in order. */
export class FoundLoops {
  readonly #reader: LoopReader;
  readonly #batches: LoopBatch[] = [];
  #count = 0;
  #bytes = 0;

  constructor(reader: LoopReader) {
    this.#reader = reader;
  }

  get count(): number {
    return this.#count;
  }

  /** What keeping and ordering them takes, about. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Keeps a copy of a batch, each loop turned to its smallest id. */
  add(batch: LoopBatch): void {
    const kept = batch.slice();
    const before = this.#count;
    for (let at = 0; at < kept.length; this.#count++) at += this.#reader.turn(kept, at);
    this.#batches.push(kept);
    this.#bytes += kept.byteLength + (this.#count - before) * BYTES_TO_ORDER;
  }

  /** All of them by a rank. Time O(n log n). */
  ordered(rank: Rank): OrderedLoops {
    const reader = this.#reader;
    const batches = this.#batches;
    const count = this.#count;
    const batchOf = new Int32Array(count);
    const atOf = new Int32Array(count);
    const isHidden = new Uint8Array(count);
    const bottleneck = new Float64Array(count);
    const leading = rank === "bottleneck" ? null : new Float64Array(count);
    let loop = 0;
    batches.forEach((batch, number) => {
      for (let at = 0; at < batch.length; at += reader.size(batch[at] as number), loop++) {
        const measured = reader.read(batch, at, rank);
        batchOf[loop] = number;
        atOf[loop] = at;
        isHidden[loop] = measured.undisclosed > 0 ? 1 : 0;
        bottleneck[loop] = measured.bottleneck;
        if (leading !== null) leading[loop] = LEADING[rank](measured);
      }
    });
    const order = Int32Array.from({ length: count }, (_, i) => i).sort((a, b) => {
      const first = leading === null ? 0 : ascending(leading[a] as number, leading[b] as number);
      const strength =
        first ||
        (isHidden[a] as number) - (isHidden[b] as number) ||
        (bottleneck[b] as number) - (bottleneck[a] as number);
      if (strength !== 0) return strength;
      const one = batches[batchOf[a] as number] as LoopBatch;
      const other = batches[batchOf[b] as number] as LoopBatch;
      const size = reader.size(one[atOf[a] as number] as number);
      // Length, legs and choice, one after the other.
      for (let i = 0; i < size; i++) {
        const difference =
          (one[(atOf[a] as number) + i] as number) - (other[(atOf[b] as number) + i] as number);
        if (difference !== 0) return difference;
      }
      return 0;
    });
    const read = (index: number) =>
      reader.read(batches[batchOf[index] as number] as LoopBatch, atOf[index] as number, rank);
    return {
      length: count,
      slice: (from, to) => Array.from(order.slice(from, to), (index) => reader.describe(read(index))),
    };
  }
}

/** What keeping a loop takes beside its integers while all are put in order. */
const BYTES_TO_ORDER = 29;

/** The same for loops that are measured already. */
export function inGivenOrder(reader: LoopReader, loops: readonly WeighedLoop[]): OrderedLoops {
  return {
    length: loops.length,
    slice: (from, to) => loops.slice(from, to).map((loop) => reader.describe(loop)),
  };
}

function byNumbers(a: Int32Array, b: Int32Array): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

function ascending(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function turnBy(numbers: Int32Array, by: number): void {
  const head = numbers.slice(0, by);
  numbers.copyWithin(0, by);
  numbers.set(head, numbers.length - by);
}

function openedDay(flow: LegFlow): number {
  const opened = openedOn(flow);
  return opened === null ? Number.POSITIVE_INFINITY : dayNumber(firstDay(opened));
}
