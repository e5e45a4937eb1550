/** Everything known of a deal: who, how much, since when, how firm, and how we know. */
import { datedSteps, END_OF_TIME } from "../../graph/build.js";
import type { DealRecord } from "../../model/dataset.js";
import { conflictText, type StatusStep } from "../../model/deal.js";
import { DEAL_KINDS } from "../../model/deal-kinds.js";
import type { Source } from "../../model/source.js";
import { type DatedStep, type Standing, standingOn } from "../../model/status.js";
import type { OpenedGraph } from "../../node/open-graph.js";
import { spaced } from "../words.js";
import type { Card } from "./card.js";
import { type FlowRow, flowAmount, flowRows, kindNoun, withTerms } from "./flow-row.js";
import { type LoopsThrough, loopsSection, loopsThrough } from "./loops-through.js";
import { sourcesOfDeals } from "./sources.js";

export interface DealCard {
  readonly type: "deal";
  readonly id: string;
  readonly asOf: string;
  /** What it was on that day; null before anything had happened, and in a graph file. */
  readonly standing: Standing | null;
  /** As the facts have it; null in a graph file. */
  readonly record: DealRecord | null;
  /** The steps of its status that had come by that day and were known. */
  readonly steps: readonly StatusStep[];
  /** Every flow it makes on any day. */
  readonly flows: readonly FlowRow[];
  /** The documents its status and evidence name. */
  readonly sources: readonly Source[];
  readonly loops: LoopsThrough;
}

export function dealCard({ dataset, whole, graph }: OpenedGraph, id: string): DealCard {
  const record = dataset?.deals.get(id) ?? null;
  const asOf = graph.getAttribute("asOf");
  const knownBy = graph.getAttribute("knownBy") ?? END_OF_TIME;
  const keys = whole.filterEdges((_edge, { deal }) => deal === id);
  const dated = dataset === null || record === null ? [] : datedSteps(record, dataset);
  const isThere = ({ seen, known }: DatedStep) => seen <= asOf && known <= knownBy;
  return {
    type: "deal",
    id,
    asOf,
    standing: standingOn(dated, asOf, knownBy),
    record,
    steps: (record?.status ?? []).filter((_step, i) => dated[i] !== undefined && isThere(dated[i])),
    flows: flowRows(whole, keys),
    sources: dataset === null || record === null ? [] : sourcesOfDeals(dataset, [record]),
    loops: loopsThrough(graph, { deal: id }),
  };
}

/** The card for people. */
export function dealText(card: DealCard, nameOf: (id: string) => string): Card {
  const { id, record, flows, loops } = card;
  const flowsSection = {
    heading: "capital moves",
    rows: flows.map((flow) => [
      `${nameOf(flow.from)} → ${nameOf(flow.to)}`,
      kindNoun(flow),
      flowAmount(flow),
    ]),
  };
  if (record === null)
    return { title: id, sections: [flowsSection, loopsSection(loops, `--via ${id}`, nameOf)] };
  const titled = new Map(card.sources.map((source) => [source.id, source]));
  return {
    title: `${record.title} (${id})`,
    sections: [
      { heading: null, rows: [[record.summary]] },
      { heading: null, rows: termsOf(card, record) },
      {
        heading: "parties",
        rows: record.parties.map(({ role, entity, unnamed, counted_in }) => [
          role,
          entity === undefined ? `${unnamed} (unnamed)` : nameOf(entity),
          counted_in === undefined ? "" : `counted in ${counted_in}`,
        ]),
      },
      flowsSection,
      {
        heading: "status",
        rows: card.steps.map(({ on, is, source, note }) => [on, spaced(is), source, note ?? ""]),
      },
      {
        heading: "evidence",
        rows: record.evidence.flatMap(({ source, supports, says, at }) => {
          const { publisher = source, tier = "", published = "", url = "" } = titled.get(source) ?? {};
          const place = at === undefined ? "" : `at ${at}`;
          return [
            [publisher, tier, published, `supports ${supports.join(", ")}`, place],
            ...(url === "" ? [] : [[`    ${url}`]]),
            ...(says === undefined ? [] : [[`    ${says}`]]),
          ];
        }),
      },
      {
        heading: "checked again",
        rows: record.checked.map(({ on, confirmed, note }) => [
          on,
          `confirmed ${confirmed.join(", ")}`,
          note ?? "",
        ]),
      },
      { heading: "where sources differ", rows: record.conflicts.map((conflict) => [conflictText(conflict)]) },
      loopsSection(loops, `--via ${id}`, nameOf),
    ],
  };
}

function termsOf({ standing, asOf }: DealCard, record: DealRecord): string[][] {
  const {
    kind,
    amount,
    announced,
    term,
    capacity,
    units,
    shares,
    site,
    technology,
    group,
    confidence,
    unconfirmed,
  } = record;
  const money =
    amount === undefined
      ? "undisclosed"
      : withTerms(
          `${amount.value.toLocaleString("en-US")} ${amount.currency}`,
          amount.qualifier,
          amount.basis,
        );
  const years = term?.years === undefined ? "" : `${term.years} years`;
  const span =
    term?.start === undefined && term?.end === undefined ? "" : `${term.start ?? "…"} to ${term.end ?? "…"}`;
  const rows: [string, string | undefined][] = [
    ["kind", DEAL_KINDS[kind].en.noun],
    ["amount", money],
    ["announced", announced],
    [
      `on ${asOf}`,
      standing === null ? "not yet announced" : `${spaced(standing.state)} since ${standing.since}`,
    ],
    ["term", [years, span].filter((part) => part !== "").join(", ") || undefined],
    ["capacity", capacity === undefined ? undefined : `${capacity.value} ${capacity.unit}`],
    ["units", units === undefined ? undefined : `${units.value.toLocaleString("en-US")} ${units.what}`],
    ["shares", shares === undefined ? undefined : `${shares.value.toLocaleString("en-US")} ${shares.what}`],
    ["site", [site?.name, site?.region, site?.country].filter(Boolean).join(", ") || undefined],
    ["technology", technology === undefined ? undefined : spaced(technology)],
    ["belongs to", group],
    ["confidence", confidence],
    ["unconfirmed", unconfirmed === undefined ? undefined : `since ${unconfirmed.since}: ${unconfirmed.why}`],
  ];
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]]));
}
