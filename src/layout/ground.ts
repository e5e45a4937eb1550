/** What the layout asks of a graph, asked once. Entities are numbered in the order of their ids. */
import type { CapitalGraph } from "../graph/capital-graph.js";
import { keepLegs, type LegGraph, legFrom, legsOf } from "../graph/legs.js";
import { throughflowUsd } from "./glyphs.js";
import { type Sector, sectorOf } from "./sectors.js";
import { neighboursOf, reversed, type Zone, type Zones, zonesOf } from "./zones.js";

export interface Ground {
  /** Without what an entity pays itself, which is nowhere drawn. */
  readonly legs: LegGraph;
  readonly zones: Zones;
  readonly sectors: readonly Sector[];
  /** What each entity handles, in US dollars. */
  readonly throughflowUsd: Float64Array;
  /** Whom each pays or is paid by, each once, ascending. */
  readonly neighbours: readonly (readonly number[])[];
}

/** Reads a graph. Time O(f log f) for f flows. */
export function groundOf(graph: CapitalGraph): Ground {
  const all = legsOf(graph);
  const legs = keepLegs(all, (leg) => legFrom(all, leg) !== all.target[leg]);
  const payees = neighboursOf(legs);
  const payers = reversed(payees);
  return {
    legs,
    zones: zonesOf(legs),
    sectors: legs.ids.map((id) => sectorOf(graph.getNodeAttributes(id))),
    throughflowUsd: throughflowUsd(legs),
    neighbours: payees.map((those, v) =>
      [...new Set([...those, ...(payers[v] ?? [])])].sort((a, b) => a - b),
    ),
  };
}

/** Those in a zone, ascending. */
export function inZone({ zones }: Ground, zone: Zone): number[] {
  return zones.of.flatMap((of, v) => (of === zone ? [v] : []));
}
