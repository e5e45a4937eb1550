/** How many ways lead home to a root by one, two and three legs, past the path walked now. */
import type { Near } from "./near.js";

/**
 * The ways home in the neighbourhood of one root at a time. They pass no entity twice and none on the path;
 * an entity on the path has none by three legs.
 */
export class WaysHome {
  readonly one: Float64Array;
  readonly two: Float64Array;
  readonly three: Float64Array;
  /** By place in a row: how many ways the leg stands for. */
  readonly rowWays: Float64Array;
  steps = 0;
  readonly #inWays: Float64Array;
  readonly #near: Near;
  readonly #onPath: Uint8Array;
  readonly #ways: Float64Array | null;
  /** What an entity had when it came on the path, by depth. */
  readonly #keptThree: Float64Array;
  /** How many ways lead to each entity from the one looked at; all 0 between looks. */
  readonly #there: Float64Array;

  constructor(near: Near, onPath: Uint8Array, ways: Float64Array | null, legs: number) {
    const size = onPath.length;
    this.#near = near;
    this.#onPath = onPath;
    this.#ways = ways;
    this.one = new Float64Array(size);
    this.two = new Float64Array(size);
    this.three = new Float64Array(size);
    this.rowWays = new Float64Array(legs).fill(1);
    this.#inWays = new Float64Array(legs).fill(1);
    this.#keptThree = new Float64Array(size + 2);
    this.#there = new Float64Array(size);
  }

  /** Turns to another root: nothing is on the path. Time O(legs of the neighbourhood). */
  measure(): void {
    const { size, closing, rowStart, closerEnd, nearEnd, to, leg, inStart, inLeg } = this.#near;
    const { one, two, three, rowWays } = this;
    const ways = this.#ways;
    const legs = rowStart[size] as number;
    this.steps += legs + legs;
    for (let i = 0; ways !== null && i < legs; i++) {
      rowWays[i] = ways[leg[i] as number] as number;
      this.#inWays[i] = ways[inLeg[i] as number] as number;
    }
    for (let v = 0; v < size; v++) {
      const home = closing[v] as number;
      one[v] = home === -1 ? 0 : ways === null ? 1 : (ways[home] as number);
    }
    for (let v = 0; v < size; v++) {
      let sum = 0;
      for (let i = rowStart[v] as number; i < (closerEnd[v] as number); i++)
        sum += (rowWays[i] as number) * (one[to[i] as number] as number);
      two[v] = sum;
    }
    for (let v = 0; v < size; v++) {
      let sum = 0;
      for (let i = rowStart[v] as number; i < (nearEnd[v] as number); i++)
        sum += (rowWays[i] as number) * (two[to[i] as number] as number);
      three[v] = sum;
    }
    // A way out to another and at once back, then home, is none.
    const there = this.#there;
    for (let v = 0; v < size && one[v] !== 0; v++) {
      for (let i = rowStart[v] as number; i < (rowStart[v + 1] as number); i++)
        there[to[i] as number] = rowWays[i] as number;
      let mutual = 0;
      for (let i = inStart[v] as number; i < (inStart[v + 1] as number); i++)
        mutual += (this.#inWays[i] as number) * (there[this.#near.from[i] as number] as number);
      for (let i = rowStart[v] as number; i < (rowStart[v + 1] as number); i++) there[to[i] as number] = 0;
      three[v] = (three[v] as number) - (one[v] as number) * mutual;
    }
  }

  /** Whether an entity off the path has a way home by at most three legs. */
  leadFrom(v: number): boolean {
    return (this.one[v] as number) > 0 || (this.two[v] as number) > 0 || (this.three[v] as number) > 0;
  }

  /** Takes off what leads through an entity that is now on the path. */
  enter(v: number, depth: number): void {
    this.#keptThree[depth] = this.three[v] as number;
    this.three[v] = 0;
    this.#shift(v, -1);
  }

  /** Undoes `enter`; the path is as it was then. */
  leave(v: number, depth: number): void {
    this.#shift(v, 1);
    this.three[v] = this.#keptThree[depth] as number;
  }

  /** The ways home by four legs from an entity on the path. */
  sumOfRow(v: number): number {
    const { rowStart, nearEnd, to } = this.#near;
    const { rowWays, three } = this;
    const end = nearEnd[v] as number;
    let sum = 0;
    for (let i = rowStart[v] as number; i < end; i++)
      sum += (rowWays[i] as number) * (three[to[i] as number] as number);
    this.steps += end - (rowStart[v] as number);
    return sum;
  }

  /** The ways home by four legs from an entity off the path: what `enter` would leave, without entering. */
  sumPast(v: number): number {
    const { inStart, from, rowStart, nearEnd, to } = this.#near;
    const { one, rowWays, three } = this;
    const inWays = this.#inWays;
    const there = this.#there;
    const onPath = this.#onPath;
    const two = this.two[v] as number;
    const home = one[v] as number;
    const first = inStart[v] as number;
    const end = inStart[v + 1] as number;
    const row = rowStart[v] as number;
    const rowEnd = nearEnd[v] as number;
    let steps = end - first + rowEnd - row;
    let sum = 0;
    for (let i = row; i < rowEnd; i++) {
      const w = to[i] as number;
      const ways = rowWays[i] as number;
      sum += ways * (three[w] as number);
      if (onPath[w] === 0) there[w] = ways;
    }
    for (let i = first; i < end; i++) {
      const u = from[i] as number;
      if (onPath[u] === 1) continue;
      const ways = inWays[i] as number;
      const out = there[u] as number;
      if (out !== 0) sum -= out * ways * (two - (one[u] as number) * out);
      if (home === 0) continue;
      const last = inStart[u + 1] as number;
      steps += last - (inStart[u] as number);
      let round = 0;
      for (let j = inStart[u] as number; j < last; j++)
        round += (there[from[j] as number] as number) * (inWays[j] as number);
      sum -= round * ways * home;
    }
    for (let i = row; i < rowEnd; i++) there[to[i] as number] = 0;
    this.steps += steps;
    return sum;
  }

  #shift(v: number, sign: number): void {
    const { inStart, from, rowStart, to } = this.#near;
    const { one, two, three, rowWays } = this;
    const inWays = this.#inWays;
    const there = this.#there;
    const onPath = this.#onPath;
    const byTwo = sign * (two[v] as number);
    const home = sign * (one[v] as number);
    // Far from the root nothing leads home by so few legs.
    if (byTwo === 0 && home === 0) return;
    const first = inStart[v] as number;
    const end = inStart[v + 1] as number;
    const row = rowStart[v] as number;
    const rowEnd = rowStart[v + 1] as number;
    let steps = end - first + rowEnd - row;
    for (let i = row; i < rowEnd; i++) there[to[i] as number] = rowWays[i] as number;
    for (let i = first; i < end; i++) {
      const u = from[i] as number;
      if (onPath[u] === 1) continue;
      const ways = inWays[i] as number;
      // Ways through `v` as the next go; of those that were no ways, out to `v` and back, there are fewer.
      three[u] = (three[u] as number) + ways * (byTwo - sign * (one[u] as number) * (there[u] as number));
      if (home === 0) continue;
      const change = ways * home;
      two[u] = (two[u] as number) + change;
      const last = inStart[u + 1] as number;
      steps += last - (inStart[u] as number);
      for (let j = inStart[u] as number; j < last; j++) {
        const t = from[j] as number;
        if (onPath[t] === 0) three[t] = (three[t] as number) + (inWays[j] as number) * change;
      }
    }
    for (let i = row; i < rowEnd; i++) there[to[i] as number] = 0;
    this.steps += steps;
  }
}
