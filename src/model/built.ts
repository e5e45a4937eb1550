/**
 * The built facts: every record of a folder in one JSON document, checked and with what may be left out filled
 * in, so that whoever can tell that nothing touched it since (its checksum) need not check it again.
 */
import * as z from "zod";
import { CapitalLoopError } from "../errors.js";
import { About } from "./about.js";
import { builtRecords } from "./built-records.js";
import { Deal } from "./deal.js";
import { Entity } from "./entity.js";
import { Lenses, NO_LENSES } from "./lenses.js";
import { Rates } from "./money.js";
import { ObservationFile } from "./observation.js";
import type { RawDataset, RawRecord } from "./records.js";
import { NO_REDIRECTS, Redirects } from "./redirects.js";
import { Publisher } from "./source.js";
import { StatementFile } from "./statement.js";

export const Records = z.record(z.string(), z.unknown());

/** How much there is of each: files for publishers, single ones for all else. */
export const Counts = z.strictObject({
  entities: z.number(),
  deals: z.number(),
  publishers: z.number(),
  sources: z.number(),
  observations: z.number(),
  statements: z.number(),
});
export type Counts = z.infer<typeof Counts>;

/** `dataset.json`: records by id, without the names of their files. `about` has the version and the last day. */
export const BuiltDataset = z.strictObject({
  about: z.unknown(),
  counts: Counts,
  /** SHA-256 of `contentOf`, in hexadecimal. */
  checksum: z.string().optional(),
  entities: Records,
  deals: Records,
  publishers: Records,
  observations: Records,
  statements: Records,
  rates: z.unknown(),
  layers: z.unknown(),
  redirects: z.unknown(),
});
export type BuiltDataset = z.infer<typeof BuiltDataset>;

/**
 * Checked raw records as one document without a checksum; keys in the order of ids.
 *
 * @throws ZodError for records that were not checked: see `parseDataset`.
 */
export function toBuilt(raw: RawDataset): BuiltDataset {
  const filled = <S extends z.ZodType>(records: ReadonlyMap<string, RawRecord>, schema: S) =>
    Object.fromEntries(
      [...records.keys()]
        .sort()
        .map((id): [string, z.output<S>] => [id, schema.parse(records.get(id)?.value)]),
    );
  const rows = (files: Readonly<Record<string, object>>) =>
    Object.values(files).reduce((sum: number, file) => sum + Object.keys(file).length, 0);
  const publishers = filled(raw.publishers, Publisher);
  const observations = filled(raw.observations, ObservationFile);
  const statements = filled(raw.statements, StatementFile);
  return {
    about: About.parse(raw.about.value),
    counts: {
      entities: raw.entities.size,
      deals: raw.deals.size,
      publishers: raw.publishers.size,
      sources: rows(mapValues(publishers, ({ documents }) => documents)),
      observations: rows(mapValues(observations, (file) => file.observations)),
      statements: rows(mapValues(statements, (file) => file.statements)),
    },
    entities: filled(raw.entities, Entity),
    deals: filled(raw.deals, Deal),
    publishers,
    observations,
    statements,
    rates: Rates.parse(raw.rates.value),
    layers: raw.layers === null ? NO_LENSES : Lenses.parse(raw.layers.value),
    redirects: raw.redirects === null ? NO_REDIRECTS : Redirects.parse(raw.redirects.value),
  };
}

/** What the checksum of a document is taken of: all but itself, as compact JSON. */
export function contentOf({ checksum: _checksum, ...content }: BuiltDataset): string {
  return JSON.stringify(content);
}

/**
 * Reads a document as what it says it is.
 *
 * @throws CapitalLoopError `invalid-dataset` when it is not a built dataset at all.
 */
export function readBuilt(document: unknown, file = "dataset.json"): BuiltDataset {
  const result = BuiltDataset.safeParse(document);
  if (result.success) return result.data;
  const message = `${file} is not a built set of facts; make it with: npm run build`;
  throw new CapitalLoopError("invalid-dataset", message);
}

/**
 * One document back into raw records.
 *
 * @throws CapitalLoopError `invalid-dataset` when it is not a built dataset at all.
 * @example parseDataset(fromBuilt(JSON.parse(text))).deals.size;
 */
export function fromBuilt(document: unknown, file = "dataset.json"): RawDataset {
  return builtRecords(readBuilt(document, file), file);
}

function mapValues<T, U>(rows: Readonly<Record<string, T>>, change: (row: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, change(row)]));
}
