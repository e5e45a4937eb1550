/** What an answer rests on: the deals it names, and the documents behind them. */
import * as z from "zod";
import type { Dataset } from "../../model/dataset.js";
import { type Source, TIERS } from "../../model/source.js";

/** More than this is no longer read; the deals of an answer can be shown one by one. */
const MOST_CITED = 100;

/** The part of every answer that says where it comes from. */
export const CITATIONS = {
  asOf: z.string().describe("the day the facts are seen from"),
  deals: z
    .array(z.object({ id: z.string(), title: z.string(), sources: z.array(z.string()) }))
    .describe("the deals that this answer names, with the ids of their sources"),
  sources: z
    .array(
      z.object({
        id: z.string(),
        publisher: z.string(),
        title: z.string().nullable(),
        url: z.string().nullable(),
        published: z.string().nullable(),
        tier: z.enum(TIERS).describe("how close it stands to the deal"),
      }),
    )
    .describe("the documents behind those deals"),
  leftOut: z.record(z.string(), z.int()).describe("how many rows of a list were left out, by its name"),
} as const;

const Citations = z.object(CITATIONS);
export type Citations = z.output<typeof Citations>;

/** What an answer names. */
export interface Named {
  /** Ids of deals, in the order they matter. */
  readonly deals?: Iterable<string> | undefined;
  /** Documents named beside those of the deals. */
  readonly sources?: readonly Source[] | undefined;
}

/**
 * The citations of what an answer names, each once, in the order it is first named.
 *
 * @param leftOut what the answer's own lists left out; what is left out here is added.
 */
export function cite(
  dataset: Dataset,
  asOf: string,
  named: Named,
  leftOut: Readonly<Record<string, number>> = {},
): Citations {
  const records = [...new Set(named.deals ?? [])].flatMap((id) => dataset.deals.get(id) ?? []);
  const deals = records.slice(0, MOST_CITED).map(({ id, title, status, evidence }) => ({
    id,
    title,
    sources: [...new Set([...status, ...evidence].map(({ source }) => source))],
  }));
  const ids = [...(named.sources ?? []).map(({ id }) => id), ...deals.flatMap(({ sources }) => sources)];
  const documents = [...new Set(ids)].flatMap((id) => dataset.sources.get(id) ?? []);
  const sources = documents
    .slice(0, MOST_CITED)
    .map(({ id, publisher, title = null, url = null, published = null, tier }) => {
      return { id, publisher, title, url, published, tier };
    });
  const rows = {
    ...leftOut,
    deals: records.length - deals.length,
    sources: documents.length - sources.length,
  };
  const some = Object.entries(rows).filter(([, count]) => count > 0);
  return { asOf, deals, sources, leftOut: Object.fromEntries(some) };
}

/** An answer whose named lists are cut to a length, and how many rows of each that left out. */
export function cutLists<T extends object>(
  answer: T,
  names: readonly (keyof T & string)[],
  most: number,
): { readonly kept: T; readonly leftOut: Record<string, number> } {
  const kept = { ...answer };
  const leftOut: Record<string, number> = {};
  for (const name of names) {
    const rows = answer[name];
    if (!Array.isArray(rows) || rows.length <= most) continue;
    Object.assign(kept, { [name]: rows.slice(0, most) });
    leftOut[name] = rows.length - most;
  }
  return { kept, leftOut };
}
