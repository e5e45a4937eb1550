/** A graph to which legs are added one by one, and what a new leg could close. */
import type { CompactGraph } from "../../graph/compact.js";
import { type RankedGraph, rankGraph } from "./ranked.js";

/** The legs on loops of a graph, at first none of them; neighbours stand in the order they came. */
export class GrowingGraph implements RankedGraph {
  readonly graph: CompactGraph;
  readonly dropped: Uint8Array;
  readonly size: number;
  readonly rankOf: Int32Array;
  readonly entity: Int32Array;
  readonly outStart: Int32Array;
  readonly outEnd: Int32Array;
  readonly outTo: Int32Array;
  readonly outLeg: Int32Array;
  readonly inStart: Int32Array;
  readonly inEnd: Int32Array;
  readonly inFrom: Int32Array;
  readonly inLeg: Int32Array;
  /** All legs that can be added. */
  readonly legs: Int32Array;
  readonly #maxLength: number;
  /** When an entity was last met from one end or the other; a look counts up by two. */
  readonly #met: Int32Array;
  readonly #ahead: Int32Array;
  readonly #behind: Int32Array;
  #look = 0;

  constructor(graph: CompactGraph, maxLength: number) {
    const ranked = rankGraph(graph);
    const { size } = ranked;
    this.graph = graph;
    this.size = size;
    this.rankOf = ranked.rankOf;
    this.entity = ranked.entity;
    this.legs = ranked.outLeg.slice().sort();
    this.outStart = ranked.outStart;
    this.inStart = ranked.inStart;
    this.outEnd = ranked.outStart.slice(0, size);
    this.inEnd = ranked.inStart.slice(0, size);
    this.outTo = ranked.outTo;
    this.outLeg = ranked.outLeg;
    this.inFrom = ranked.inFrom;
    this.inLeg = ranked.inLeg;
    this.dropped = new Uint8Array(graph.target.length).fill(1);
    this.#maxLength = maxLength;
    this.#met = new Int32Array(size);
    this.#ahead = new Int32Array(size);
    this.#behind = new Int32Array(size);
  }

  /** Takes all legs out again. */
  clear(): void {
    this.outEnd.set(this.outStart.subarray(0, this.size));
    this.inEnd.set(this.inStart.subarray(0, this.size));
    this.dropped.fill(1);
  }

  /** Adds a leg; false when it surely closes no loop of at most the bound. */
  add(leg: number): boolean {
    const u = this.rankOf[this.graph.source[leg] as number] as number;
    const v = this.rankOf[this.graph.target[leg] as number] as number;
    const out = this.outEnd[u] as number;
    this.outTo[out] = v;
    this.outLeg[out] = leg;
    this.outEnd[u] = out + 1;
    const into = this.inEnd[v] as number;
    this.inFrom[into] = u;
    this.inLeg[into] = leg;
    this.inEnd[v] = into + 1;
    this.dropped[leg] = 0;
    return this.#leads(v, u);
  }

  /** Whether one entity leads to another within the bound less 1: from both ends, the narrower one first. */
  #leads(from: number, to: number): boolean {
    const met = this.#met;
    this.#look += 2;
    const here = this.#look;
    const there = here + 1;
    const ahead = this.#ahead;
    const behind = this.#behind;
    let aheadFrom = 0;
    let aheadTo = 1;
    let behindFrom = 0;
    let behindTo = 1;
    ahead[0] = from;
    behind[0] = to;
    met[from] = here;
    met[to] = there;
    for (let left = this.#maxLength - 1; left > 0; left--) {
      const goesAhead = aheadTo - aheadFrom <= behindTo - behindFrom;
      const queue = goesAhead ? ahead : behind;
      const [start, end, neighbour] = goesAhead
        ? [this.outStart, this.outEnd, this.outTo]
        : [this.inStart, this.inEnd, this.inFrom];
      const [own, other] = goesAhead ? [here, there] : [there, here];
      const last = goesAhead ? aheadTo : behindTo;
      let fill = last;
      for (let i = goesAhead ? aheadFrom : behindFrom; i < last; i++) {
        const v = queue[i] as number;
        for (let j = start[v] as number; j < (end[v] as number); j++) {
          const w = neighbour[j] as number;
          if (met[w] === other) return true;
          if (met[w] === own) continue;
          met[w] = own;
          queue[fill++] = w;
        }
      }
      if (fill === last) return false;
      if (goesAhead) [aheadFrom, aheadTo] = [last, fill];
      else [behindFrom, behindTo] = [last, fill];
    }
    return false;
  }
}
