/** The deals that stand on a view's day, those without a flow among them. */
import { datedSteps, END_OF_TIME } from "../graph/build.js";
import type { CapitalGraph } from "../graph/capital-graph.js";
import type { Dataset, DealRecord } from "../model/dataset.js";
import { type Standing, standingOn } from "../model/status.js";

export interface StandingDeal {
  readonly deal: DealRecord;
  readonly standing: Standing;
}

/** Today's deals that are live on the day the graph is seen from, in the order of their ids. */
export function standingDeals(dataset: Dataset, graph: CapitalGraph): readonly StandingDeal[] {
  const asOf = graph.getAttribute("asOf");
  const knownBy = graph.getAttribute("knownBy") ?? END_OF_TIME;
  return [...dataset.deals.values()].flatMap((deal) => {
    if (deal.collection !== "current") return [];
    const standing = standingOn(datedSteps(deal, dataset), asOf, knownBy);
    return standing?.live === true ? [{ deal, standing }] : [];
  });
}
