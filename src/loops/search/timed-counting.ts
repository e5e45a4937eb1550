/**
 * Counts loops of single flows in the order of their times: one walk goes along legs and takes all their
 * flows in the window with it, with the number of ways to have come by each.
 */
import type { CompactGraph } from "../../graph/compact.js";
import { Departures } from "./departures.js";
import { type LoopCounter, type ShouldStop, STEPS_BETWEEN_LOOKS } from "./kernel.js";

/**
 * The counting twin of `TimedFinder` where every flow counts apart. Counts are exact up to 2^53.
 *
 * @remarks As many steps as there are paths of legs in the order of time from a first flow.
 */
export class TimedCounter implements LoopCounter {
  readonly roots: number;
  readonly #departures: Departures;
  readonly #time: Float64Array;
  readonly #limit: number;
  /** By edge as it stands in `leaving`: where the places of its leg end. */
  readonly #legEnd: Int32Array;
  /** And the seconds of the next edge of its leg. */
  readonly #legNext: Float64Array;
  /** By depth, which is the number of flows to get there. */
  readonly #at: Int32Array;
  readonly #next: Int32Array;
  readonly #label: Float64Array;
  readonly #bundle: Int32Array;
  /** Bundles one behind another: when a flow arrives, and how many ways lead to it or an earlier one of its leg. */
  #seconds: Float64Array = new Float64Array(1 << 12);
  #ways: Float64Array = new Float64Array(1 << 12);
  #steps = 0;
  #look = 0;

  constructor(graph: CompactGraph, time: Float64Array, maxLength: number, windowSeconds: number) {
    this.#departures = new Departures(graph, time, windowSeconds);
    const { leaving, ranked } = this.#departures;
    const { size, outLeg } = ranked;
    this.roots = size;
    this.#time = time;
    this.#limit = Math.min(maxLength, size);
    this.#at = new Int32Array(size + 2);
    this.#next = new Int32Array(size + 2);
    this.#label = new Float64Array(size + 2);
    this.#bundle = new Int32Array(size + 3);
    const legEnd = new Int32Array(time.length);
    for (const leg of outLeg)
      legEnd.fill(graph.edgeStart[leg + 1] as number, graph.edgeStart[leg], graph.edgeStart[leg + 1]);
    this.#legEnd = leaving.place.map((place) => legEnd[place] as number);
    this.#legNext = Float64Array.from(leaving.place, (place) =>
      place + 1 === legEnd[place] ? Number.POSITIVE_INFINITY : (time[place + 1] as number),
    );
  }

  get steps(): number {
    return this.#steps + this.#departures.steps;
  }

  count(root: number, byLength: Float64Array, stop: ShouldStop): boolean {
    const departures = this.#departures;
    departures.begin(root);
    this.#look = this.steps + STEPS_BETWEEN_LOOKS;
    while (departures.advance()) {
      const to = departures.leaving.end[departures.first] as number;
      const leads = (departures.latest[to] as number) > departures.opens;
      if (leads && !this.#walk(root, to, byLength, stop)) return false;
      if (!leads && this.#isOver(stop, 1)) return false;
    }
    return true;
  }

  /** Whether `stop` ends the search, looked at every so many steps. */
  #isOver(stop: ShouldStop, steps: number): boolean {
    this.#steps += steps;
    if (this.steps < this.#look) return false;
    this.#look = this.steps + STEPS_BETWEEN_LOOKS;
    return stop();
  }

  /** Counts the loops that begin with the flow that opens the window; false when `stop` ended it. */
  #walk(root: number, to: number, byLength: Float64Array, stop: ShouldStop): boolean {
    const { latest, opens, closes, first, leaving, follows, before: legBefore } = this.#departures;
    const { start, place: places, end: leavesTo, seconds: leavesAt } = leaving;
    const time = this.#time;
    const legEnd = this.#legEnd;
    const legNext = this.#legNext;
    const at = this.#at;
    const next = this.#next;
    const label = this.#label;
    const bundle = this.#bundle;
    const limit = this.#limit;
    let seconds = this.#seconds;
    let ways = this.#ways;
    let depth = 0;
    let steps = 0;
    let entered = to;
    let from = follows[first] as number;
    bundle[1] = 0;
    bundle[2] = 1;
    seconds[0] = opens;
    ways[0] = 1;
    for (;;) {
      if (entered !== -1) {
        depth++;
        at[depth] = entered;
        // On the path, an entity is not to be left again.
        label[depth] = latest[entered] as number;
        latest[entered] = Number.NEGATIVE_INFINITY;
        next[depth] = from;
        entered = -1;
      }
      const v = at[depth] as number;
      const begin = bundle[depth] as number;
      const end = bundle[depth + 1] as number;
      const earliest = seconds[begin] as number;
      const latestHere = label[depth] as number;
      const row = start[v + 1] as number;
      let i = next[depth] as number;
      steps -= i;
      for (; i < row; i++) {
        const when = leavesAt[i] as number;
        if (when > latestHere) break;
        const w = leavesTo[i] as number;
        const until = latest[w] as number;
        // Later flows of a leg go with its first.
        if (when >= until || (legBefore[i] as number) > earliest) continue;
        if (w !== root && depth + 2 > limit) continue;
        if (end === seconds.length) {
          seconds = this.#seconds = grown(seconds, end);
          ways = this.#ways = grown(ways, end);
        }
        let fill = end;
        let before = begin + 1;
        while (before < end && (seconds[before] as number) < when) before++;
        let sum = ways[before - 1] as number;
        seconds[fill] = when;
        ways[fill++] = sum;
        let second = legNext[i] as number;
        if (second < until && second <= closes) {
          const last = legEnd[i] as number;
          let place = places[i] as number;
          if (end + last - place >= seconds.length) {
            seconds = this.#seconds = grown(seconds, end + last - place);
            ways = this.#ways = grown(ways, end + last - place);
          }
          do {
            while (before < end && (seconds[before] as number) < second) before++;
            sum += ways[before - 1] as number;
            seconds[fill] = second;
            ways[fill++] = sum;
            place++;
            second = place + 1 === last ? Number.POSITIVE_INFINITY : (time[place + 1] as number);
          } while (second < until && second <= closes);
        }
        steps += fill - end;
        if (w === root) {
          byLength[depth + 1] = (byLength[depth + 1] as number) + sum;
          continue;
        }
        bundle[depth + 2] = fill;
        entered = w;
        from = follows[i++] as number;
        break;
      }
      steps += i;
      next[depth] = i;
      if (steps >= STEPS_BETWEEN_LOOKS) {
        if (this.#isOver(stop, steps)) {
          for (; depth > 0; depth--) latest[at[depth] as number] = label[depth] as number;
          return false;
        }
        steps = 0;
      }
      if (entered !== -1) continue;
      latest[v] = label[depth] as number;
      if (--depth === 0) break;
    }
    return !this.#isOver(stop, steps);
  }
}

function grown(values: Float64Array, least: number): Float64Array {
  const more = new Float64Array(2 * least);
  more.set(values);
  return more;
}
