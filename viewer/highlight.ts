/** What a selection makes stand out: entities, legs, and how the rest gives way. */
import type { CapitalGraph } from "../src/graph/capital-graph.js";
import type { Layout } from "../src/layout/placed.js";
import type { Place, Selection } from "./url.js";

export interface Highlight {
  /** A path is drawn as a loop is. */
  readonly type: "loop" | "deal" | "entity" | "place";
  readonly entities: ReadonlySet<string>;
  /** Legs as `from>to`. */
  readonly legs: ReadonlySet<string>;
  /** The entity, deal or place itself; null for a loop or a path. */
  readonly subject: string | null;
}

/** Whether the margins slip out: a loop, an entity or a deal is looked at alone. */
export function isAlone(highlight: Highlight | null): boolean {
  return highlight !== null && highlight.type !== "place";
}

/** A leg's name in sets and scenes. */
export function legKey(from: string, to: string): string {
  return `${from}>${to}`;
}

/** The legs of a loop's id, in order. */
export function legsOfLoop(id: string): readonly string[] {
  const entities = id.split(">");
  return entities.map((from, i) => legKey(from, entities[(i + 1) % entities.length] ?? ""));
}

/** The legs of a path's id, in order. */
export function legsOfPath(id: string): readonly string[] {
  return legsOfLoop(id).slice(0, -1);
}

/** The legs of a chosen loop or path, in order; none of anything else. */
export function legsOfRoute(selection: Selection | null): readonly string[] {
  if (selection?.type === "loop") return legsOfLoop(selection.id);
  return selection?.type === "path" ? legsOfPath(selection.id) : [];
}

/** What stands out for a selection in a view; null when nothing does, or no facts of any day make it. */
export function highlightOf(
  selection: Selection | null,
  { graph }: { readonly graph: CapitalGraph },
  { graph: whole, layout }: { readonly graph: CapitalGraph; readonly layout: Layout },
): Highlight | null {
  switch (selection?.type) {
    case undefined:
      return null;
    case "loop":
    case "path": {
      const legs = legsOfRoute(selection);
      const isKnown = legs.every((leg) => {
        const [from = "", to = ""] = leg.split(">");
        return whole.hasNode(from) && whole.hasNode(to) && whole.hasDirectedEdge(from, to);
      });
      if (!isKnown) return null;
      const entities = new Set(selection.id.split(">"));
      return { type: "loop", entities, legs: new Set(legs), subject: null };
    }
    case "entity":
      return ofEntity(selection.id, graph);
    case "deal":
      return ofDeal(selection.id, graph);
    case "place":
      return ofPlace(selection.id, graph, layout);
  }
}

function ofPlace(place: Place, graph: CapitalGraph, layout: Layout): Highlight {
  const places: readonly string[] = place === "core" ? ["hub", "bracket"] : [place];
  const there = (id: string) => places.includes(layout.nodes[id]?.place ?? "");
  const legs = graph.mapEdges((_key, _flow, from, to) => (there(from) || there(to) ? legKey(from, to) : ""));
  const entities = new Set(Object.keys(layout.nodes).filter(there));
  return { type: "place", entities, legs: new Set(legs), subject: place };
}

function ofEntity(id: string, graph: CapitalGraph): Highlight {
  const entities = new Set([id]);
  const legs = new Set<string>();
  if (graph.hasNode(id)) {
    graph.forEachEdge(id, (_key, _flow, from, to) => {
      entities.add(from).add(to);
      legs.add(legKey(from, to));
    });
  }
  return { type: "entity", entities, legs, subject: id };
}

function ofDeal(id: string, graph: CapitalGraph): Highlight {
  const entities = new Set<string>();
  const legs = new Set<string>();
  graph.forEachEdge((_key, flow, from, to) => {
    if (flow.deal !== id) return;
    entities.add(from).add(to);
    legs.add(legKey(from, to));
  });
  return { type: "deal", entities, legs, subject: id };
}
