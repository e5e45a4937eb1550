/** A graph as of a day: what was there, in the state it had, of the kinds asked for. */
import { CapitalLoopError } from "../errors.js";
import { type Day, firstDay, isDay, lastDay } from "../model/dates.js";
import type { FlowKind } from "../model/deal-kinds.js";
import type { Layer } from "../model/entity.js";
import { DEAL_STATES, type DealState, type Firmness, firmnessRank, standingOn } from "../model/status.js";
import { END_OF_TIME } from "./build.js";
import { type CapitalGraph, emptyGraph, type FlowAttributes } from "./capital-graph.js";

/** What to keep. Every part may be left out; an empty view is the live, current deals of the graph's day. */
export interface View {
  /** The day to see the graph from: deals announced later are absent. The graph's own day when left out. */
  readonly asOf?: Day | undefined;
  /** Leave out what was not yet published on this day. */
  readonly knownBy?: Day | undefined;
  /** `live` (the default), `all`, or the states to keep. */
  readonly status?: "live" | "all" | readonly DealState[] | undefined;
  /** Keep deals at least this firm. */
  readonly firm?: Firmness | undefined;
  /** `group` counts subsidiaries with the parent they have on the day; flows inside a group fall away. */
  readonly level?: "entity" | "group" | undefined;
  readonly kinds?: readonly FlowKind[] | undefined;
  /** Keep flows whose two ends lie in these layers. */
  readonly layers?: readonly Layer[] | undefined;
  /** Which era: today's deals, or the past cases kept beside them. */
  readonly collection?: "current" | "history" | undefined;
  /** Keep deals that no page bears out too; they are left out unless asked for. */
  readonly unconfirmed?: boolean | undefined;
}

/**
 * A smaller graph: the flows a view keeps, each in the state it had that day, and the entities they join.
 *
 * @throws CapitalLoopError `invalid-query` when a day is not a day.
 * @remarks Time and space O(entities + flows).
 */
export function viewGraph(graph: CapitalGraph, view: View = {}): CapitalGraph {
  const asOf = view.asOf ?? graph.getAttribute("asOf");
  const knownBy = view.knownBy ?? null;
  for (const [name, day] of [
    ["asOf", asOf],
    ["knownBy", knownBy ?? asOf],
  ] as const) {
    if (!isDay(day))
      throw new CapitalLoopError("invalid-query", `${name}: "${day}" is not a day; write it like 2026-11-21`);
  }
  const seen = emptyGraph(asOf, knownBy);
  const nodeOf = view.level === "group" ? groupsOn(graph, asOf) : (id: string) => id;
  const minFirm = view.firm === undefined ? 0 : firmnessRank(view.firm);

  const addEntity = (id: string) => {
    if (!seen.hasNode(id)) seen.addNode(id, graph.getNodeAttributes(id));
  };

  graph.forEachDirectedEdge((key, flow, source, target) => {
    if (!keepsDeal(flow, view)) return;
    if (view.kinds !== undefined && (flow.kind === null || !view.kinds.includes(flow.kind))) return;
    const standing =
      flow.steps.length === 0 ? standingOf(flow, asOf) : standingOn(flow.steps, asOf, knownBy ?? END_OF_TIME);
    if (standing === null || !keepsState(view.status ?? "live", standing.state)) return;
    if (firmnessRank(standing.firmness) < minFirm) return;
    if (
      view.layers !== undefined &&
      !(inLayers(graph, source, view.layers) && inLayers(graph, target, view.layers))
    )
      return;
    const from = nodeOf(source);
    const to = nodeOf(target);
    if (from === to && source !== target) return;
    addEntity(from);
    addEntity(to);
    seen.addDirectedEdgeWithKey(key, from, to, {
      ...flow,
      state: standing.state,
      firmness: standing.firmness,
      live: standing.live,
    });
  });
  return seen;
}

/** Whether a view's era and its trust in sources let a deal through, whatever the day. */
export function keepsDeal(
  deal: { readonly collection: "current" | "history"; readonly unconfirmed?: unknown },
  { collection = "current", unconfirmed = false }: View,
): boolean {
  return deal.collection === collection && (unconfirmed || deal.unconfirmed === undefined);
}

function keepsState(wanted: "live" | "all" | readonly DealState[], state: DealState): boolean {
  if (wanted === "all") return true;
  return wanted === "live" ? DEAL_STATES[state].live : wanted.includes(state);
}

/** A flow without a history stands as it is from its day on. */
function standingOf(
  flow: FlowAttributes,
  asOf: Day,
): Pick<FlowAttributes, "state" | "firmness" | "live"> | null {
  return flow.announced !== null && firstDay(flow.announced) > asOf ? null : flow;
}

function inLayers(graph: CapitalGraph, id: string, layers: readonly Layer[]): boolean {
  const { layer } = graph.getNodeAttributes(id);
  return layer !== null && layers.includes(layer);
}

/** The head of an entity's group on a day: its parent's parent's parent. A ring of parents ends where it began. */
function groupsOn(graph: CapitalGraph, asOf: Day): (id: string) => string {
  const parentOf = (id: string): string | null => {
    if (!graph.hasNode(id)) return null;
    const parents = graph.getNodeAttributes(id).parents;
    const owner = parents.find(
      ({ entity, from, to }) =>
        graph.hasNode(entity) &&
        (from === null || firstDay(from) <= asOf) &&
        (to === null || lastDay(to) >= asOf),
    );
    return owner?.entity ?? null;
  };
  return (id) => {
    const passed = new Set([id]);
    let head = id;
    for (let next = parentOf(head); next !== null && !passed.has(next); next = parentOf(head)) {
      passed.add(next);
      head = next;
    }
    return head;
  };
}
