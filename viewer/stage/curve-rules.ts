/** Which curve a line takes, by where its ends stand: the rules of the look, as numbers. */
import type { Curve, Point } from "./scene.js";

/** How far a leg bows on a wheel of hubs, by the steps it takes clockwise (1, 2, ... ); then all further. */
const BOW = { clockwise: [0.22, -0.1, 0.05, 0.14], counter: [0.3, 0.36, 0.27, 0.22], far: 0.19 } as const;

/** The bow of every other line between two entities that are not both on the wheel. */
export const PLAIN_BOW = 0.15;

/** The bow of a leg between the hubs at two places of a wheel of `count`: it clears its neighbours' discs. */
export function wheelBow(from: number, to: number, count: number): number {
  const clockwise = (to - from + count) % count;
  const gap = Math.min(clockwise, count - clockwise);
  const table = clockwise < count / 2 ? BOW.clockwise : BOW.counter;
  return table[gap - 1] ?? BOW.far;
}

/** The bow of the j-th of n parallel deals that are fanned out around their leg's own bow. */
export function fannedBow(bow: number, j: number, n: number): number {
  return bow + 0.16 * (j - (n - 1) / 2);
}

/** An end of a margin line: its place, the margin it stands in, and the gutter that its column runs to. */
export interface MarginEnd extends Point {
  /** Which margin; null for an end inside. */
  readonly margin: "left" | "right" | null;
  /** For a second column: the x where the straight run between the names ends. */
  readonly gutterX?: number | undefined;
}

/** Shortest handle of a margin line, and the width of the ear between two places of one margin. */
const HANDLE = 46;
/** The ear of a line whose inner side is the right of its travel, so that it lies within its opposite's. */
const INNER_EAR = 34;

/** The curve of a margin line: it leaves level; two ends in one margin make an ear on its inner side. */
export function marginCurve(from: MarginEnd, to: MarginEnd): Curve {
  const a = { x: from.gutterX ?? from.x, y: from.y };
  const b = { x: to.gutterX ?? to.x, y: to.y };
  const runs = { lead: a.x - from.x, tail: to.x - b.x };
  const inward = { left: 1, right: -1 } as const;

  if (from.margin !== null && from.margin === to.margin) {
    // Left of travel, y down, is +x on the way down and -x on the way up.
    const isLeft = Math.sign(b.y - a.y) === inward[from.margin];
    const ear = inward[from.margin] * (isLeft ? HANDLE : INNER_EAR);
    return { type: "cubic", c1: { x: a.x + ear, y: a.y }, c2: { x: b.x + ear, y: b.y }, ...runs };
  }
  const handle = Math.max(HANDLE, 0.5 * Math.abs(from.x - to.x));
  const reach = (end: MarginEnd, at: Point, other: Point): Point =>
    end.margin === null
      ? { x: at.x + (other.x - at.x) * 0.25, y: at.y }
      : { x: at.x + inward[end.margin] * handle, y: at.y };
  return { type: "cubic", c1: reach(from, a, b), c2: reach(to, b, a), ...runs };
}
