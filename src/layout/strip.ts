/** The strip at the foot: those apart from the loops, component by component. */
import { type Ground, inZone } from "./ground.js";
import { RADII, STAGE, STRIP } from "./measures.js";
import type { Placed } from "./placed.js";

/**
 * Dots in a line around the stage's middle, larger components first, then by their first id. Where there are
 * too many for the line, they stand closer.
 */
export function placeStrip(ground: Ground): Placed[] {
  const components = componentsOf(ground, inZone(ground, "apart"));
  const dots = components.reduce((sum, component) => sum + component.length, 0);
  const width = (dots - 1) * STRIP.pitch + (components.length - 1) * STRIP.between;
  const scale = Math.min(1, (STRIP.right - STRIP.left) / Math.max(width, 1));
  const length = width * scale;
  let x = Math.max(STRIP.left, Math.min(STAGE.width / 2 - length / 2, STRIP.right - length));
  return components.flatMap((component) => {
    const placed = component.map((v, i): Placed => [v, dotAt(x + i * STRIP.pitch * scale)]);
    x += (component.length * STRIP.pitch + STRIP.between) * scale;
    return placed;
  });
}

function dotAt(x: number): Placed[1] {
  return {
    place: "apart",
    x,
    y: STRIP.y,
    side: null,
    column: null,
    radius: RADII.apart,
    group: null,
    labelAt: null,
    labelLength: null,
  };
}

/** Groups of members that lines join, whichever way these run. */
function componentsOf({ neighbours }: Ground, members: readonly number[]): number[][] {
  const left = new Set(members);
  const components: number[][] = [];
  for (const root of left) {
    const component = new Set([root]);
    // A set runs on over what is added while it is walked.
    for (const v of component) {
      left.delete(v);
      for (const w of neighbours[v] ?? []) if (left.has(w)) component.add(w);
    }
    components.push([...component].sort((a, b) => a - b));
  }
  return components.sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
}
