/** Boxes on the stage: what a name or a line takes up. */
import type { Point } from "./scene.js";

/** A box around points; it grows by `add`. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The smallest box that holds all of these; null when there are none. */
export function boxAround(boxes: Iterable<Box>): Box | null {
  let all: Box | null = null;
  for (const box of boxes) {
    all =
      all === null
        ? box
        : {
            left: Math.min(all.left, box.left),
            right: Math.max(all.right, box.right),
            top: Math.min(all.top, box.top),
            bottom: Math.max(all.bottom, box.bottom),
          };
  }
  return all;
}

/** The box of a point with some room around it. */
export function boxOf({ x, y }: Point, room = 0): Box {
  return { left: x - room, right: x + room, top: y - room, bottom: y + room };
}

/** Whether two boxes share any area. */
export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether all of a box lies in another. */
export function isWithin(box: Box, outer: Box): boolean {
  return (
    box.left >= outer.left && box.right <= outer.right && box.top >= outer.top && box.bottom <= outer.bottom
  );
}
