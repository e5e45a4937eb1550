import { describe, expect, test } from "vitest";
import type { FlowAttributes } from "../../src/graph/capital-graph.js";
import { cashSchedule } from "../../src/metrics/schedule.js";
import { paymentsOf } from "../../src/metrics/schedule-of.js";
import type { DatedStep } from "../../src/model/status.js";
import { flowAttributes, graphOf } from "../world.js";

const step = (is: DatedStep["is"], on: string): DatedStep => ({ is, on, seen: on, known: on });
const fact = (over: Partial<FlowAttributes>) => ({
  id: "f",
  ...flowAttributes({ steps: [step("signed", "2025-05-01")], announced: "2025-05-01", ...over }),
});
const paid = (over: Partial<FlowAttributes>, years?: number) => {
  const terms = years === undefined ? undefined : new Map([["deal", { term: { years } }]]);
  const payments = paymentsOf(fact(over), terms);
  return payments === "no-term"
    ? payments
    : Object.fromEntries([...payments].map(([year, usd]) => [year, Number(usd.toFixed(6))]));
};

describe("when a flow is paid", () => {
  test("a total falls evenly on the days of its term", () => {
    // 2027 has 365 days, 2028 has 366.
    expect(paid({ kind: "lease", amountUsd: 731, paidFrom: "2027", paidTo: "2028" })).toEqual({
      2027: 365,
      2028: 366,
    });
    expect(paid({ kind: "lease", amountUsd: 365, paidFrom: "2027-07-02", paidTo: "2028-06-30" })).toEqual({
      2027: 183,
      2028: 182,
    });
  });

  test("a yearly figure falls due in full in each year of its term", () => {
    const rent = { kind: "lease", basis: "annual", amountUsd: 7 } as const;
    expect(paid({ ...rent, paidFrom: "2027", paidTo: "2029" })).toEqual({ 2027: 7, 2028: 7, 2029: 7 });
    expect(paid(rent)).toBe("no-term");
  });

  test("a term of years runs from its start, or else from the announcement", () => {
    expect(paid({ kind: "lease", amountUsd: 731, paidFrom: "2027" }, 2)).toMatchObject({ 2027: 365.5 });
    expect(Object.keys(paid({ kind: "lease", amountUsd: 731 }, 2))).toEqual(["2025", "2026", "2027"]);
  });

  test("capital that has closed was paid then, and the life of a loan spreads nothing", () => {
    const steps = [step("signed", "2025-05-01"), step("closed", "2026-02-01")];
    const closed = { steps, firmness: "closed", amountUsd: 9, class: "FIN" } as const;
    expect(paid({ ...closed, kind: "equity_investment" })).toEqual({ 2026: 9 });
    expect(paid({ ...closed, kind: "loan", paidTo: "2031" })).toEqual({ 2026: 9 });
    expect(paid({ ...closed, kind: "credit_facility", paidTo: "2031" })).toBe("no-term");
    expect(paid({ kind: "loan", amountUsd: 9, paidTo: "2031" })).toBe("no-term");
  });

  test("an order without a term has no year", () => {
    expect(paid({ kind: "chip_purchase", amountUsd: 40, firmness: "closed" })).toBe("no-term");
  });
});

test("the schedule by payer, against revenue where it is known", () => {
  const graph = graphOf([
    ["lab", "cloud", 731, "compute_purchase"],
    ["lab", "cloud", 40, "chip_purchase"],
    ["fund", "lab", 5, "equity_investment"],
    ["fund", "lab", 100, "guarantee"],
    ["fund", "lab", null, "loan"],
  ]);
  const steps = [step("signed", "2026-01-01")];
  for (const key of graph.edges()) graph.mergeEdgeAttributes(key, { steps, announced: "2026-01-01" });
  graph.mergeEdgeAttributes("d1", { paidFrom: "2027", paidTo: "2028" });
  graph.mergeEdgeAttributes("d3", { steps: [step("closed", "2027-03-01")], firmness: "closed" });

  const schedule = cashSchedule(graph, {
    revenueOf: (id, year) => (id === "lab" && year === 2027 ? 730 : null),
  });

  expect(schedule.years).toEqual([
    { year: 2027, usd: 370 },
    { year: 2028, usd: 366 },
  ]);
  expect(schedule.coverage).toEqual({
    flows: 2,
    undatedFlows: 1,
    undatedUsd: 40,
    flowsWithoutAmount: 1,
  });
  expect(schedule.entities.find(({ id }) => id === "lab")).toEqual({
    id: "lab",
    years: [
      { year: 2027, paysUsd: 365, paysForGoodsUsd: 365, isPaidUsd: 5, revenueUsd: 730, overRevenue: 0.5 },
      { year: 2028, paysUsd: 366, paysForGoodsUsd: 366, isPaidUsd: 0, revenueUsd: null, overRevenue: null },
    ],
    undatedPaysUsd: 40,
    undatedIsPaidUsd: 0,
  });
});
