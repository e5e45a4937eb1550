/** What if, held against a small world worked by hand. */
import { expect, test } from "vitest";
import { afterCuts, withCut } from "../../viewer/cuts.js";
import { shownOf } from "../../viewer/shown.js";
import { graphOf } from "../world.js";

const WORLD = graphOf([
  ["lab", "cloud", 300e9, "compute_purchase"],
  ["cloud", "chips", 40e9, "chip_purchase"],
  ["chips", "lab", 30e9, "equity_investment"],
  ["cloud", "plant", 2e9, "power_purchase"],
]);
const shown = shownOf(WORLD, { asOf: "2031-01-01", firm: "reported", hidden: [] });
const dealFrom = (payer: string, payee: string) =>
  WORLD.getEdgeAttribute(WORLD.directedEdges(payer, payee)[0] ?? "", "deal");

test("a deal honoured in part bounds its loop by what is left of it", () => {
  const after = afterCuts(shown, [{ deal: dealFrom("cloud", "chips"), honoured: 0.25 }]);

  expect(shown.loops.at(0)?.bottleneckUsd).toBe(30e9);
  expect(after.loops.at(0)?.bottleneckUsd).toBe(10e9);
  expect(after.deals).toBe(4);
});

test("a deal that is not honoured opens its loop, and who has no other deal leaves the picture", () => {
  const after = afterCuts(shown, [
    { deal: dealFrom("chips", "lab"), honoured: 0 },
    { deal: dealFrom("cloud", "plant"), honoured: 0 },
  ]);

  expect(after.loops.count).toBe(0);
  expect(after.circling.size).toBe(0);
  expect(after.graph.hasNode("plant")).toBe(false);
  expect(shown.graph.hasNode("plant")).toBe(true);
});

test("a cut that is set anew replaces the one before; in full it is none", () => {
  const once = withCut([], "b", 0.5);

  expect(withCut(withCut(once, "a", 0), "b", 0.2)).toEqual([
    { deal: "a", honoured: 0 },
    { deal: "b", honoured: 0.2 },
  ]);
  expect(withCut(once, "b", 1)).toEqual([]);
});
