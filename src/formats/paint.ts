/** How other programs should draw what this one draws: colours and widths by meaning. */
import type { FlowAttributes } from "../graph/capital-graph.js";
import type { DealClass } from "../model/deal-kinds.js";

/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

const INK: Rgb = [0x17, 0x19, 0x1c];
const MUTED: Rgb = [0x63, 0x68, 0x6f];

const CLASS_COLOURS: Readonly<Record<DealClass, Rgb>> = {
  FIN: [0xbd, 0x47, 0x17],
  OPS: [0x24, 0x67, 0xcf],
  CONT: [0x6b, 0x2a, 0x78],
};
const POWER: Rgb = [0x0c, 0x5f, 0x4c];

/** The colour of a line: its class, and power apart from other operations. */
export function lineColour(flow: Pick<FlowAttributes, "class" | "letter">): Rgb {
  return flow.letter === "P" ? POWER : CLASS_COLOURS[flow.class];
}

/** The colour of a dot: ink for what goes round, grey for the rest. */
export function dotColour(goesRound: boolean): Rgb {
  return goesRound ? INK : MUTED;
}

/**
 * The width of a line in pixels: 2.6 for a billion US dollars, 4.8 for ten, 6.9 for a hundred, and thin where
 * nothing is disclosed.
 */
export function lineWidth(amountUsd: number | null): number {
  if (amountUsd === null) return 0.7;
  const width = 2.6 + 2.15 * Math.log10(amountUsd / 1e9);
  return Math.round(100 * Math.max(1, Math.min(9, width))) / 100;
}
