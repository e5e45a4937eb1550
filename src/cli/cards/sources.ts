/** The documents that deals, figures and statements rest on. */
import type { Dataset, DealRecord } from "../../model/dataset.js";
import type { Source } from "../../model/source.js";

/** Each document that the status or evidence of some deals names, once, in the order they are first named. */
export function sourcesOfDeals(dataset: Dataset, deals: readonly DealRecord[]): Source[] {
  const named = deals.flatMap(({ status, evidence }) => [...status, ...evidence].map(({ source }) => source));
  return [...new Set(named)].flatMap((id) => dataset.sources.get(id) ?? []);
}

/** Each document that the evidence of some figures or statements names, once. */
export function sourcesOfFigures(
  dataset: Dataset,
  rows: readonly { readonly evidence: readonly { readonly source: string }[] }[],
): Source[] {
  const named = rows.flatMap(({ evidence }) => evidence.map(({ source }) => source));
  return [...new Set(named)].flatMap((id) => dataset.sources.get(id) ?? []);
}
