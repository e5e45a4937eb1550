/** Records put together as a dataset, each in the shape of its kind: who reads them says how far they are checked. */
import type { About } from "./about.js";
import type { Deal } from "./deal.js";
import type { Entity } from "./entity.js";
import { type Lenses, NO_LENSES } from "./lenses.js";
import type { Rate } from "./money.js";
import type { Market, ObservationFile, ObservationRecord } from "./observation.js";
import type { Dataset, RawDataset, RawRecord } from "./records.js";
import { NO_REDIRECTS, type Redirects } from "./redirects.js";
import type { Publisher, Source } from "./source.js";
import type { Speaker, StatementFile, StatementRecord } from "./statement.js";

/** What a record of each kind is once it is read. */
export interface RecordKinds {
  readonly about: About;
  readonly entity: Entity;
  readonly deal: Deal;
  readonly publisher: Publisher;
  readonly observations: ObservationFile;
  readonly statements: StatementFile;
  readonly lenses: Lenses;
  readonly redirects: Redirects;
  readonly rates: { readonly rates: readonly Rate[] };
}

/** One record's value as its kind has it; null when it does not hold. */
export type Read = <K extends keyof RecordKinds>(record: RawRecord, kind: K) => RecordKinds[K] | null;

/** A dataset of records that were checked before and not touched since: each is taken at its word. */
export function trustedDataset(raw: RawDataset): Dataset {
  return assemble(raw, <K extends keyof RecordKinds>({ value }: RawRecord) => value as RecordKinds[K] | null);
}

/** Puts together what can be read. */
export function assemble(raw: RawDataset, read: Read): Dataset {
  const each = <K extends keyof RecordKinds>(records: ReadonlyMap<string, RawRecord>, kind: K) => {
    const values = new Map<string, RecordKinds[K]>();
    for (const id of [...records.keys()].sort()) {
      const record = records.get(id);
      const value = record === undefined ? null : read(record, kind);
      if (value !== null) values.set(id, value);
    }
    return values;
  };
  const maybe = <K extends keyof RecordKinds>(record: RawRecord | null, kind: K) =>
    record === null ? null : read(record, kind);
  return {
    about: read(raw.about, "about") ?? { version: "0.0.0", asOf: "1970-01-01" },
    entities: withIds(each(raw.entities, "entity")),
    deals: withIds(each(raw.deals, "deal")),
    sources: documented(each(raw.publishers, "publisher")),
    ...observed(each(raw.observations, "observations")),
    ...stated(each(raw.statements, "statements")),
    lenses: maybe(raw.layers, "lenses") ?? NO_LENSES,
    redirects: maybe(raw.redirects, "redirects") ?? NO_REDIRECTS,
    rates: read(raw.rates, "rates")?.rates ?? [],
  };
}

/** Publishers as single documents, by `publisher/document`. */
function documented(publishers: ReadonlyMap<string, Publisher>): Dataset["sources"] {
  const sources = new Map<string, Source>();
  for (const [id, { publisher, dataset, documents }] of publishers) {
    const more = dataset === undefined ? {} : { dataset };
    for (const document of Object.keys(documents).sort()) {
      const row = documents[document];
      const source = `${id}/${document}`;
      if (row !== undefined) sources.set(source, { id: source, publisher, ...more, ...row });
    }
  }
  return sources;
}

/** Files of observations as single ones, by `subject/record`. */
function observed(files: ReadonlyMap<string, ObservationFile>): Pick<Dataset, "observations" | "markets"> {
  const observations = new Map<string, ObservationRecord>();
  const markets = new Map<string, Market>();
  for (const [subject, { market, observations: rows }] of files) {
    if (market !== undefined) markets.set(subject, { id: subject, name: market });
    for (const [key, row] of Object.entries(rows))
      observations.set(`${subject}/${key}`, { ...row, id: `${subject}/${key}`, subject });
  }
  return { observations, markets };
}

/** Files of statements as single ones, by `speaker/record`. */
function stated(files: ReadonlyMap<string, StatementFile>): Pick<Dataset, "statements" | "speakers"> {
  const statements = new Map<string, StatementRecord>();
  const speakers = new Map<string, Speaker>();
  for (const [speaker, { name, author_of, statements: rows }] of files) {
    speakers.set(speaker, { id: speaker, name: name ?? null, authorOf: author_of ?? null });
    for (const [key, row] of Object.entries(rows))
      statements.set(`${speaker}/${key}`, { ...row, id: `${speaker}/${key}`, speaker });
  }
  return { statements, speakers };
}

function withIds<T extends object>(records: ReadonlyMap<string, T>): Map<string, T & { id: string }> {
  return new Map([...records].map(([id, record]) => [id, { id, ...record }]));
}
