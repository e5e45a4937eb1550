/** A shock: deals that are honoured in part, entities that fail; and the graph that is left after it. */
import { CapitalLoopError } from "../../errors.js";
import type { CapitalGraph } from "../../graph/capital-graph.js";
import { unknownId } from "../../loops/query.js";

/** What fails. */
export interface Shock {
  /** By deal, the share of it that is still honoured: 0 for none of it. */
  readonly cuts?: ReadonlyMap<string, number> | undefined;
  /** Entities that pay nothing more. */
  readonly defaults?: readonly string[] | undefined;
}

/** @throws CapitalLoopError `invalid-query` for a share outside 0..1 or no shock at all; `unknown-id`. */
export function checkShock(graph: CapitalGraph, { cuts, defaults }: Shock): void {
  if ((cuts?.size ?? 0) + (defaults?.length ?? 0) === 0)
    throw new CapitalLoopError(
      "invalid-query",
      "nothing fails: name a deal to cut or an entity that defaults",
    );
  const deals = new Set(graph.mapEdges((_edge, { deal }) => deal));
  for (const [deal, keep] of cuts ?? []) {
    if (!deals.has(deal)) throw unknownId("deal", deal, deals);
    if (!(keep >= 0 && keep <= 1))
      throw new CapitalLoopError(
        "invalid-query",
        `cut of ${deal}: ${keep} is no share; give 0 (nothing kept) to 1`,
      );
  }
  for (const id of defaults ?? []) if (!graph.hasNode(id)) throw unknownId("entity", id, graph.nodes());
}

/** The share of a flow that a shock leaves. */
export function keepOf({ cuts, defaults }: Shock): (flow: { readonly deal: string }, from: string) => number {
  return ({ deal }, from) => (defaults?.includes(from) === true ? 0 : (cuts?.get(deal) ?? 1));
}

/** A copy of the graph with what the shock leaves: flows that are gone are absent, those cut are smaller. */
export function afterShock(graph: CapitalGraph, shock: Shock): CapitalGraph {
  const keep = keepOf(shock);
  const after = graph.copy();
  graph.forEachDirectedEdge((id, flow, from) => {
    const share = keep(flow, from);
    if (share === 0) after.dropEdge(id);
    else if (share < 1 && flow.amountUsd !== null)
      after.setEdgeAttribute(id, "amountUsd", flow.amountUsd * share);
  });
  return after;
}
