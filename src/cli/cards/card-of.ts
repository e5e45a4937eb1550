/** The card of an id, whichever sort of thing it names. */
import { CapitalLoopError } from "../../errors.js";
import type { Language } from "../../loops/sentence.js";
import { closest } from "../../model/explain.js";
import { currentId, currentLoopId, NO_REDIRECTS } from "../../model/redirects.js";
import type { OpenedGraph } from "../../node/open-graph.js";
import { type DealCard, dealCard } from "./deal-card.js";
import { type EntityCard, entityCard } from "./entity-card.js";
import { type LoopCard, loopCard } from "./loop-card.js";
import { type SideCard, sideCard } from "./side-cards.js";

/** A card, and the id its thing bears today: another one than was asked for where it was renamed. */
export interface CardOfId {
  readonly card: EntityCard | DealCard | LoopCard | SideCard;
  readonly id: string;
}

/**
 * An entity before a deal before a loop before all else, should an id be two of them.
 *
 * @param language what a loop is read aloud in.
 * @throws CapitalLoopError `unknown-id`.
 */
export function cardOf(opened: OpenedGraph, id: string, language: Language): CardOfId {
  const { dataset, whole, graph } = opened;
  const redirects = dataset?.redirects ?? NO_REDIRECTS;
  const entity = currentId(redirects, "entities", id);
  if (whole.hasNode(entity)) return { card: entityCard(opened, entity), id: entity };
  const deals = dataset === null ? new Set(whole.mapEdges((_edge, { deal }) => deal)) : dataset.deals;
  const deal = currentId(redirects, "deals", id);
  if (deals.has(deal)) return { card: dealCard(opened, deal), id: deal };
  if (id.includes(">")) {
    const loop = currentLoopId(redirects, id);
    // A loop may be written from any of its entities: that is no renaming.
    return { card: loopCard(opened, loop, language), id: loop };
  }
  const clocks = { asOf: graph.getAttribute("asOf"), knownBy: graph.getAttribute("knownBy") };
  const card = dataset === null ? null : sideCard(dataset, id, clocks);
  if (card !== null) return { card, id };
  const near = closest(id, [...whole.nodes(), ...deals.keys(), ...(dataset?.markets.keys() ?? [])]);
  const mend = near === null ? "look it up with: capital-loop search" : `did you mean "${near}"?`;
  throw new CapitalLoopError("unknown-id", `no entity, deal or loop has the id "${id}"; ${mend}`);
}
