/** The sources of a deal, numbered once, so that status steps and the list speak of the same ones. */
import type { Dataset, DealRecord } from "../src/model/dataset.js";
import { firstDay } from "../src/model/dates.js";
import type { Evidence } from "../src/model/deal.js";
import type { Source, Tier } from "../src/model/source.js";

export interface CitedSource {
  readonly number: number;
  readonly source: Source;
  /** What the deal rests on it for; null when it only dates a step. */
  readonly evidence: Evidence | null;
}

const TIER_ORDER: Readonly<Record<Tier, number>> = { primary: 0, press: 1, secondary: 2 };

/** Every source a deal cites: nearest to the deal first, then the latest. */
export function citedSources({ sources }: Dataset, deal: DealRecord): readonly CitedSource[] {
  const cited = new Map<string, Evidence | null>(
    deal.evidence.map((evidence) => [evidence.source, evidence]),
  );
  for (const step of deal.status) if (!cited.has(step.source)) cited.set(step.source, null);
  return [...cited]
    .flatMap(([id, evidence]) => {
      const source = sources.get(id);
      return source === undefined ? [] : [{ source, evidence }];
    })
    .sort((a, b) => TIER_ORDER[a.source.tier] - TIER_ORDER[b.source.tier] || later(a.source, b.source))
    .map((row, i) => ({ number: i + 1, ...row }));
}

/** The source to name where there is room for one: the nearest to the deal that can be opened. */
export function bestSource(dataset: Dataset, deal: DealRecord): { best: Source | null; others: number } {
  const cited = citedSources(dataset, deal);
  const best = cited.find(({ source }) => source.url !== undefined) ?? cited[0];
  return { best: best?.source ?? null, others: Math.max(0, cited.length - 1) };
}

function later(a: Source, b: Source): number {
  const [first, second] = [a, b].map(({ published }) => (published === undefined ? "" : firstDay(published)));
  return (second ?? "").localeCompare(first ?? "") || a.id.localeCompare(b.id);
}
