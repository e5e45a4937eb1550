import { expect, test } from "vitest";
import { dependence } from "../../src/metrics/dependence.js";
import { graphOf } from "../world.js";

// Vendor is paid 10 by a customer it lent to, 30 by one it does not finance, and 60 of capital.
const graph = graphOf([
  ["vendor", "lab", 4, "loan"],
  ["lab", "vendor", 10, "chip_purchase"],
  ["cloud", "vendor", 30, "chip_purchase"],
  ["fund", "vendor", 60, "equity_investment"],
  ["vendor", "start-up", null, "backstop"],
  ["start-up", "vendor", null, "chip_purchase"],
]);

test("what a seller is paid by parties it finances, of sales and of inflow", () => {
  const { basis, sellers, coverage } = dependence(graph);

  expect(basis).toBe("announced");
  expect(coverage.dealsWithoutAmount).toBe(1);
  expect(sellers).toEqual([
    {
      seller: "vendor",
      inflowUsd: 100,
      salesUsd: 40,
      fromFinancedUsd: 10,
      shareOfInflow: 0.1,
      shareOfSales: 0.25,
      revenueUsd: null,
      overRevenue: null,
      backlogUsd: null,
      overBacklog: null,
      undisclosed: 1,
      customers: [
        { id: "lab", purchasesUsd: 10, suppliedUsd: 4, isSupported: false, deals: ["d1", "d2"] },
        { id: "start-up", purchasesUsd: null, suppliedUsd: null, isSupported: true, deals: ["d5", "d6"] },
      ],
    },
  ]);
});

test("against revenue and backlog where they are known", () => {
  const [row] = dependence(graph, {
    revenue: new Map([["vendor", 80]]),
    backlog: new Map([["vendor", 200]]),
  }).sellers;

  expect([row?.overRevenue, row?.overBacklog]).toEqual([0.125, 0.05]);
});

test("where nobody finances a customer the table is empty", () => {
  expect(dependence(graphOf([["a", "b", 1, "service"]])).sellers).toEqual([]);
  expect(dependence(graphOf([])).sellers).toEqual([]);
});
