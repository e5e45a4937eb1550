/** Builds sigma around a store: the only place that sets its settings, all of them at the start. */
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";
import { createEdgeProgram, type DrawnEdge } from "./edge-program.js";
import type { Fader } from "./fade.js";
import type { Look } from "./look.js";
import { createNodeProgram, type DrawnNode, NoHoverProgram } from "./node-program.js";
import { type SceneStore, strengthOf } from "./store.js";
import { fitOf, sizeOf, ZOOM } from "./view.js";

/** Sigma's layers that hold a graphics context each. */
export const GL_LAYERS = ["edges", "nodes", "hoverNodes"] as const;

let known: boolean | null = null;

/** Whether this browser gives out a graphics context at all; asks once, for that takes long, and gives it back. */
export function hasWebGl(): boolean {
  known ??= getsContext();
  return known;
}

function getsContext(): boolean {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

/** A graph with the store's ids and places: all that sigma indexes. Its looks come from the store. */
export function graphOf(store: SceneStore): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (const { id, x, y } of store.nodes.values()) graph.addNode(id, { x, y: store.height - y });
  for (const { id, from, to } of store.edges.values()) graph.addDirectedEdgeWithKey(id, from, to);
  return graph;
}

/** Starts sigma in an empty container. Throws when no graphics context is to be had. */
export function createRenderer(container: HTMLElement, store: SceneStore, look: Look, fader: Fader): Sigma {
  // Names are drawn by us, and hovering changes the scene instead of painting over it.
  const nothing = () => {};

  const nodeReducer = (id: string, place: { x?: number; y?: number }): DrawnNode | object => {
    const node = store.nodes.get(id);
    if (node === undefined) return { ...place, type: "glyph", hidden: true };
    const alpha = fader.alphaOf("node", id, strengthOf(node));
    return { ...place, type: "glyph", size: node.radius, hidden: alpha <= 0, zIndex: 0, node, alpha };
  };
  const edgeReducer = (id: string): DrawnEdge | object => {
    const edge = store.edges.get(id);
    const [from, to] = [store.nodes.get(edge?.from ?? ""), store.nodes.get(edge?.to ?? "")];
    if (edge === undefined || from === undefined || to === undefined) return { type: "curve", hidden: true };
    const type = edge.curve.type === "line" ? "line" : "curve";
    const alpha = fader.alphaOf("edge", id, strengthOf(edge));
    return { type, size: edge.width, hidden: alpha <= 0, zIndex: edge.layer, edge, from, to, alpha };
  };

  const sigma = new Sigma(new MultiDirectedGraph(), container, {
    nodeReducer,
    edgeReducer,
    nodeProgramClasses: { glyph: createNodeProgram(look), circle: NoHoverProgram },
    nodeHoverProgramClasses: { glyph: NoHoverProgram, circle: NoHoverProgram },
    edgeProgramClasses: {
      line: createEdgeProgram(look, "line"),
      curve: createEdgeProgram(look, "curve"),
    },
    defaultNodeType: "glyph",
    defaultEdgeType: "curve",
    defaultDrawNodeHover: nothing,
    enableEdgeEvents: true,
    renderLabels: false,
    zIndex: true,
    stagePadding: 0,
    minEdgeThickness: 0,
    minCameraRatio: 1 / ZOOM.max,
    maxCameraRatio: 1 / ZOOM.min,
    enableCameraRotation: false,
    allowInvalidContainer: true,
    zoomToSizeRatioFunction: (ratio) =>
      1 /
      sizeOf(
        fitOf({ width: container.offsetWidth || 1, height: container.offsetHeight || 1 }, store),
        1 / ratio,
      ),
  });
  return sigma;
}
