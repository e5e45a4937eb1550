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
 * @example viewGraph(graph, { asOf: "2024-12-31", firm: "signed" }).getAttribute("asOf"); // "2024-12-31"
 */
export function viewGraph(graph: CapitalGraph, view: View = {}): CapitalGraph {
  const asOf = view.asOf ?? graph.getAttribute("asOf");
  const keeps = keptBy(view, asOf);
  const seen = emptyGraph(asOf, view.knownBy ?? null);
  const nodeOf = view.level === "group" ? groupsOn(graph, asOf) : (id: string) => id;

  const addEntity = (id: string) => {
    if (!seen.hasNode(id)) seen.addNode(id, graph.getNodeAttributes(id));
  };

  graph.forEachDirectedEdge((key, flow, source, target, payer, payee) => {
    const standing = keeps(flow, payer.layer, payee.layer);
    if (standing === null) return;
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

/** What a flow was on the day of a view. */
export type FlowStanding = Pick<FlowAttributes, "state" | "firmness" | "live">;

/** What a flow was on the day of a view; null where the view leaves it out. */
export type Keeps = (
  flow: FlowAttributes,
  payerLayer?: Layer | null,
  payeeLayer?: Layer | null,
) => FlowStanding | null;

/**
 * The rule by which a view keeps flows.
 *
 * @param asOf the day, where the view names none.
 * @throws CapitalLoopError `invalid-query` when a day is not a day.
 */
export function keptBy(view: View, asOf: Day): Keeps {
  const { status = "live", kinds, layers } = view;
  const knownBy = view.knownBy ?? null;
  for (const [name, day] of [
    ["asOf", asOf],
    ["knownBy", knownBy ?? asOf],
  ] as const) {
    if (!isDay(day))
      throw new CapitalLoopError("invalid-query", `${name}: "${day}" is not a day; write it like 2026-11-21`);
  }
  const minFirm = view.firm === undefined ? 0 : firmnessRank(view.firm);
  return (flow, payerLayer = null, payeeLayer = null) => {
    if (!keepsDeal(flow, view)) return null;
    if (kinds !== undefined && (flow.kind === null || !kinds.includes(flow.kind))) return null;
    const standing =
      flow.steps.length === 0 ? standingOf(flow, asOf) : standingOn(flow.steps, asOf, knownBy ?? END_OF_TIME);
    if (standing === null || !keepsState(status, standing.state)) return null;
    if (firmnessRank(standing.firmness) < minFirm) return null;
    const isInside = [payerLayer, payeeLayer].every((layer) => layer !== null && layers?.includes(layer));
    return layers === undefined || isInside ? standing : null;
  };
}

function keepsState(wanted: "live" | "all" | readonly DealState[], state: DealState): boolean {
  if (wanted === "all") return true;
  return wanted === "live" ? DEAL_STATES[state].live : wanted.includes(state);
}

/** A flow without a history stands as it is from its day on. */
function standingOf(flow: FlowAttributes, asOf: Day): FlowStanding | null {
  return flow.announced !== null && firstDay(flow.announced) > asOf ? null : flow;
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
