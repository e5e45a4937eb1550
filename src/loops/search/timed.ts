/**
 * Finds loops of single flows in the order of their times: a walk along later and later flows, steered by
 * the last departures that still lead home within the window.
 */
import type { CompactGraph } from "../../graph/compact.js";
import { Departures, firstAfter } from "./departures.js";
import {
  type BatchWriter,
  type LoopFinder,
  type RunEnd,
  type ShouldStop,
  STEPS_BETWEEN_LOOKS,
} from "./kernel.js";

/** What a search in the order of time is asked. */
export interface TimedQuestion {
  readonly minLength: number;
  readonly maxLength: number;
  /** Most seconds from the first flow to the last. */
  readonly windowSeconds: number;
  /** Whether each choice of parallel flows is a loop of its own, or the loop of their legs is found once. */
  readonly perFlow: boolean;
}

/**
 * The kernel for one timed graph. Roots are ranks, as in any search; a loop is found from the payer of its
 * first flow. With `perFlow` a loop's legs are followed by which of its parallel edges each flow is, from 0
 * by time.
 *
 * Without, many flows can make the same loop of legs, from several roots: it is written where it comes first,
 * by the seconds of its first flow and then by the number of that flow's leg.
 */
export class TimedFinder implements LoopFinder {
  readonly roots: number;
  readonly #graph: CompactGraph;
  readonly #time: Float64Array;
  readonly #departures: Departures;
  readonly #question: TimedQuestion;
  readonly #limit: number;
  readonly #legOf: Int32Array;
  /** By depth, which is the number of flows to get there. */
  readonly #at: Int32Array;
  readonly #next: Int32Array;
  readonly #arrival: Float64Array;
  readonly #label: Float64Array;
  /** The places of the flows taken, and their legs. */
  readonly #taken: Int32Array;
  readonly #legs: Int32Array;
  #root = -1;
  #depth = 0;
  #steps = 0;
  /** The steps at which to look whether to stop: batches that are soon full do not put it off. */
  #look = STEPS_BETWEEN_LOOKS;

  constructor(graph: CompactGraph, time: Float64Array, question: TimedQuestion) {
    this.#graph = graph;
    this.#time = time;
    this.#question = question;
    this.#departures = new Departures(graph, time, question.windowSeconds);
    const { size } = this.#departures.ranked;
    this.roots = size;
    this.#limit = Math.min(question.maxLength, size);
    this.#legOf = new Int32Array(time.length);
    for (let leg = 0; leg < graph.target.length; leg++)
      this.#legOf.fill(leg, graph.edgeStart[leg], graph.edgeStart[leg + 1]);
    this.#at = new Int32Array(size + 2);
    this.#next = new Int32Array(size + 2);
    this.#arrival = new Float64Array(size + 2);
    this.#label = new Float64Array(size + 2);
    this.#taken = new Int32Array(size + 2);
    this.#legs = new Int32Array(size + 2);
  }

  get steps(): number {
    return this.#steps + this.#departures.steps;
  }

  begin(root: number): void {
    for (; this.#depth > 0; this.#depth--) this.#leave();
    this.#departures.begin(root);
    this.#root = root;
  }

  run(writer: BatchWriter, stop: ShouldStop): RunEnd {
    const departures = this.#departures;
    const { latest, leaving, before } = departures;
    const { start, place: places, end: leavesTo, seconds: leavesAt } = leaving;
    const { perFlow, minLength } = this.#question;
    const root = this.#root;
    const room = writer.batch.length - (perFlow ? 2 : 1) * this.#limit - 1;
    for (;;) {
      if (this.steps >= this.#look) {
        this.#look = this.steps + STEPS_BETWEEN_LOOKS;
        if (stop()) return "stopped";
      }
      if (writer.used > room) return "full";
      const depth = this.#depth;
      if (depth === 0) {
        if (!departures.advance()) return "done";
        this.#steps++;
        const { first } = departures;
        const to = leavesTo[first] as number;
        if ((latest[to] as number) > departures.opens) this.#enter(to, first);
        continue;
      }
      const v = this.#at[depth] as number;
      const earliest = this.#arrival[depth] as number;
      const last = Math.min(this.#label[depth] as number, departures.closes);
      const row = start[v + 1] as number;
      let i = this.#next[depth] as number;
      let entered = -1;
      let steps = 0;
      for (; i < row && entered === -1 && writer.used <= room; i++) {
        const when = leavesAt[i] as number;
        if (when > last) {
          i = row;
          break;
        }
        steps++;
        const w = leavesTo[i] as number;
        if (when >= (latest[w] as number) || (!perFlow && (before[i] as number) > earliest)) continue;
        if (w !== root) {
          if (depth + 2 <= this.#limit) entered = w;
          continue;
        }
        this.#take(depth, places[i] as number);
        if (depth + 1 >= minLength && (perFlow || this.#isFirst(depth + 1))) this.#write(writer, depth + 1);
      }
      this.#steps += steps;
      this.#next[depth] = i;
      if (entered !== -1) this.#enter(entered, i - 1);
      else if (i === row) {
        this.#leave();
        this.#depth = depth - 1;
      }
    }
  }

  /** Goes along an edge, by where it stands in `leaving`. */
  #enter(v: number, edge: number): void {
    const { latest, leaving, follows } = this.#departures;
    this.#take(this.#depth, leaving.place[edge] as number);
    const depth = ++this.#depth;
    this.#at[depth] = v;
    this.#next[depth] = follows[edge] as number;
    this.#arrival[depth] = leaving.seconds[edge] as number;
    // On the path, an entity is not to be left again.
    this.#label[depth] = latest[v] as number;
    latest[v] = Number.NEGATIVE_INFINITY;
  }

  #leave(): void {
    this.#departures.latest[this.#at[this.#depth] as number] = this.#label[this.#depth] as number;
  }

  #take(depth: number, place: number): void {
    this.#taken[depth] = place;
    this.#legs[depth] = this.#legOf[place] as number;
  }

  #write(writer: BatchWriter, length: number): void {
    const { batch } = writer;
    let used = writer.used;
    batch[used++] = length;
    for (let i = 0; i < length; i++) batch[used++] = this.#legs[i] as number;
    for (let i = 0; this.#question.perFlow && i < length; i++)
      batch[used++] = (this.#taken[i] as number) - (this.#graph.edgeStart[this.#legs[i] as number] as number);
    writer.used = used;
  }

  /** Whether no earlier flow begins the loop of these legs, from this root or another. */
  #isFirst(length: number): boolean {
    const { edgeStart } = this.#graph;
    const { opens } = this.#departures;
    const own = this.#legs[0] as number;
    for (let turn = 0; turn < length; turn++) {
      const leg = this.#legs[turn] as number;
      const end = turn === 0 ? (this.#taken[0] as number) : (edgeStart[leg + 1] as number);
      for (let place = edgeStart[leg] as number; place < end; place++) {
        const when = this.#time[place] as number;
        if (when > opens || (when === opens && leg > own)) break;
        if (this.#follow(length, turn, when)) return false;
      }
    }
    return true;
  }

  /** Whether the legs after one can each be paid later than the one before, the first after a moment. */
  #follow(length: number, turn: number, moment: number): boolean {
    const { edgeStart } = this.#graph;
    const closes = moment + this.#question.windowSeconds;
    let when = moment;
    this.#steps += length;
    for (let i = turn + 1; i < turn + length; i++) {
      const leg = this.#legs[i < length ? i : i - length] as number;
      const end = edgeStart[leg + 1] as number;
      const place = firstAfter(this.#time, edgeStart[leg] as number, end, when);
      if (place === end) return false;
      when = this.#time[place] as number;
      if (when > closes) return false;
    }
    return true;
  }
}
