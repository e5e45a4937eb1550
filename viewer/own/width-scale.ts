/** The scale of widths that fits a file, whether it speaks of cents or of trillions. Pure. */
import type { WidthScale } from "../../src/layout/line-look.js";

/** Steps of the scale that the middle half of the amounts takes up at most: it differs from end to end. */
const MIDDLE = 1.5;
/** Steps above the unit where the middle half ends, as that of the built-in facts does. */
const END = 1.25;
/** The power of ten of a cent: less is no amount of dollars. */
const CENT = -2;

/**
 * Unit and step are powers of ten, so that a legend can name them; both come from the quartiles of the amounts'
 * powers of ten, so that giants leave the others their widths. The built-in facts' own amounts make their scale.
 *
 * @param amountsUsd US dollars; what is not above zero is passed over.
 * @returns null when no amount is left.
 * @remarks Time O(n log n) for n amounts.
 */
export function widthScaleOf(amountsUsd: Float64Array): WidthScale | null {
  const powers = amountsUsd
    .filter((usd) => usd > 0)
    .map(Math.log10)
    .sort();
  if (powers.length === 0) return null;
  const [low, high] = [quantile(powers, 0.25), quantile(powers, 0.75)];
  const digits = Math.max(1, Math.ceil((high - low) / MIDDLE));
  return { unit: 10 ** Math.max(CENT, Math.round(high - END * digits)), step: 10 ** digits };
}

/** Between two neighbours where it falls between them. */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] as number;
  return below + (at % 1) * ((sorted[Math.ceil(at)] as number) - below);
}
