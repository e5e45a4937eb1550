/**
 * Barriers: how many legs each entity needs at least to reach the root past the path walked now. A dead end
 * raises its barrier, so that it is not tried again until the path leaves what stood in the way.
 */
import type { Near } from "./near.js";

/** A barrier that no path is short enough for, while what is on the path stays there. */
export const CLOSED = 0x3fffffff;

/**
 * The barriers of one neighbourhood at a time. Off the path, an entity's barrier is never above that of
 * one it pays plus 1: so it never exceeds the legs truly needed, and no loop is missed.
 *
 * @see Peng et al., PVLDB 13 (2019) 463; with `CLOSED` for every dead end this is the blocking of Johnson,
 * SIAM J Comput 4 (1975) 77.
 */
export class Barriers {
  readonly height: Int32Array;
  /** Marks the entities on the path (1). */
  readonly onPath: Uint8Array;
  /** Marks the entities that some payer with a raised barrier waits for (1). */
  readonly #watched: Uint8Array;
  readonly #lowered: Int32Array;
  readonly #near: Near;

  constructor(near: Near) {
    this.#near = near;
    this.height = new Int32Array(near.back.length);
    this.onPath = new Uint8Array(near.back.length);
    this.#watched = new Uint8Array(near.back.length);
    this.#lowered = new Int32Array(near.back.length);
  }

  /** Turns to another root: barriers stand at the distance, nothing is on the path. */
  reset(): void {
    const { size, back } = this.#near;
    this.height.set(back.subarray(0, size));
    this.onPath.fill(0, 0, size);
    this.#watched.fill(0, 0, size);
  }

  /** Notes that an entity leaving the path, or just off it, cannot reach the root by fewer legs than this. */
  raise(v: number, height: number): void {
    const { rowStart, to } = this.#near;
    this.height[v] = height;
    const end = rowStart[v + 1] as number;
    for (let i = rowStart[v] as number; i < end; i++) this.#watched[to[i] as number] = 1;
  }

  /** Notes that an entity from which a loop was found leaves the path: those who waited for it may pass. */
  release(first: number): void {
    if (this.#watched[first] === 0) return;
    const { inStart, from, back } = this.#near;
    const { height, onPath } = this;
    const lowered = this.#lowered;
    let waiting = 0;
    let v = first;
    for (;;) {
      const most = (height[v] as number) + 1;
      let isWatched = 0;
      const end = inStart[v + 1] as number;
      for (let i = inStart[v] as number; i < end; i++) {
        const u = from[i] as number;
        if ((height[u] as number) > most) {
          height[u] = most;
          // One on the path passes its own height on when it leaves.
          if (onPath[u] === 0 && this.#watched[u] === 1) lowered[waiting++] = u;
        }
        if ((height[u] as number) > (back[u] as number)) isWatched = 1;
      }
      this.#watched[v] = isWatched;
      if (waiting === 0) return;
      v = lowered[--waiting] as number;
    }
  }
}
