/** The filters beside the legend: what a deal must be to be seen. Each facet left empty asks for nothing. */
import type { CapitalGraph, FlowAttributes } from "../src/graph/capital-graph.js";
import type { DealRecord } from "../src/model/dataset.js";
import { FLOW_KIND_NAMES, type FlowKind } from "../src/model/deal-kinds.js";
import { LAYERS, type Layer } from "../src/model/entity.js";
import { DEAL_STATES, type DealState } from "../src/model/status.js";

/** Where the power of a deal comes from. */
export type Technology = NonNullable<DealRecord["technology"]>;

/** What stands for entities and deals of which nothing is said. */
export const NONE = "none";

export const TECHNOLOGIES = [
  "gas",
  "nuclear",
  "solar",
  "wind",
  "hydro",
  "geothermal",
  "storage",
  "fuel_cell",
  "grid",
  "mixed",
  NONE,
] as const satisfies readonly (Technology | typeof NONE)[];

export interface Facets {
  readonly kinds: readonly FlowKind[];
  /** In place of all live ones. */
  readonly states: readonly DealState[];
  /** Both ends of a flow lie in them. */
  readonly layers: readonly (Layer | typeof NONE)[];
  /** One end of a flow is there, or more. ISO 3166 codes. */
  readonly countries: readonly string[];
  readonly technologies: readonly (Technology | typeof NONE)[];
  /** US dollars; null is no bound. */
  readonly least: number | null;
  readonly most: number | null;
  /** Whether flows that state no amount are seen. */
  readonly undisclosed: boolean;
}

export const NO_FACETS: Facets = {
  kinds: [],
  states: [],
  layers: [],
  countries: [],
  technologies: [],
  least: null,
  most: null,
  undisclosed: true,
};

/** The facets that are lists, with their choices in order; countries are those of the facts. */
export const FACET_CHOICES = {
  kinds: FLOW_KIND_NAMES,
  // An amendment leaves a deal in the state it had.
  states: (Object.keys(DEAL_STATES) as DealState[]).filter((state) => state !== "amended"),
  layers: [...(Object.keys(LAYERS) as Layer[]), NONE],
  technologies: TECHNOLOGIES,
} as const;
export const LIST_FACETS = ["kinds", "states", "layers", "countries", "technologies"] as const;
export type ListFacet = (typeof LIST_FACETS)[number];

/** Bounds that the amount can be moved to, in US dollars: three for each power of ten. */
export const AMOUNT_STEPS = [
  1e7, 2e7, 5e7, 1e8, 2e8, 5e8, 1e9, 2e9, 5e9, 1e10, 2e10, 5e10, 1e11, 2e11, 5e11,
] as const;

/** Only the facets of something that has more. */
export function facetsOf(view: Facets): Facets {
  const { kinds, states, layers, countries, technologies, least, most, undisclosed } = view;
  return { kinds, states, layers, countries, technologies, least, most, undisclosed };
}

/** What a filter needs to know of deals that their flows do not carry. */
export type DealFacts = ReadonlyMap<string, Pick<DealRecord, "technology">>;

/** The values of a flow that a list is held against; an end's layer and country count for both ends. */
export function valuesOf(
  facet: ListFacet,
  flow: FlowAttributes,
  ends: readonly { readonly layer: Layer | null; readonly country: string | null }[],
  deals: DealFacts,
): readonly string[] {
  switch (facet) {
    case "kinds":
      return flow.kind === null ? [] : [flow.kind];
    case "states":
      return [flow.state];
    case "layers":
      return ends.map(({ layer }) => layer ?? NONE);
    case "countries":
      return ends.map(({ country }) => country ?? NONE);
    case "technologies":
      return [deals.get(flow.deal)?.technology ?? NONE];
  }
}

/** Drops from a graph what its flows' amount, layer, country or technology hides; kind and state are a view's. */
export function keepFacets(graph: CapitalGraph, facets: Facets, deals: DealFacts): CapitalGraph {
  const { least, most, undisclosed } = facets;
  const inBounds = (usd: number | null) =>
    usd === null ? undisclosed : usd >= (least ?? 0) && usd <= (most ?? Number.POSITIVE_INFINITY);
  const hidden = graph.filterEdges((_key, flow, _from, _to, payer, payee) => {
    const has = (facet: ListFacet, needs: "some" | "every") => {
      const chosen: readonly string[] = facets[facet];
      return (
        chosen.length === 0 || valuesOf(facet, flow, [payer, payee], deals)[needs]((v) => chosen.includes(v))
      );
    };
    return !(
      inBounds(flow.amountUsd) &&
      has("layers", "every") &&
      has("countries", "some") &&
      has("technologies", "some")
    );
  });
  for (const key of hidden) graph.dropEdge(key);
  for (const id of graph.filterNodes((node) => graph.degree(node) === 0)) graph.dropNode(id);
  return graph;
}
