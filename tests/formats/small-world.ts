/** Four entities and six flows that hold every case a format must carry. */
import { type CapitalGraph, emptyGraph, type FlowAttributes } from "../../src/graph/capital-graph.js";
import type { DatedStep, DealState } from "../../src/model/status.js";
import { entityAttributes, flowAttributes } from "../world.js";

function step(on: string, is: DealState, seen = `${on}-01-01`.slice(0, 10)): DatedStep {
  return { on, is, seen, known: seen };
}

const ENTITIES = [
  [
    "example-bank",
    entityAttributes("Example Bank", {
      nameZhHans: "示例银行",
      nameZhHant: "範例銀行",
      kind: "bank",
      layer: "capital",
    }),
  ],
  [
    "example-chips",
    entityAttributes('Example "Chips" & Sons', {
      nameZhHans: "示例芯片",
      nameZhHant: "範例晶片",
      kind: "company",
      layer: "chips",
      country: "US",
      ticker: "CHIP",
    }),
  ],
  ["example-cloud", entityAttributes("Example Cloud", { kind: "company", layer: "cloud", country: "US" })],
  [
    "example-lab",
    entityAttributes("Example Lab 🧪", {
      nameZhHans: "示例实验室",
      nameZhHant: "範例實驗室",
      kind: "lab",
      layer: "model_lab",
    }),
  ],
] as const;

const usd = (value: number): Partial<FlowAttributes> => ({
  amountUsd: value,
  amount: value,
  currency: "USD",
  qualifier: "exact",
});

/** In no order: a writer must put them in one. */
const FLOWS: readonly (readonly [id: string, from: string, to: string, over: Partial<FlowAttributes>])[] = [
  [
    "lab-cloud/1",
    "example-lab",
    "example-cloud",
    {
      deal: "lab-cloud",
      title: "Example Lab orders compute <for years>",
      kind: "compute_purchase",
      class: "OPS",
      letter: "C",
      ...usd(10e9),
      qualifier: "up_to",
      announced: "2030-06",
      steps: [step("2030-06", "announced", "2030-06-01"), step("2030-09-15", "signed")],
    },
  ],
  [
    "chips-lab/2",
    "example-chips",
    "example-lab",
    {
      deal: "chips-lab",
      title: "Example Chips buys shares of Example Lab",
      kind: "equity_investment",
      class: "FIN",
      letter: "E",
      ...usd(1.25e9),
      announced: "2030-03-14",
      steps: [step("2030-03-14", "letter_of_intent"), step("2030-05-01", "closed")],
      state: "closed",
      firmness: "closed",
    },
  ],
  // Ends in a year, on a day that nobody stated.
  [
    "chips-lab/1",
    "example-chips",
    "example-lab",
    {
      deal: "chips-lab-first",
      title: "An older plan",
      kind: "equity_investment",
      class: "FIN",
      letter: "E",
      ...usd(2e9),
      announced: "2028",
      steps: [step("2028", "reported"), step("2029", "lapsed")],
      state: "lapsed",
      firmness: "reported",
      live: false,
    },
  ],
  // Dies and comes back: two spans.
  [
    "cloud-chips/1",
    "example-cloud",
    "example-chips",
    {
      deal: "cloud-chips",
      title: "Example Cloud buys chips",
      kind: "chip_purchase",
      class: "OPS",
      letter: "O",
      announced: "2029-01-10",
      steps: [
        step("2029-01-10", "signed"),
        step("2029-07-01", "cancelled"),
        step("2030-02-01", "announced"),
        step("2030-02-01", "signed"),
      ],
    },
  ],
  [
    "bank-cloud/1",
    "example-bank",
    "example-cloud",
    {
      deal: "bank-cloud",
      title: "A loan in euros, at no known rate",
      kind: "loan",
      class: "FIN",
      letter: "L",
      amount: 5e8,
      currency: "EUR",
      qualifier: "about",
    },
  ],
  [
    "chips-cloud/1",
    "example-chips",
    "example-cloud",
    {
      deal: "chips-cloud",
      title: "A guarantee",
      kind: "guarantee",
      class: "CONT",
      letter: "G",
      ...usd(3e8),
      announced: "2030-11-02",
      steps: [step("2030-11-02", "announced"), step("2031-05-01", "cancelled")],
      state: "announced",
      firmness: "announced",
    },
  ],
];

/** The graph as of 1 January 2031; its flows are added from the given one on. */
export function smallWorld(from = 0): CapitalGraph {
  const graph = emptyGraph("2031-01-01");
  const turned = <T>(rows: readonly T[]) => [...rows.slice(from), ...rows.slice(0, from)];
  for (const [id, attributes] of turned(ENTITIES)) graph.addNode(id, attributes);
  for (const [id, source, target, over] of turned(FLOWS)) {
    graph.addDirectedEdgeWithKey(id, source, target, flowAttributes(over));
  }
  return graph;
}
