/**
 * What lies near a root: the entities and legs that a loop of the root can pass within the bound, copied
 * into small arrays that a search stays in the cache with.
 */
import { deadEnds } from "./dead-ends.js";
import type { FirstLegs } from "./kernel.js";
import type { RankedGraph } from "./ranked.js";
import { Reach } from "./reach.js";

/** The bound of a search for loops of any length; more legs than any graph has. */
export const UNBOUNDED = 0x3ffffffe;

/** Within so many legs a dead end wastes less than looking for it costs. */
const SHORT = 8;

/**
 * The neighbourhood of one root at a time. Entities are numbered anew by `back`, their distance to the
 * root, and the legs out of each come nearest first: a search stops at the first that is too far. The root
 * itself has no number.
 *
 * An entity `v` is here when a walk from the root through it and back fits the bound, and a leg from `v`
 * to `w` when `out(v) + 1 + back(w)` does, `out` being the distance from the root.
 */
export class Near {
  size = 0;
  /** Fewest legs from each entity to the root. */
  readonly back: Int32Array;
  /** The leg from each entity to the root, -1 for none. */
  readonly closing: Int32Array;
  readonly rowStart: Int32Array;
  /** Where the legs to entities one leg from the root end in a row, and those to entities up to three legs from it. */
  readonly closerEnd: Int32Array;
  readonly nearEnd: Int32Array;
  readonly to: Int32Array;
  readonly leg: Int32Array;
  /** The same legs by payee: those into `v` are `inStart[v]` to `inStart[v + 1]`. */
  readonly inStart: Int32Array;
  readonly from: Int32Array;
  readonly inLeg: Int32Array;
  /** The root's own legs, in the order of their numbers, and where they lead. */
  firsts = 0;
  readonly firstTo: Int32Array;
  readonly firstLeg: Int32Array;
  /** The bound on the length of loops, `UNBOUNDED` where none here can be as long as was asked. */
  limit = 0;

  readonly #graph: RankedGraph;
  readonly #maxLength: number;
  readonly #reach: Reach;
  readonly #numberOf: Int32Array;
  readonly #rankOf: Int32Array;
  readonly #fill: Int32Array;
  /** Who pays by each leg that fits, in the order they were found, and whom. */
  readonly #payer: Int32Array;
  readonly #payee: Int32Array;
  /** The root whose legs are asked in ranges; -1 for none. */
  #sharedRoot = -1;
  #steps = 0;

  /** @param isWhole whether loops may pass entities of any rank, and the lists of neighbours may still grow. */
  constructor(graph: RankedGraph, maxLength: number, isWhole = false) {
    const { size } = graph;
    const legs = graph.outTo.length;
    this.#graph = graph;
    this.#maxLength = maxLength;
    this.#reach = new Reach(graph, maxLength, isWhole);
    this.back = new Int32Array(size);
    this.closing = new Int32Array(size);
    this.rowStart = new Int32Array(size + 1);
    this.closerEnd = new Int32Array(size);
    this.nearEnd = new Int32Array(size);
    this.to = new Int32Array(legs);
    this.leg = new Int32Array(legs);
    this.inStart = new Int32Array(size + 1);
    this.from = new Int32Array(legs);
    this.inLeg = new Int32Array(legs);
    this.firstTo = new Int32Array(size);
    this.firstLeg = new Int32Array(size);
    this.#numberOf = new Int32Array(size).fill(-1);
    this.#rankOf = new Int32Array(size);
    this.#fill = new Int32Array(size);
    this.#payer = new Int32Array(legs);
    this.#payee = new Int32Array(legs);
  }

  /** Legs looked at to find all this, over all roots. */
  get steps(): number {
    return this.#steps + this.#reach.steps;
  }

  /**
   * Turns to a root, or to others of its legs; false where all else is as it was. Time O(legs within reach).
   */
  around(root: number, first?: FirstLegs): boolean {
    const isShare = first?.isShare === true;
    if (isShare && root === this.#sharedRoot) {
      this.#gatherFirsts(root, first);
      return false;
    }
    this.#sharedRoot = isShare ? root : -1;
    const known = isShare ? undefined : first;
    this.#forget();
    this.#reach.measure(root, known);
    this.#number();
    this.#copyLegs(root);
    this.#gatherFirsts(root, known);
    if (this.#maxLength > SHORT && this.size > 2 && this.#dropDeadEnds()) this.#copyLegs(root);
    this.#gatherFirsts(root, first);
    this.limit = this.#maxLength > this.size ? UNBOUNDED : this.#maxLength;
    return true;
  }

  #forget(): void {
    const { behind, behinds } = this.#reach;
    for (let i = 0; i < behinds; i++) this.#numberOf[behind[i] as number] = -1;
  }

  /** Numbers the entities within reach, nearest to the root first. */
  #number(): void {
    const { behind, behinds, out, back } = this.#reach;
    let size = 0;
    for (let i = 0; i < behinds; i++) {
      const v = behind[i] as number;
      if (out[v] === -1) continue;
      this.#numberOf[v] = size;
      this.#rankOf[size] = v;
      this.back[size] = back[v] as number;
      size++;
    }
    this.size = size;
  }

  #gatherFirsts(root: number, first: FirstLegs | undefined): void {
    const { graph, entity, rankOf, dropped } = this.#graph;
    const payer = entity[root] as number;
    let firsts = 0;
    const from = Math.max(graph.start[payer] as number, first?.from ?? 0);
    const to = Math.min(graph.start[payer + 1] as number, first?.to ?? graph.target.length);
    for (let leg = from; leg < to; leg++) {
      const rank = rankOf[graph.target[leg] as number] as number;
      const number = rank === -1 ? -1 : (this.#numberOf[rank] as number);
      if (number === -1 || dropped?.[leg] === 1) continue;
      this.firstLeg[firsts] = leg;
      this.firstTo[firsts++] = number;
    }
    this.firsts = firsts;
  }

  /** Copies the legs that fit: first by payee, which then lie by `back`; from there into the rows. */
  #copyLegs(root: number): void {
    const { size, back, closing, rowStart, closerEnd, nearEnd, to, leg, inStart, from, inLeg } = this;
    const fill = this.#fill;
    this.#gatherClosing(root);
    const kept = this.#gatherLegs();
    const payer = this.#payer;
    const payee = this.#payee;
    // What was gathered as `leg` is put in order as `inLeg`, and from there where it stays.
    fill.fill(0, 0, size);
    for (let i = 0; i < kept; i++) fill[payee[i] as number] = (fill[payee[i] as number] as number) + 1;
    placeRows(fill, inStart, size);
    for (let i = 0; i < kept; i++) {
      const w = payee[i] as number;
      const at = fill[w] as number;
      from[at] = payer[i] as number;
      inLeg[at] = leg[i] as number;
      fill[w] = at + 1;
    }
    fill.fill(0, 0, size);
    for (let i = 0; i < kept; i++) fill[payer[i] as number] = (fill[payer[i] as number] as number) + 1;
    placeRows(fill, rowStart, size);
    closerEnd.set(rowStart.subarray(0, size));
    nearEnd.set(rowStart.subarray(0, size));
    for (let w = 0; w < size; w++) {
      const isCloser = closing[w] !== -1;
      const isNear = (back[w] as number) <= 3;
      for (let i = inStart[w] as number; i < (inStart[w + 1] as number); i++) {
        const u = from[i] as number;
        const at = fill[u] as number;
        to[at] = w;
        leg[at] = inLeg[i] as number;
        fill[u] = at + 1;
        if (isCloser) closerEnd[u] = at + 1;
        if (isNear) nearEnd[u] = at + 1;
      }
    }
  }

  #gatherClosing(root: number): void {
    const { inEnd, inFrom, inLeg } = this.#graph;
    this.closing.fill(-1, 0, this.size);
    for (let i = this.#reach.payersFrom(root); i < (inEnd[root] as number); i++) {
      const u = this.#numberOf[inFrom[i] as number] as number;
      if (u !== -1) this.closing[u] = inLeg[i] as number;
    }
  }

  /** Finds the legs that fit: those out of entities nearer to the root than half the bound, and those into others. */
  #gatherLegs(): number {
    const { outEnd, outTo, outLeg, inEnd, inFrom, inLeg } = this.#graph;
    const { out, ahead, aheads, half } = this.#reach;
    const { size, back, leg } = this;
    const numberOf = this.#numberOf;
    const limit = this.#maxLength;
    const payer = this.#payer;
    const payee = this.#payee;
    let kept = 0;
    for (let n = 0; n < aheads && (out[ahead[n] as number] as number) <= half; n++) {
      const rank = ahead[n] as number;
      const u = numberOf[rank] as number;
      if (u === -1) continue;
      const most = limit - 1 - (out[rank] as number);
      const end = outEnd[rank] as number;
      const begin = this.#reach.payeesFrom(rank);
      this.#steps += end - begin;
      for (let i = begin; i < end; i++) {
        const w = numberOf[outTo[i] as number] as number;
        if (w === -1 || (back[w] as number) > most) continue;
        payer[kept] = u;
        payee[kept] = w;
        leg[kept++] = outLeg[i] as number;
      }
    }
    for (let w = 0; w < size; w++) {
      const most = limit - 1 - (back[w] as number);
      if (most <= half) break;
      const rank = this.#rankOf[w] as number;
      const end = inEnd[rank] as number;
      const begin = this.#reach.payersFrom(rank);
      this.#steps += end - begin;
      for (let i = begin; i < end; i++) {
        const u = numberOf[inFrom[i] as number] as number;
        if (u === -1) continue;
        const distance = out[inFrom[i] as number] as number;
        if (distance <= half || distance > most) continue;
        payer[kept] = u;
        payee[kept] = w;
        leg[kept++] = inLeg[i] as number;
      }
    }
    return kept;
  }

  /** Leaves out what hangs on the rest by one entity, from where no loop comes back; true if there was any. */
  #dropDeadEnds(): boolean {
    const dead = deadEnds(this);
    if (dead === null) return false;
    let kept = 0;
    for (let v = 0; v < this.size; v++) {
      const rank = this.#rankOf[v] as number;
      this.#numberOf[rank] = dead[v] === 1 ? -1 : kept;
      if (dead[v] === 1) continue;
      this.#rankOf[kept] = rank;
      this.back[kept++] = this.back[v] as number;
    }
    this.size = kept;
    return true;
  }
}

/** Turns the lengths of rows into where each begins, and does so in `start` with the end of the last. */
function placeRows(lengths: Int32Array, start: Int32Array, rows: number): void {
  let at = 0;
  for (let row = 0; row < rows; row++) {
    start[row] = at;
    at += lengths[row] as number;
    lengths[row] = start[row] as number;
  }
  start[rows] = at;
}
