/** Everything known of a loop: each leg with its deals, what kind of loop it is, and how we know. */
import { type LegEvidence, legEvidence } from "../../loops/leg-evidence.js";
import type { Loop } from "../../loops/loop.js";
import { loopWithId } from "../../loops/named.js";
import { type Language, sentenceOf } from "../../loops/sentence.js";
import { type LoopMeasures, loopMeasures } from "../../metrics/loop-measures.js";
import type { Dataset } from "../../model/dataset.js";
import type { Source } from "../../model/source.js";
import type { OpenedGraph } from "../../node/open-graph.js";
import { canGoRound } from "../loop-columns.js";
import { counted, percent, spaced, usd, usdOr } from "../words.js";
import type { Card } from "./card.js";
import { type FlowRow, flowAmount, flowRows, kindNoun } from "./flow-row.js";
import { sourcesOfDeals } from "./sources.js";

export interface LoopCard extends Loop, LoopMeasures {
  readonly type: "loop";
  /** The loop read aloud, in the language asked for. */
  readonly sentence: string;
  readonly language: Language;
  readonly asOf: string;
  /** The flows of its legs, in the order of the legs. */
  readonly legFlows: readonly (readonly FlowRow[])[];
  /** What each leg rests on, in order; null in a graph file. */
  readonly evidence: readonly LegEvidence[] | null;
  /** The documents its deals rest on. */
  readonly sources: readonly Source[];
}

/** @throws CapitalLoopError `unknown-id` when the view has no such loop. */
export function loopCard({ dataset, graph }: OpenedGraph, id: string, language: Language): LoopCard {
  const loop = loopWithId(graph, id);
  return {
    type: "loop",
    ...loop,
    ...loopMeasures(graph)(loop),
    sentence: sentenceOf(loop, graph, language),
    language,
    asOf: graph.getAttribute("asOf"),
    legFlows: loop.legs.map(({ flows }) => flowRows(graph, flows)),
    evidence: dataset === null ? null : legEvidence(dataset, loop.legs),
    sources: dataset === null ? [] : sourcesOfLoop(dataset, loop),
  };
}

function sourcesOfLoop(dataset: Dataset, { legs }: Loop): Source[] {
  const deals = legs.flatMap((leg) => leg.deals.flatMap((deal) => dataset.deals.get(deal) ?? []));
  return sourcesOfDeals(dataset, deals);
}

function totalText({ totalUsd, undisclosedLegs, length }: Loop): string | null {
  if (undisclosedLegs === length) return null;
  return undisclosedLegs > 0 ? `at least ${usd(totalUsd)}` : usd(totalUsd);
}

/** The bounds, where they say more than the bottleneck does. */
function boundsText({ bounds: { lowerUsd, upperUsd }, bottleneckUsd }: LoopCard): string | null {
  if (lowerUsd === bottleneckUsd && upperUsd === bottleneckUsd) return null;
  return `${usd(lowerUsd)}, ${usdOr(upperUsd, "unbounded")}`;
}

/** How a leg is borne out, in a line. */
function evidenceText(evidence: LegEvidence | undefined): string[][] {
  if (evidence === undefined) return [];
  const { documents, primary, statingAmount, latest } = evidence;
  const last = latest === null ? "" : `, the latest of ${latest}`;
  return [
    [
      `rests on ${counted(documents, "document")}: ${primary} primary, ${statingAmount} for the amount${last}`,
    ],
  ];
}

/** The card for people. */
export function loopText(card: LoopCard, nameOf: (id: string) => string): Card {
  const { entities, legs, legFlows, pattern, circularity, signature, modifiers, sources } = card;
  const rows: [string, string | null][] = [
    ["can go round", canGoRound(card)],
    ["at least, at most", boundsText(card)],
    ["of a dollar, once round", card.loopGain === null ? null : percent(card.loopGain)],
    ["total of its legs", totalText(card)],
    ["pattern", pattern],
    ["circularity", circularity],
    ["signature", signature],
    ["also", modifiers.length === 0 ? null : modifiers.join(", ")],
    ["firmness", spaced(card.firmness)],
    ["closed on", card.closedOn],
    ["one after the other", card.timeOrder],
    ["as of", card.asOf],
  ];
  return {
    title: `${[...entities, ...entities.slice(0, 1)].map(nameOf).join(" → ")} (${card.id})`,
    sections: [
      { heading: null, rows: [[card.sentence]] },
      { heading: null, rows: rows.flatMap(([label, value]) => (value === null ? [] : [[label, value]])) },
      ...legs.map(({ from, to, amountUsd }, i) => ({
        heading: `${nameOf(from)} → ${nameOf(to)}: ${usdOr(amountUsd)}`,
        rows: [
          ...(legFlows[i] ?? []).map((flow) => [
            flowAmount(flow),
            kindNoun(flow),
            flow.announced ?? "undated",
            spaced(flow.state),
            flow.deal,
          ]),
          ...evidenceText(card.evidence?.[i]),
        ],
      })),
      {
        heading: "sources",
        rows: sources.map(({ publisher, tier, published = "", url = "" }) => [
          publisher,
          tier,
          published,
          url,
        ]),
      },
    ],
  };
}
