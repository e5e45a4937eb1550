/**
 * What an order of the hubs on the wheel costs. Every part is a sum over pairs of hubs and the steps
 * between them, so that a whole order is judged by one look-up a pair.
 */
import { type LegGraph, legFrom } from "../graph/legs.js";
import { type CoreLoop, magnitude } from "./hubs.js";

/** Hubs are numbered 0 to n - 1 in the order of their ids; places run clockwise from the top. */
export interface WheelCost {
  readonly n: number;
  /** The cost of an order: the hub at each place. */
  of(order: ArrayLike<number>): number;
}

/** A loop between neighbours is a sliver: what a leg of 1, 2 or 3 steps costs, so that loops stay open. */
const SLIVER = [0, 1, 0.7, 0.15] as const;
const SLIVER_WEIGHT = 0.8;
/** Long legs cost a little, strong ones more. */
const LEG_WEIGHT = 0.04;

/** The direction of a place on a wheel of n, in radians: the first is on top, then clockwise on screen. */
export function angleOf(place: number, n: number): number {
  return ((-90 + (360 * place) / n) * Math.PI) / 180;
}

/**
 * The cost of orders of these hubs:
 *
 *     sum over hub loops   w ((turns - 1) + 0.8 / length · sum over legs sliver(gap))
 *     sum over hub legs    0.04 (1 + log10(1 + amountUsd / 1e9)) sin(π gap / n)
 *     sum over hubs        1 - cos(angle - angle of its layer)
 *
 * `turns` is how often a loop goes round, walked clockwise; 1 never crosses itself. It is the sum of its
 * legs' clockwise steps over n, so it too falls apart into pairs.
 *
 * @param angles the direction of each hub's layer, in degrees.
 */
export function wheelCost(
  legs: LegGraph,
  hubs: readonly number[],
  loops: readonly CoreLoop[],
  angles: readonly number[],
): WheelCost {
  const n = hubs.length;
  const placeOf = new Int32Array(legs.ids.length).fill(-1);
  hubs.forEach((hub, i) => {
    placeOf[hub] = i;
  });
  const pairOf = (leg: number): number => {
    const payer = placeOf[legFrom(legs, leg)] as number;
    const payee = placeOf[legs.target[leg] as number] as number;
    return payer < 0 || payee < 0 || payer === payee ? -1 : payer * n + payee;
  };

  const turning = new Float64Array(n * n);
  const sliver = new Float64Array(n * n);
  const length = new Float64Array(n * n);
  let constant = 0;
  for (const loop of loops) {
    const pairs = Array.from(loop.legs, pairOf);
    if (pairs.includes(-1)) continue;
    const size = loop.bottleneckUsd === null ? 0.2 : magnitude(loop.bottleneckUsd);
    const weight = (size / pairs.length) * (loop.isDisclosed ? 1 : 0.1);
    constant -= weight;
    for (const pair of pairs) {
      turning[pair] = (turning[pair] as number) + weight;
      sliver[pair] = (sliver[pair] as number) + (weight * SLIVER_WEIGHT) / pairs.length;
    }
  }
  for (let leg = 0; leg < legs.target.length; leg++) {
    const pair = pairOf(leg);
    const usd = legs.amountUsd[leg] as number;
    if (pair >= 0) length[pair] = LEG_WEIGHT * (1 + Math.log10(1 + (Number.isNaN(usd) ? 0 : usd) / 1e9));
  }

  // pairCost[pair * n + steps]: the pair's part when the payee stands so many steps clockwise.
  const pairCost = new Float64Array(n * n * n);
  for (let pair = 0; pair < n * n; pair++) {
    for (let steps = 1; steps < n; steps++) {
      const gap = Math.min(steps, n - steps);
      pairCost[pair * n + steps] =
        ((turning[pair] as number) * steps) / n +
        (sliver[pair] as number) * (SLIVER[gap] ?? 0) +
        (length[pair] as number) * Math.sin((Math.PI * gap) / n);
    }
  }
  const placeCost = Float64Array.from({ length: n * n }, (_, i) => {
    const own = ((angles[Math.floor(i / n)] ?? 0) * Math.PI) / 180;
    return 1 - Math.cos(angleOf(i % n, n) - own);
  });

  return {
    n,
    of(order) {
      let cost = constant;
      for (let p = 0; p < n; p++) {
        const a = order[p] as number;
        cost += placeCost[a * n + p] as number;
        for (let q = p + 1; q < n; q++) {
          const b = order[q] as number;
          cost +=
            (pairCost[(a * n + b) * n + q - p] as number) + (pairCost[(b * n + a) * n + n - q + p] as number);
        }
      }
      return cost;
    },
  };
}
