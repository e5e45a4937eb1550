/** A scene in screen pixels, for a drawing that has no view of its own. Pure. */
import type { Curve, Point, Scene } from "./stage/scene.js";

/** Every place, radius and width times a factor; words keep their size, and names their distance. */
export function scaledScene(scene: Scene, factor: number): Scene {
  const at = ({ x, y }: Point) => ({ x: x * factor, y: y * factor });
  const curve = (way: Curve): Curve =>
    way.type === "cubic"
      ? {
          type: "cubic",
          c1: at(way.c1),
          c2: at(way.c2),
          ...(way.lead === undefined ? {} : { lead: way.lead * factor }),
          ...(way.tail === undefined ? {} : { tail: way.tail * factor }),
        }
      : way;
  return {
    width: scene.width * factor,
    height: scene.height * factor,
    nodes: scene.nodes.map((node) => ({ ...node, ...at(node), radius: node.radius * factor })),
    edges: scene.edges.map((edge) => ({ ...edge, curve: curve(edge.curve), width: edge.width * factor })),
    texts: scene.texts.map((text) => ({ ...text, ...at(text) })),
  };
}
