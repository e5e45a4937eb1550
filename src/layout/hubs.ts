/** The hubs: those of the core that most and strongest loops pass. They stand on the wheel. */
import { type LegGraph, legFrom } from "../graph/legs.js";
import { DEFAULT_MAX_LENGTH } from "../loops/query.js";
import { searchLoops } from "../loops/search.js";

/** Loops as the search gives them, and what the layout asks about each. */
export interface CoreLoop {
  /** The numbers of its legs, in order. */
  readonly legs: Int32Array;
  /** The smallest stated leg in US dollars; null when none is stated. */
  readonly bottleneckUsd: number | null;
  readonly isDisclosed: boolean;
}

/** More loops than this say no more about who stands in the middle. */
const MOST_LOOPS = 200_000;

/**
 * The loops of at most five legs; of fewer where there are too many to weigh, so that any graph can be
 * laid out.
 */
export function loopsToWeigh(legs: LegGraph): readonly CoreLoop[] {
  let loops: CoreLoop[] = [];
  for (let maxLength = DEFAULT_MAX_LENGTH; maxLength >= 2; maxLength--) {
    loops = [];
    for (const batch of searchLoops(legs, maxLength)) {
      for (let at = 0; at < batch.length; ) {
        const from = at + 1;
        at = from + (batch[at] as number);
        loops.push(weigh(legs, batch.subarray(from, at)));
      }
      if (loops.length > MOST_LOOPS) break;
    }
    if (loops.length <= MOST_LOOPS) break;
  }
  return loops;
}

function weigh({ amountUsd }: LegGraph, legs: Int32Array): CoreLoop {
  let bottleneckUsd = Number.POSITIVE_INFINITY;
  let isDisclosed = true;
  for (const leg of legs) {
    const usd = amountUsd[leg] as number;
    if (Number.isNaN(usd)) isDisclosed = false;
    else if (usd < bottleneckUsd) bottleneckUsd = usd;
  }
  return {
    legs,
    bottleneckUsd: bottleneckUsd === Number.POSITIVE_INFINITY ? null : bottleneckUsd,
    isDisclosed,
  };
}

/** How much capital a loop can carry, on a scale of powers of ten from 100 million US dollars on. */
export function magnitude(bottleneckUsd: number): number {
  return Math.log10(1 + bottleneckUsd / 1e8);
}

/** How many of a core stand on the wheel. */
export function hubCount(coreSize: number): number {
  return Math.min(coreSize, Math.max(6, Math.min(14, Math.round(2 * Math.sqrt(coreSize)))));
}

/**
 * The hubs, by their numbers, ascending. An entity scores for each loop `magnitude / length`, half where a
 * leg is undisclosed, nothing where no leg is stated.
 *
 * @param core the numbers of the core's entities. Ties go to the smaller id.
 */
export function hubsOf(legs: LegGraph, core: readonly number[], loops: readonly CoreLoop[]): number[] {
  const score = new Float64Array(legs.ids.length);
  for (const loop of loops) {
    if (loop.bottleneckUsd === null) continue;
    const weight = (magnitude(loop.bottleneckUsd) / loop.legs.length) * (loop.isDisclosed ? 1 : 0.5);
    for (const leg of loop.legs) {
      const payer = legFrom(legs, leg);
      score[payer] = (score[payer] as number) + weight;
    }
  }
  return [...core]
    .sort((a, b) => (score[b] as number) - (score[a] as number) || a - b)
    .slice(0, hubCount(core.length))
    .sort((a, b) => a - b);
}
