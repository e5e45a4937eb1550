/** Where words stand beside a line: on the outer side of its bow, unless a disc or other words are there. */
import { along, type Trace } from "../../src/layout/ways.js";
import { type Box, boxOf, overlaps } from "./geometry.js";
import type { Point } from "./scene.js";

/** What words want to stand beside. */
export interface Beside {
  readonly trace: Trace;
  /** Half the line's width, px. */
  readonly halfWidth: number;
  /** 1 when the line bows to the left of its travel, -1 to the right. */
  readonly outer: 1 | -1;
}

/** What words need: a mark around their point, and room for text on the side away from the line. */
export interface Room {
  readonly mark: number;
  readonly textWidth: number;
  readonly textHeight: number;
  /** From the point to where the text begins. */
  readonly gap: number;
}

/** A place for words: the mark's centre, and whether the text runs to the right of it. */
export interface Spot {
  readonly at: Point;
  readonly rightward: boolean;
  readonly box: Box;
}

/** Shares of the line's length that are tried, best first. */
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74] as const;
/** Further out than beside the line, where all of that is taken, px. */
const FURTHER = [0, 14, 28] as const;
const AIR = 5.5;

/** Steeper than this, words beside a line run away from it; else they may run either way. */
const STEEP = 0.6;

/** The spots at a share of the line's length on one side of it, the words running away from the line first. */
function spotsAt(
  { trace, halfWidth }: Beside,
  room: Room,
  share: number,
  side: number,
  further: number,
): Spot[] {
  const { at, to } = along(trace, trace.length * share);
  // Left of travel, y down, is (to.y, -to.x).
  const away = { x: to.y * side, y: -to.x * side };
  const reach = halfWidth + room.mark + AIR + further;
  const centre = { x: at.x + away.x * reach, y: at.y + away.y * reach };
  const outward = away.x >= -0.2;
  const mark = boxOf(centre, room.mark);
  if (room.textWidth === 0) return [{ at: centre, rightward: outward, box: mark }];
  const far = room.gap + room.textWidth;
  const ways = Math.abs(away.x) > STEEP ? [outward] : [outward, !outward];
  return ways.map((rightward) => ({
    at: centre,
    rightward,
    box: {
      left: rightward ? mark.left : centre.x - far,
      right: rightward ? centre.x + far : mark.right,
      top: Math.min(mark.top, centre.y - room.textHeight / 2),
      bottom: Math.max(mark.bottom, centre.y + room.textHeight / 2),
    },
  }));
}

function crossings(box: Box, traces: readonly Trace[]): number {
  let count = 0;
  for (const { points } of traces) {
    if (points.some(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom)) count++;
  }
  return count;
}

/**
 * The first spot with nothing in its way: the middle first, its outer side before its inner one.
 * When all are taken, the one with the least in its way.
 */
export function findSpot(beside: Beside, room: Room, taken: readonly Box[], lines: readonly Trace[]): Spot {
  const sides = [beside.outer, -beside.outer];
  const spots = FURTHER.flatMap((further) =>
    SHARES.flatMap((share) => sides.flatMap((side) => spotsAt(beside, room, share, side, further))),
  );
  let best: Spot | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const spot of spots) {
    const inTheWay = taken.filter((box) => overlaps(box, spot.box)).length * 2 + crossings(spot.box, lines);
    if (inTheWay < least) [best, least] = [spot, inTheWay];
    if (inTheWay === 0) break;
  }
  if (best === undefined) throw new RangeError("findSpot: there is no spot to try");
  return best;
}
