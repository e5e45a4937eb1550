/**
 * DebtRank: how far distress spreads before anybody defaults. A party that loses part of what it leans on
 * is weaker for those who lean on it.
 */
import { CapitalLoopError } from "../errors.js";

export interface DistressInput {
  /** `exposures[i][j]`: what i loses if j is wholly distressed, in the unit of `equity`. */
  readonly exposures: readonly ArrayLike<number>[];
  /** The buffer each party can lose. */
  readonly equity: ArrayLike<number>;
  /** The distress each starts with, 0..1. */
  readonly shock: ArrayLike<number>;
  /** How much each counts in the system; sums to 1. */
  readonly weights: ArrayLike<number>;
}

export interface Distress {
  /** The distress each ends with, 0..1. */
  readonly distress: Float64Array;
  /** What the spreading added to the system's distress: `sum of weights x (end - start)`. */
  readonly added: number;
  readonly steps: number;
}

const ENOUGH = 1e-12;
const MOST_STEPS = 100_000;

/**
 * The differential form: each step passes on only what distress was new in the step before, until changes
 * fall below 1e-12.
 *
 * @throws CapitalLoopError `invalid-query` for a buffer of 0 under an exposure, for weights that do not sum to 1,
 * for a shock outside 0..1.
 * @remarks O(n^2) a step, at most 100 000 steps.
 * @see Bardoscia et al., PLoS ONE 10 (2015) e0130406.
 */
export function debtRank(input: DistressInput): Distress {
  const { impact, shock, weights } = checked(input);
  const n = shock.length;
  let before = new Float64Array(n);
  let now = Float64Array.from(shock);
  let steps = 0;
  for (let change = 1; change >= ENOUGH && steps < MOST_STEPS; steps++) {
    const next = now.slice();
    change = 0;
    for (let i = 0; i < n; i++) {
      let more = 0;
      for (let j = 0; j < n; j++)
        more += (impact[i]?.[j] ?? 0) * ((now[j] as number) - (before[j] as number));
      next[i] = Math.min(1, (now[i] as number) + more);
      change = Math.max(change, Math.abs((next[i] as number) - (now[i] as number)));
    }
    before = now;
    now = next;
  }
  return { distress: now, added: added(now, shock, weights), steps };
}

/**
 * The first form: a party passes its distress on once, in the step after it became distressed, so that
 * distress and its sum are at most those of `debtRank`.
 *
 * @throws CapitalLoopError as `debtRank`.
 * @see Battiston et al., Sci Rep 2 (2012) 541.
 */
export function firstDebtRank(input: DistressInput): Distress {
  const { impact, shock, weights } = checked(input);
  const n = shock.length;
  const now = Float64Array.from(shock);
  const spent = new Uint8Array(n);
  let active = [...now.keys()].filter((i) => (now[i] as number) > 0);
  let steps = 0;
  for (; active.length > 0; steps++) {
    const given = now.slice();
    for (const j of active) spent[j] = 1;
    const woken: number[] = [];
    for (let i = 0; i < n; i++) {
      let more = 0;
      for (const j of active) more += Math.min(1, impact[i]?.[j] ?? 0) * (given[j] as number);
      if (more === 0) continue;
      now[i] = Math.min(1, (given[i] as number) + more);
      if (spent[i] === 0 && given[i] === 0) woken.push(i);
    }
    active = woken;
  }
  return { distress: now, added: added(now, shock, weights), steps };
}

/**
 * Exposure over buffer for each pair: row i is what i loses, as a share of its buffer, through each other.
 *
 * @throws CapitalLoopError `invalid-query` for a buffer of 0 under an exposure.
 */
export function impactMatrix({
  exposures,
  equity,
}: Pick<DistressInput, "exposures" | "equity">): Float64Array[] {
  return exposures.map((row, i) =>
    Float64Array.from(row, (exposure, j) => {
      if (!Number.isFinite(exposure) || exposure < 0)
        throw invalid(`exposures[${i}][${j}]: ${exposure} is no amount; give 0 or more`);
      if (exposure === 0) return 0;
      const buffer = equity[i] ?? Number.NaN;
      if (buffer > 0) return exposure / buffer;
      throw invalid(
        `equity[${i}]: a buffer of ${buffer} stands under an exposure; give what it can lose, above 0`,
      );
    }),
  );
}

function checked(input: DistressInput): {
  impact: Float64Array[];
  shock: ArrayLike<number>;
  weights: ArrayLike<number>;
} {
  const { exposures, shock, weights, equity } = input;
  const n = exposures.length;
  for (const [name, list] of Object.entries({ shock, weights, equity }))
    if (list.length !== n)
      throw invalid(`${name}: ${list.length} numbers for ${n} parties; give one for each`);
  exposures.forEach((row, i) => {
    if (row.length !== n)
      throw invalid(`exposures[${i}]: ${row.length} columns in a table of ${n} rows; make it square`);
  });
  for (let i = 0; i < n; i++) {
    const start = shock[i] as number;
    if (!(start >= 0 && start <= 1)) throw invalid(`shock[${i}]: ${start} is no share; give 0 to 1`);
  }
  const sum = Array.from(weights).reduce((a, b) => a + b, 0);
  if (n > 0 && Math.abs(sum - 1) > 1e-9) throw invalid(`weights: they sum to ${sum}; make it 1`);
  return { impact: impactMatrix(input), shock, weights };
}

function added(end: Float64Array, start: ArrayLike<number>, weights: ArrayLike<number>): number {
  return end.reduce((sum, h, i) => sum + (h - (start[i] as number)) * (weights[i] as number), 0);
}

function invalid(message: string): CapitalLoopError {
  return new CapitalLoopError("invalid-query", message);
}
