/** Names and headings, set in type on a canvas above the nodes; each name's box answers the pointer. */
import { type Box, boxOf, isWithin, overlaps } from "./geometry.js";
import {
  type Align,
  LABEL_STYLES,
  type LabelAt,
  type Palette,
  type Point,
  type SceneNode,
  type SceneText,
  TEXT_STYLES,
} from "./scene.js";
import { strengthOf } from "./store.js";
import type { View } from "./view.js";

/** No word on the stage is smaller. */
const MIN_PX = 11;
/** Between two names on one line, in pixels: nearer they would read as one. */
const AIR = 6;
/** From the middle of the letters to their baseline, as a share of the type's size. */
const BASELINE = 0.36;

const ALIGN: Record<Align, CanvasTextAlign> = { start: "left", middle: "center", end: "right" };

/** A name as it stands on the screen. */
export interface LabelBox extends Box {
  readonly id: string;
}

interface Words {
  readonly text: string;
  readonly at: Point;
  readonly align: Align;
  readonly font: string;
  readonly ink: string;
  readonly halo: number;
}

/** Writes words over a halo of paper, so that lines below them do not cut the letters. */
export function write(context: CanvasRenderingContext2D, words: Words, paper: string): void {
  if (context.font !== words.font) context.font = words.font;
  context.textAlign = ALIGN[words.align];
  if (words.halo > 0) {
    context.lineJoin = "round";
    context.lineWidth = words.halo;
    context.strokeStyle = paper;
    context.strokeText(words.text, words.at.x, words.at.y);
  }
  context.fillStyle = words.ink;
  context.fillText(words.text, words.at.x, words.at.y);
}

/** The box of words whose baseline starts, centres or ends at a point. */
export function wordsBox(context: CanvasRenderingContext2D, words: Words, px: number): Box {
  if (context.font !== words.font) context.font = words.font;
  const { width } = context.measureText(words.text);
  const left = words.at.x - { start: 0, middle: width / 2, end: width }[words.align];
  return { left, right: left + width, top: words.at.y - 0.86 * px, bottom: words.at.y + 0.24 * px };
}

/** Who is looked at comes first, then who stands out, then the larger ones. */
function byWeight(a: SceneNode, b: SceneNode): number {
  return Number(b.ring === true) - Number(a.ring === true) || b.alpha - a.alpha || b.radius - a.radius;
}

/** The other side of the disc. */
function mirrored({ dx, dy, align }: LabelAt): LabelAt {
  return { dx: -dx, dy, align: align === "start" ? "end" : align === "end" ? "start" : align };
}

/**
 * Paints the names of all shown nodes, each whole and alone or not at all: what would lie on a weightier name or
 * be cut by the edge of the screen is left out until there is room. Who is looked at is always named, on the
 * other side where the edge is near.
 */
export function paintLabels(
  context: CanvasRenderingContext2D,
  nodes: Iterable<SceneNode>,
  view: View,
  palette: Palette,
  alphaOf: (id: string, at: number) => number,
): LabelBox[] {
  const boxes: LabelBox[] = [];
  const { width, height } = view.screen;
  const screen: Box = { left: 0, right: width, top: 0, bottom: height };
  const isFree = (box: Box) => {
    const aired = { ...box, left: box.left - AIR, right: box.right + AIR };
    return isWithin(box, screen) && !boxes.some((other) => overlaps(aired, other));
  };
  const named = [...nodes].filter(({ label }) => label !== null && label !== "").sort(byWeight);
  for (const node of named) {
    const alpha = alphaOf(node.id, strengthOf(node));
    if (alpha <= 0 || !isWithin(boxOf(view.toScreen(node)), screen)) continue;
    const isLookedAt = node.ring === true;
    const spots = (isLookedAt ? [node.labelAt, mirrored(node.labelAt)] : [node.labelAt]).map((labelAt) => {
      const { words, px } = nameOf(node, labelAt, view, palette);
      return { words, box: wordsBox(context, words, px) };
    });
    const spot = spots.find(({ box }) => isFree(box)) ?? (isLookedAt ? spots[0] : undefined);
    if (spot === undefined) continue;
    context.globalAlpha = alpha;
    write(context, spot.words, palette.paper);
    boxes.push({ id: node.id, ...spot.box });
  }
  context.globalAlpha = 1;
  return boxes;
}

/** A node's name as it would be written, and the size of its type. */
function nameOf(
  node: SceneNode,
  { dx, dy, align }: LabelAt,
  view: View,
  palette: Palette,
): { words: Words; px: number } {
  const style = LABEL_STYLES[node.labelStyle];
  const px = Math.max(MIN_PX, node.labelPx ?? style.px);
  const weight = node.tone === "muted" ? style.mutedWeight : style.weight;
  const centre = view.toScreen(node);
  // The gap to the rim stays; the disc grows and takes its name along.
  const grown = (node.radius * (view.size - 1)) / (Math.hypot(dx, dy) || 1);
  const words = {
    text: node.label ?? "",
    at: { x: centre.x + dx * (1 + grown), y: centre.y + dy * (1 + grown) + BASELINE * px },
    align,
    font: `${weight} ${px}px ${palette.sans}`,
    ink: style.ink === "ink" && node.tone === "muted" ? palette.muted : palette[style.ink],
    halo: style.halo,
  };
  return { words, px };
}

/** Paints the free-standing words: zone names, headings and their counts. */
export function paintTexts(
  context: CanvasRenderingContext2D,
  texts: readonly SceneText[],
  view: View,
  palette: Palette,
): void {
  for (const { x, y, align, runs, alpha } of texts) {
    if (alpha <= 0) continue;
    const fonts = runs.map(({ style }) => {
      const { weight, px, family } = TEXT_STYLES[style];
      return `${weight} ${px}px ${palette[family]}`;
    });
    const widths = runs.map(({ text }, i) => {
      context.font = fonts[i] ?? context.font;
      return context.measureText(text).width;
    });
    const whole = widths.reduce((sum, width) => sum + width, 0);
    const at = view.toScreen({ x, y });
    let left = at.x - { start: 0, middle: whole / 2, end: whole }[align];

    context.globalAlpha = alpha;
    runs.forEach(({ text, style }, i) => {
      const ink = palette[TEXT_STYLES[style].ink];
      const font = fonts[i] ?? context.font;
      write(context, { text, at: { x: left, y: at.y }, align: "start", font, ink, halo: 3 }, palette.paper);
      left += widths[i] ?? 0;
    });
  }
  context.globalAlpha = 1;
}
