/** What the filters leave, what each choice would show, and how a filter is said. */
import { expect, test } from "vitest";
import type { CapitalGraph } from "../../src/graph/capital-graph.js";
import { emptyGraph } from "../../src/graph/capital-graph.js";
import { activeFilters } from "../../viewer/active-filters.js";
import { amountsOf, choicesOf, toggled } from "../../viewer/facet-counts.js";
import { type Facets, NO_FACETS } from "../../viewer/facets.js";
import { dealsIn, ENDED, type Filter, filteredGraph } from "../../viewer/filtered.js";
import { en } from "../../viewer/text/en.js";
import { FILTER_WORDS } from "../../viewer/text/filter-words.js";
import { zhHans } from "../../viewer/text/zh-hans.js";
import { FIRST_VIEW, parseView } from "../../viewer/url.js";
import { flowAttributes } from "../world.js";

const DEALS = new Map([
  ["gas", { technology: "gas" as const }],
  ["shares", {}],
]);

/** A lab in the US, a chip maker in Taiwan, a plant nobody has placed; four deals, one of them lapsed. */
function world(): CapitalGraph {
  const graph = emptyGraph("2031-12-31");
  const node = (id: string, layer: "model_lab" | "chips" | null, country: string | null) =>
    graph.addNode(id, {
      label: id,
      nameZhHans: null,
      nameZhHant: null,
      kind: "company",
      layer,
      country,
      ticker: null,
      parents: [],
    });
  node("lab", "model_lab", "US");
  node("chips", "chips", "TW");
  node("plant", null, null);
  const flow = (deal: string, from: string, to: string, over: Parameters<typeof flowAttributes>[0]) =>
    graph.addDirectedEdgeWithKey(`${deal}/1`, from, to, flowAttributes({ deal, ...over }));
  flow("orders", "lab", "chips", { kind: "chip_purchase", amountUsd: 40e9 });
  flow("shares", "chips", "lab", { kind: "equity_investment", class: "FIN", amountUsd: 2e9 });
  flow("gas", "lab", "plant", { kind: "power_purchase", amountUsd: null });
  flow("warrants", "chips", "lab", {
    kind: "warrant",
    class: "FIN",
    amountUsd: null,
    state: "lapsed",
    live: false,
  });
  return graph;
}

const filter = (facets: Partial<Facets> = {}): Filter => ({
  asOf: "2031-12-31",
  firm: "reported",
  hidden: [],
  facets: { ...NO_FACETS, ...facets },
});
const left = (facets: Partial<Facets>) => [...dealsIn(filteredGraph(world(), filter(facets), DEALS))].sort();

test.each<[string, Partial<Facets>, string[]]>([
  ["nothing", {}, ["gas", "orders", "shares"]],
  ["a kind", { kinds: ["chip_purchase"] }, ["orders"]],
  ["what lapsed", { states: ["lapsed"] }, ["warrants"]],
  ["both ends in a layer", { layers: ["model_lab", "chips"] }, ["orders", "shares"]],
  ["entities without a layer too", { layers: ["model_lab", "none"] }, ["gas"]],
  ["an end in a country", { countries: ["TW"] }, ["orders", "shares"]],
  ["a power technology", { technologies: ["gas"] }, ["gas"]],
  ["anything but power", { technologies: ["none"] }, ["orders", "shares"]],
  ["at least so much, or not stated", { least: 1e10 }, ["gas", "orders"]],
  ["a range without undisclosed", { least: 1e9, most: 5e9, undisclosed: false }, ["shares"]],
])("asked for %s", (_, facets, deals) => {
  expect(left(facets)).toEqual(deals);
});

test("entities that no deal is left of are gone", () => {
  expect(filteredGraph(world(), filter({ kinds: ["chip_purchase"] }), DEALS).nodes()).toEqual([
    "lab",
    "chips",
  ]);
});

test("what has ended can be asked for by itself", () => {
  expect([...dealsIn(filteredGraph(world(), filter(), DEALS, ENDED))]).toEqual(["warrants"]);
});

test("a choice counts the deals it would show under all other filters", () => {
  const choices = choicesOf("kinds", world(), filter({ kinds: ["warrant"], countries: ["TW"] }), DEALS);

  // Warrants lapsed: nothing is counted, but a choice that is made can be seen and taken back.
  expect(choices).toEqual([
    { value: "equity_investment", deals: 1, isOn: false },
    { value: "warrant", deals: 0, isOn: true },
    { value: "chip_purchase", deals: 1, isOn: false },
  ]);
});

test("of the states the live ones are on until one is chosen", () => {
  const choices = choicesOf("states", world(), filter(), DEALS);

  expect(choices.filter(({ isOn }) => !isOn).map(({ value }) => value)).toEqual(["lapsed"]);
  const withLapsed = toggled("states", choices, "lapsed");
  expect(withLapsed).toContain("lapsed");
  const after = choices.map((choice) => ({ ...choice, isOn: withLapsed.includes(choice.value) }));
  expect(toggled("states", after, "lapsed")).toEqual([]);
});

test("amounts are counted between the bounds, undisclosed ones apart", () => {
  const { buckets, undisclosed } = amountsOf(world(), filter({ least: 1e11 }), DEALS);

  expect(buckets.filter(({ flows }) => flows > 0)).toEqual([
    { from: 2e9, flows: 1 },
    { from: 2e10, flows: 1 },
  ]);
  expect(undisclosed).toBe(1);
});

test("each filter in force is said, with what takes it off", () => {
  const view = parseView(
    "#?firm=signed&hide=power&kind=loan,bond,lease&country=SA&least=1e9&undisclosed=no&technology=none",
  );

  expect(activeFilters(view, en).map(({ name }) => name)).toEqual([
    "Firm at least: signed",
    "Without power",
    "Kind: Bonds, Loan, 1 more",
    "Country: Saudi Arabia",
    "Power technology: Not about power",
    "At least $1bn",
    "Without undisclosed amounts",
  ]);
  expect(activeFilters(view, zhHans).map(({ name }) => name)).toContain("类型：债券，贷款，另 1 项");
  const bare = Object.assign({ ...view }, ...activeFilters(view, en).map(({ without }) => without));
  expect(bare).toEqual(FIRST_VIEW);
});

test("the filters have the same words in every language", () => {
  const shape = (value: unknown): unknown =>
    typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shape(part)]))
      : typeof value;
  for (const words of Object.values(FILTER_WORDS)) expect(shape(words)).toEqual(shape(FILTER_WORDS.en));
});
