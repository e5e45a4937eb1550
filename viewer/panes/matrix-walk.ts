/** Where an arrow key leads in the matrix: to the next cell that has a payment. */
import { cellKey, type Matrix } from "./matrix-of.js";

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};

/** The first cell with a payment, row by row. */
export function firstCell({ ids, cells }: Matrix): string | null {
  for (const from of ids) {
    const to = ids.find((id) => cells.has(cellKey({ from, to: id })));
    if (to !== undefined) return cellKey({ from, to });
  }
  return null;
}

/**
 * The key of the next cell in a row for a sideways arrow; up and down look for the nearest cell in the next
 * row that has one. Null when there is none that way, or the key is no arrow.
 */
export function nextCell({ ids, cells }: Matrix, from: string, key: string): string | null {
  const step = STEPS[key];
  const [payer = "", payee = ""] = from.split("~");
  const [row, column] = [ids.indexOf(payer), ids.indexOf(payee)];
  if (step === undefined || row === -1 || column === -1) return null;
  const [down, right] = step;
  const keyAt = (r: number, c: number) => cellKey({ from: ids[r] ?? "", to: ids[c] ?? "" });
  if (right !== 0) {
    for (let c = column + right; c >= 0 && c < ids.length; c += right)
      if (cells.has(keyAt(row, c))) return keyAt(row, c);
    return null;
  }
  for (let r = row + down; r >= 0 && r < ids.length; r += down) {
    const columns = ids.map((_, c) => c).filter((c) => cells.has(keyAt(r, c)));
    const nearest = columns.sort((a, b) => Math.abs(a - column) - Math.abs(b - column) || a - b)[0];
    if (nearest !== undefined) return keyAt(r, nearest);
  }
  return null;
}
