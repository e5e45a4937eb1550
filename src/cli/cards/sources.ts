/** The documents that deals rest on. */
import type { Dataset, DealRecord } from "../../model/dataset.js";
import type { Source } from "../../model/source.js";

/** Each document that the status or evidence of some deals names, once, in the order they are first named. */
export function sourcesOfDeals(dataset: Dataset, deals: readonly DealRecord[]): Source[] {
  const named = deals.flatMap(({ status, evidence }) => [...status, ...evidence].map(({ source }) => source));
  return [...new Set(named)].flatMap((id) => dataset.sources.get(id) ?? []);
}
