/**
 * Until when an entity can still be left for the root: the labels that a search for loops in the order of
 * time is steered by.
 */
import type { CompactGraph } from "../../graph/compact.js";
import { type RankedGraph, rankGraph } from "./ranked.js";

/** The edges that leave or reach each entity, by time: those of `v` are `start[v]` to `start[v + 1]`. */
export interface EdgesByTime {
  readonly start: Int32Array;
  /** The place of each in the graph. */
  readonly place: Int32Array;
  /** Its other end, by rank. */
  readonly end: Int32Array;
  readonly seconds: Float64Array;
}

/**
 * The first flows of one root after another, each with the window it opens. `latest[v]` is the last second
 * at which a flow may leave `v` and others follow it to the root, each later than the one before, until the
 * window closes. As windows move on labels only rise, so that each edge is looked at once for a root.
 *
 * @see Kumar and Calders, 2SCENT: an efficient algorithm to enumerate all simple temporal cycles, PVLDB 11
 * (2018) 1441.
 */
export class Departures {
  readonly ranked: RankedGraph;
  /** Edges on loops, by who pays them. */
  readonly leaving: EdgesByTime;
  /** By edge as it stands in `leaving`: the seconds of the one before it in its leg. */
  readonly before: Float64Array;
  /** And where the edges later than it begin, of those that leave its payee. */
  readonly follows: Int32Array;
  /** Seconds by rank: no flow reaches the root in time after minus infinity, any does after infinity. */
  readonly latest: Float64Array;
  /** The flow that opens the window, by where it stands in `leaving`, and when the window opens and closes. */
  first = -1;
  opens = Number.NEGATIVE_INFINITY;
  closes = Number.NEGATIVE_INFINITY;
  steps = 0;

  readonly #windowSeconds: number;
  readonly #arriving: EdgesByTime;
  /** How far into `arriving` the label of an entity has been handed on; -1 where it has none. */
  readonly #handedOn: Int32Array;
  readonly #labelled: Int32Array;
  readonly #waiting: Int32Array;
  readonly #isWaiting: Uint8Array;
  #root = -1;
  #labels = 0;
  #nextLeaving = 0;
  #nextArriving = 0;

  constructor(graph: CompactGraph, time: Float64Array, windowSeconds: number) {
    const ranked = rankGraph(graph);
    const { size, rankOf, outLeg } = ranked;
    this.ranked = ranked;
    this.#windowSeconds = windowSeconds;
    const payer = new Int32Array(time.length).fill(-1);
    const payee = new Int32Array(time.length);
    for (const leg of outLeg) {
      payer.fill(
        rankOf[graph.source[leg] as number] as number,
        graph.edgeStart[leg],
        graph.edgeStart[leg + 1],
      );
      payee.fill(
        rankOf[graph.target[leg] as number] as number,
        graph.edgeStart[leg],
        graph.edgeStart[leg + 1],
      );
    }
    const order = byTime(time).filter((place) => payer[place] !== -1);
    this.leaving = edgesOf(payer, payee, order, size, time);
    this.#arriving = edgesOf(payee, payer, order, size, time);
    const { place, end, seconds, start } = this.leaving;
    this.before = new Float64Array(place.length);
    this.follows = new Int32Array(place.length);
    for (let i = 0; i < place.length; i++) {
      const at = place[i] as number;
      const w = end[i] as number;
      const isFirst = at === 0 || payer[at - 1] !== payer[at] || payee[at - 1] !== payee[at];
      this.before[i] = isFirst ? Number.NEGATIVE_INFINITY : (time[at - 1] as number);
      this.follows[i] = firstAfter(seconds, start[w] as number, start[w + 1] as number, seconds[i] as number);
    }
    this.latest = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
    this.#handedOn = new Int32Array(size).fill(-1);
    this.#labelled = new Int32Array(size);
    this.#waiting = new Int32Array(size);
    this.#isWaiting = new Uint8Array(size);
  }

  /** Turns to a root, before the first of its flows. */
  begin(root: number): void {
    for (let i = 0; i < this.#labels; i++) {
      const v = this.#labelled[i] as number;
      this.latest[v] = Number.NEGATIVE_INFINITY;
      this.#handedOn[v] = -1;
    }
    if (this.#root !== -1) this.latest[this.#root] = Number.NEGATIVE_INFINITY;
    this.latest[root] = Number.POSITIVE_INFINITY;
    this.#labels = 0;
    this.#root = root;
    this.#nextLeaving = this.leaving.start[root] as number;
    this.#nextArriving = this.#arriving.start[root] as number;
  }

  /** Turns to the root's next flow and raises the labels to its window; false after the last. */
  advance(): boolean {
    const { start, end, seconds } = this.#arriving;
    if (this.#nextLeaving === this.leaving.start[this.#root + 1]) return false;
    this.first = this.#nextLeaving++;
    this.opens = this.leaving.seconds[this.first] as number;
    this.closes = this.opens + this.#windowSeconds;
    const last = start[this.#root + 1] as number;
    let i = this.#nextArriving;
    let waiting = 0;
    for (; i < last && (seconds[i] as number) <= this.closes; i++)
      if ((seconds[i] as number) > this.opens)
        waiting = this.#label(end[i] as number, seconds[i] as number, waiting);
    this.#nextArriving = i;
    while (waiting > 0) {
      const v = this.#waiting[--waiting] as number;
      this.#isWaiting[v] = 0;
      waiting = this.#handOn(v, waiting);
    }
    return true;
  }

  /** Labels those who could pay an entity before it is to be left; the rest of them were labelled before. */
  #handOn(v: number, waiting: number): number {
    const { start, end, seconds } = this.#arriving;
    const { latest } = this;
    const before = latest[v] as number;
    const last = start[v + 1] as number;
    let i = this.#handedOn[v] as number;
    if (i === -1) i = firstAfter(seconds, start[v] as number, last, this.opens);
    const from = i;
    let more = waiting;
    for (; i < last && (seconds[i] as number) < before; i++)
      if ((seconds[i] as number) > (latest[end[i] as number] as number))
        more = this.#label(end[i] as number, seconds[i] as number, more);
    this.#handedOn[v] = i;
    this.steps += i - from;
    return more;
  }

  /** Raises a label to a later second; returns how many entities now have theirs to hand on. */
  #label(v: number, seconds: number, waiting: number): number {
    if (this.latest[v] === Number.NEGATIVE_INFINITY) this.#labelled[this.#labels++] = v;
    if (seconds > (this.latest[v] as number)) this.latest[v] = seconds;
    if (this.#isWaiting[v] === 1) return waiting;
    this.#isWaiting[v] = 1;
    this.#waiting[waiting] = v;
    return waiting + 1;
  }
}

/** The first place of `seconds[from..to)`, which ascends, after so many; `to` if there is none. */
export function firstAfter(seconds: Float64Array, from: number, to: number, moment: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((seconds[middle] as number) <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

function edgesOf(
  near: Int32Array,
  far: Int32Array,
  order: Int32Array,
  size: number,
  time: Float64Array,
): EdgesByTime {
  const start = new Int32Array(size + 1);
  for (const place of order) {
    const v = near[place] as number;
    start[v + 1] = (start[v + 1] as number) + 1;
  }
  for (let v = 0; v < size; v++) start[v + 1] = (start[v + 1] as number) + (start[v] as number);
  const fill = start.slice();
  const places = new Int32Array(order.length);
  const end = new Int32Array(order.length);
  const seconds = new Float64Array(order.length);
  for (const place of order) {
    const v = near[place] as number;
    const at = fill[v] as number;
    fill[v] = at + 1;
    places[at] = place;
    end[at] = far[place] as number;
    seconds[at] = time[place] as number;
  }
  return { start, place: places, end, seconds };
}

/** Places in the order of their seconds, and of themselves where those are equal. */
function byTime(time: Float64Array): Int32Array {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let areWhole = true;
  for (const seconds of time) {
    if (seconds < least) least = seconds;
    if (seconds > most) most = seconds;
    areWhole &&= Number.isInteger(seconds);
  }
  const n = time.length;
  if (areWhole && (most - least + 1) * n < Number.MAX_SAFE_INTEGER) {
    // One number holds seconds and place, so that no function has to compare.
    const keys = time.map((seconds, place) => (seconds - least) * n + place).sort();
    return Int32Array.from(keys, (key) => key % n);
  }
  return Int32Array.from(time.keys()).sort((a, b) => (time[a] as number) - (time[b] as number) || a - b);
}
