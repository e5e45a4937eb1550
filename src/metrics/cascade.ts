/**
 * What a withdrawal takes with it: whoever is paid less passes on less, in proportion to what it handles.
 */
import { CapitalLoopError } from "../errors.js";
import { factor, solve } from "./linear.js";

export interface Withdrawal {
  /** `before[i][j]`: what i pays j. */
  readonly before: readonly ArrayLike<number>[];
  /** `kept[i][j]`: what of it is still honoured; at most `before`. */
  readonly kept: readonly ArrayLike<number>[];
  /** What each handles: the larger of all it gets and all it pays. */
  readonly throughflow: ArrayLike<number>;
  /** The part of a loss that each passes on, 0..1; 1 unless given. */
  readonly passesOn?: ArrayLike<number>;
  /** What each can lose before it passes anything on; 0 unless given. */
  readonly buffers?: ArrayLike<number>;
}

export interface Cascade {
  /** What each is no longer paid by the withdrawal itself. */
  readonly direct: Float64Array;
  /** What each is paid less once all have passed it on. */
  readonly loss: Float64Array;
  /** The share of what is honoured that each payer no longer pays on. */
  readonly cutBack: Float64Array;
  /** All losses over the direct ones; null when there is none. */
  readonly multiplier: number | null;
}

const ENOUGH = 1e-12;

/**
 * The least losses that hold: `loss_j = direct_j + sum_i passesOn_i max(0, loss_i - buffer_i) kept_ij / T_i`.
 * Outside money is held fixed, and what a payer no longer pays it keeps.
 *
 * @throws CapitalLoopError `invalid-query` for `passesOn` outside 0..1 or a negative buffer.
 * @remarks Without buffers one linear system over the parties a loss can reach, O(n^3); with them rounds from
 * the direct losses up, each O(n^2), until none grows by more than 1e-12 of the largest.
 */
export function cascade({ before, kept, throughflow, passesOn, buffers }: Withdrawal): Cascade {
  const n = before.length;
  for (let i = 0; i < n; i++) {
    const part = passesOn?.[i] ?? 1;
    if (!(part >= 0 && part <= 1)) throw invalid(`passesOn[${i}]: ${part} is no share; give 0 to 1`);
    const buffer = buffers?.[i] ?? 0;
    if (!(buffer >= 0)) throw invalid(`buffers[${i}]: ${buffer} is no amount; give 0 or more`);
  }
  const direct = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      direct[j] = (direct[j] as number) + (before[i]?.[j] ?? 0) - (kept[i]?.[j] ?? 0);
  const rate = (i: number) =>
    (throughflow[i] as number) > 0 ? (passesOn?.[i] ?? 1) / (throughflow[i] as number) : 0;
  const reached = reachedFrom(direct, kept);
  const hasBuffers = buffers !== undefined && Array.from(buffers).some((buffer) => buffer > 0);
  const loss = hasBuffers
    ? inRounds(direct, kept, rate, buffers)
    : (atOnce(direct, kept, rate, reached) ?? inRounds(direct, kept, rate, new Float64Array(n)));
  const sum = (list: Float64Array) => list.reduce((a, b) => a + b, 0);
  const directSum = sum(direct);
  return {
    direct,
    loss,
    cutBack: loss.map((lost, i) => rate(i) * Math.max(0, lost - (buffers?.[i] ?? 0))),
    multiplier: directSum === 0 ? null : sum(loss) / directSum,
  };
}

/** The parties a loss can come to: a closed group it cannot reach would make the system singular. */
function reachedFrom(direct: Float64Array, kept: readonly ArrayLike<number>[]): number[] {
  const reached = [...direct.keys()].filter((i) => (direct[i] as number) > 0);
  const seen = new Set(reached);
  for (const i of reached)
    for (let j = 0; j < direct.length; j++) {
      if (seen.has(j) || !((kept[i]?.[j] ?? 0) > 0)) continue;
      seen.add(j);
      reached.push(j);
    }
  return reached.sort((a, b) => a - b);
}

function atOnce(
  direct: Float64Array,
  kept: readonly ArrayLike<number>[],
  rate: (i: number) => number,
  reached: readonly number[],
): Float64Array | null {
  const size = reached.length;
  const matrix = Float64Array.from({ length: size * size }, (_, k) => {
    const j = reached[Math.floor(k / size)] as number;
    const i = reached[k % size] as number;
    return (i === j ? 1 : 0) - rate(i) * (kept[i]?.[j] ?? 0);
  });
  const factored = factor(matrix, size);
  if (factored === null) return null;
  const found = solve(
    factored,
    Float64Array.from(reached, (j) => direct[j] as number),
  );
  const loss = new Float64Array(direct.length);
  reached.forEach((j, k) => {
    loss[j] = found[k] as number;
  });
  return loss;
}

function inRounds(
  direct: Float64Array,
  kept: readonly ArrayLike<number>[],
  rate: (i: number) => number,
  buffers: ArrayLike<number>,
): Float64Array {
  const n = direct.length;
  let loss = direct.slice();
  for (let change = Number.POSITIVE_INFINITY, most = 0; change > ENOUGH * most; ) {
    const next = direct.slice();
    for (let i = 0; i < n; i++) {
      const passed = rate(i) * Math.max(0, (loss[i] as number) - (buffers[i] as number));
      if (passed === 0) continue;
      for (let j = 0; j < n; j++) next[j] = (next[j] as number) + passed * (kept[i]?.[j] ?? 0);
    }
    change = 0;
    most = 0;
    for (let i = 0; i < n; i++) {
      change = Math.max(change, (next[i] as number) - (loss[i] as number));
      most = Math.max(most, next[i] as number);
    }
    loss = next;
  }
  return loss;
}

function invalid(message: string): CapitalLoopError {
  return new CapitalLoopError("invalid-query", message);
}
