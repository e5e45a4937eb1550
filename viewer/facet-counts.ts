/** What each choice of a facet would show: deals under all other filters, value by value. */
import type { CapitalGraph } from "../src/graph/capital-graph.js";
import { DEAL_STATES, type DealState } from "../src/model/status.js";
import {
  AMOUNT_STEPS,
  type DealFacts,
  FACET_CHOICES,
  type Facets,
  type ListFacet,
  NO_FACETS,
  valuesOf,
} from "./facets.js";
import { type Filter, filteredGraph } from "./filtered.js";

export interface Choice {
  readonly value: string;
  readonly deals: number;
  readonly isOn: boolean;
}

/** The choices of a facet that any deal of the facts has, or that are on though none has them. */
export function choicesOf(
  facet: ListFacet,
  whole: CapitalGraph,
  filter: Filter,
  deals: DealFacts,
): readonly Choice[] {
  const facets = { ...(filter.facets ?? NO_FACETS), [facet]: [] };
  const graph = filteredGraph(whole, { ...filter, facets }, deals, facet === "states" ? "all" : undefined);
  const counts = new Map<string, Set<string>>();
  graph.forEachEdge((_key, flow, _from, _to, payer, payee) => {
    for (const value of valuesOf(facet, flow, [payer, payee], deals)) {
      const seen = counts.get(value) ?? new Set();
      counts.set(value, seen.add(flow.deal));
    }
  });
  const count = (value: string) => counts.get(value)?.size ?? 0;
  const on = valuesOn(facet, filter.facets ?? NO_FACETS);
  const values =
    facet === "countries"
      ? [...new Set([...counts.keys(), ...(filter.facets?.countries ?? [])])].sort(
          (a, b) => count(b) - count(a) || (a < b ? -1 : 1),
        )
      : FACET_CHOICES[facet];
  return values
    .map((value) => ({ value, deals: count(value), isOn: on === null || on.includes(value) }))
    .filter((choice) => choice.deals > 0 || (on !== null && choice.isOn));
}

/** The values that are on; null is all. */
function valuesOn(facet: ListFacet, facets: Facets): readonly string[] | null {
  const chosen: readonly string[] = facets[facet];
  if (chosen.length > 0) return chosen;
  return facet === "states" ? LIVE_STATES : null;
}

const LIVE_STATES: readonly DealState[] = FACET_CHOICES.states.filter((state) => DEAL_STATES[state].live);

/** The list after a choice is turned on or off; empty where that asks for nothing. */
export function toggled(facet: ListFacet, choices: readonly Choice[], value: string): readonly string[] {
  const on = choices
    .filter((choice) => choice.isOn !== (choice.value === value))
    .map((choice) => choice.value);
  const usual = choices.map((choice) => choice.value).filter((v) => facet !== "states" || isLive(v));
  return on.length === usual.length && usual.every((v) => on.includes(v)) ? [] : on;
}

const isLive = (state: string) => (LIVE_STATES as readonly string[]).includes(state);

export interface AmountBucket {
  /** From this many US dollars; null is below the first bound. */
  readonly from: number | null;
  readonly flows: number;
}

/** Flows between one bound of the amount and the next, whatever bounds are set, and those that state none. */
export function amountsOf(
  whole: CapitalGraph,
  filter: Filter,
  deals: DealFacts,
): { readonly buckets: readonly AmountBucket[]; readonly undisclosed: number } {
  const facets = { ...(filter.facets ?? NO_FACETS), least: null, most: null, undisclosed: true };
  const graph = filteredGraph(whole, { ...filter, facets }, deals);
  const flows = [null, ...AMOUNT_STEPS].map((from) => ({ from, flows: 0 }));
  let undisclosed = 0;
  graph.forEachEdge((_key, { amountUsd }) => {
    if (amountUsd === null) undisclosed++;
    else {
      const bucket = flows.findLast(({ from }) => (from ?? 0) <= amountUsd);
      if (bucket !== undefined) bucket.flows++;
    }
  });
  return { buckets: flows, undisclosed };
}
