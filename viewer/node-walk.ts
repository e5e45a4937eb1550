/** Walking from entity to entity with the arrow keys. Pure. */
import type { Point } from "./stage/scene.js";

export interface PlacedNode {
  readonly id: string;
  readonly at: Point;
}

/** How much nearer one that shares a deal counts. */
const NEIGHBOUR = 0.4;
/** How far aside of the way one may lie: the tangent of the half angle. */
const CONE = 1.2;

/**
 * The node an arrow key leads to: the nearest that lies that way, neighbours first; the one itself when
 * nothing lies there.
 */
export function nextNode(
  nodes: readonly PlacedNode[],
  from: string,
  way: Point,
  neighbours: ReadonlySet<string>,
): string {
  const start = nodes.find(({ id }) => id === from)?.at;
  if (start === undefined) return from;
  let best = from;
  let least = Number.POSITIVE_INFINITY;
  for (const { id, at } of nodes) {
    const [dx, dy] = [at.x - start.x, at.y - start.y];
    const ahead = dx * way.x + dy * way.y;
    const aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
    if (id === from || ahead <= 0 || aside > CONE * ahead) continue;
    const distance = (ahead + 2 * aside) * (neighbours.has(id) ? NEIGHBOUR : 1);
    if (distance < least) {
      least = distance;
      best = id;
    }
  }
  return best;
}
