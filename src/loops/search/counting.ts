/**
 * Counts the loops through a root of at most so many legs without walking their ends: how many ways lead
 * home from an entity by one, two and three legs is kept in numbers, from which whatever steps on the path
 * is taken off.
 */
import { Barriers } from "./barriers.js";
import { type FirstLegs, type LoopCounter, type ShouldStop, STEPS_BETWEEN_LOOKS } from "./kernel.js";
import { Near } from "./near.js";
import type { RankedGraph } from "./ranked.js";
import { WaysHome } from "./ways-home.js";

/**
 * The counting twin of `BoundedFinder`, for bounds that hold: a path is walked to four legs before the
 * bound, and what is left is one sum over a row.
 *
 * @param ways how many ways each leg stands for, its parallel edges where those count apart; else 1 each.
 * Counts are exact up to 2^53.
 */
export class BoundedCounter implements LoopCounter {
  readonly #near: Near;
  readonly #barriers: Barriers;
  readonly #ways: Float64Array | null;
  readonly #home: WaysHome;
  /** By depth, which is the number of legs to get there. */
  readonly #at: Int32Array;
  readonly #next: Int32Array;
  readonly #found: Uint8Array;
  readonly #product: Float64Array;
  /** Whether a count is under way, or was left so: its path is not taken back. */
  #isAmid = false;
  #steps = 0;

  constructor(graph: RankedGraph, maxLength: number, ways: Float64Array | null = null) {
    this.#near = new Near(graph, maxLength);
    this.#barriers = new Barriers(this.#near);
    this.#ways = ways;
    this.#home = new WaysHome(this.#near, this.#barriers.onPath, ways, graph.outTo.length);
    const depths = Math.min(maxLength, graph.size) + 2;
    this.#at = new Int32Array(depths);
    this.#next = new Int32Array(depths);
    this.#found = new Uint8Array(depths);
    this.#product = new Float64Array(depths);
  }

  get steps(): number {
    return this.#steps + this.#near.steps + this.#home.steps;
  }

  count(root: number, byLength: Float64Array, stop: ShouldStop, first?: FirstLegs): boolean {
    const near = this.#near;
    const isNew = near.around(root, first);
    this.#barriers.reset();
    if (isNew || this.#isAmid) this.#home.measure();
    this.#isAmid = true;
    const { firsts, firstTo, firstLeg, limit } = near;
    const { one, two, three } = this.#home;
    for (let i = 0; i < firsts; i++) {
      const v = firstTo[i] as number;
      const ways = this.#ways === null ? 1 : (this.#ways[firstLeg[i] as number] as number);
      add(byLength, 2, ways * (one[v] as number));
      if (limit > 2) add(byLength, 3, ways * (two[v] as number));
      if (limit > 3) add(byLength, 4, ways * (three[v] as number));
      if (limit <= 4 || (this.#barriers.height[v] as number) >= limit) continue;
      if (!this.#walk(v, ways, byLength, stop)) return false;
    }
    this.#isAmid = false;
    return true;
  }

  /** Counts the loops of five legs and more whose first leg leads to an entity. */
  #walk(start: number, ways: number, byLength: Float64Array, stop: ShouldStop): boolean {
    const { rowStart, to, back, limit } = this.#near;
    const { height, onPath } = this.#barriers;
    const { rowWays } = this.#home;
    const at = this.#at;
    const next = this.#next;
    const found = this.#found;
    const product = this.#product;
    const deepest = limit - 4;
    if (deepest === 1) {
      this.#end(start, 1, ways, byLength);
      return true;
    }
    let look = this.steps + STEPS_BETWEEN_LOOKS;
    let depth = 0;
    let entered = start;
    product[1] = ways;
    for (;;) {
      if (entered !== -1) {
        depth++;
        at[depth] = entered;
        next[depth] = rowStart[entered] as number;
        found[depth] = this.#home.leadFrom(entered) ? 1 : 0;
        onPath[entered] = 1;
        this.#home.enter(entered, depth);
        const sum = this.#home.sumOfRow(entered);
        add(byLength, depth + 4, (product[depth] as number) * sum);
        if (sum > 0) found[depth] = 1;
        entered = -1;
      }
      if (this.steps >= look) {
        look = this.steps + STEPS_BETWEEN_LOOKS;
        if (stop()) return false;
      }
      const v = at[depth] as number;
      const most = limit - depth - 1;
      const row = rowStart[v + 1] as number;
      let i = next[depth] as number;
      this.#steps -= i;
      for (; i < row; i++) {
        const w = to[i] as number;
        if ((back[w] as number) > most) break;
        if (onPath[w] === 1 || (height[w] as number) > most || rowStart[w] === rowStart[w + 1]) continue;
        const ways = (product[depth] as number) * (rowWays[i] as number);
        if (depth + 1 === deepest) {
          if (this.#end(w, deepest, ways, byLength)) found[depth] = 1;
          continue;
        }
        product[depth + 1] = ways;
        entered = w;
        i++;
        break;
      }
      this.#steps += i;
      next[depth] = i;
      if (entered !== -1) continue;
      this.#home.leave(v, depth);
      this.#close(v, depth, found[depth] === 1);
      if (found[depth] === 1) found[depth - 1] = 1;
      depth--;
      if (depth === 0) return true;
    }
  }

  /** Counts the longest loops past an entity at the end of a path; whether any loop passes it. */
  #end(v: number, depth: number, ways: number, byLength: Float64Array): boolean {
    const sum = this.#home.sumPast(v);
    const isFound = sum > 0 || this.#home.leadFrom(v);
    add(byLength, depth + 4, ways * sum);
    this.#close(v, depth, isFound);
    return isFound;
  }

  /** Sets the barriers right for an entity that leaves the path. */
  #close(v: number, depth: number, isFound: boolean): void {
    const { onPath } = this.#barriers;
    if (!isFound) {
      onPath[v] = 1;
      this.#raiseAhead(v, 3);
      this.#barriers.raise(v, this.#near.limit - depth + 1);
    }
    onPath[v] = 0;
    if (isFound) this.#barriers.release(v);
  }

  /** Raises the barriers that the sums have shown to stand: none of these reaches the root by `most` legs. */
  #raiseAhead(v: number, most: number): void {
    const { rowStart, to, back } = this.#near;
    const { height, onPath } = this.#barriers;
    const end = rowStart[v + 1] as number;
    for (let i = rowStart[v] as number; i < end; i++) {
      const w = to[i] as number;
      if ((back[w] as number) > most) break;
      if (onPath[w] === 1 || (height[w] as number) > most) continue;
      if (most > 2) this.#raiseAhead(w, most - 1);
      this.#barriers.raise(w, most + 1);
    }
    this.#steps += end - (rowStart[v] as number);
  }
}

function add(byLength: Float64Array, length: number, loops: number): void {
  byLength[length] = (byLength[length] as number) + loops;
}
