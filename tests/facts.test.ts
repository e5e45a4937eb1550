/** The facts themselves: valid, sourced, and the loops that everybody draws are there. */
import { beforeAll, describe, expect, test } from "vitest";
import { buildGraph } from "../src/graph/build.js";
import type { CapitalGraph } from "../src/graph/capital-graph.js";
import { flowsOf } from "../src/graph/flows.js";
import { viewGraph } from "../src/graph/view.js";
import { countLoops, findLoops } from "../src/loops/find.js";
import type { Loop } from "../src/loops/loop.js";
import { qualityOf } from "../src/metrics/quality.js";
import type { Dataset } from "../src/model/dataset.js";
import { DEAL_KINDS, type DealKind } from "../src/model/deal-kinds.js";
import { lensesOf } from "../src/model/lenses.js";
import { METRICS, unitKind } from "../src/model/metrics.js";
import { loadDataset } from "../src/node/load-dataset.js";

const FACTS = new URL("../graph-data", import.meta.url).pathname;

let dataset: Dataset;
let graph: CapitalGraph;
let today: CapitalGraph;

beforeAll(async () => {
  dataset = await loadDataset(FACTS);
  graph = buildGraph(dataset);
  today = viewGraph(graph);
});

/** The one loop through just these entities, or undefined. */
function loopThrough(view: CapitalGraph, ...entities: string[]): Loop | undefined {
  if (!entities.every((id) => view.hasNode(id))) return undefined;
  return [...findLoops(view, { through: entities, maxLength: entities.length })].find(
    (loop) => loop.length === entities.length,
  );
}

/** Every eight words in a row of a text. */
function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(7).map((_word, i) => words.slice(i, i + 8).join(" "));
}

/** The deals of one leg of a loop. */
function deals(loop: Loop | undefined, from: string, to: string): readonly string[] {
  return loop?.legs.find((leg) => leg.from === from && leg.to === to)?.deals ?? [];
}

describe("the folder", () => {
  test("holds at least 120 deals between 60 entities", () => {
    expect(dataset.deals.size).toBeGreaterThanOrEqual(120);
    expect(dataset.entities.size).toBeGreaterThanOrEqual(60);
  });

  test("every deal has evidence with an address or a document of record, and a dated, sourced status", () => {
    const wanting = [...dataset.deals.values()].filter(
      (deal) =>
        deal.status.length === 0 ||
        !deal.evidence.some(({ source }) => {
          const document = dataset.sources.get(source);
          return document !== undefined && (document.url !== undefined || document.title !== undefined);
        }),
    );
    expect(wanting.map((deal) => deal.id)).toEqual([]);
  });

  test("every figure in a deal's amount is one that some evidence supports", () => {
    const unsupported = [...dataset.deals.values()].filter(
      (deal) => deal.amount !== undefined && !deal.evidence.some((row) => row.supports.includes("amount")),
    );
    expect(unsupported.map((deal) => deal.id)).toEqual([]);
  });

  test("every entity has names in three scripts", () => {
    const wanting = [...dataset.entities.values()].filter(({ name, names }) =>
      [name, names["zh-Hans"], names["zh-Hant"]].some((text) => text.trim() === ""),
    );
    expect(wanting).toEqual([]);
  });

  test("every document is cited, and every status names a document", () => {
    const cited = new Set<string>();
    for (const { status, evidence } of dataset.deals.values())
      for (const { source } of [...status, ...evidence]) cited.add(source);
    for (const { evidence } of [...dataset.observations.values(), ...dataset.statements.values()])
      for (const { source } of evidence) cited.add(source);
    for (const { record } of lensesOf(dataset.lenses))
      for (const { source } of record.evidence) cited.add(source);
    for (const { source } of dataset.rates) cited.add(source);

    expect([...dataset.sources.keys()].filter((id) => !cited.has(id))).toEqual([]);
    expect([...cited].filter((id) => !dataset.sources.has(id))).toEqual([]);
  });

  test("every number has a unit of its metric", () => {
    const wrong = [...dataset.observations.values()].filter(
      ({ metric, value, range, unit }) =>
        (value !== undefined || range !== undefined) &&
        !(METRICS[metric].units as readonly string[]).includes(unitKind(unit ?? "") ?? ""),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test("no flow leads to or from a crowd", () => {
    const ends = [...dataset.deals.values()].flatMap((deal) =>
      flowsOf(deal).flatMap(({ from, to }) => [from, to]),
    );
    expect(ends.filter((id) => !dataset.entities.has(id))).toEqual([]);
  });

  test("no sentence of ours follows a document's title for eight words", () => {
    const runs = new Set([...dataset.sources.values()].flatMap(({ title = "" }) => runsOf(title)));
    const ours = [
      ...[...dataset.deals.values()].flatMap(({ id, title, summary }) =>
        [title, summary].map((text) => ({ id, text })),
      ),
      ...[...dataset.statements.values()].map(({ id, what }) => ({ id, text: what })),
      ...[...dataset.observations.values()].map(({ id, note = "" }) => ({ id, text: note })),
    ];
    expect(ours.filter(({ text }) => runsOf(text).some((run) => runs.has(run))).map(({ id }) => id)).toEqual(
      [],
    );
  });

  test("the quality report adds up", () => {
    const report = qualityOf(dataset, { asOf: dataset.about.asOf, knownBy: null });
    const { primary, press, secondary } = report.byTier;

    expect(report.deals).toBe(dataset.deals.size);
    expect(primary + press + secondary).toBe(report.deals);
    expect(report.lists.checkOpen.length).toBeLessThanOrEqual(report.lists.checkDue.length);
    // Of a deal that no page bears out that has been said: it is not open.
    expect(report.lists.unconfirmed.filter((id) => report.lists.checkOpen.includes(id))).toEqual([]);
    expect(report.lists.checked.length).toBeGreaterThan(280);
  });

  test("a flow that a deal states runs the way its kind says", () => {
    const wrong = [...dataset.deals.values()].flatMap((deal) =>
      flowsOf(deal).filter(({ from, to, kind }) => {
        const rolesOf = (id: string) =>
          deal.parties.filter((party) => party.entity === id).map((party) => party.role);
        const row = DEAL_KINDS[kind as DealKind];
        const paid: readonly string[] = row.to;
        const paying: readonly string[] = row.from;
        return (
          kind === deal.kind &&
          rolesOf(from).every((role) => paid.includes(role) && !paying.includes(role)) &&
          rolesOf(to).every((role) => paying.includes(role) && !paid.includes(role))
        );
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("no summary, title or note accuses", () => {
    const words = /\b(fraud|fake|scam|scheme|inflated|bogus|sham)\b/i;
    const ours = [
      ...[...dataset.deals.values()].map(({ id, title, summary }) => ({ id, text: `${title} ${summary}` })),
      ...[...dataset.observations.values()].map(({ id, note = "" }) => ({ id, text: note })),
      ...[...dataset.statements.values()].map(({ id, what }) => ({ id, text: what })),
    ];
    expect(ours.filter(({ text }) => words.test(text)).map(({ id }) => id)).toEqual([]);
  });
});

describe("the loops of today", () => {
  test("NVIDIA to OpenAI to Oracle and back", () => {
    const loop = loopThrough(today, "nvidia", "openai", "oracle");

    expect(deals(loop, "nvidia", "openai")).toContain("nvidia-openai-equity-2026");
    expect(deals(loop, "openai", "oracle")).toContain("openai-oracle-300b-2025");
    expect(deals(loop, "oracle", "nvidia")).toContain("oracle-nvidia-gb200-2025");
  });

  test("AMD's warrants for OpenAI, OpenAI's order from AMD", () => {
    const loop = loopThrough(today, "amd", "openai");

    expect(loop).toMatchObject({
      pattern: "equity-for-orders",
      signature: "OW",
      circularity: "supplier-finances-customer",
    });
    expect(deals(loop, "amd", "openai")).toContain("amd-openai-warrant-2025");
    expect(deals(loop, "openai", "amd")).toContain("openai-amd-6gw-2025");
  });

  test("Microsoft and Anthropic, Amazon and Anthropic, OpenAI and CoreWeave", () => {
    expect(deals(loopThrough(today, "anthropic", "microsoft"), "microsoft", "anthropic")).toContain(
      "microsoft-anthropic-equity-2025",
    );
    expect(deals(loopThrough(today, "anthropic", "microsoft"), "anthropic", "microsoft")).toContain(
      "anthropic-azure-30b-2025",
    );
    expect(deals(loopThrough(today, "amazon", "anthropic"), "amazon", "anthropic")).toContain(
      "amazon-anthropic-8b-2023",
    );
    expect(deals(loopThrough(today, "coreweave", "openai"), "openai", "coreweave")).toContain(
      "coreweave-openai-compute-2025",
    );
  });

  test("NVIDIA and CoreWeave, with the backstop on NVIDIA's side and outside its sum", () => {
    const loop = loopThrough(today, "coreweave", "nvidia");

    expect(deals(loop, "nvidia", "coreweave")).toContain("coreweave-nvidia-backstop-2025");
    expect(loop?.modifiers).toContain("contingent");
    // $100M in 2023, $1.3B of chips rented back, $250M at the listing, $2B in 2026; the backstop of
    // $6.3B counts in no sum.
    expect(loop?.legs.find((leg) => leg.from === "nvidia")?.amountUsd).toBe(3.65e9);
  });

  test("NVIDIA's letter of intent of $100B has lapsed and the $30B of 2026 is there", () => {
    const deal = (id: string) =>
      graph.filterEdges((_key, flow) => flow.deal === id).map((key) => graph.getEdgeAttributes(key));

    expect(deal("nvidia-openai-loi-2025").every((flow) => !flow.live && flow.state === "lapsed")).toBe(true);
    expect(deal("nvidia-openai-equity-2026")).toMatchObject([{ live: true, amountUsd: 30e9 }]);
    expect(today.hasEdge("nvidia-openai-loi-2025/1")).toBe(false);
  });

  test("no loop rests on a partnership, and none passes an entity twice", () => {
    for (const loop of findLoops(today, { maxLength: 5 })) {
      expect(new Set(loop.entities).size).toBe(loop.length);
      for (const leg of loop.legs) {
        for (const flow of leg.flows) expect(today.getEdgeAttribute(flow, "letter")).not.toBeNull();
      }
    }
  });

  // The facts' own check when they were first compiled, over live current flows; and without what no page bears out.
  test.each([
    ["with unconfirmed deals", true, { 2: 44, 3: 45, 4: 143, 5: 424, 6: 1138 }],
    ["as the view is", false, { 2: 41, 3: 40, 4: 126, 5: 356, 6: 916 }],
  ])("loops of 2 to 6 entities, %s", (_name, unconfirmed, expected) => {
    const { byLength, complete } = countLoops(viewGraph(graph, { unconfirmed }), { maxLength: 6 });

    expect(complete).toBe(true);
    expect(Object.fromEntries(byLength)).toEqual(expected);
  });
});

describe("what stood on 30 September 2025", () => {
  test("no AMD loop yet, and a letter of intent of up to $100B from NVIDIA to OpenAI", () => {
    const then = viewGraph(graph, { asOf: "2025-09-30" });

    expect(loopThrough(then, "amd", "openai")).toBeUndefined();
    expect(then.getEdgeAttributes("nvidia-openai-loi-2025/1")).toMatchObject({
      state: "letter_of_intent",
      amountUsd: 100e9,
      qualifier: "up_to",
      live: true,
    });
  });
});
