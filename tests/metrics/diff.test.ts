/** What changed in the small world; see tests/small-world.ts. */
import { beforeAll, describe, expect, test } from "vitest";
import { buildGraph } from "../../src/graph/build.js";
import type { CapitalGraph } from "../../src/graph/capital-graph.js";
import { diffDays } from "../../src/metrics/diff.js";
import type { Dataset } from "../../src/model/dataset.js";
import { loadDataset } from "../../src/node/load-dataset.js";
import { SMALL_WORLD } from "../small-world.js";

let dataset: Dataset;
let graph: CapitalGraph;
beforeAll(async () => {
  dataset = await loadDataset(SMALL_WORLD);
  graph = buildGraph(dataset);
});

const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

describe("between two days", () => {
  test("a lease that lapsed closes, with the loop it was part of; a bond opens", () => {
    const { deals, loops, complete } = diffDays(graph, dataset, ["2031-12-31", "2032-06-30"]);

    expect(ids(deals.opened)).toEqual(["cloud-bond"]);
    expect(deals.closed).toMatchObject([
      {
        id: "lab-leasing-lease",
        before: { state: "signed", amountUsd: 6e8 },
        after: { state: "lapsed", live: false },
      },
    ]);
    expect(deals.changed).toEqual([]);
    expect(ids(loops.opened)).toEqual([]);
    expect(ids(loops.closed)).toEqual(["example-chips>example-lab>example-leasing"]);
    expect(complete).toBe(true);
  });

  test("a letter of intent that is signed has changed, and says in what", () => {
    const { deals } = diffDays(graph, dataset, ["2031-03-20", "2031-06-01"]);

    expect(deals.changed).toMatchObject([
      {
        id: "chips-lab-stake",
        before: { state: "letter_of_intent" },
        after: { state: "signed" },
        fields: ["state", "firmness"],
      },
    ]);
    expect(ids(deals.opened)).toContain("cloud-chips-order");
  });

  test("a loop whose smallest leg became firmer has changed", () => {
    const { loops } = diffDays(graph, dataset, ["2031-05-21", "2031-06-01"]);

    expect(loops.changed).toMatchObject([
      {
        id: "example-chips>example-lab>example-cloud",
        before: { firmness: "letter_of_intent" },
        fields: ["firmness"],
      },
    ]);
  });

  test("one day twice is no change, and back is the way there turned round", () => {
    const same = diffDays(graph, dataset, ["2032-01-01", "2032-01-01"]);
    const there = diffDays(graph, dataset, ["2031-05-01", "2032-06-30"]);
    const back = diffDays(graph, dataset, ["2032-06-30", "2031-05-01"]);

    expect([same.deals, same.loops].flatMap((part) => Object.values(part).flat())).toEqual([]);
    expect(ids(back.deals.closed)).toEqual(ids(there.deals.opened));
    expect(ids(back.loops.closed)).toEqual(ids(there.loops.opened));
  });

  test("without the facts behind the graph, only deals with a flow are compared", () => {
    const { deals } = diffDays(graph, null, ["2031-12-31", "2032-06-30"]);

    expect(ids(deals.opened)).toEqual([]);
  });

  test("what was known by a day bounds both sides", () => {
    const { deals } = diffDays(graph, dataset, ["2031-12-31", "2032-01-18"], { knownBy: "2032-01-19" });

    // The end of the lease was published on 20 January.
    expect(deals.closed).toEqual([]);
  });
});
