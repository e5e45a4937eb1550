/**
 * Loops that were found, kept as integers with the few numbers they are ordered by; a loop becomes an
 * object when it is looked at.
 */
import { flowAt, flowsOfLeg, type LegFlow, type LegGraph, legAmountUsd, legFrom } from "../graph/legs.js";
import { dayNumber, firstDay } from "../model/dates.js";
import { describeLoop, type KindOf, type Loop, openedOn } from "./loop.js";
import type { Rank } from "./query.js";

/** Grows as needed; indexes from 0 in the order of adding. */
export class FoundLoops {
  readonly #legs: LegGraph;
  readonly #kindOf: KindOf;
  readonly #opened: Float64Array;
  /** For each loop: the numbers of its legs, then which flow of each, or -1 for all of them. */
  readonly #steps = new Integers();
  readonly #start: number[] = [];
  readonly #bottleneck: number[] = [];
  readonly #total: number[] = [];
  readonly #undisclosed: number[] = [];
  readonly #closed: number[] = [];

  constructor(legs: LegGraph, kindOf: KindOf) {
    this.#legs = legs;
    this.#kindOf = kindOf;
    this.#opened = Float64Array.from(legs.target, (_, leg) =>
      Math.min(...flowsOfLeg(legs, leg).map(openedDay)),
    );
  }

  get count(): number {
    return this.#start.length;
  }

  /** Adds a loop given from any of its entities on. Without `flows`, each leg stands with all of its flows. */
  add(legs: ArrayLike<number>, from: number, length: number, flows?: ArrayLike<number>): void {
    // Legs are numbered by payer, so the smallest number leaves the smallest id.
    let first = 0;
    for (let i = 1; i < length; i++)
      if ((legs[from + i] as number) < (legs[from + first] as number)) first = i;
    let bottleneck = Number.POSITIVE_INFINITY;
    let total = 0;
    let undisclosed = 0;
    let closed = Number.NEGATIVE_INFINITY;
    this.#start.push(this.#steps.length);
    for (let i = 0; i < length; i++) {
      const leg = legs[from + ((first + i) % length)] as number;
      const flow = flows === undefined ? undefined : this.#flow(leg, flows[(first + i) % length] as number);
      const usd =
        flow === undefined ? (this.#legs.amountUsd[leg] as number) : (legAmountUsd([flow]) ?? Number.NaN);
      if (Number.isNaN(usd)) undisclosed++;
      else {
        total += usd;
        if (usd < bottleneck) bottleneck = usd;
      }
      closed = Math.max(closed, flow === undefined ? (this.#opened[leg] as number) : openedDay(flow));
      this.#steps.push(leg);
    }
    for (let i = 0; i < length; i++)
      this.#steps.push(flows === undefined ? -1 : (flows[(first + i) % length] as number));
    this.#bottleneck.push(bottleneck === Number.POSITIVE_INFINITY ? -1 : bottleneck);
    this.#total.push(total);
    this.#undisclosed.push(undisclosed);
    this.#closed.push(closed);
  }

  /** The number of legs of a loop. */
  length(loop: number): number {
    return ((this.#start[loop + 1] ?? this.#steps.length) - (this.#start[loop] as number)) / 2;
  }

  /** The smallest stated leg in US dollars, or -1 when none is stated. */
  bottleneck(loop: number): number {
    return this.#bottleneck[loop] as number;
  }

  /** The number of the loop's leg at a place, from 0. */
  leg(loop: number, place: number): number {
    return this.#steps.at((this.#start[loop] as number) + place);
  }

  /** The indexes of all loops in order; see `findLoops` for what comes first. */
  ordered(rank: Rank): Int32Array {
    const strongest = (a: number, b: number) =>
      Number((this.#undisclosed[a] as number) > 0) - Number((this.#undisclosed[b] as number) > 0) ||
      (this.#bottleneck[b] as number) - (this.#bottleneck[a] as number) ||
      this.length(a) - this.length(b) ||
      this.#byLegs(a, b);
    const measure: Record<Rank, (a: number, b: number) => number> = {
      bottleneck: () => 0,
      total: (a, b) => (this.#total[b] as number) - (this.#total[a] as number),
      length: (a, b) => this.length(a) - this.length(b),
      recent: (a, b) => descending(this.#closed[a] as number, this.#closed[b] as number),
    };
    const first = measure[rank];
    return Int32Array.from({ length: this.count }, (_, i) => i).sort(
      (a, b) => first(a, b) || strongest(a, b),
    );
  }

  /** One loop as an object. Time O(flows on it). */
  loop(index: number): Loop {
    const length = this.length(index);
    const places = Array.from({ length }, (_, i) => i);
    const legs = places.map((i) => this.leg(index, i));
    const entities = legs.map((leg) => this.#legs.ids[legFrom(this.#legs, leg)] ?? "");
    const chosen = places.map((i) => this.#steps.at((this.#start[index] as number) + length + i));
    const flows = legs.map((leg, i) => {
      const choice = chosen[i] ?? -1;
      return choice === -1 ? flowsOfLeg(this.#legs, leg) : [flowAt(this.#legs, leg, choice)];
    });
    const whole = entities.join(">");
    const id = chosen[0] === -1 ? whole : `${whole}#${flows.map(([flow]) => flow?.id ?? "").join(">")}`;
    return describeLoop(entities, flows, this.#kindOf, id);
  }

  #flow(leg: number, choice: number): LegFlow {
    return flowAt(this.#legs, leg, choice);
  }

  #byLegs(a: number, b: number): number {
    const from = this.#start[a] as number;
    const to = this.#start[b] as number;
    for (let i = 0; i < 2 * this.length(a); i++) {
      const difference = this.#steps.at(from + i) - this.#steps.at(to + i);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}

/** Undated loops, whose day is infinite, come last. */
function descending(a: number, b: number): number {
  if (a === b) return 0;
  if (a === Number.POSITIVE_INFINITY) return 1;
  return b === Number.POSITIVE_INFINITY ? -1 : b - a;
}

function openedDay(flow: LegFlow): number {
  const opened = openedOn(flow);
  return opened === null ? Number.POSITIVE_INFINITY : dayNumber(firstDay(opened));
}

/** A list of integers in chunks, so that it never has to be copied whole. */
class Integers {
  readonly #chunks: Int32Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const place = this.#length & CHUNK_MASK;
    if (place === 0) this.#chunks.push(new Int32Array(CHUNK_MASK + 1));
    (this.#chunks[this.#length >> CHUNK_BITS] as Int32Array)[place] = value;
    this.#length++;
  }

  at(index: number): number {
    return (this.#chunks[index >> CHUNK_BITS] as Int32Array)[index & CHUNK_MASK] as number;
  }
}

const CHUNK_BITS = 16;
const CHUNK_MASK = (1 << CHUNK_BITS) - 1;
