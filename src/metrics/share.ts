/** Shares: parts of a whole, 0 to 1. */

/** How far past 0 or 1 rounding may carry a share. */
const ROUNDING = 1e-9;

/** A share with what rounding put outside 0 to 1 taken off; anything further out is left to be seen. */
export function asShare(value: number): number {
  if (value < 0 && value >= -ROUNDING) return 0;
  return value > 1 && value <= 1 + ROUNDING ? 1 : value;
}

/** A part over its whole; null when there is no whole. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? asShare(part / whole) : null;
}
