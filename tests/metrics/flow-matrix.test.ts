import { describe, expect, test } from "vitest";
import type { FlowAttributes } from "../../src/graph/capital-graph.js";
import { maximumCirculation } from "../../src/metrics/circulation.js";
import { concentration } from "../../src/metrics/concentration.js";
import { cycling } from "../../src/metrics/cycling.js";
import { flowMatrix } from "../../src/metrics/flow-matrix.js";
import { netting } from "../../src/metrics/netting.js";
import { roundTrip } from "../../src/metrics/round-trip.js";
import { type FlowRow, graphOf } from "../world.js";

/** A graph whose flows carry what is given for them, in order, and a history, as facts do. */
function factsOf(rows: readonly (readonly [from: string, to: string, over: Partial<FlowAttributes>])[]) {
  const graph = graphOf(rows.map(([from, to, { amountUsd = null }]): FlowRow => [from, to, amountUsd]));
  rows.forEach(([, , over], i) => {
    const steps = [{ on: "2025-05-01", is: over.state ?? "signed", seen: "2025-05-01", known: "2025-05-01" }];
    graph.mergeEdgeAttributes(`d${i + 1}`, { steps, announced: "2025-05-01", ...over });
  });
  return graph;
}

describe("a basis says which amounts are added", () => {
  const graph = factsOf([
    ["a", "b", { amountUsd: 1, kind: "loan", class: "FIN", firmness: "closed", state: "closed" }],
    ["a", "b", { amountUsd: 2, kind: "loan", class: "FIN", firmness: "letter_of_intent" }],
    ["b", "a", { amountUsd: 4, kind: "chip_purchase", firmness: "letter_of_intent" }],
    ["b", "c", { amountUsd: 8, kind: "service", firmness: "signed", qualifier: "up_to" }],
    ["c", "a", { amountUsd: 16, kind: "service", firmness: "signed", basis: "annual" }],
    ["c", "b", { amountUsd: 32, kind: "lease", firmness: "delivering", paidFrom: "2026", paidTo: "2029" }],
    ["a", "c", { amountUsd: 64, kind: "guarantee", class: "CONT", firmness: "signed" }],
    ["a", "c", { amountUsd: null, kind: "service", firmness: "signed" }],
    ["c", "c", { amountUsd: 128, kind: "service", firmness: "signed" }],
    ["c", "a", { amountUsd: 256, kind: "equity_investment", class: "FIN", basis: "valuation" }],
  ]);

  test.each([
    // A letter of intent counts only where nothing firmer between the two states an amount.
    ["announced", 1 + 4 + 8 + 32],
    // No letter of intent, no ceiling; a yearly figure is never added to totals.
    ["contracted", 1 + 32],
    ["paid", 1],
    // The loan closed in 2025; a quarter of the lease (365 of 1,461 days) falls due in 2026.
    ["2025", 1],
    ["2026", (32 * 365) / 1461],
    ["2030", 0],
  ])("%s: %d", (basis, gross) => {
    expect(flowMatrix(graph, { basis }).grossUsd).toBeCloseTo(gross, 9);
  });

  test("and the result says what was left out, and why", () => {
    const { coverage, warnings, basis } = flowMatrix(graph);

    expect(basis).toBe("announced");
    expect(coverage).toEqual({
      deals: 4,
      flows: 4,
      dealsWithoutAmount: 1,
      dealsLeftOut: { FIN: 2, OPS: 3, CONT: 1 },
      flowsLeftOut: { contingent: 1, undisclosed: 1, self: 1, annual: 1, valuation: 1, softer: 1 },
      first: "2025-05-01",
      last: "2025-05-01",
    });
    expect(warnings[0]).toBe("1 flow from a party to itself left out: d9");
  });

  test("a term of so many years runs from the announcement", () => {
    const lease = factsOf([["a", "b", { amountUsd: 10, kind: "lease", announced: "2025-01-01" }]]);
    const terms = new Map([["d1", { term: { years: 10 } }]]);

    expect(flowMatrix(lease, { basis: "2030" }).grossUsd).toBe(0);
    expect(flowMatrix(lease, { basis: "2030", terms }).grossUsd).toBeCloseTo(1, 2);
    expect(flowMatrix(lease, { basis: "2035", terms }).grossUsd).toBe(0);
  });
});

test("rows of a graph file, which have no history, count on every basis and in the year of their date", () => {
  const graph = graphOf([["a", "b", 5]]);
  graph.setEdgeAttribute("d1", "announced", "2024-03");

  for (const basis of ["announced", "contracted", "paid", "2024"])
    expect(flowMatrix(graph, { basis }).grossUsd).toBe(5);
  expect(flowMatrix(graph, { basis: "2025" }).grossUsd).toBe(0);
});

test("an empty graph has sums of zero, no shares and no error", () => {
  const matrix = flowMatrix(graphOf([]));

  expect(cycling(matrix)).toMatchObject({ finnCyclingIndex: null, averagePathLength: null, cycledUsd: 0 });
  expect(maximumCirculation(matrix)).toEqual({ usd: 0, share: null, loops: [] });
  expect(netting(matrix)).toMatchObject({ grossUsd: 0, excessUsd: 0, excessShare: null });
  expect(concentration(matrix)).toEqual([]);
});

test("wrong input is refused by the name of its field", () => {
  const graph = graphOf([["a", "b", 5]]);
  const outside = (id: string, usd: number) => () => flowMatrix(graph, { outside: new Map([[id, usd]]) });

  expect(() => flowMatrix(graph, { basis: "promised" })).toThrow(
    'basis: "promised" is not known; one of announced, contracted, paid, or a year such as 2026',
  );
  expect(outside("a", -1)).toThrow("outside income of a: -1 does not hold; give US dollars of 0 or more");
  expect(outside("a", Number.NaN)).toThrow("outside income of a: NaN");
  expect(outside("z", 1)).toThrow('no entity has the id "z" in this view');
  expect(() => roundTrip(flowMatrix(graph), "z")).toThrow('no entity has the id "z"');
  expect(() => flowMatrix(graphOf([["a", "b", -5]]))).toThrow("flow d1: amount: -5 does not hold");
});

// Worked by hand on the design page: T = 20, 10, 20; 5/20 x 10/10 x 20/20 = 0.25.
test("the triangle circulates 15 of 35, round one loop of 5", () => {
  const matrix = flowMatrix(
    graphOf([
      ["a", "b", 5, "equity_investment"],
      ["b", "c", 10, "compute_purchase"],
      ["c", "a", 20, "chip_purchase"],
    ]),
  );

  expect([...cycling(matrix).cyclingShare]).toEqual([0.25, 0.25, 0.25]);
  expect(maximumCirculation(matrix)).toEqual({
    usd: 15,
    share: 15 / 35,
    loops: [{ entities: ["a", "b", "c"], usd: 5 }],
  });
});
