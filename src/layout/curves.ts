/** Which way a line runs between two places: it depends on where they stand and on nothing else. */
import { MARGINS, STRIP } from "./measures.js";
import type { Layout, PlacedEntity } from "./placed.js";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The way from payer to payee. A `quad` bows to the left of its travel: its control point is the middle
 * plus `k (dy, -dx)`. A `cubic` has two control points; `lead` and `tail` are level straight runs (signed,
 * along x) from the payer to where the curve starts and from where it ends to the payee.
 */
export type LegCurve =
  | { readonly type: "quad"; readonly k: number }
  | {
      readonly type: "cubic";
      readonly c1: Point;
      readonly c2: Point;
      readonly lead: number;
      readonly tail: number;
    };

/** How far a leg bows on the wheel, by the steps it takes, 1, 2 and so on: so it clears its neighbours' discs. */
const WHEEL_BOW = {
  clockwise: [0.22, -0.1, 0.05, 0.14],
  counter: [0.3, 0.36, 0.27, 0.22],
  far: 0.19,
} as const;
/** The bow of every other leg of the core. */
const PLAIN_BOW = 0.15;
/** The shortest handle of a margin line, and the width of the ear between two places of one margin. */
const HANDLE = 46;
/** The ear of a line whose inner side is the right of its travel: it lies within its opposite's. */
const INNER_EAR = 34;
/** A line between a margin and the middle leans this far towards its other end. */
const LEAN = 0.25;

/**
 * The curve of the leg between two entities of a layout. Opposite legs never lie on each other, and a loop of
 * two always turns clockwise.
 *
 * @returns null for a leg between the strip and the rest, which is not drawn.
 * @throws RangeError when the layout does not place one of them.
 * @example legCurve(layoutGraph(viewGraph(graph)), "nvidia", "openai");
 */
export function legCurve(layout: Layout, from: string, to: string): LegCurve | null {
  const a = placed(layout, from);
  const b = placed(layout, to);
  if (a.place === "apart" || b.place === "apart") return a.place === b.place ? arc(a, b) : null;
  if (isInMargin(a) || isInMargin(b)) return marginCurve(a, b);
  if (a.place !== "hub" || b.place !== "hub") return { type: "quad", k: PLAIN_BOW };
  return {
    type: "quad",
    k: wheelBow(layout.wheel.indexOf(from), layout.wheel.indexOf(to), layout.wheel.length),
  };
}

/** The bow of a leg between two places of a wheel. */
export function wheelBow(from: number, to: number, count: number): number {
  const clockwise = (to - from + count) % count;
  const gap = Math.min(clockwise, count - clockwise);
  const bows = clockwise < count / 2 ? WHEEL_BOW.clockwise : WHEEL_BOW.counter;
  return bows[gap - 1] ?? WHEEL_BOW.far;
}

function marginCurve(a: PlacedEntity, b: PlacedEntity): LegCurve {
  const start = { x: gutterOf(a), y: a.y };
  const end = { x: gutterOf(b), y: b.y };
  const handle = a.place === b.place ? earOf(a, b) : Math.max(HANDLE, 0.5 * Math.abs(a.x - b.x));
  const reach = (of: PlacedEntity, at: Point, other: Point): Point =>
    isInMargin(of)
      ? { x: at.x + (of.place === "in" ? handle : -handle), y: at.y }
      : { x: at.x + LEAN * (other.x - at.x), y: at.y };
  return {
    type: "cubic",
    c1: reach(a, start, end),
    c2: reach(b, end, start),
    lead: start.x - a.x,
    tail: b.x - end.x,
  };
}

/** Like every leg, the wider of two opposite ears bows to the left of its travel: down on the left margin. */
function earOf(a: PlacedEntity, b: PlacedEntity): number {
  const bowsLeft = a.place === "in" ? b.y > a.y : b.y < a.y;
  return bowsLeft ? HANDLE : INNER_EAR;
}

/** Lines of a second column run level between the names of the first one before they bend. */
function gutterOf({ place, column, x }: PlacedEntity): number {
  return place === "out" && column !== 0 ? MARGINS.out.gutter : x;
}

/** A low arc over the strip, as a cubic curve. */
function arc(a: PlacedEntity, b: PlacedEntity): LegCurve {
  const rise = Math.min(STRIP.highestArc, 6 + 0.35 * Math.abs(b.x - a.x));
  const control = (end: PlacedEntity): Point => ({
    x: end.x + ((a.x + b.x) / 2 - end.x) * (2 / 3),
    y: end.y - rise * (2 / 3),
  });
  return { type: "cubic", c1: control(a), c2: control(b), lead: 0, tail: 0 };
}

function isInMargin({ place }: PlacedEntity): boolean {
  return place === "in" || place === "out";
}

function placed(layout: Layout, id: string): PlacedEntity {
  const node = Object.hasOwn(layout.nodes, id) ? layout.nodes[id] : undefined;
  if (node === undefined) throw new RangeError(`legCurve: the layout does not place "${id}"`);
  return node;
}
