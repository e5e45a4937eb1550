/** How a line looks for what it stands for: width is amount, dash is not firm. The rules of the look. */
import { type Firmness, firmnessRank } from "../model/status.js";

/** What widths stand for, in US dollars: a leg of `unit` is 2.6 px wide, and `step` times as much 2.15 px wider. */
export interface WidthScale {
  readonly unit: number;
  readonly step: number;
}

/** The scale of the built-in facts: a billion, and ten times as much. */
export const BILLIONS: WidthScale = { unit: 1e9, step: 10 };

/**
 * The width of a leg of the core in pixels: 1bn 2.6, 10bn 4.8, 100bn 6.9; a hairline when undisclosed. On no
 * scale, for there is nothing to compare, every leg is as wide as a unit.
 */
export function legWidth(amountUsd: number | null, scale: WidthScale | null = BILLIONS): number {
  if (scale === null) return 2.6;
  if (amountUsd === null || amountUsd <= 0) return 0.7;
  return Math.min(9, Math.max(1, 2.6 + 2.15 * steps(amountUsd / scale.unit, scale)));
}

/** The width of a line to or from a margin. */
export function marginWidth(amountUsd: number | null, scale: WidthScale | null = BILLIONS): number {
  if (scale === null) return 0.95;
  if (amountUsd === null || amountUsd <= 0) return 0.6;
  return Math.min(2.6, 0.8 + 0.5 * steps(1 + amountUsd / scale.unit, scale));
}

function steps(times: number, { step }: WidthScale): number {
  return Math.log10(times) / Math.log10(step);
}

/** Strokes and gaps for a firmness, in pixels; null is a solid line. */
export function dashOf(firmness: Firmness, width: number): readonly [on: number, off: number] | null {
  const w = Math.min(width, 6);
  if (firmnessRank(firmness) >= firmnessRank("signed")) return null;
  return firmness === "reported" ? [0.3 * w + 1.5, 0.7 * w + 2.5] : [1.6 * w + 5, 0.5 * w + 2.5];
}

/** The four steps a reader sees, 0 to 3: reported, announced, signed, closed. */
export function firmStep(firmness: Firmness): number {
  const rank = firmnessRank(firmness);
  if (rank >= firmnessRank("closed")) return 3;
  if (rank >= firmnessRank("signed")) return 2;
  return rank >= firmnessRank("letter_of_intent") ? 1 : 0;
}
