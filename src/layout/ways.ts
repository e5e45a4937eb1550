/**
 * Curves: where a line runs, where the rims of its discs cut it, how long it is. The same rules as the
 * explorer's edge shader, so that what is written, animated or measured by these lies on what is drawn there.
 */
import type { Point } from "./curves.js";

/**
 * The way from payer to payee. A `quad` bows to the left of its travel by `k` of its length.
 * A `cubic` has two control points; `lead` and `tail` are level straight runs (signed, along x) from the
 * payer to where the curve starts and from where it ends to the payee.
 */
export type Curve =
  | { readonly type: "line" }
  | { readonly type: "quad"; readonly k: number }
  | {
      readonly type: "cubic";
      readonly c1: Point;
      readonly c2: Point;
      readonly lead?: number;
      readonly tail?: number;
    };

/** A cubic Bézier curve with level straight runs (signed, along x) before and after it. */
export interface Way {
  readonly p0: Point;
  readonly c1: Point;
  readonly c2: Point;
  readonly p3: Point;
  readonly lead: number;
  readonly tail: number;
}

/** Air between the payer's rim and the line, and between the arrow's tip and the payee's rim, in px. */
export const AIR = { start: 1.5, plain: 1.5, tip: 3 } as const;

const mix = (a: Point, b: Point, t: number): Point => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
});

/** The control point of a line that bows to the left of its travel by `k` of its length (y down). */
export function bowed(from: Point, to: Point, k: number): Point {
  const middle = mix(from, to, 0.5);
  return { x: middle.x + k * (to.y - from.y), y: middle.y - k * (to.x - from.x) };
}

/** The way of a curve between two nodes; a quadratic curve is raised to a cubic one. */
export function wayOf(from: Point, to: Point, curve: Curve): Way {
  if (curve.type === "cubic") {
    const { c1, c2, lead = 0, tail = 0 } = curve;
    return { p0: { x: from.x + lead, y: from.y }, c1, c2, p3: { x: to.x - tail, y: to.y }, lead, tail };
  }
  const control = curve.type === "quad" ? bowed(from, to, curve.k) : mix(from, to, 0.5);
  return {
    p0: from,
    c1: mix(from, control, 2 / 3),
    c2: mix(to, control, 2 / 3),
    p3: to,
    lead: 0,
    tail: 0,
  };
}

/** The curve's point at `t` from 0 to 1, straight runs left out. */
export function pointAt({ p0, c1, c2, p3 }: Way, t: number): Point {
  const u = 1 - t;
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return {
    x: a * p0.x + b * c1.x + c * c2.x + d * p3.x,
    y: a * p0.y + b * c1.y + c * c2.y + d * p3.y,
  };
}

/** The curve's derivative at `t`. */
export function speedAt({ p0, c1, c2, p3 }: Way, t: number): Point {
  const u = 1 - t;
  const [a, b, c] = [3 * u * u, 6 * u * t, 3 * t * t];
  return {
    x: a * (c1.x - p0.x) + b * (c2.x - c1.x) + c * (p3.x - c2.x),
    y: a * (c1.y - p0.y) + b * (c2.y - c1.y) + c * (p3.y - c2.y),
  };
}

// Abscissae and weights of Gauss and Legendre, five points, on [-1, 1].
const GAUSS = [
  [0, 0.5688888889],
  [0.5384693101, 0.4786286705],
  [-0.5384693101, 0.4786286705],
  [0.9061798459, 0.2369268851],
  [-0.9061798459, 0.2369268851],
] as const;

/**
 * The curve's length between two `t`, within a thousandth for curves without a hairpin. The edge shader dashes by
 * these five points; here they can be held against the truth.
 */
export function arcLength(way: Way, from = 0, to = 1): number {
  const [half, middle] = [(to - from) / 2, (to + from) / 2];
  let length = 0;
  for (const [at, weight] of GAUSS) {
    const { x, y } = speedAt(way, middle + half * at);
    length += weight * Math.hypot(x, y);
  }
  return half * length;
}

const CUT_STEPS = 12;

/**
 * Where the discs' rims cut the curve: `t0` on leaving the payer, `t1` on reaching the payee.
 * Null when nothing is left to draw between them. A straight run is cut instead of the curve behind it.
 */
export function cutAtRims(way: Way, fromRadius: number, toRadius: number): { t0: number; t1: number } | null {
  const search = (centre: Point, radius: number, atStart: boolean) => {
    let [inside, outside] = atStart ? [0, 0.5] : [1, 0.5];
    for (let step = 0; step < CUT_STEPS; step++) {
      const t = (inside + outside) / 2;
      const { x, y } = pointAt(way, t);
      if (Math.hypot(x - centre.x, y - centre.y) < radius) inside = t;
      else outside = t;
    }
    return (inside + outside) / 2;
  };
  const t0 = way.lead === 0 ? search(way.p0, fromRadius, true) : 0;
  const t1 = way.tail === 0 ? search(way.p3, toRadius, false) : 1;
  return t1 - t0 > 0.002 ? { t0, t1 } : null;
}

/** A drawn line as a row of points, with the distance from its start at each. */
export interface Trace {
  readonly points: readonly Point[];
  readonly distances: readonly number[];
  readonly length: number;
}

/** Follows the drawn part of a way, from rim to rim; null when the discs leave nothing of it. */
export function trace(way: Way, fromRadius: number, toRadius: number, steps = 48): Trace | null {
  const cut = cutAtRims(way, fromRadius, toRadius);
  if (cut === null) return null;

  const points: Point[] = [];
  if (way.lead !== 0) points.push({ x: way.p0.x - way.lead + Math.sign(way.lead) * fromRadius, y: way.p0.y });
  for (let i = 0; i <= steps; i++) points.push(pointAt(way, cut.t0 + ((cut.t1 - cut.t0) * i) / steps));
  if (way.tail !== 0) points.push({ x: way.p3.x + way.tail - Math.sign(way.tail) * toRadius, y: way.p3.y });

  let length = 0;
  let last = points[0];
  const distances = points.map((point) => {
    if (last !== undefined) length += Math.hypot(point.x - last.x, point.y - last.y);
    last = point;
    return length;
  });
  return { points, distances, length };
}

/** The point at a distance along a trace and the direction of travel there (a unit vector). */
export function along({ points, distances, length }: Trace, distance: number): { at: Point; to: Point } {
  const wanted = Math.min(Math.max(distance, 0), length);
  let i = 1;
  while (i < points.length - 1 && (distances[i] ?? 0) < wanted) i++;
  const [a, b] = [points[i - 1] ?? { x: 0, y: 0 }, points[i] ?? { x: 0, y: 0 }];
  const [before, after] = [distances[i - 1] ?? 0, distances[i] ?? 0];
  const share = after > before ? (wanted - before) / (after - before) : 0;
  const size = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  return { at: mix(a, b, share), to: { x: (b.x - a.x) / size, y: (b.y - a.y) / size } };
}

/** An arrowhead's length and half its breadth for a line of this width; both in the width's unit. */
export function arrowSize(width: number): { length: number; half: number } {
  const size = 0.75 * width + 3.2;
  return { length: 1.5 * size, half: 0.72 * size };
}
