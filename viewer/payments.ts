/** What an entity pays and is paid in a view, partner by partner. */
import type { CapitalGraph } from "../src/graph/capital-graph.js";
import { type LegFlow, leadFlow, legAmountUsd } from "../src/graph/legs.js";

import { type Day, firstDay } from "../src/model/dates.js";
import type { CoreDeal, CoreFacts } from "../src/model/records.js";

/** All flows between an entity and one other, one way. */
export interface Payment {
  readonly partner: string;
  readonly amountUsd: number | null;
  readonly lead: LegFlow;
  readonly flows: readonly LegFlow[];
}

/** Partners by amount, undisclosed ones last, then by id. */
export function paymentsOf(graph: CapitalGraph, id: string, way: "pays" | "paid"): readonly Payment[] {
  if (!graph.hasNode(id)) return [];
  const byPartner = new Map<string, LegFlow[]>();
  const edges = way === "pays" ? graph.outEdges(id) : graph.inEdges(id);
  for (const edge of edges) {
    const partner = graph.opposite(id, edge);
    const flow = { id: edge, ...graph.getEdgeAttributes(edge) };
    byPartner.set(partner, [...(byPartner.get(partner) ?? []), flow]);
  }
  return [...byPartner]
    .flatMap(([partner, flows]) => {
      const lead = leadFlow(flows);
      return lead === undefined ? [] : [{ partner, amountUsd: legAmountUsd(flows), lead, flows }];
    })
    .sort((a, b) => (b.amountUsd ?? -1) - (a.amountUsd ?? -1) || (a.partner < b.partner ? -1 : 1));
}

/** The sum of the stated payments, and how many state nothing. */
export function totalOf(payments: readonly Payment[]): { usd: number | null; undisclosed: number } {
  const stated = payments.flatMap(({ amountUsd }) => (amountUsd === null ? [] : [amountUsd]));
  return {
    usd: stated.length === 0 ? null : stated.reduce((sum, usd) => sum + usd, 0),
    undisclosed: payments.length - stated.length,
  };
}

/** Deals an entity takes part in that move no capital of its own by the facts: partnerships, plans, rounds. */
export function dealsWithoutFlow({ deals }: CoreFacts, id: string, asOf: Day): readonly CoreDeal[] {
  return [...deals.values()].filter(
    (deal) =>
      firstDay(deal.announced) <= asOf &&
      deal.flows !== undefined &&
      deal.flows.every((flow) => flow.from !== id && flow.to !== id) &&
      deal.parties.some((party) => party.entity === id),
  );
}
