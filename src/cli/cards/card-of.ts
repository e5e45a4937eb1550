/** The card of an id, whichever sort of thing it names. */
import { CapitalLoopError } from "../../errors.js";
import { closest } from "../../model/explain.js";
import type { OpenedGraph } from "../../node/open-graph.js";
import { type DealCard, dealCard } from "./deal-card.js";
import { type EntityCard, entityCard } from "./entity-card.js";
import { type LoopCard, loopCard } from "./loop-card.js";

/**
 * An entity before a deal before a loop, should an id be two of them.
 *
 * @throws CapitalLoopError `unknown-id`.
 */
export function cardOf(opened: OpenedGraph, id: string): EntityCard | DealCard | LoopCard {
  const { dataset, whole } = opened;
  if (whole.hasNode(id)) return entityCard(opened, id);
  const deals = dataset === null ? new Set(whole.mapEdges((_edge, { deal }) => deal)) : dataset.deals;
  if (deals.has(id)) return dealCard(opened, id);
  if (id.includes(">")) return loopCard(opened, id);
  const near = closest(id, [...whole.nodes(), ...deals.keys()]);
  const mend = near === null ? "look it up with: capital-loop search" : `did you mean "${near}"?`;
  throw new CapitalLoopError("unknown-id", `no entity, deal or loop has the id "${id}"; ${mend}`);
}
