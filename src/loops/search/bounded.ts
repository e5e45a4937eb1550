/**
 * Finds every loop through a root of at most so many legs: a depth-first walk over the root's
 * neighbourhood that goes only where the way back still fits.
 */
import { Barriers, CLOSED } from "./barriers.js";
import {
  type BatchWriter,
  type FirstLegs,
  type LoopFinder,
  type RunEnd,
  type ShouldStop,
  STEPS_BETWEEN_LOOKS,
} from "./kernel.js";
import { MaskedWalk } from "./masked.js";
import { isMaskable, MOST_MASKED } from "./masked-path.js";
import { Near, UNBOUNDED } from "./near.js";
import type { RankedGraph } from "./ranked.js";

/**
 * The kernel for one graph and bound; its working space is made once and serves every root.
 *
 * The last entity of a loop is not walked to but read off: those that pay the root stand first in the row
 * of the one before. Where no loop can be as long as the bound, a dead end is closed outright, and this is
 * Johnson's search; a small neighbourhood is then left to `MaskedWalk`.
 *
 * @param isWhole whether roots are searched among all entities, not only those of their rank or after.
 * @param maxLength `UNBOUNDED` for loops of any length.
 * @param mostMasked entities of the largest neighbourhood that is left to `MaskedWalk`.
 * @remarks Time O(legs × maxLength) for each loop at worst, a few steps in practice; space 60 bytes a leg.
 * @see Barriers
 */
export class BoundedFinder implements LoopFinder {
  readonly #near: Near;
  readonly #barriers: Barriers;
  readonly #minLength: number;
  /** By depth, which is the number of legs to get there: the entity, and how far its row has been read. */
  readonly #at: Int32Array;
  readonly #closed: Int32Array;
  readonly #next: Int32Array;
  /** Whether a loop was found beyond the entity at a depth. */
  readonly #found: Uint8Array;
  readonly #taken: Int32Array;
  readonly #masked: MaskedWalk;
  readonly #mostMasked: number;
  #isMasked = false;
  #depth = 0;
  #first = 0;
  #steps = 0;
  /** The steps at which to look whether to stop: batches that are soon full do not put it off. */
  #look = STEPS_BETWEEN_LOOKS;

  constructor(
    graph: RankedGraph,
    minLength: number,
    maxLength: number,
    isWhole = false,
    mostMasked = MOST_MASKED,
  ) {
    const deepest = Math.min(maxLength, graph.size) + 1;
    this.#near = new Near(graph, maxLength, isWhole);
    this.#barriers = new Barriers(this.#near);
    this.#masked = new MaskedWalk(this.#near, minLength);
    this.#mostMasked = mostMasked;
    this.#minLength = minLength;
    this.#at = new Int32Array(deepest);
    this.#closed = new Int32Array(deepest);
    this.#next = new Int32Array(deepest);
    this.#found = new Uint8Array(deepest);
    this.#taken = new Int32Array(Math.max(deepest, 3));
  }

  get steps(): number {
    return this.#steps + this.#masked.steps + this.#near.steps;
  }

  begin(root: number, first?: FirstLegs): void {
    this.#near.around(root, first);
    this.#isMasked = isMaskable(this.#near, this.#mostMasked);
    if (this.#isMasked) {
      this.#masked.begin();
      return;
    }
    this.#barriers.reset();
    this.#depth = 0;
    this.#first = 0;
  }

  run(writer: BatchWriter, stop: ShouldStop): RunEnd {
    if (this.#isMasked) return this.#masked.run(writer, stop);
    const { rowStart, closerEnd, to, leg: legOf, closing, back, limit } = this.#near;
    const { firsts, firstTo, firstLeg } = this.#near;
    const { height, onPath } = this.#barriers;
    const at = this.#at;
    const closed = this.#closed;
    const next = this.#next;
    const found = this.#found;
    const taken = this.#taken;
    const minLength = this.#minLength;
    const { batch } = writer;
    const capacity = batch.length;
    let used = writer.used;
    let depth = this.#depth;
    let steps = this.#steps;
    let look = this.#look;
    let end: RunEnd = "done";

    for (;;) {
      if (steps >= look) {
        look = steps + STEPS_BETWEEN_LOOKS;
        if (stop()) {
          end = "stopped";
          break;
        }
      }
      let entered = -1;
      if (depth === 0) {
        if (this.#first === firsts) break;
        if (capacity - used < 3) {
          end = "full";
          break;
        }
        const w = firstTo[this.#first] as number;
        taken[0] = firstLeg[this.#first] as number;
        this.#first++;
        steps++;
        if (closing[w] !== -1 && minLength <= 2) {
          batch[used] = 2;
          batch[used + 1] = taken[0];
          batch[used + 2] = closing[w] as number;
          used += 3;
        }
        if ((height[w] as number) < limit && limit > 2) entered = w;
      } else {
        const v = at[depth] as number;
        const length = depth + 2;
        let i = closed[depth] as number;
        const closers = closerEnd[v] as number;
        if (i < closers) {
          const size = length + 1;
          const last = length < minLength ? -1 : capacity - size;
          // Most loops are found some legs deep: their first three are kept at hand. In a shorter one the
          // places are written over by what follows.
          const leg0 = taken[0] as number;
          const leg1 = taken[1] as number;
          const leg2 = taken[2] as number;
          steps += closers - i;
          for (; i < closers; i++) {
            const w = to[i] as number;
            if (onPath[w] !== 0) continue;
            found[depth] = 1;
            if (used > last) {
              if (last !== -1) break;
              continue;
            }
            batch[used] = length;
            batch[used + 1] = leg0;
            batch[used + 2] = leg1;
            batch[used + 3] = leg2;
            for (let d = 3; d < depth; d++) batch[used + 1 + d] = taken[d] as number;
            batch[used + length - 1] = legOf[i] as number;
            batch[used + length] = closing[w] as number;
            used += size;
          }
          closed[depth] = i;
          if (i < closers) {
            steps -= closers - i;
            end = "full";
            break;
          }
        }
        const most = limit - depth - 1;
        if (most > 1) {
          const row = rowStart[v + 1] as number;
          let j = next[depth] as number;
          steps -= j;
          for (; j < row; j++) {
            const w = to[j] as number;
            if ((back[w] as number) > most) break;
            if (onPath[w] === 0 && (height[w] as number) <= most && rowStart[w] !== rowStart[w + 1]) {
              taken[depth] = legOf[j++] as number;
              entered = w;
              break;
            }
          }
          steps += j;
          next[depth] = j;
        }
        if (entered === -1) {
          onPath[v] = 0;
          depth--;
          if (found[depth + 1] === 1 || closing[v] !== -1) {
            found[depth] = 1;
            this.#barriers.release(v);
          } else {
            this.#barriers.raise(v, limit === UNBOUNDED ? CLOSED : most + 2);
          }
        }
      }
      if (entered !== -1) {
        depth++;
        at[depth] = entered;
        closed[depth] = next[depth] = rowStart[entered] as number;
        found[depth] = 0;
        onPath[entered] = 1;
      }
    }
    writer.used = used;
    this.#depth = depth;
    this.#steps = steps;
    this.#look = look;
    return end;
  }
}
