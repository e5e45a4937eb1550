/** The walk behind `findPaths`: branch and bound over legs, the strong ones first. */
import type { LegGraph } from "../graph/legs.js";
import { Best } from "./best.js";
import { type ShouldStop, STEPS_BETWEEN_LOOKS } from "./search/kernel.js";

/** A path as the numbers of its legs, and what it is ordered by. */
export interface FoundPath {
  readonly legs: Int32Array;
  /** The smallest stated leg in US dollars; -1 when none is stated. */
  readonly bottleneck: number;
  /** Whether every leg states an amount. */
  readonly isStated: boolean;
}

export interface PathEnds {
  readonly from: number;
  readonly to: number;
}

/** Every leg stated before not, then the larger bottleneck, the shorter, the smaller ids. */
function strongerFirst(a: FoundPath, b: FoundPath): number {
  return (
    Number(b.isStated) - Number(a.isStated) ||
    b.bottleneck - a.bottleneck ||
    a.legs.length - b.legs.length ||
    a.legs.reduce((order, leg, i) => order || leg - (b.legs[i] as number), 0)
  );
}

/** Which legs a round may take, and which of the paths it meets are new. */
interface Round {
  /** US dollars that a stated leg has at least. */
  readonly least: number;
  readonly withHidden: boolean;
  readonly isNew: (bottleneck: number, isStated: boolean) => boolean;
}

/**
 * The first `top` paths of at most `limit` legs, in order; those found by then when `stop` ends it.
 *
 * Strong legs are tried alone first: where they make enough paths, the others need not be walked.
 */
export function strongestPaths(
  legs: LegGraph,
  ends: PathEnds,
  limit: number,
  top: number,
  stop: ShouldStop,
): FoundPath[] {
  const best = new Best<FoundPath>(top, strongerFirst);
  if (top === 0 || limit === 0 || stop()) return [];
  for (const round of roundsOf(legs, top)) {
    if (best.isFull || !walk(legs, ends, limit, round, best, stop)) break;
  }
  return best.sorted();
}

/** The share of the legs that each round takes, the strongest first. */
const SHARES = [1 / 64, 1 / 16, 1 / 4, 1];

function roundsOf({ amountUsd }: LegGraph, top: number): readonly Round[] {
  if (top === Number.POSITIVE_INFINITY) return [{ least: 0, withHidden: true, isNew: () => true }];
  const stated = amountUsd.filter((usd) => !Number.isNaN(usd)).sort();
  const leasts = SHARES.map((share) => stated[Math.floor((1 - share) * stated.length)] ?? 0);
  return [
    ...leasts.map((least, i): Round => {
      const before = leasts[i - 1] ?? Number.POSITIVE_INFINITY;
      return { least, withHidden: false, isNew: (bottleneck) => bottleneck < before };
    }),
    { least: 0, withHidden: true, isNew: (_bottleneck, isStated) => !isStated },
  ];
}

/** Walks every path of a round that fits and can still be kept; false when `stop` ended it. */
function walk(
  legs: LegGraph,
  { from, to }: PathEnds,
  limit: number,
  { least, withHidden, isNew }: Round,
  best: Best<FoundPath>,
  stop: ShouldStop,
): boolean {
  const { start, target, amountUsd } = legs;
  // A leg without an amount may carry as much as any; where none states one, it carries nothing known.
  const most = amountUsd.reduce((top, usd) => (usd > top ? usd : top), -1);
  const carries = (leg: number): number => {
    const usd = amountUsd[leg] as number;
    if (Number.isNaN(usd)) return withHidden ? most : NEVER;
    return usd >= least ? usd : NEVER;
  };
  const widest = widestWays(legs, to, limit, most, carries);
  const wayFrom = (v: number, left: number) =>
    left < 0 ? NEVER : ((widest[Math.min(left, widest.length - 1)] as Float64Array)[v] as number);
  const taken = new Int32Array(limit);
  const next = new Int32Array(limit);
  const at = new Int32Array(limit);
  const narrowest = new Float64Array(limit);
  const hidden = new Int32Array(limit);
  const onPath = new Uint8Array(legs.ids.length);
  let steps = 0;
  let depth = 0;
  at[0] = from;
  next[0] = start[from] as number;
  narrowest[0] = Number.POSITIVE_INFINITY;
  onPath[from] = 1;
  while (depth >= 0) {
    const v = at[depth] as number;
    const leg = next[depth] as number;
    if (leg === start[v + 1]) {
      onPath[v] = 0;
      depth--;
      continue;
    }
    next[depth] = leg + 1;
    if (++steps % STEPS_BETWEEN_LOOKS === 0 && stop()) return false;
    const w = target[leg] as number;
    if (onPath[w] === 1 || carries(leg) === NEVER) continue;
    const left = limit - depth - 1;
    const way = wayFrom(w, left);
    if (way === NEVER) continue;
    const usd = amountUsd[leg] as number;
    const narrow = Number.isNaN(usd)
      ? (narrowest[depth] as number)
      : Math.min(narrowest[depth] as number, usd);
    if (best.isFull && best.worst !== undefined) {
      // What carries less than the worst comes after it; what carries as much must not be longer.
      const { bottleneck, legs: kept } = best.worst;
      const carried = Math.min(narrow, way);
      if (carried < bottleneck) continue;
      if (carried === bottleneck && wayFrom(w, kept.length - depth - 1) < bottleneck) continue;
    }
    taken[depth] = leg;
    const hiddenLegs = (hidden[depth] as number) + (Number.isNaN(usd) ? 1 : 0);
    if (w === to) {
      const bottleneck = narrow === Number.POSITIVE_INFINITY ? -1 : narrow;
      const isStated = hiddenLegs === 0;
      if (isNew(bottleneck, isStated)) best.offer({ legs: taken.slice(0, depth + 1), bottleneck, isStated });
      continue;
    }
    depth++;
    at[depth] = w;
    next[depth] = start[w] as number;
    narrowest[depth] = narrow;
    hidden[depth] = hiddenLegs;
    onPath[w] = 1;
  }
  return true;
}

/** What is carried where there is no way. */
const NEVER = Number.NEGATIVE_INFINITY;

/** How many numbers of legs are told apart; beyond, the way left may be of any length. */
const MOST_LAYERS = 16;

/**
 * For each number of legs left, from 0 on, the most that a walk of at most so many can carry from each
 * entity to the end. The last layer holds for more legs than that too.
 *
 * @remarks Time O(layers · legs); where the last layer stands for any length, until nothing grows.
 */
function widestWays(
  { ids, start, target }: LegGraph,
  end: number,
  limit: number,
  most: number,
  carries: (leg: number) => number,
): readonly Float64Array[] {
  const n = ids.length;
  const first = new Float64Array(n).fill(NEVER);
  first[end] = most;
  const layers = [first];
  /** One leg more, read from `last` and written to `next`, which may be the same. */
  const grow = (last: Float64Array, next: Float64Array): boolean => {
    let grew = false;
    for (let v = 0; v < n; v++) {
      for (let leg = start[v] as number; leg < (start[v + 1] as number); leg++) {
        const way = Math.min(carries(leg), last[target[leg] as number] as number);
        if (way > (next[v] as number)) {
          next[v] = way;
          grew = true;
        }
      }
    }
    return grew;
  };
  while (layers.length < Math.min(limit, MOST_LAYERS)) {
    const last = layers.at(-1) as Float64Array;
    const next = last.slice();
    // Nothing grew: more legs bring no more.
    if (!grow(last, next)) return layers;
    layers.push(next);
  }
  if (limit > MOST_LAYERS) {
    const any = (layers.at(-1) as Float64Array).slice();
    while (grow(any, any));
    layers.push(any);
  }
  return layers;
}
