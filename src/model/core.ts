/** The first part of the built facts, which graphs, lists and searches need. */
import { CapitalLoopError } from "../errors.js";
import type { Counts } from "./built.js";
import { isObject } from "./named.js";
import type { CoreDeal, CoreFacts, EntityRecord } from "./records.js";

export type Records = Readonly<Record<string, unknown>>;

export interface CoreDocument {
  readonly about: unknown;
  readonly counts: Counts;
  readonly entities: Records;
  readonly deals: Records;
  /** The days on which the sources that date a status were published, by number. */
  readonly published: Readonly<Record<string, string>>;
  readonly rates: unknown;
  readonly redirects: unknown;
}

const CORE = ["about", "counts", "entities", "deals", "published", "rates", "redirects"] as const;

/** @throws CapitalLoopError `invalid-dataset` when it is something else. */
export function readCore(document: unknown): CoreDocument {
  return readParts<CoreDocument>(CORE, document, "core.json");
}

/** The facts of a core, without the details; its records were checked when they were built. */
export function coreFacts(core: CoreDocument): CoreFacts {
  const withIds = <T extends object>(records: Readonly<Record<string, unknown>>) =>
    new Map(Object.entries(records).map(([id, record]) => [id, { id, ...(record as T) }]));
  const deals = withIds<Omit<CoreDeal, "id">>(core.deals);
  return {
    about: core.about as CoreFacts["about"],
    entities: withIds<Omit<EntityRecord, "id">>(core.entities),
    deals: new Map(
      [...deals].map(([id, deal]) => {
        const status = deal.status.map((step) => ({ ...step, source: String(step.source) }));
        return [id, { ...deal, status }];
      }),
    ),
    sources: new Map(Object.entries(core.published).map(([number, day]) => [number, { published: day }])),
    rates: (core.rates as { rates: CoreFacts["rates"] }).rates,
    redirects: core.redirects as CoreFacts["redirects"],
  };
}

/**
 * A document that has these parts and no others. What is in them was checked when they were built.
 *
 * @throws CapitalLoopError `invalid-dataset` when it is something else.
 */
export function readParts<T>(parts: readonly (keyof T)[], document: unknown, file: string): T {
  const isWhole = isObject(document) && parts.every((part) => isObject(document[part as string]));
  if (isWhole && Object.keys(document).length === parts.length) return document as T;
  const message = `${file} is not a part of built facts; make it with: npm run build`;
  throw new CapitalLoopError("invalid-dataset", message);
}
