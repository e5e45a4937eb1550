/** How far a root is from others: the fewest legs from it and back to it, as far as a bound on loops asks. */
import type { FirstLegs } from "./kernel.js";
import type { RankedGraph } from "./ranked.js";

/** Up to this bound a search from either end costs less than one that goes all the way back. */
const SHORT = 8;

/**
 * The distances of one root at a time, among the entities of its rank or after. An entity is within reach when
 * a walk from the root through it and back fits the bound.
 */
export class Reach {
  /** Fewest legs by rank from the root and back to it; -1 where the search has not come. */
  readonly out: Int32Array;
  readonly back: Int32Array;
  /** Ranks by `back`, those within reach among them, and ranks by `out`. */
  readonly behind: Int32Array;
  readonly ahead: Int32Array;
  behinds = 0;
  aheads = 0;
  /** Where the entities after the root begin in each list of neighbours; moves on with the roots. */
  readonly outFrom: Int32Array;
  readonly inFrom: Int32Array;
  /** Fewest rank of those that loops may pass. */
  least = 0;
  /** The search from the root goes so far by itself; farther on, only to where the search to the root has been. */
  readonly half: number;
  /** Legs looked at over all roots. */
  steps = 0;

  readonly #graph: RankedGraph;
  readonly #maxLength: number;
  readonly #isWhole: boolean;
  #root = -1;

  /** @param isWhole whether loops may pass entities of any rank, and the lists of neighbours may still grow. */
  constructor(graph: RankedGraph, maxLength: number, isWhole: boolean) {
    const { size } = graph;
    this.#graph = graph;
    this.#maxLength = maxLength;
    this.#isWhole = isWhole;
    this.half = maxLength > SHORT ? 0 : (maxLength >> 1) - 1;
    this.out = new Int32Array(size).fill(-1);
    this.back = new Int32Array(size).fill(-1);
    this.behind = new Int32Array(size);
    this.ahead = new Int32Array(size);
    this.outFrom = graph.outStart.slice(0, size);
    this.inFrom = graph.inStart.slice(0, size);
  }

  /** Turns to a root. */
  measure(root: number, first: FirstLegs | undefined): void {
    this.#forget();
    if (root < this.#root) {
      this.outFrom.set(this.#graph.outStart.subarray(0, this.outFrom.length));
      this.inFrom.set(this.#graph.inStart.subarray(0, this.inFrom.length));
    }
    this.#root = root;
    this.least = this.#isWhole ? 0 : root;
    this.#measureBack(root);
    this.#measureOut(root, first);
    for (let back = this.#farthestBack + 1; back < this.#maxLength && this.half > 0; back++)
      this.#measureBeyond(back);
  }

  /** Where the list of those that pay an entity begins, the ones before the root left out. */
  payersFrom(v: number): number {
    return skipped(this.inFrom, this.#graph.inFrom, v, this.#graph.inEnd[v] as number, this.least);
  }

  /** Likewise the list of those that it pays. */
  payeesFrom(v: number): number {
    return skipped(this.outFrom, this.#graph.outTo, v, this.#graph.outEnd[v] as number, this.least);
  }

  get #farthestBack(): number {
    return this.#maxLength - 1 - this.half;
  }

  #forget(): void {
    for (let i = 0; i < this.behinds; i++) this.back[this.behind[i] as number] = -1;
    for (let i = 0; i < this.aheads; i++) this.out[this.ahead[i] as number] = -1;
  }

  #measureBack(root: number): void {
    const { inEnd, inFrom } = this.#graph;
    const { back, behind: queue } = this;
    const farthest = this.#farthestBack;
    let reached = 0;
    let next = -1;
    let v = root;
    for (let distance = 1; distance <= farthest; distance = (back[v] as number) + 1) {
      const end = inEnd[v] as number;
      const from = this.payersFrom(v);
      this.steps += end - from;
      for (let i = from; i < end; i++) {
        const u = inFrom[i] as number;
        if (back[u] !== -1 || u === root) continue;
        back[u] = distance;
        queue[reached++] = u;
      }
      if (++next >= reached) break;
      v = queue[next] as number;
    }
    this.behinds = reached;
  }

  #measureOut(root: number, first: FirstLegs | undefined): void {
    const { outEnd, outTo, outLeg } = this.#graph;
    const { back, out, half, ahead: queue } = this;
    const limit = this.#maxLength;
    let reached = 0;
    let next = -1;
    let v = root;
    for (let distance = 1; distance < limit; distance = (out[v] as number) + 1) {
      const end = outEnd[v] as number;
      const from = this.payeesFrom(v);
      this.steps += end - from;
      for (let i = from; i < end; i++) {
        const w = outTo[i] as number;
        const home = back[w] as number;
        if (out[w] !== -1 || w === root) continue;
        if (home === -1 ? distance > half : distance + home > limit) continue;
        if (v === root && !isFirst(outLeg[i] as number, first)) continue;
        out[w] = distance;
        queue[reached++] = w;
      }
      if (++next >= reached) break;
      v = queue[next] as number;
    }
    this.aheads = reached;
  }

  /** Finds those at a distance to the root that the search from there did not go to. */
  #measureBeyond(distance: number): void {
    const { outEnd, outTo } = this.#graph;
    const { back, out, ahead, behind } = this;
    const most = this.#maxLength - distance;
    for (let n = 0; n < this.aheads; n++) {
      const v = ahead[n] as number;
      if ((out[v] as number) > most) return;
      if (back[v] !== -1) continue;
      const end = outEnd[v] as number;
      const from = this.payeesFrom(v);
      let i = from;
      while (i < end && back[outTo[i] as number] !== distance - 1) i++;
      this.steps += i - from;
      if (i === end) continue;
      back[v] = distance;
      behind[this.behinds++] = v;
    }
  }
}

/** Moves the beginning of a list past the entities before a rank. */
function skipped(from: Int32Array, list: Int32Array, v: number, end: number, least: number): number {
  let i = from[v] as number;
  while (i < end && (list[i] as number) < least) i++;
  from[v] = i;
  return i;
}

function isFirst(leg: number, first: FirstLegs | undefined): boolean {
  return first === undefined || (leg >= first.from && leg < first.to);
}
