/** What a click or the pointer on the picture means. */
import type { Signal } from "@preact/signals";
import { leadFlow } from "../src/graph/legs.js";
import { FLOW_LINE } from "./drawn-leg.js";
import { flowsBetween } from "./loop-at.js";
import { placeOf } from "./scene-texts.js";
import type { Point, Stage, StageEvent } from "./stage/scene.js";
import type { Explorer } from "./state.js";

/** What the pointer rests on, and where. */
export interface Hovered {
  readonly type: "node" | "edge";
  readonly id: string;
  readonly at: Point;
}

/** Answers one event of the stage. */
export function hear(
  event: StageEvent,
  explorer: Explorer,
  hovered: Signal<Hovered | null>,
  stage: Stage | null,
): void {
  switch (event.type) {
    case "nodeEnter":
    case "edgeEnter":
      hovered.value = { type: event.type === "nodeEnter" ? "node" : "edge", id: event.id, at: event.at };
      return;
    case "nodeLeave":
    case "edgeLeave":
      hovered.value = null;
      return;
    case "nodeClick":
      explorer.select(selectionOfNode(event.id, explorer));
      return;
    case "nodeDoubleClick":
      stage?.frame([event.id, ...explorer.shown.peek().graph.neighbors(event.id)]);
      return;
    case "edgeClick": {
      const deal = dealOfLine(event.id, explorer);
      if (deal !== null) explorer.select({ type: "deal", id: deal });
      return;
    }
    case "emptyClick":
      explorer.select(null);
      return;
    case "lost":
      explorer.stageFault.value = "lost";
      return;
    case "edgeDoubleClick":
    case "view":
      return;
  }
}

/** One dot stands for all that a group has no row for: it opens their list. */
function selectionOfNode(id: string, { facts }: Explorer) {
  const placed = facts.layout.nodes[id];
  const isFolded = facts.layout.groups.some(({ folded }) => folded.includes(id));
  return placed !== undefined && isFolded
    ? { type: "place" as const, id: placeOf(placed) }
    : { type: "entity" as const, id };
}

/** The deal that stands for a line: its own, or the lead of its leg. */
function dealOfLine(id: string, { facts, shown }: Explorer): string | null {
  if (id.startsWith(FLOW_LINE)) {
    const flow = id.slice(FLOW_LINE.length);
    return facts.graph.hasEdge(flow) ? facts.graph.getEdgeAttribute(flow, "deal") : null;
  }
  const [from = "", to = ""] = id.split(">");
  return leadFlow(flowsBetween(shown.peek().legs, from, to))?.deal ?? null;
}
