/**
 * Small dense linear algebra: LU with partial pivoting over row-major arrays, enough for the systems of a
 * few hundred entities that metrics solve.
 */

/** A factored matrix: L below the diagonal (ones on it), U on and above, and where each row came from. */
export interface Factored {
  readonly size: number;
  readonly lu: Float64Array;
  readonly rowOf: Int32Array;
}

/** A pivot this small beside its matrix's largest value means that rows depend on one another. */
const SINGULAR = 1e-14;

/**
 * Factors a square matrix; null when it is singular.
 *
 * @param matrix `size` rows of `size` values.
 * @throws RangeError when it is not square.
 * @remarks Time O(size³).
 * @see Golub and Van Loan, Matrix Computations, section 3.4.
 */
export function factor(matrix: Float64Array, size: number): Factored | null {
  if (matrix.length !== size * size)
    throw new RangeError(`factor: ${matrix.length} values are no square matrix of ${size} rows`);
  const lu = Float64Array.from(matrix);
  const rowOf = Int32Array.from({ length: size }, (_, i) => i);
  const least = SINGULAR * lu.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k + 1; i < size; i++)
      if (Math.abs(lu[i * size + k] as number) > Math.abs(lu[pivot * size + k] as number)) pivot = i;
    if (Math.abs(lu[pivot * size + k] as number) <= least) return null;
    if (pivot !== k) swapRows(lu, rowOf, size, k, pivot);
    const top = lu[k * size + k] as number;
    for (let i = k + 1; i < size; i++) {
      const share = (lu[i * size + k] as number) / top;
      lu[i * size + k] = share;
      if (share !== 0) addRow(lu, size, i, k, -share, k + 1);
    }
  }
  return { size, lu, rowOf };
}

/** The solution of A x = b. Time O(size²). */
export function solve({ size, lu, rowOf }: Factored, b: Float64Array): Float64Array {
  const x = Float64Array.from(rowOf, (row) => b[row] as number);
  for (let i = 0; i < size; i++)
    for (let k = 0; k < i; k++) x[i] = (x[i] as number) - (lu[i * size + k] as number) * (x[k] as number);
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++)
      x[i] = (x[i] as number) - (lu[i * size + k] as number) * (x[k] as number);
    x[i] = (x[i] as number) / (lu[i * size + i] as number);
  }
  return x;
}

/** The inverse of a square matrix, row by row; null when it is singular. Time O(size³). */
export function inverse(matrix: Float64Array, size: number): Float64Array | null {
  const factored = factor(matrix, size);
  if (factored === null) return null;
  const { lu, rowOf } = factored;
  const x = new Float64Array(size * size);
  rowOf.forEach((row, i) => {
    x[i * size + row] = 1;
  });
  for (let i = 0; i < size; i++)
    for (let k = 0; k < i; k++) {
      const below = lu[i * size + k] as number;
      if (below !== 0) addRow(x, size, i, k, -below, 0);
    }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) {
      const above = lu[i * size + k] as number;
      if (above !== 0) addRow(x, size, i, k, -above, 0);
    }
    const top = lu[i * size + i] as number;
    for (let j = 0; j < size; j++) x[i * size + j] = (x[i * size + j] as number) / top;
  }
  return x;
}

/** Adds a multiple of one row to another, from a column on. */
function addRow(rows: Float64Array, size: number, to: number, from: number, times: number, column: number) {
  const a = to * size;
  const b = from * size;
  for (let j = column; j < size; j++) rows[a + j] = (rows[a + j] as number) + times * (rows[b + j] as number);
}

function swapRows(rows: Float64Array, rowOf: Int32Array, size: number, a: number, b: number) {
  const row = rows.slice(a * size, (a + 1) * size);
  rows.copyWithin(a * size, b * size, (b + 1) * size);
  rows.set(row, b * size);
  const from = rowOf[a] as number;
  rowOf[a] = rowOf[b] as number;
  rowOf[b] = from;
}
