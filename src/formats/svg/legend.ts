/** What the picture's colours, widths, dashes and shapes mean: two rows, each from the left. */
import type { FlowAttributes } from "../../graph/capital-graph.js";
import { LINE_CLASS_NAMES, type LineClass, lineClassOf } from "../../layout/line-class.js";
import { dashOf, legWidth } from "../../layout/line-look.js";
import { tenth } from "../../layout/measures.js";
import type { Glyph } from "../../layout/placed.js";
import { CLASS_COLOURS, hex, INK, PAPER } from "../paint.js";
import { attributes } from "../xml.js";
import { glyphPath } from "./marks.js";
import { wordsElement } from "./words.js";

const CLASS_TITLES: Readonly<Record<LineClass, string>> = {
  fin: "Finance",
  ops: "Operations",
  pwr: "Power",
  cont: "Contingent",
};
const WIDTHS: readonly (readonly [usd: number | null, text: string])[] = [
  [100e9, "$100bn"],
  [10e9, "$10bn"],
  [1e9, "$1bn"],
  [null, "not disclosed"],
];
const DASHES = ["signed", "announced", "reported"] as const;
const SHAPES: readonly (readonly [glyph: Glyph, text: string])[] = [
  ["disc", "company"],
  ["eye", "AI lab"],
  ["square", "fund or bank"],
  ["diamond", "government"],
  ["triangle", "utility"],
  ["hollow", "vehicle or site"],
];

/** How far apart two samples stand, from the end of one's words, and how wide a letter is counted. */
const GAP = 22;
const LETTER = 6.1;
const SAMPLE = 30;
const PX = 11;

/** The height of the legend, in pixels. */
export const LEGEND_HEIGHT = 44;

/** The legend, from a left end and a baseline down. */
export function* legendElements(
  x: number,
  y: number,
  deals: Readonly<Record<LineClass, number>>,
): Generator<string> {
  yield* row(x, y, [
    ...LINE_CLASS_NAMES.map((name) => ({
      text: `${CLASS_TITLES[name]} ${deals[name]}`,
      sample: (at: number) =>
        stroke(at, y, 4, CLASS_COLOURS[name], null) +
        (name === "cont" ? stroke(at, y, 1.4, PAPER, null) : ""),
    })),
    ...WIDTHS.map(([usd, text]) => ({
      text,
      sample: (at: number) => stroke(at, y, tenth(legWidth(usd)), INK, null),
    })),
  ]);
  const below = y + LEGEND_HEIGHT / 2;
  yield* row(x, below, [
    ...DASHES.map((firmness) => ({
      text: `${firmness === "signed" ? "signed or firmer" : firmness}`,
      sample: (at: number) => stroke(at, below, 2.6, INK, dashOf(firmness, 2.6)),
    })),
    ...SHAPES.map(([glyph, text]) => ({
      text,
      sample: (at: number) =>
        `<path class="mark" fill="${hex(INK)}" d="${glyphPath(glyph, at + SAMPLE - 8, below - 4, 5)}"/>\n`,
    })),
  ]);
}

/** How many deals are drawn in each class. */
export function dealsByClass(flows: Iterable<FlowAttributes>): Readonly<Record<LineClass, number>> {
  const deals: Record<LineClass, Set<string>> = {
    fin: new Set(),
    ops: new Set(),
    pwr: new Set(),
    cont: new Set(),
  };
  for (const flow of flows) deals[lineClassOf(flow)].add(flow.deal);
  return { fin: deals.fin.size, ops: deals.ops.size, pwr: deals.pwr.size, cont: deals.cont.size };
}

interface Key {
  readonly text: string;
  sample(x: number): string;
}

function* row(x: number, y: number, keys: readonly Key[]): Generator<string> {
  let at = x;
  for (const { text, sample } of keys) {
    yield sample(at) + wordsElement({ x: tenth(at + SAMPLE + 6), y, text, px: PX });
    at += SAMPLE + 6 + LETTER * text.length + GAP;
  }
}

function stroke(
  x: number,
  y: number,
  width: number,
  colour: readonly number[],
  dash: readonly number[] | null,
): string {
  const [r = 0, g = 0, b = 0] = colour;
  return `<path${attributes({
    d: `M${tenth(x)},${y - 4}h${SAMPLE}`,
    fill: "none",
    stroke: hex([r, g, b]),
    "stroke-width": width,
    "stroke-dasharray": dash?.map(tenth).join(" ") ?? null,
  })}/>\n`;
}
