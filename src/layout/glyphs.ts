/** How large an entity is drawn, and in which shape. */
import type { LegGraph } from "../graph/legs.js";
import { legFrom } from "../graph/legs.js";
import type { EntityKind } from "../model/entity.js";
import type { Glyph } from "./placed.js";

const GLYPH_OF_KIND: Readonly<Record<EntityKind, Glyph>> = {
  company: "disc",
  lab: "eye",
  fund: "square",
  bank: "square",
  person: "square",
  government: "diamond",
  utility: "triangle",
  vehicle: "hollow",
  facility: "hollow",
  power_plant: "hollow",
  research: "disc",
};

/** The shape of a kind; a disc when nothing is known. */
export function glyphOf(kind: EntityKind | null): Glyph {
  return kind === null ? "disc" : GLYPH_OF_KIND[kind];
}

/**
 * What each entity handles, in US dollars: the larger of what it is paid and what it pays, by stated legs.
 *
 * @see Finn, Measures of ecosystem structure and function derived from analysis of flows (1976).
 */
export function throughflowUsd(legs: LegGraph): Float64Array {
  const paid = new Float64Array(legs.ids.length);
  const pays = new Float64Array(legs.ids.length);
  for (let leg = 0; leg < legs.target.length; leg++) {
    const usd = legs.amountUsd[leg] as number;
    const payer = legFrom(legs, leg);
    const payee = legs.target[leg] as number;
    if (Number.isNaN(usd) || payer === payee) continue;
    pays[payer] = (pays[payer] as number) + usd;
    paid[payee] = (paid[payee] as number) + usd;
  }
  return paid.map((usd, v) => Math.max(usd, pays[v] as number));
}

/** A hub's radius in pixels, for what it handles in US dollars: 8 to 22. */
export function hubRadius(usd: number): number {
  return 8 + Math.min(14, 0.44 * Math.sqrt(usd / 1e9));
}
