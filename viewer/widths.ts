/** What the widths of lines stand for, as samples to be shown with their amounts. */
import { legWidth } from "../src/layout/line-look.js";
import type { Explorer } from "./state.js";
import { text } from "./text/text.js";

export interface WidthSample {
  readonly label: string;
  /** Pixels, as a leg is drawn. */
  readonly width: number;
}

/** Steps above the unit. */
const STEPS = [2, 1, 0] as const;

/** The widest first, what is not disclosed last; none where all lines are drawn alike. */
export function widthSamples({ own, shown }: Explorer): readonly WidthSample[] {
  const t = text.value;
  if (own === undefined) return t.legend.widths.map(([usd, label]) => ({ label, width: legWidth(usd) }));
  const { scale, widthOf } = own;
  const { amountUsd } = shown.value.legs;
  if (scale === null) return [];
  const samples = STEPS.map((steps) => {
    const usd = scale.unit * scale.step ** steps;
    return { label: t.usd(usd), width: widthOf(usd, amountUsd.length) };
  });
  if (samples[0]?.width === samples.at(-1)?.width) return [];
  if (!amountUsd.some(Number.isNaN)) return samples;
  return [...samples, { label: t.undisclosed, width: widthOf(null, amountUsd.length) }];
}
