/** How well the facts are borne out: by which sources, how lately, with which gaps, deal by deal and by entity. */
import { buildGraph, datedSteps, dealsOn, END_OF_TIME } from "../graph/build.js";
import { viewGraph } from "../graph/view.js";
import { findLoops } from "../loops/find.js";
import { type Clocks, figuresOn } from "../model/clocks.js";
import type { Dataset, DealRecord } from "../model/dataset.js";
import { dayNumber, lastDay } from "../model/dates.js";
import { toUsd } from "../model/money.js";
import { isDataset, type Source, TIERS, type Tier } from "../model/source.js";
import { standingOn } from "../model/status.js";

/** Every list of deals a report has, and what it means. */
export const QUALITY_LISTS = {
  amountWithoutPrimary: "amounts that no primary source states",
  missingAmount: "deals without an amount",
  singleSource: "deals that rest on one document",
  datasetOnly: "deals that rest on other datasets alone",
  stale: "live deals without a new status for a year, neither closed nor completed",
  unconfirmed: "deals that no page which could be read bears out",
  checkDue: "deals to check: on a loop of up to 4, of $10bn or more, or from datasets alone",
  checked: "deals checked again",
  checkOpen: "deals to check that nobody has checked",
} as const;
/** The name of a list in `QUALITY_LISTS`. */
export type QualityList = keyof typeof QUALITY_LISTS;

export interface LanguageCoverage {
  readonly documents: number;
  /** Deals with at least one document in it. */
  readonly deals: number;
}

export interface EntityQuality extends Readonly<Record<QualityList, number>> {
  readonly id: string;
  readonly deals: number;
  /** Deals with a primary source. */
  readonly primary: number;
}

/** How well the facts are borne out, in all and by entity. */
export interface Quality {
  readonly asOf: string;
  readonly deals: number;
  /** Deals by the tier of their best source. */
  readonly byTier: Readonly<Record<Tier, number>>;
  /** Ids of deals, in order. */
  readonly lists: Readonly<Record<QualityList, readonly string[]>>;
  /** Figures of companies and markets, and how many of them no primary source states. */
  readonly figures: { readonly all: number; readonly withoutPrimary: number };
  readonly languages: Readonly<Record<string, LanguageCoverage>>;
  /** Entities whose Chinese name is not the Latin one. */
  readonly chineseNames: { readonly all: number; readonly own: number };
  /** Those with the most deals first. */
  readonly entities: readonly EntityQuality[];
}

const LONGEST_CHECKED_LOOP = 4;
const LARGE_USD = 10e9;
const DAYS_UNTIL_STALE = 365;

/**
 * Reports on the deals and figures there were on a day, as far as they were known on another.
 *
 * @remarks Time: one search for loops of up to four legs, and O(deals + figures).
 */
export function qualityOf(dataset: Dataset, clocks: Clocks): Quality {
  const deals = dealsOn(dataset, clocks);
  const onLoops = dealsOnLoops(dataset, clocks);
  const rows = deals.map((deal) => ({ deal, is: judge(deal, dataset, clocks, onLoops) }));
  const listed = (list: QualityList, among = rows) =>
    among.filter(({ is }) => is.lists.has(list)).map(({ deal }) => deal.id);
  const lists = Object.keys(QUALITY_LISTS) as QualityList[];
  const figures = figuresOn(dataset, clocks);
  const countOf = (tier: Tier) => rows.filter(({ is }) => is.tier === tier).length;
  return {
    asOf: clocks.asOf,
    deals: deals.length,
    byTier: { primary: countOf("primary"), press: countOf("press"), secondary: countOf("secondary") },
    lists: Object.fromEntries(lists.map((list) => [list, listed(list)])) as Record<QualityList, string[]>,
    figures: {
      all: figures.length,
      withoutPrimary: figures.filter(
        ({ evidence }) => !evidence.some(({ source }) => dataset.sources.get(source)?.tier === "primary"),
      ).length,
    },
    languages: languagesOf(dataset, deals),
    chineseNames: {
      all: dataset.entities.size,
      own: [...dataset.entities.values()].filter(({ name, names }) => names["zh-Hans"] !== name).length,
    },
    entities: [...dataset.entities.keys()]
      .map((id) => {
        const own = rows.filter(({ deal }) => deal.parties.some(({ entity }) => entity === id));
        const counts = Object.fromEntries(lists.map((list) => [list, listed(list, own).length]));
        const primary = own.filter(({ is }) => is.tier === "primary").length;
        return { id, deals: own.length, primary, ...(counts as Record<QualityList, number>) };
      })
      .filter(({ deals: count }) => count > 0)
      .sort((a, b) => b.deals - a.deals || (a.id < b.id ? -1 : 1)),
  };
}

/** The deals that the loops of up to four legs are made of. */
function dealsOnLoops(dataset: Dataset, { asOf, knownBy }: Clocks): ReadonlySet<string> {
  const graph = viewGraph(buildGraph(dataset), { asOf, knownBy: knownBy ?? undefined, unconfirmed: true });
  const deals = new Set<string>();
  for (const { legs } of findLoops(graph, { maxLength: LONGEST_CHECKED_LOOP }))
    for (const leg of legs) for (const deal of leg.deals) deals.add(deal);
  return deals;
}

function judge(deal: DealRecord, dataset: Dataset, clocks: Clocks, onLoops: ReadonlySet<string>) {
  const sources = sourcesOf(deal, dataset);
  const tier = TIERS.find((name) => sources.some((source) => source.tier === name)) ?? "secondary";
  const states = (row: DealRecord["evidence"][number]) =>
    row.supports.includes("amount") && dataset.sources.get(row.source)?.tier === "primary";
  const usd =
    deal.amount === undefined ? null : toUsd(deal.amount, Number(deal.announced.slice(0, 4)), dataset.rates);
  const isDatasetOnly = sources.length > 0 && sources.every(isDataset);
  const isDue = onLoops.has(deal.id) || (usd ?? 0) >= LARGE_USD || isDatasetOnly;
  const isChecked = deal.checked.some(({ on }) => on <= clocks.asOf);
  const holds: Readonly<Record<QualityList, boolean>> = {
    amountWithoutPrimary: deal.amount !== undefined && !deal.evidence.some(states),
    missingAmount: deal.amount === undefined,
    singleSource: sources.length === 1,
    datasetOnly: isDatasetOnly,
    stale: isStale(deal, dataset, clocks),
    unconfirmed: deal.unconfirmed !== undefined,
    checkDue: isDue,
    checked: isChecked,
    // Of an unconfirmed deal somebody has said that no page bears it out.
    checkOpen: isDue && !isChecked && deal.unconfirmed === undefined,
  };
  const lists = (Object.keys(holds) as QualityList[]).filter((list) => holds[list]);
  return { tier, lists: new Set(lists) };
}

function sourcesOf({ status, evidence }: DealRecord, { sources }: Dataset): readonly Source[] {
  const named = new Set([...status, ...evidence].map(({ source }) => source));
  return [...named].flatMap((id) => sources.get(id) ?? []);
}

/** A loan that closed and a plant that is built need no news; all else does. */
function isStale(deal: DealRecord, dataset: Dataset, { asOf, knownBy }: Clocks): boolean {
  const steps = datedSteps(deal, dataset).filter(
    ({ seen, known }) => seen <= asOf && known <= (knownBy ?? END_OF_TIME),
  );
  const standing = standingOn(steps, asOf, knownBy ?? END_OF_TIME);
  const latest = steps.map(({ on }) => lastDay(on)).sort();
  if (standing === null || !standing.live || ["closed", "completed"].includes(standing.state)) return false;
  return dayNumber(asOf) - dayNumber(latest.at(-1) ?? asOf) > DAYS_UNTIL_STALE;
}

function languagesOf(dataset: Dataset, deals: readonly DealRecord[]): Record<string, LanguageCoverage> {
  const spoken = ({ language = "unknown" }: Source) => language.split(",").map((name) => name.trim());
  const coverage = new Map<string, { documents: number; deals: number }>();
  const rowOf = (language: string) => {
    const row = coverage.get(language) ?? { documents: 0, deals: 0 };
    coverage.set(language, row);
    return row;
  };
  for (const source of dataset.sources.values())
    for (const language of spoken(source)) rowOf(language).documents++;
  for (const deal of deals) {
    const languages = new Set(sourcesOf(deal, dataset).flatMap(spoken));
    for (const language of languages) rowOf(language).deals++;
  }
  return Object.fromEntries(
    [...coverage].sort(([a, x], [b, y]) => y.documents - x.documents || (a < b ? -1 : 1)),
  );
}
