/**
 * Clearing: what everybody can pay when each pays out of its cash and of what it is paid itself.
 */
import { CapitalLoopError } from "../errors.js";
import { factor, solve } from "./linear.js";

export interface Obligations {
  /** `liabilities[i][j]`: what i owes j in the period. Dues to itself are passed over. */
  readonly liabilities: readonly ArrayLike<number>[];
  /** What each has beside what it is paid; not negative. */
  readonly cash: ArrayLike<number>;
  /** The share of its cash that a party in default can still use; 1 unless given. */
  readonly alpha?: number;
  /** The share of what it is paid that a party in default can still use; 1 unless given. */
  readonly beta?: number;
}

export interface Clearing {
  /** What each owes in all. */
  readonly owed: Float64Array;
  /** What each pays: the greatest payments that clear. */
  readonly paid: Float64Array;
  /** Paid over owed; null for a party that owes nothing. */
  readonly recovery: readonly (number | null)[];
  /** Cash and income less all it owes; below zero by what it falls short. */
  readonly equity: Float64Array;
  /** Who cannot pay in full, by the round in which that shows. */
  readonly waves: readonly (readonly number[])[];
  /** What is owed and not paid. */
  readonly shortfall: number;
}

/** Amounts equal to within this share of what is owed count as equal. */
const TOLERANCE = 1e-12;

/**
 * The greatest clearing payments. Everybody is taken to pay in full; who could not is in default, those who
 * counted on them are looked at again, and so on, in at most n rounds.
 *
 * @throws CapitalLoopError `invalid-query` for a negative amount, a table that is not square, alpha or beta
 * outside 0..1.
 * @remarks Time O(n^4).
 * @see Eisenberg & Noe, Manage Sci 47 (2001) 236; with alpha or beta below 1 Rogers & Veraart, Manage Sci 59
 * (2013) 882.
 */
export function clear(obligations: Obligations): Clearing {
  const { alpha = 1, beta = 1, cash } = obligations;
  const dues = checked(obligations, alpha, beta);
  const n = dues.length;
  const owed = Float64Array.from(dues, (row) => row.reduce((a, b) => a + b, 0));
  const share = (j: number, i: number) =>
    (owed[j] as number) === 0 ? 0 : (dues[j]?.[i] ?? 0) / (owed[j] as number);
  const income = (paid: Float64Array, i: number) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += share(j, i) * (paid[j] as number);
    return sum;
  };

  let paid: Float64Array = owed.slice();
  const inDefault = new Set<number>();
  const waves: number[][] = [];
  for (;;) {
    const wave: number[] = [];
    for (let i = 0; i < n; i++) {
      const has = (cash[i] as number) + income(paid, i);
      if (!inDefault.has(i) && has < (owed[i] as number) * (1 - TOLERANCE)) wave.push(i);
    }
    if (wave.length === 0) break;
    waves.push(wave);
    for (const i of wave) inDefault.add(i);
    paid = paymentsWith([...inDefault].sort((a, b) => a - b));
  }

  /** Everybody else pays in full; those in default share out what they have. */
  function paymentsWith(defaulters: readonly number[]): Float64Array {
    const solvent = owed.map((sum, i) => (inDefault.has(i) ? 0 : sum));
    const size = defaulters.length;
    const matrix = Float64Array.from({ length: size * size }, (_, k) => {
      const i = defaulters[Math.floor(k / size)] as number;
      const j = defaulters[k % size] as number;
      return (i === j ? 1 : 0) - beta * share(j, i);
    });
    const right = Float64Array.from(
      defaulters,
      (i) => alpha * (cash[i] as number) + beta * income(solvent, i),
    );
    const factored = factor(matrix, size);
    // A group that owes only itself has, all together, no less than it owes itself, so some member of it is
    // always left out of `defaulters`.
    if (factored === null) throw new RangeError("clear: the defaulters owe only one another");
    const found = solve(factored, right);
    const payments = solvent.slice();
    defaulters.forEach((i, k) => {
      payments[i] = Math.max(0, found[k] as number);
    });
    return payments;
  }

  return {
    owed,
    paid,
    recovery: Array.from(owed, (sum, i) => (sum === 0 ? null : (paid[i] as number) / sum)),
    equity: owed.map((sum, i) => (cash[i] as number) + income(paid, i) - sum),
    waves,
    shortfall: owed.reduce((sum, due, i) => sum + due - (paid[i] as number), 0),
  };
}

function checked({ liabilities, cash }: Obligations, alpha: number, beta: number): Float64Array[] {
  const n = liabilities.length;
  if (cash.length !== n) throw invalid(`cash: ${cash.length} numbers for ${n} parties; give one for each`);
  for (const [name, value] of Object.entries({ alpha, beta }))
    if (!(value >= 0 && value <= 1)) throw invalid(`${name}: ${value} is no share; give 0 to 1`);
  for (let i = 0; i < n; i++)
    if (!Number.isFinite(cash[i]) || (cash[i] as number) < 0)
      throw invalid(`cash[${i}]: ${cash[i]} is no amount; give 0 or more`);
  return liabilities.map((row, i) => {
    if (row.length !== n)
      throw invalid(`liabilities[${i}]: ${row.length} columns in a table of ${n} rows; make it square`);
    return Float64Array.from(row, (due, j) => {
      if (!Number.isFinite(due) || due < 0)
        throw invalid(`liabilities[${i}][${j}]: ${due} is no amount; give 0 or more`);
      return i === j ? 0 : due;
    });
  });
}

function invalid(message: string): CapitalLoopError {
  return new CapitalLoopError("invalid-query", message);
}
