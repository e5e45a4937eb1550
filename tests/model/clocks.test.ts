/** Figures and statements by two clocks; the days are those of tests/side-facts.ts. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { figuresOn, statementsOn } from "../../src/model/clocks.js";
import type { Dataset } from "../../src/model/dataset.js";
import { observationDays } from "../../src/model/observation.js";
import { currentId, currentLoopId } from "../../src/model/redirects.js";
import { loadDataset } from "../../src/node/load-dataset.js";
import { SIDE_FACTS } from "../side-facts.js";
import { spoiltWorld } from "../small-world.js";

const world = spoiltWorld(SIDE_FACTS);
afterAll(() => world.remove());

let dataset: Dataset;
beforeAll(async () => {
  dataset = await loadDataset(world.dir);
});

test.each([
  // As of the end of 2030 the year's figures are there; nobody had published them.
  ["2030-12-31", null, ["capex-2030", "capex-2030-2", "cash-2030", "depreciation-2030", "net-income-2030"]],
  ["2030-12-31", "2030-12-31", []],
  ["2031-06-30", "2031-06-30", ["capex-2030-2"]],
])("figures as of %s known by %s", (asOf, knownBy, expected) => {
  const figures = figuresOn(dataset, { asOf, knownBy }).filter(
    ({ id, metric }) => id.startsWith("example-chips/") && metric !== "revenue",
  );

  expect(figures.map(({ id }) => id.split("/")[1])).toEqual(expected);
});

test("a forecast is there from the day it was published, not from the year it is about", () => {
  const isThere = (asOf: string) =>
    figuresOn(dataset, { asOf, knownBy: null }).some(({ id }) => id === "example-grid/demand-2035");

  expect([isThere("2031-03-13"), isThere("2031-03-14")]).toEqual([false, true]);
});

test("what was said before its source appeared counts from when it was said", () => {
  const row = dataset.observations.get("example-grid/demand-2035");
  if (row === undefined) throw new Error("the figure is missing");

  expect(observationDays({ ...row, said: "2031-02" }, () => "2031-03-14", "2032-06-30")).toEqual({
    seen: "2031-02-01",
    known: "2031-03-14",
  });
  expect(observationDays(row, () => undefined, "2032-06-30")).toEqual({ seen: null, known: null });
});

test("statements by the day they were made and the day they were published", () => {
  const on = (asOf: string, knownBy: string | null = null) =>
    statementsOn(dataset, { asOf, knownBy }).map(({ id }) => id);

  expect(on("2031-03-13")).toEqual([]);
  expect(on("2031-12-31")).toEqual(["example-lab/power-2031"]);
  expect(on("2032-06-30")).toEqual(["an-analyst/orders-2032", "example-lab/power-2031"]);
  expect(on("2032-06-30", "2031-03-13")).toEqual([]);
});

test("a renamed id leads to the one of today, in a loop's id too", () => {
  const { redirects } = dataset;

  expect(currentId(redirects, "entities", "chips-inc")).toBe("example-chips");
  expect(currentId(redirects, "deals", "chips-inc")).toBe("chips-inc");
  expect(currentId(redirects, "entities", "constructor")).toBe("constructor");
  expect(currentLoopId(redirects, "chips-inc>example-lab")).toBe("example-chips>example-lab");
});
