/** Where the store's lines and discs stand, on the screen or on the stage. */

import { AIR, trace, wayOf } from "../../src/layout/ways.js";
import type { ScreenLine } from "./flow-layer.js";
import { type Box, boxAround, boxOf } from "./geometry.js";
import type { SceneEdge } from "./scene.js";
import type { SceneStore } from "./store.js";
import type { View } from "./view.js";

/** A shown line as it is drawn on the screen; null when nothing of it is. */
export function lineOnScreen(store: SceneStore, view: View, edgeId: string): ScreenLine | null {
  const edge = store.edges.get(edgeId);
  const [from, to] = [store.nodes.get(edge?.from ?? ""), store.nodes.get(edge?.to ?? "")];
  if (edge === undefined || from === undefined || to === undefined) return null;
  if (edge.hidden || from.hidden || to.hidden) return null;

  const way = wayOf(from, to, edge.curve);
  const onScreen = {
    p0: view.toScreen(way.p0),
    c1: view.toScreen(way.c1),
    c2: view.toScreen(way.c2),
    p3: view.toScreen(way.p3),
    lead: way.lead * view.place,
    tail: way.tail * view.place,
  };
  const fromRadius = from.radius * view.size + AIR.start;
  const toRadius = to.radius * view.size + (edge.arrow ? AIR.tip : AIR.plain);
  const drawn = trace(onScreen, fromRadius, toRadius);
  return drawn === null ? null : { edge, trace: drawn, width: edge.width * view.size };
}

/** Shown lines with chevrons or words: a few of maybe very many. */
export function* adornedEdges(store: SceneStore, chosen: (edge: SceneEdge) => boolean): Iterable<SceneEdge> {
  for (const id of store.adorned) {
    const edge = store.edges.get(id);
    if (edge !== undefined && !edge.hidden && chosen(edge)) yield edge;
  }
}

/** The discs on the screen, as boxes. */
export function* discsOnScreen(store: SceneStore, view: View): Iterable<Box> {
  for (const node of store.nodes.values())
    if (!node.hidden) yield boxOf(view.toScreen(node), node.radius * view.size);
}

/**
 * The box, on the stage, of nodes with their discs and of the lines between them, as curves bulge beyond
 * their ends; null when none of them is shown.
 */
export function boxOfNodes(store: SceneStore, ids: readonly string[]): Box | null {
  const wanted = new Set(ids);
  const boxes: Box[] = [];
  for (const id of wanted) {
    const node = store.nodes.get(id);
    if (node !== undefined && !node.hidden) boxes.push(boxOf(node, node.radius));
  }
  for (const { from, to, curve, width, hidden } of store.edges.values()) {
    if (hidden || !wanted.has(from) || !wanted.has(to)) continue;
    const [a, b] = [store.nodes.get(from), store.nodes.get(to)];
    if (a === undefined || b === undefined || a.hidden || b.hidden) continue;
    for (const point of trace(wayOf(a, b, curve), 0, 0, 16)?.points ?? [])
      boxes.push(boxOf(point, width / 2));
  }
  return boxAround(boxes);
}
