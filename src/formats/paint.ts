/** How other programs should draw what this one draws: colours and widths by meaning, on light paper. */
import type { FlowAttributes } from "../graph/capital-graph.js";
import { type LineClass, lineClassOf } from "../layout/line-class.js";
import { legWidth } from "../layout/line-look.js";

/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** The explorer's tokens in the light. */
export const INK: Rgb = [0x17, 0x19, 0x1c];
export const INK_2: Rgb = [0x43, 0x48, 0x4e];
export const MUTED: Rgb = [0x63, 0x68, 0x6f];
export const PAPER: Rgb = [0xfb, 0xfa, 0xf7];

export const CLASS_COLOURS: Readonly<Record<LineClass, Rgb>> = {
  fin: [0xbd, 0x47, 0x17],
  ops: [0x24, 0x67, 0xcf],
  pwr: [0x0c, 0x5f, 0x4c],
  cont: [0x6b, 0x2a, 0x78],
};

/** The colour of a line: its class, and power apart from other operations. */
export function lineColour(flow: Pick<FlowAttributes, "class" | "kind">): Rgb {
  return CLASS_COLOURS[lineClassOf(flow)];
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
  return Math.round(100 * legWidth(amountUsd)) / 100;
}

/** A colour as `#rrggbb`. */
export function hex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
