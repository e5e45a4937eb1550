/** The quality report on the small world, counted by hand in its files. */
import { describe, expect, test } from "vitest";
import { QUALITY_LISTS, qualityOf } from "../../src/metrics/quality.js";
import { loadDataset } from "../../src/node/load-dataset.js";
import { type Edit, SMALL_WORLD, spoiltWorld } from "../small-world.js";

const NOW = { asOf: "2032-06-30", knownBy: null };

async function reportOn(...edits: Edit[]) {
  const world = spoiltWorld(edits);
  try {
    return qualityOf(await loadDataset(world.dir), NOW);
  } finally {
    world.remove();
  }
}

describe("quality", () => {
  test("tiers, gaps and single sources", async () => {
    const report = qualityOf(await loadDataset(SMALL_WORLD), NOW);

    expect(report.deals).toBe(7);
    // The stake and the computing rest on the lab's own words, all else on the wire.
    expect(report.byTier).toEqual({ primary: 2, press: 5, secondary: 0 });
    expect(report.lists.missingAmount).toEqual(["chips-cloud-warrant"]);
    expect(report.lists.amountWithoutPrimary).toEqual([
      "cloud-bond",
      "cloud-chips-order",
      "lab-leasing-lease",
      "leasing-chips-purchase",
    ]);
    expect(report.lists.singleSource).not.toContain("chips-lab-stake");
    expect(report.lists.datasetOnly).toEqual([]);
    expect(report.entities[0]).toMatchObject({ id: "example-chips", deals: 4 });
  });

  test("stale: a year without a step, in a live deal that is neither closed nor completed", async () => {
    const report = qualityOf(await loadDataset(SMALL_WORLD), NOW);

    // Signed 2031-04-02, announced and signed 2031-05-20, signed 2031-06-01: all more than 365 days before.
    expect(report.lists.stale).toEqual([
      "chips-cloud-warrant",
      "chips-lab-stake",
      "cloud-chips-order",
      "lab-cloud-compute",
    ]);
  });

  test("what is due for a check, and what was checked", async () => {
    const report = await reportOn([
      "deals/2031/chips-lab-stake.yaml",
      "summary:",
      "checked:\n  - { on: 2032-02-01, confirmed: [amount] }\nsummary:",
    ]);

    // The deals of the two loops; none reaches $10bn.
    expect(report.lists.checkDue).toEqual([
      "chips-cloud-warrant",
      "chips-lab-stake",
      "cloud-chips-order",
      "lab-cloud-compute",
    ]);
    expect(report.lists.checked).toEqual(["chips-lab-stake"]);
    expect(report.lists.checkOpen).not.toContain("chips-lab-stake");
  });

  test("a deal from another dataset alone is due, and one that no page bears out is named", async () => {
    const report = await reportOn(
      ["sources/example-wire.yaml", "documents:", "dataset: true\ndocuments:"],
      [
        "deals/2032/cloud-bond.yaml",
        "summary:",
        "unconfirmed: { since: 2032-03-01, why: no page found }\nsummary:",
      ],
    );

    expect(report.lists.datasetOnly).toContain("cloud-bond");
    expect(report.lists.checkDue).toContain("cloud-bond");
    expect(report.lists.unconfirmed).toEqual(["cloud-bond"]);
  });

  test("as of an earlier day only what there was is judged", async () => {
    const report = qualityOf(await loadDataset(SMALL_WORLD), { asOf: "2031-03-31", knownBy: null });

    expect(report.deals).toBe(1);
    expect(Object.keys(report.lists)).toEqual(Object.keys(QUALITY_LISTS));
  });
});
