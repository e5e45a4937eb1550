/** A scene as SVG elements: what the stage draws on its canvases, drawn once more as text. Pure. */
import { attributes, escaped } from "../../src/formats/xml.js";
import { arrowSize, cutAtRims, pointAt, wayOf } from "../../src/layout/ways.js";
import {
  LABEL_STYLES,
  type Palette,
  type Point,
  type Scene,
  type SceneEdge,
  type SceneNode,
  type SceneText,
  TEXT_STYLES,
} from "../stage/scene.js";
import { type Cubic, part } from "./cubic.js";

/** From the middle of the letters to their baseline, as a share of the type's size. */
const BASELINE = 0.36;
/** Air between a rim and a line, and between an arrow's tip and the payee's rim. */
const AIR = { start: 1.5, tip: 3 } as const;
/** The line ends under its head, so that no blunt end shows beside the tip. */
const UNDER_HEAD = 0.7;
/** A hollow line's inner part. */
const HOLLOW = 0.36;

const ANCHOR = { start: "start", middle: "middle", end: "end" } as const;
const r = (value: number): number => Math.round(value * 10) / 10;

/** Lines, discs, names and headings, in the order they are painted. */
export function* sceneElements(scene: Scene, palette: Palette): Generator<string> {
  const nodes = new Map(scene.nodes.map((node) => [node.id, node]));
  for (const edge of [...scene.edges].sort((a, b) => a.layer - b.layer)) {
    const from = nodes.get(edge.from);
    const to = nodes.get(edge.to);
    if (from !== undefined && to !== undefined && edge.hidden !== true) yield lineOf(edge, from, to, palette);
  }
  for (const node of scene.nodes) yield glyphOf(node, palette);
  for (const text of scene.texts) yield textOf(text, palette);
  for (const node of scene.nodes) yield nameOf(node, palette);
}

function lineOf(edge: SceneEdge, from: SceneNode, to: SceneNode, palette: Palette): string {
  const way = wayOf(from, to, edge.curve);
  const head = edge.arrow ? arrowSize(edge.width) : { length: 0, half: 0 };
  const air = edge.arrow ? AIR.tip : AIR.start;
  const cut = cutAtRims(way, from.radius + AIR.start, to.radius + air);
  const short = cutAtRims(way, from.radius + AIR.start, to.radius + air + UNDER_HEAD * head.length);
  if (cut === null || short === null) return "";
  const run = way.tail === 0 ? 0 : way.tail - Math.sign(way.tail) * (to.radius + air);
  const tip = run === 0 ? pointAt(way, cut.t1) : { x: way.p3.x + run, y: way.p3.y };
  const back = run === 0 ? pointAt(way, short.t1) : { x: tip.x - Math.sign(run), y: tip.y };
  const colour = palette.colours[edge.colour] ?? palette.ink;
  const d = pathOf(
    part(way, cut.t0, short.t1),
    way.lead === 0 ? null : from,
    run - Math.sign(run) * head.length,
  );
  const strength = edge.alpha < 1 ? r(edge.alpha * 100) / 100 : null;
  const stroke = { d, fill: "none", stroke: colour, "stroke-width": r(edge.width) };
  const dash = edge.dash === null ? null : edge.dash.map(r).join(" ");
  const parts = [
    edge.casing
      ? `<path${attributes({ ...stroke, stroke: palette.paper, "stroke-width": r(edge.width + 4) })}/>`
      : "",
    `<path${attributes({ ...stroke, "stroke-dasharray": dash })}/>`,
    edge.double
      ? `<path${attributes({ ...stroke, stroke: palette.paper, "stroke-width": r(edge.width * HOLLOW) })}/>`
      : "",
    edge.arrow ? `<path${attributes({ d: headOf(tip, back, head), fill: colour })}/>` : "",
  ].join("");
  return `<g${attributes({ opacity: strength })}>${parts}</g>\n`;
}

function pathOf({ p0, c1, c2, p3 }: Cubic, lead: Point | null, run: number): string {
  const at = ({ x, y }: Point) => `${r(x)} ${r(y)}`;
  const start = lead === null ? "" : `M${at({ x: lead.x, y: p0.y })}L`;
  const end = run === 0 ? "" : `H${r(p3.x + run)}`;
  return `${start === "" ? "M" : start}${at(p0)}C${at(c1)} ${at(c2)} ${at(p3)}${end}`;
}

function headOf(tip: Point, back: Point, { length, half }: { length: number; half: number }): string {
  const size = Math.hypot(tip.x - back.x, tip.y - back.y) || 1;
  const [ux, uy] = [(tip.x - back.x) / size, (tip.y - back.y) / size];
  const [bx, by] = [tip.x - ux * length, tip.y - uy * length];
  return `M${r(tip.x)} ${r(tip.y)}L${r(bx - uy * half)} ${r(by + ux * half)}L${r(bx + uy * half)} ${r(by - ux * half)}Z`;
}

function glyphOf({ x, y, radius, glyph, tone, alpha, hidden }: SceneNode, palette: Palette): string {
  if (hidden === true) return "";
  const ink = tone === "ink" ? palette.ink : palette.muted;
  // What stands back is mixed into the paper: no line shines through it.
  const ground = alpha < 1 ? shape(glyph, x, y, radius, { fill: palette.paper }) : "";
  const opacity = alpha < 1 ? alpha : null;
  const hole =
    glyph === "eye"
      ? `<circle${attributes({ cx: r(x), cy: r(y), r: r(radius * 0.38), fill: palette.paper })}/>`
      : "";
  const paint =
    glyph === "hollow"
      ? { fill: palette.paper, stroke: ink, "stroke-width": 1.2, opacity }
      : { fill: ink, opacity };
  return `${ground}${shape(glyph, x, y, radius, paint)}${hole}\n`;
}

type Paint = Readonly<Record<string, string | number | null>>;

function shape(glyph: SceneNode["glyph"], x: number, y: number, radius: number, paint: Paint): string {
  const a = radius * 0.89;
  switch (glyph) {
    case "disc":
    case "eye":
      return `<circle${attributes({ cx: r(x), cy: r(y), r: r(radius), ...paint })}/>`;
    case "square":
    case "hollow":
      return `<rect${attributes({ x: r(x - a), y: r(y - a), width: r(2 * a), height: r(2 * a), ...paint })}/>`;
    case "diamond": {
      const b = radius * 1.2;
      return `<path${attributes({ d: `M${r(x)} ${r(y - b)}L${r(x + b)} ${r(y)}L${r(x)} ${r(y + b)}L${r(x - b)} ${r(y)}Z`, ...paint })}/>`;
    }
    case "triangle": {
      const b = radius * 1.15;
      return `<path${attributes({ d: `M${r(x)} ${r(y - b)}L${r(x + b)} ${r(y + 0.8 * b)}H${r(x - b)}Z`, ...paint })}/>`;
    }
  }
}

function nameOf(node: SceneNode, palette: Palette): string {
  if (node.label === null || node.label === "" || node.hidden === true) return "";
  const style = LABEL_STYLES[node.labelStyle];
  const px = node.labelPx ?? style.px;
  const isMuted = style.ink === "ink" && node.tone === "muted";
  return wordsOf(node.label, {
    x: node.x + node.labelAt.dx,
    y: node.y + node.labelAt.dy + BASELINE * px,
    px,
    weight: node.tone === "muted" ? style.mutedWeight : style.weight,
    anchor: node.labelAt.align,
    fill: isMuted ? palette.muted : palette[style.ink],
    halo: { width: style.halo, paper: palette.paper },
    opacity: node.alpha < 1 ? node.alpha : null,
    family: palette.sans,
  });
}

function textOf({ x, y, align, runs, alpha }: SceneText, palette: Palette): string {
  if (alpha <= 0) return "";
  const spans = runs
    .map(({ text, style }) => {
      const { px, weight, family, ink } = TEXT_STYLES[style];
      const look = {
        "font-size": px,
        "font-weight": weight,
        "font-family": palette[family],
        fill: palette[ink],
      };
      return `<tspan${attributes(look)}>${escaped(text)}</tspan>`;
    })
    .join("");
  const place = { x: r(x), y: r(y), "text-anchor": ANCHOR[align], "xml:space": "preserve" };
  return `<text${attributes({ ...place, opacity: alpha < 1 ? alpha : null })}>${spans}</text>\n`;
}

export interface WordsLook {
  readonly x: number;
  readonly y: number;
  readonly px: number;
  readonly weight?: number;
  readonly anchor?: keyof typeof ANCHOR;
  readonly fill: string;
  readonly family: string;
  readonly opacity?: number | null;
  readonly halo?: { readonly width: number; readonly paper: string };
}

/** One line of words; `y` is its baseline. */
export function wordsOf(text: string, look: WordsLook): string {
  const { x, y, px, weight = 400, anchor = "start", fill, family, opacity = null, halo } = look;
  return `<text${attributes({
    x: r(x),
    y: r(y),
    "font-size": px,
    "font-weight": weight,
    "font-family": family,
    "text-anchor": ANCHOR[anchor],
    fill,
    opacity,
    "paint-order": halo === undefined ? null : "stroke",
    stroke: halo?.paper ?? null,
    "stroke-width": halo?.width ?? null,
    "stroke-linejoin": halo === undefined ? null : "round",
  })}>${escaped(text)}</text>\n`;
}
