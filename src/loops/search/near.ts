/**
 * What lies near a root: the entities and legs that a loop of the root can pass within the bound, copied
 * into small arrays that a search stays in the cache with.
 */
import { deadEnds } from "./dead-ends.js";
import type { FirstLegs } from "./kernel.js";
import type { RankedGraph } from "./ranked.js";

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
  /** Legs looked at to find all this, over all roots. */
  steps = 0;

  readonly #graph: RankedGraph;
  readonly #maxLength: number;
  readonly #isWhole: boolean;
  /** Distances by rank, -1 where the search has not come. */
  readonly #back: Int32Array;
  readonly #out: Int32Array;
  readonly #numberOf: Int32Array;
  /** Ranks in the order they were reached, backward from the root and forward. */
  readonly #behind: Int32Array;
  readonly #ahead: Int32Array;
  readonly #rankOf: Int32Array;
  readonly #fill: Int32Array;
  /** Where the entities after the root begin in each list; moves on with the roots. */
  readonly #outFrom: Int32Array;
  readonly #inFrom: Int32Array;
  #lastRoot = -1;

  /** @param isWhole whether loops may pass entities of any rank, and the lists of neighbours may still grow. */
  constructor(graph: RankedGraph, maxLength: number, isWhole = false) {
    const { size } = graph;
    const legs = graph.outTo.length;
    this.#graph = graph;
    this.#maxLength = maxLength;
    this.#isWhole = isWhole;
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
    this.#back = new Int32Array(size).fill(-1);
    this.#out = new Int32Array(size).fill(-1);
    this.#numberOf = new Int32Array(size).fill(-1);
    this.#behind = new Int32Array(size);
    this.#ahead = new Int32Array(size);
    this.#rankOf = new Int32Array(size);
    this.#fill = new Int32Array(size);
    this.#outFrom = graph.outStart.slice(0, size);
    this.#inFrom = graph.inStart.slice(0, size);
  }

  /** Turns to a root. Time O(legs within reach). */
  around(root: number, first?: FirstLegs): void {
    if (root < this.#lastRoot) {
      this.#outFrom.set(this.#graph.outStart.subarray(0, this.#outFrom.length));
      this.#inFrom.set(this.#graph.inStart.subarray(0, this.#inFrom.length));
    }
    this.#lastRoot = root;
    const behind = this.#measureBack(root);
    const ahead = this.#measureOut(root, first);
    this.#number(behind);
    this.#copyLegs(root);
    this.#gatherFirsts(root, first);
    if (this.#maxLength > SHORT && this.size > 2 && this.#dropDeadEnds()) {
      this.#copyLegs(root);
      this.#gatherFirsts(root, first);
    }
    for (let i = 0; i < behind; i++) {
      const v = this.#behind[i] as number;
      this.#back[v] = -1;
      this.#numberOf[v] = -1;
    }
    for (let i = 0; i < ahead; i++) this.#out[this.#ahead[i] as number] = -1;
    this.limit = this.#maxLength > this.size ? UNBOUNDED : this.#maxLength;
  }

  /** Distances to the root, as far as the bound leaves a first leg; returns how many entities have one. */
  #measureBack(root: number): number {
    const { inEnd, inFrom } = this.#graph;
    const from = this.#inFrom;
    const back = this.#back;
    const queue = this.#behind;
    const least = this.#isWhole ? 0 : root;
    const farthest = this.#maxLength - 1;
    let reached = 0;
    let next = -1;
    let v = root;
    let distance = 1;
    for (;;) {
      if (distance > farthest) break;
      const end = inEnd[v] as number;
      let i = from[v] as number;
      while (i < end && (inFrom[i] as number) < least) i++;
      from[v] = i;
      this.steps += end - i;
      for (; i < end; i++) {
        const u = inFrom[i] as number;
        if (back[u] !== -1 || u === root) continue;
        back[u] = distance;
        queue[reached++] = u;
      }
      if (++next >= reached) break;
      v = queue[next] as number;
      distance = (back[v] as number) + 1;
    }
    return reached;
  }

  /** Distances from the root of the entities whose way there and back fits; returns how many there are. */
  #measureOut(root: number, first: FirstLegs | undefined): number {
    const { outEnd, outTo, outLeg } = this.#graph;
    const from = this.#outFrom;
    const back = this.#back;
    const out = this.#out;
    const queue = this.#ahead;
    const least = this.#isWhole ? 0 : root;
    const limit = this.#maxLength;
    let reached = 0;
    let next = -1;
    let v = root;
    let distance = 1;
    for (;;) {
      const end = outEnd[v] as number;
      let i = from[v] as number;
      while (i < end && (outTo[i] as number) < least) i++;
      from[v] = i;
      this.steps += end - i;
      for (; i < end; i++) {
        const w = outTo[i] as number;
        const home = back[w] as number;
        if (home === -1 || out[w] !== -1 || distance + home > limit) continue;
        if (v === root && !isFirst(outLeg[i] as number, first)) continue;
        out[w] = distance;
        queue[reached++] = w;
      }
      if (++next >= reached) break;
      v = queue[next] as number;
      distance = (out[v] as number) + 1;
    }
    return reached;
  }

  /** Numbers the entities that both searches reached, nearest to the root first. */
  #number(behind: number): void {
    const { back } = this;
    let size = 0;
    for (let i = 0; i < behind; i++) {
      const v = this.#behind[i] as number;
      if (this.#out[v] === -1) continue;
      this.#numberOf[v] = size;
      this.#rankOf[size] = v;
      back[size] = this.#back[v] as number;
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
    const { inEnd, inFrom, inLeg: graphLeg } = this.#graph;
    const { size, back, closing, rowStart, closerEnd, nearEnd, to, leg, inStart, from, inLeg } = this;
    const numberOf = this.#numberOf;
    const rankOf = this.#rankOf;
    const fill = this.#fill;
    const least = this.#isWhole ? 0 : root;
    const limit = this.#maxLength;
    closing.fill(-1, 0, size);
    fill.fill(0, 0, size);
    for (let i = this.#inFrom[root] as number; i < (inEnd[root] as number); i++) {
      const u = numberOf[inFrom[i] as number] as number;
      if (u !== -1) closing[u] = graphLeg[i] as number;
    }
    let kept = 0;
    for (let w = 0; w < size; w++) {
      inStart[w] = kept;
      const rank = rankOf[w] as number;
      const reach = limit - 1 - (back[w] as number);
      const end = inEnd[rank] as number;
      let i = this.#inFrom[rank] as number;
      while (i < end && (inFrom[i] as number) < least) i++;
      this.steps += end - i;
      for (; i < end; i++) {
        const payer = inFrom[i] as number;
        const u = numberOf[payer] as number;
        if (u === -1 || (this.#out[payer] as number) > reach) continue;
        from[kept] = u;
        inLeg[kept++] = graphLeg[i] as number;
        fill[u] = (fill[u] as number) + 1;
      }
    }
    inStart[size] = kept;
    let row = 0;
    for (let v = 0; v < size; v++) {
      rowStart[v] = closerEnd[v] = nearEnd[v] = row;
      row += fill[v] as number;
      fill[v] = rowStart[v] as number;
    }
    rowStart[size] = row;
    for (let w = 0; w < size; w++) {
      const isCloser = (back[w] as number) === 1;
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

function isFirst(leg: number, first: FirstLegs | undefined): boolean {
  return first === undefined || (leg >= first.from && leg < first.to);
}
