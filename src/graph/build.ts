/** Checked facts to a graph: every entity, every flow that any day ever knew. */
import type { Clocks } from "../model/clocks.js";
import type { Dataset, DealRecord } from "../model/dataset.js";
import { type Day, firstDay } from "../model/dates.js";
import { DEAL_KINDS } from "../model/deal-kinds.js";
import { toUsd } from "../model/money.js";
import type { CoreDeal, CoreFacts } from "../model/records.js";
import { type DatedStep, standingOn } from "../model/status.js";
import { type CapitalGraph, emptyGraph } from "./capital-graph.js";
import { flowsOf } from "./flows.js";

/** A day no fact lies beyond. */
export const END_OF_TIME: Day = "9999-12-31";

/**
 * The graph of all facts, dead deals and past eras included: `viewGraph` keeps what is asked for.
 * Nodes and edges are added in the order of their ids, so that the same facts give the same graph.
 *
 * @param asOf the day written on the graph, the last one the facts cover unless given: nothing is left out by it.
 * @remarks Time and space O(entities + flows). An amount in another currency is in US dollars at the rate of the year
 * it was announced in, and null where no rate is on file.
 * @example buildGraph(await loadDataset()).hasNode("nvidia"); // true
 */
export function buildGraph(dataset: CoreFacts, asOf: Day = dataset.about.asOf): CapitalGraph {
  const graph = emptyGraph(asOf);
  for (const [id, entity] of dataset.entities) {
    graph.addNode(id, {
      label: entity.name,
      nameZhHans: entity.names["zh-Hans"],
      nameZhHant: entity.names["zh-Hant"],
      kind: entity.kind,
      layer: entity.layer ?? null,
      country: entity.country ?? null,
      ticker: entity.ticker ?? null,
      parents: entity.parents.map(({ entity: parent, from, to }) => ({
        entity: parent,
        from: from ?? null,
        to: to ?? null,
      })),
    });
  }
  for (const [id, deal] of dataset.deals) {
    const steps = datedSteps(deal, dataset);
    const standing = standingOn(steps, END_OF_TIME, END_OF_TIME);
    if (standing === null) continue;
    const year = Number(deal.announced.slice(0, 4));
    flowsOf(deal).forEach((flow, i) => {
      const { class: dealClass, letter } = DEAL_KINDS[flow.kind];
      graph.addDirectedEdgeWithKey(`${id}/${i + 1}`, flow.from, flow.to, {
        deal: id,
        title: deal.title,
        kind: flow.kind,
        class: dealClass,
        letter,
        amountUsd: flow.amount === null ? null : toUsd(flow.amount, year, dataset.rates),
        amount: flow.amount?.value ?? null,
        currency: flow.amount?.currency ?? null,
        qualifier: flow.amount?.qualifier ?? null,
        basis: flow.amount?.basis ?? "total",
        announced: deal.announced,
        paidFrom: deal.term?.start ?? null,
        paidTo: deal.term?.end ?? null,
        time: null,
        steps,
        collection: deal.collection,
        ...(deal.unconfirmed === undefined ? {} : { unconfirmed: true as const }),
        state: standing.state,
        firmness: standing.firmness,
        live: standing.live,
      });
    });
  }
  return graph;
}

/**
 * A deal's status steps with the days they count from. Only a report may come before the
 * announcement; any other step older than it became part of the picture with it.
 */
export function datedSteps(
  deal: Pick<CoreDeal, "announced" | "status">,
  dataset: Pick<CoreFacts, "sources">,
): readonly DatedStep[] {
  const announced = firstDay(deal.announced);
  return deal.status.map((step) => {
    const own = firstDay(step.on);
    const published = dataset.sources.get(step.source)?.published;
    return {
      on: step.on,
      is: step.is,
      seen: step.is === "reported" || own > announced ? own : announced,
      known: published === undefined ? own : firstDay(published),
    };
  });
}

/** The deals there were on a day, as far as they were known on another. */
export function dealsOn(dataset: Dataset, { asOf, knownBy }: Clocks): readonly DealRecord[] {
  return [...dataset.deals.values()].filter(
    (deal) => standingOn(datedSteps(deal, dataset), asOf, knownBy ?? END_OF_TIME) !== null,
  );
}
