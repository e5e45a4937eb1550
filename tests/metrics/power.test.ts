import { describe, expect, test } from "vitest";
import { buildGraph } from "../../src/graph/build.js";
import { viewGraph } from "../../src/graph/view.js";
import { findLoops } from "../../src/loops/find.js";
import { powerInLoops } from "../../src/metrics/power.js";
import { parseDataset, type RawRecord } from "../../src/model/dataset.js";
import { graphOf } from "../world.js";

const record = (value: unknown): RawRecord => ({ file: "test.yaml", value });
const source = "wire/report";

/** A deal of two parties with a capacity, in one state since 2031. */
function deal(
  kind: string,
  roles: readonly (readonly [role: string, entity: string])[],
  capacity: readonly [value: number, unit: string] | null,
  is: string,
  more: object = {},
) {
  return record({
    kind,
    title: "A deal",
    parties: roles.map(([role, entity]) => ({ role, entity })),
    ...(capacity === null ? {} : { capacity: { value: capacity[0], unit: capacity[1] } }),
    announced: "2031-01-01",
    status: [{ on: "2031-01-01", is, source }],
    summary: "What happened.",
    evidence: [{ source, supports: ["parties"] }],
    ...more,
  });
}

const entity = (name: string) =>
  record({ name, names: { "zh-Hans": name, "zh-Hant": name }, kind: "company" });
const dataset = parseDataset({
  about: record({ version: "2031.06.30", asOf: "2031-06-30" }),
  rates: record({ rates: [] }),
  observations: new Map(),
  statements: new Map(),
  layers: null,
  redirects: null,
  publishers: new Map([
    [
      "wire",
      record({
        publisher: "Wire",
        documents: { report: { title: "Report", url: "https://example.org/report", tier: "press" } },
      }),
    ],
  ]),
  entities: new Map(["cloud", "grid", "lab", "vendor"].map((id) => [id, entity(id)])),
  deals: new Map([
    [
      "campus-one",
      deal(
        "compute_purchase",
        [
          ["buyer", "lab"],
          ["seller", "cloud"],
        ],
        [2, "GW"],
        "signed",
        {
          group: "campus",
          site: { name: "Campus" },
        },
      ),
    ],
    // The same megawatts told again: of a group only the largest counts.
    [
      "campus-two",
      deal(
        "lease",
        [
          ["lessee", "lab"],
          ["lessor", "cloud"],
        ],
        [1500, "MW"],
        "signed",
        {
          group: "campus",
          site: { name: "Campus" },
        },
      ),
    ],
    [
      "first-hall",
      deal(
        "compute_purchase",
        [
          ["buyer", "lab"],
          ["seller", "cloud"],
        ],
        [300, "MW"],
        "delivering",
      ),
    ],
    [
      "plan",
      deal(
        "partnership",
        [
          ["partner", "lab"],
          ["partner", "vendor"],
        ],
        [10, "GW"],
        "letter_of_intent",
      ),
    ],
    [
      "chips",
      deal(
        "chip_purchase",
        [
          ["buyer", "cloud"],
          ["seller", "vendor"],
        ],
        [6, "GW"],
        "signed",
      ),
    ],
    [
      "stake",
      deal(
        "equity_investment",
        [
          ["investor", "vendor"],
          ["investee", "lab"],
        ],
        [6, "GW"],
        "closed",
      ),
    ],
    [
      "power",
      deal(
        "power_purchase",
        [
          ["buyer", "cloud"],
          ["seller", "grid"],
        ],
        [800, "MW"],
        "announced",
      ),
    ],
    [
      "turbines",
      deal(
        "equipment_purchase",
        [
          ["buyer", "cloud"],
          ["seller", "vendor"],
        ],
        [100, "MW"],
        "completed",
        {
          technology: "gas",
        },
      ),
    ],
    [
      "energy",
      deal(
        "power_purchase",
        [
          ["buyer", "cloud"],
          ["seller", "grid"],
        ],
        [5, "GWh"],
        "signed",
      ),
    ],
    [
      "silent",
      deal(
        "power_purchase",
        [
          ["buyer", "cloud"],
          ["seller", "grid"],
        ],
        null,
        "signed",
      ),
    ],
  ]),
});
const graph = viewGraph(buildGraph(dataset));
const power = powerInLoops(graph, dataset, findLoops(graph));
const row = (id: string, side: string) => power.companies.find((one) => one.id === id && one.side === side);
const none = { promisedMw: 0, contractedMw: 0, builtMw: 0 };

describe("capacity by company", () => {
  test("what the lab takes: promised, contracted and built, a campus counted once", () => {
    expect(row("lab", "takes")).toMatchObject({
      computing: { promisedMw: 10_000, contractedMw: 2000, builtMw: 300 },
      chips: none,
      power: none,
    });
  });

  test("computing, chips and power stand beside each other; turbines are power", () => {
    expect(row("cloud", "provides")).toMatchObject({
      computing: { promisedMw: 0, contractedMw: 2000, builtMw: 300 },
    });
    expect(row("cloud", "takes")).toMatchObject({
      computing: none,
      chips: { ...none, contractedMw: 6000 },
      power: { promisedMw: 800, contractedMw: 0, builtMw: 100 },
    });
  });

  test("finance restates the capacity of what it finances and is left out", () => {
    expect(power.companies.flatMap(({ deals }) => deals)).not.toContain("stake");
    expect(power.coverage).toEqual({ deals: 7, inEnergy: 1, withoutCapacity: 1 });
  });
});

test("capacity by site", () => {
  expect(power.sites).toEqual([
    {
      id: "Campus",
      side: null,
      computing: { ...none, contractedMw: 2000 },
      chips: none,
      power: none,
      deals: ["campus-one", "campus-two"],
    },
  ]);
});

test("a loop waits for what its deals have not built yet", () => {
  expect(power.loops).toEqual([
    {
      id: "cloud>vendor>lab",
      bottleneckUsd: null,
      awaitedMw: { computing: 2000, chips: 6000, power: 0 },
      deals: ["chips", "campus-one", "campus-two"],
    },
  ]);
});

test("a graph file states no capacity, and the result says so", () => {
  const bare = graphOf([["a", "b", 1, "power_purchase"]]);
  const { companies, warnings } = powerInLoops(bare, null, findLoops(bare));

  expect(companies).toEqual([]);
  expect(warnings).toContain("a graph file states no capacity");
});
