/** The ratios of one company's figures; the numbers are worked in tests/side-facts.ts. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type HealthYear, healthOf } from "../../src/metrics/health.js";
import { figuresOn } from "../../src/model/clocks.js";
import type { Dataset } from "../../src/model/dataset.js";
import { loadDataset } from "../../src/node/load-dataset.js";
import { SIDE_FACTS } from "../side-facts.js";
import { spoiltWorld } from "../small-world.js";

const world = spoiltWorld(SIDE_FACTS);
afterAll(() => world.remove());

let dataset: Dataset;
beforeAll(async () => {
  dataset = await loadDataset(world.dir);
});

function yearsKnownBy(knownBy: string | null): readonly HealthYear[] {
  const figures = figuresOn(dataset, { asOf: "2032-06-30", knownBy });
  return healthOf(
    figures.filter(({ subject }) => subject === "example-chips"),
    dataset.lenses.ratios,
  );
}

describe("health ratios", () => {
  test("2.5bn of 10bn is 25 %, above what is high; of 5bn cash flow it is half", () => {
    const [year] = yearsKnownBy(null);

    expect(year).toMatchObject({ period: "2030", ends: "2030-12-31" });
    expect(year?.values).toMatchObject([
      { ratio: "ratio-capex-revenue", value: 0.25, reading: "high", missing: [] },
      { ratio: "ratio-capex-cash", value: 0.5, reading: "usual", missing: [] },
      { ratio: "ratio-depreciation", value: null, reading: null, missing: [] },
    ]);
  });

  test("the exact figure is taken, and the other one named", () => {
    const [spending] = yearsKnownBy(null)[0]?.values ?? [];

    expect(spending?.inputs).toEqual(["example-chips/capex-2030", "example-chips/revenue-2030"]);
    expect(spending?.others).toEqual(["example-chips/capex-2030-2"]);
  });

  test("guidance is no input: what is missing is said", () => {
    const later = yearsKnownBy(null)[1];

    expect(later?.period).toBe("FY2031");
    expect(later?.values[0]).toMatchObject({ value: null, reading: null, missing: ["capex"], inputs: [] });
    expect(later?.values[2]?.missing).toEqual(["depreciation", "net_income"]);
  });

  test("before the filing only the other source's spending was known", () => {
    const [year, ...more] = yearsKnownBy("2031-06-30");

    expect(more).toEqual([]);
    expect(year?.values[0]).toMatchObject({ value: null, missing: ["revenue"] });
  });

  test("amounts in two currencies make no ratio", () => {
    const figures = [...dataset.observations.values()].map((row) =>
      row.id === "example-chips/revenue-2030" ? { ...row, unit: "EUR" } : row,
    );

    const [year] = healthOf(figures, dataset.lenses.ratios);

    expect(year?.values[0]).toMatchObject({ value: null, missing: ["revenue"] });
  });
});
