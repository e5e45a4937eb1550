/** The filters in force, each in words, with what takes it off and how many deals it hides. */

import { LINE_CLASS_NAMES } from "../src/layout/line-class.js";
import { LAYERS, type Layer } from "../src/model/entity.js";
import type { DealState } from "../src/model/status.js";
import { LIST_FACETS, type ListFacet, NO_FACETS, NONE, type Technology } from "./facets.js";
import { filterOf, NO_FILTER } from "./filter-of.js";
import { dealsIn, filteredGraph } from "./filtered.js";
import type { Explorer } from "./state.js";
import type { Text } from "./text/en.js";
import { FILTER_WORDS } from "./text/filter-words.js";
import type { ViewState } from "./url.js";

export interface ActiveFilter {
  readonly name: string;
  readonly without: Partial<ViewState>;
}

/** A chip has room for so many values of a list. */
const VALUES_NAMED = 2;

export function activeFilters(view: ViewState, t: Text): readonly ActiveFilter[] {
  const words = FILTER_WORDS[t.language];
  const lists = LIST_FACETS.filter((facet) => view[facet].length > 0).map((facet) => {
    const values: readonly string[] = view[facet];
    const named = values.slice(0, VALUES_NAMED).map((value) => valueName(facet, value, t));
    const others = values.length - named.length;
    return {
      name: t.labelled(words.facets[facet], t.join([...named, others === 0 ? "" : words.others(others)])),
      without: { [facet]: NO_FACETS[facet] },
    };
  });
  return [
    ...(view.asOf === null ? [] : [{ name: t.empty.day(view.asOf), without: { asOf: null } }]),
    ...(view.firm === "reported"
      ? []
      : [{ name: t.empty.firm(t.time.steps[view.firm]), without: { firm: NO_FILTER.firm } }]),
    ...LINE_CLASS_NAMES.filter((name) => view.hidden.includes(name)).map((name) => ({
      name: t.empty.hidden(t.legend.classes[name]),
      without: { hidden: view.hidden.filter((other) => other !== name) },
    })),
    ...lists,
    ...(view.least === null ? [] : [{ name: words.atLeast(t.usd(view.least)), without: { least: null } }]),
    ...(view.most === null ? [] : [{ name: words.atMost(t.usd(view.most)), without: { most: null } }]),
    ...(view.undisclosed ? [] : [{ name: words.noUndisclosed, without: { undisclosed: true } }]),
  ];
}

/** How many more deals would be seen without a filter; below zero where it adds some. */
export function hiddenBy({ without }: ActiveFilter, explorer: Explorer): number {
  const { facts, lastDay } = explorer;
  const view = { ...explorer.view.value, ...without };
  const asOf = "asOf" in without ? lastDay : explorer.asOf.value;
  const graph = filteredGraph(facts.graph, { ...filterOf(view), asOf }, facts.dataset.deals);
  return dealsIn(graph).size - explorer.shown.value.deals;
}

/** A choice of a facet in words. */
export function valueName(facet: ListFacet, value: string, t: Text): string {
  if (value === NONE && facet !== "kinds" && facet !== "states") return FILTER_WORDS[t.language].none[facet];
  switch (facet) {
    case "kinds":
      return t.loop.kind[value as keyof typeof t.loop.kind];
    case "states":
      return t.deal.states[value as DealState];
    case "layers":
      return LAYERS[value as Layer][t.language];
    case "countries":
      return new Intl.DisplayNames([t.language], { type: "region" }).of(value) ?? value;
    case "technologies":
      return t.deal.technologies[value as Technology];
  }
}
