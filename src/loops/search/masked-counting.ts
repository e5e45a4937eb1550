/** Counts the loops through a root of any length where its neighbourhood is small enough for bits. */
import type { ShouldStop } from "./kernel.js";
import { ENTERED_BETWEEN_LOOKS, lowest, MaskedPath, PAYEE_BITS } from "./masked-path.js";
import type { Near } from "./near.js";

/** The counting twin of `MaskedWalk`: the loops that end alike are one sum of bits. */
export class MaskedCount {
  readonly #near: Near;
  /** How many ways each leg stands for; null for 1 each. */
  readonly #ways: Float64Array | null;
  readonly #path = new MaskedPath();
  /** By depth: how many ways the path to there stands for. */
  readonly #product = new Float64Array(this.#path.taken.length + 1);

  constructor(near: Near, ways: Float64Array | null) {
    this.#near = near;
    this.#ways = ways;
  }

  get steps(): number {
    return this.#path.steps;
  }

  /** Counts the loops of the root that the neighbourhood has turned to; see `LoopCounter.count`. */
  count(byLength: Float64Array, stop: ShouldStop): boolean {
    const { closing, firsts, firstTo, firstLeg } = this.#near;
    const path = this.#path;
    const ways = this.#ways;
    const product = this.#product;
    path.turn(this.#near);
    product.fill(1);
    let look = path.steps + ENTERED_BETWEEN_LOOKS;
    for (let i = 0; i < firsts; i++) {
      const v = firstTo[i] as number;
      const home = closing[v] as number;
      path.taken[0] = firstLeg[i] as number;
      if (ways !== null) product[1] = ways[path.taken[0]] as number;
      if (home !== -1)
        byLength[2] =
          (byLength[2] as number) + (product[1] as number) * (ways === null ? 1 : (ways[home] as number));
      if (!path.start(v)) continue;
      for (; path.depth > 0; path.advance(look)) {
        const { depth } = path;
        if (ways !== null)
          for (let d = path.changed; d < depth; d++)
            product[d + 1] = (product[d] as number) * (ways[path.taken[d] as number] as number);
        if ((path.endsLow | path.endsHigh) !== 0) {
          const ends = ways === null ? bitsIn(path.endsLow) + bitsIn(path.endsHigh) : this.#waysHome(ways);
          byLength[depth + 2] = (byLength[depth + 2] as number) + (product[depth] as number) * ends;
        }
        if (path.steps < look) continue;
        look = path.steps + ENTERED_BETWEEN_LOOKS;
        if (stop()) return false;
      }
    }
    return true;
  }

  /** How many ways lead home from the end of the path by two legs. */
  #waysHome(ways: Float64Array): number {
    const { closing } = this.#near;
    const { legBetween, end } = this.#path;
    const row = end << PAYEE_BITS;
    let sum = 0;
    const add = (w: number) => {
      sum += (ways[legBetween[row | w] as number] as number) * (ways[closing[w] as number] as number);
    };
    for (let low = this.#path.endsLow; low !== 0; low &= low - 1) add(lowest(low));
    for (let high = this.#path.endsHigh; high !== 0; high &= high - 1) add(32 + lowest(high));
    return sum;
  }
}

/** How many bits are set. */
function bitsIn(bits: number): number {
  let sums = bits - ((bits >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
