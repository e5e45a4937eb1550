/** Tools that compute: what a failure does, what leaves no loop, and the measures of the whole. */
import * as z from "zod";
import { viewGraph } from "../../graph/view.js";
import { explainShares } from "../../metrics/explain-shares.js";
import { BREAK_WEIGHTS, feedbackArcs } from "../../metrics/feedback.js";
import { flowMatrix } from "../../metrics/flow-matrix.js";
import { metricsOf } from "../../metrics/metrics.js";
import { STRESS_MODELS } from "../../metrics/stress/models.js";
import { stress as runStress } from "../../metrics/stress.js";
import { CITATIONS, cite, cutLists } from "./citations.js";
import { Basis, KnownId, MaxLength, MOST_NAMED, Share, Top, VIEW_FIELDS, viewOf } from "./inputs.js";
import { tool } from "./tool.js";

/** Loops are one column of many: nobody waits long for them. */
const LOOP_SECONDS = 5;

export const stress = tool({
  title: "What a failure does",
  description:
    "What a deal cut short, or an entity that pays nothing more, takes from everybody else in the recorded web of deals. A scenario over recorded deals, not a forecast.",
  input: z.strictObject({
    cuts: z
      .record(KnownId, Share)
      .refine((cuts) => Object.keys(cuts).length <= MOST_NAMED, `cut at most ${MOST_NAMED} deals`)
      .default({})
      .describe("by deal, the share of it that is still honoured: 0 for none of it"),
    defaults: z.array(KnownId).max(MOST_NAMED).default([]).describe("entities that pay nothing more"),
    model: z
      .enum(STRESS_MODELS)
      .default("cascade")
      .describe(
        "cascade: losses passed on in proportion; debtrank: distress before default; clearing: who can still pay",
      ),
    passOn: Share.optional().describe("cascade: the part of a loss that everybody passes on; 1 unless given"),
    maxLength: MaxLength,
    basis: Basis,
    top: Top,
    ...VIEW_FIELDS,
  }),
  output: z.looseObject({
    model: z.string(),
    basis: z.string(),
    directUsd: z.number(),
    lostUsd: z.number(),
    multiplier: z.number().nullable(),
    losses: z.array(
      z.looseObject({
        id: z.string(),
        directUsd: z.number(),
        lossUsd: z.number(),
        share: z.number().nullable(),
      }),
    ),
    loopsLost: z.array(z.looseObject({ id: z.string(), bottleneckUsd: z.number().nullable() })),
    warnings: z.array(z.string()),
    ...CITATIONS,
  }),
  answer({ dataset, whole }, input) {
    const graph = viewGraph(whole, viewOf(input));
    const { cuts, defaults, model, passOn, maxLength, basis, top } = input;
    const shock = { cuts: new Map(Object.entries(cuts)), defaults };
    const found = runStress(graph, shock, { model, passOn, maxLength, basis, terms: dataset.deals });
    const { kept, leftOut } = cutLists(
      found,
      ["losses", "flowLosses", "loopsLost", "loopsWeakened", "defaultsByRound"],
      top,
    );
    const named = [...Object.keys(cuts), ...kept.flowLosses.map(({ deal }) => deal)];
    return { ...kept, ...cite(dataset, graph.getAttribute("asOf"), { deals: named }, leftOut) };
  },
});

export const breakLoops = tool({
  title: "What leaves no loop",
  description:
    "The deals whose removal leaves no loop: the least money, or the fewest flows (a minimum feedback arc set).",
  input: z.strictObject({
    weight: z
      .enum(BREAK_WEIGHTS)
      .default("amount")
      .describe("amount removes the least money, count the fewest flows"),
    maxLength: MaxLength,
    basis: Basis,
    top: Top.default(50),
    ...VIEW_FIELDS,
  }),
  output: z.looseObject({
    weight: z.string(),
    exact: z.boolean().describe("whether nothing lighter would do"),
    lowerBound: z.number(),
    totalWeight: z.number(),
    removed: z.array(
      z.looseObject({ deal: z.string(), from: z.string(), to: z.string(), usd: z.number().nullable() }),
    ),
    removedDeals: z.array(z.string()),
    warnings: z.array(z.string()),
    ...CITATIONS,
  }),
  answer({ dataset, whole }, input) {
    const graph = viewGraph(whole, viewOf(input));
    const { weight, maxLength, basis, top } = input;
    const found = feedbackArcs(graph, { weight, maxLength, basis, terms: dataset.deals });
    const { kept, leftOut } = cutLists(found, ["removed", "removedFlows", "removedDeals"], top);
    return { ...kept, ...cite(dataset, graph.getAttribute("asOf"), { deals: kept.removedDeals }, leftOut) };
  },
});

const Shares = z.looseObject({ id: z.string() });

export const metrics = tool({
  title: "How circular it is",
  description:
    "Measures of the whole (cycling index, circulation, concentration, coverage) and of each entity, those that handle most first. With id, that entity alone and the deals and arithmetic behind its shares.",
  input: z.strictObject({
    id: KnownId.optional().describe("one entity, with the deals behind its shares"),
    maxLength: MaxLength,
    basis: Basis,
    top: Top,
    ...VIEW_FIELDS,
  }),
  output: z.looseObject({
    system: z.looseObject({ basis: z.string(), finnCyclingIndex: z.number().nullable() }),
    entities: z.array(Shares),
    explanation: Shares.nullable(),
    ...CITATIONS,
  }),
  answer({ dataset, whole }, input) {
    const graph = viewGraph(whole, viewOf(input));
    const { id, maxLength, basis, top } = input;
    const options = { basis, terms: dataset.deals };
    const explained = id === undefined ? null : explainShares(flowMatrix(graph, options), id);
    const loops = { maxLength, budgetMs: 1000 * LOOP_SECONDS };
    const { system, entities } = metricsOf(graph, { ...options, loops });
    const rows = entities
      .filter((row) => id === undefined || row.id === id)
      .toSorted((a, b) => b.throughflowUsd - a.throughflowUsd);
    const total = cutLists(system, ["circulation", "closedEntities"], top);
    const listed = cutLists({ entities: rows }, ["entities"], top);
    const parts =
      explained === null
        ? null
        : cutLists(explained, ["paidBy", "pays", "supplied", "buyers", "leftOut"], top);
    const named = parts === null ? [] : [...parts.kept.paidBy, ...parts.kept.pays].flatMap(dealsOf);
    const leftOut = { ...total.leftOut, ...listed.leftOut, ...parts?.leftOut };
    return {
      system: total.kept,
      ...listed.kept,
      explanation: parts?.kept ?? null,
      ...cite(dataset, graph.getAttribute("asOf"), { deals: named }, leftOut),
    };
  },
});

function dealsOf({ deals }: { readonly deals: readonly { readonly id: string }[] }): string[] {
  return deals.map(({ id }) => id);
}
