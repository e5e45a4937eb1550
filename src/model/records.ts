/** The shapes facts have on their way in: raw as they were read, then checked. */
import type { About } from "./about.js";
import type { Deal } from "./deal.js";
import type { Entity } from "./entity.js";
import type { FieldPath } from "./explain.js";
import type { Lenses } from "./lenses.js";
import type { Rate } from "./money.js";
import type { Market, ObservationRecord } from "./observation.js";
import type { Redirects } from "./redirects.js";
import type { Source } from "./source.js";
import type { Speaker, StatementRecord } from "./statement.js";

/** One record as it was read, and the file it came from. */
export interface RawRecord {
  readonly file: string;
  /** `undefined` when it could not be read at all: it exists, and whoever read it has reported why. */
  readonly value: unknown;
}

/** Everything as it was read: nothing judged yet. Keys are ids. */
export interface RawDataset {
  readonly entities: ReadonlyMap<string, RawRecord>;
  readonly deals: ReadonlyMap<string, RawRecord>;
  readonly publishers: ReadonlyMap<string, RawRecord>;
  /** Files of observations by their subject, of statements by their speaker. */
  readonly observations: ReadonlyMap<string, RawRecord>;
  readonly statements: ReadonlyMap<string, RawRecord>;
  readonly rates: RawRecord;
  readonly about: RawRecord;
  /** Null where a folder has none. */
  readonly layers: RawRecord | null;
  readonly redirects: RawRecord | null;
}

/** A checked entity with its id. */
export interface EntityRecord extends Entity {
  readonly id: string;
}
/** A checked deal with its id. */
export interface DealRecord extends Deal {
  readonly id: string;
}

/** Checked facts. Every id that one record names exists. Maps run in the order of their ids. */
export interface Dataset {
  readonly about: About;
  readonly entities: ReadonlyMap<string, EntityRecord>;
  readonly deals: ReadonlyMap<string, DealRecord>;
  readonly sources: ReadonlyMap<string, Source>;
  /** By `subject/record`. */
  readonly observations: ReadonlyMap<string, ObservationRecord>;
  /** What is observed and is no entity. */
  readonly markets: ReadonlyMap<string, Market>;
  /** By `speaker/record`. */
  readonly statements: ReadonlyMap<string, StatementRecord>;
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly lenses: Lenses;
  readonly redirects: Redirects;
  readonly rates: readonly Rate[];
}

/** Where in a file the value at a path stands (or its key); lines and columns count from 1. */
export type Locate = (file: string, path: FieldPath, at: "key" | "value") => { line: number; column: number };

/** The fields of a deal that only its own card needs. */
export const DETAIL_FIELDS = [
  "summary",
  "evidence",
  "conflicts",
  "checked",
  "confidence",
  "capacity",
  "units",
  "shares",
  "group",
] as const satisfies readonly (keyof Deal)[];

/** A deal as graphs, lists and searches need it. */
export type CoreDeal = Omit<DealRecord, (typeof DETAIL_FIELDS)[number]>;

/** An entity as graphs, lists and searches need it; of a stranger's nobody may know the kind. */
export type CoreEntity = Omit<EntityRecord, "kind"> & { readonly kind: EntityRecord["kind"] | null };

/** What graphs, lists and searches need of the facts; a dataset is one too. */
export interface CoreFacts extends Pick<Dataset, "about" | "rates" | "redirects"> {
  readonly entities: ReadonlyMap<string, CoreEntity>;
  readonly deals: ReadonlyMap<string, CoreDeal>;
  /** The days sources were published on. */
  readonly sources: ReadonlyMap<string, Pick<Source, "published">>;
}
