/**
 * Counts the loops through a root of any length: Johnson's search, which closes each dead end until what
 * stands in the way has left the path. The last entity of a loop is read off, not walked to.
 */
import { type FirstLegs, type LoopCounter, type ShouldStop, STEPS_BETWEEN_LOOKS } from "./kernel.js";

import { MaskedCount } from "./masked-counting.js";
import { isMaskable, MOST_MASKED } from "./masked-path.js";
import { Near, UNBOUNDED } from "./near.js";
import type { RankedGraph } from "./ranked.js";

/** Where an entity stands: to be entered, on the path, shut until another leaves it, or with no way on but home. */
const OPEN = 0;
const ON_PATH = 1;
const SHUT = 2;
const LAST = 3;

/**
 * The counting twin of `BoundedFinder` where no bound holds.
 *
 * @param ways how many ways each leg stands for, its parallel edges where those count apart; else 1 each.
 * Counts are exact up to 2^53.
 * @param mostMasked entities of the largest neighbourhood that is left to `MaskedCount`.
 * @remarks Time O(legs) for each loop at worst.
 * @see Johnson, Finding all the elementary circuits of a directed graph, SIAM J Comput 4 (1975) 77.
 */
export class UnboundedCounter implements LoopCounter {
  readonly #near: Near;
  readonly #state: Uint8Array;
  /** Marks the entities that a shut one waits for (1). */
  readonly #watched: Uint8Array;
  readonly #opened: Int32Array;
  readonly #ways: Float64Array | null;
  /** By place in a row: how many ways the leg stands for, and how many lead home by it and one more. */
  readonly #rowWays: Float64Array;
  readonly #rowHome: Float64Array;
  /** By depth, which is the number of legs to get there. */
  readonly #at: Int32Array;
  readonly #next: Int32Array;
  readonly #found: Uint8Array;
  readonly #product: Float64Array;
  readonly #masked: MaskedCount;
  readonly #mostMasked: number;
  #steps = 0;

  constructor(graph: RankedGraph, ways: Float64Array | null = null, mostMasked = MOST_MASKED) {
    const legs = graph.outTo.length;
    this.#near = new Near(graph, UNBOUNDED);
    this.#masked = new MaskedCount(this.#near, ways);
    this.#mostMasked = mostMasked;
    this.#state = new Uint8Array(graph.size);
    this.#watched = new Uint8Array(graph.size);
    this.#opened = new Int32Array(graph.size);
    this.#ways = ways;
    this.#rowWays = new Float64Array(legs).fill(1);
    this.#rowHome = new Float64Array(legs);
    this.#at = new Int32Array(graph.size + 1);
    this.#next = new Int32Array(graph.size + 1);
    this.#found = new Uint8Array(graph.size + 1);
    this.#product = new Float64Array(graph.size + 1);
  }

  get steps(): number {
    return this.#steps + this.#masked.steps + this.#near.steps;
  }

  count(root: number, byLength: Float64Array, stop: ShouldStop, first?: FirstLegs): boolean {
    const near = this.#near;
    near.around(root, first);
    if (isMaskable(near, this.#mostMasked)) return this.#masked.count(byLength, stop);
    this.#measure();
    for (let i = 0; i < near.firsts; i++) {
      const v = near.firstTo[i] as number;
      const ways = this.#waysOf(near.firstLeg[i] as number);
      const home = near.closing[v] as number;
      if (home !== -1) byLength[2] = (byLength[2] as number) + ways * this.#waysOf(home);
      if (this.#state[v] === OPEN && !this.#walk(v, ways, byLength, stop)) return false;
    }
    return true;
  }

  #waysOf(leg: number): number {
    return this.#ways === null ? 1 : (this.#ways[leg] as number);
  }

  #measure(): void {
    const { size, rowStart, closerEnd, to, leg, closing } = this.#near;
    for (let v = 0; v < size; v++) {
      this.#state[v] = rowStart[v] === rowStart[v + 1] ? LAST : OPEN;
      this.#watched[v] = 0;
      for (let i = rowStart[v] as number; i < (rowStart[v + 1] as number); i++)
        this.#rowWays[i] = this.#waysOf(leg[i] as number);
      for (let i = rowStart[v] as number; i < (closerEnd[v] as number); i++)
        this.#rowHome[i] = (this.#rowWays[i] as number) * this.#waysOf(closing[to[i] as number] as number);
    }
  }

  /** Counts the loops of three legs and more whose first leg leads to an entity. */
  #walk(start: number, ways: number, byLength: Float64Array, stop: ShouldStop): boolean {
    const { rowStart, closerEnd, to, closing } = this.#near;
    const state = this.#state;
    const watched = this.#watched;
    const rowWays = this.#rowWays;
    const rowHome = this.#rowHome;
    const at = this.#at;
    const next = this.#next;
    const found = this.#found;
    const product = this.#product;
    let steps = 0;
    let depth = 0;
    let entered = start;
    product[1] = ways;
    for (;;) {
      if (entered !== -1) {
        const row = rowStart[entered] as number;
        const closers = closerEnd[entered] as number;
        depth++;
        at[depth] = entered;
        next[depth] = row;
        state[entered] = ON_PATH;
        found[depth] = closing[entered] === -1 ? 0 : 1;
        if (row < closers) {
          let sum = 0;
          for (let i = row; i < closers; i++)
            if (state[to[i] as number] !== ON_PATH) sum += rowHome[i] as number;
          if (sum > 0) {
            byLength[depth + 2] = (byLength[depth + 2] as number) + (product[depth] as number) * sum;
            found[depth] = 1;
          }
          steps += closers - row;
        }
        entered = -1;
        if (steps >= STEPS_BETWEEN_LOOKS) {
          this.#steps += steps;
          steps = 0;
          if (stop()) return false;
        }
      }
      const v = at[depth] as number;
      const end = rowStart[v + 1] as number;
      let i = next[depth] as number;
      steps -= i;
      for (; i < end; i++) {
        const w = to[i] as number;
        if (state[w] !== OPEN) continue;
        product[depth + 1] = (product[depth] as number) * (rowWays[i++] as number);
        entered = w;
        break;
      }
      steps += i;
      if (entered !== -1) {
        next[depth] = i;
        continue;
      }
      if (found[depth] === 1) {
        state[v] = OPEN;
        if (watched[v] === 1) this.#open(v);
        if (--depth === 0) break;
        found[depth] = 1;
      } else {
        state[v] = SHUT;
        for (let j = rowStart[v] as number; j < end; j++) watched[to[j] as number] = 1;
        if (--depth === 0) break;
      }
    }
    this.#steps += steps;
    return true;
  }

  /** Opens all that waited for an entity, and what waited for those. */
  #open(first: number): void {
    const { inStart, from } = this.#near;
    const state = this.#state;
    const opened = this.#opened;
    let waiting = 0;
    let v = first;
    for (;;) {
      this.#watched[v] = 0;
      const end = inStart[v + 1] as number;
      for (let i = inStart[v] as number; i < end; i++) {
        const u = from[i] as number;
        if (state[u] !== SHUT) continue;
        state[u] = OPEN;
        if (this.#watched[u] === 1) opened[waiting++] = u;
      }
      if (waiting === 0) return;
      v = opened[--waiting] as number;
    }
  }
}
