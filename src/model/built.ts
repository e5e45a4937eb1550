/**
 * The built facts: every record of a folder in one JSON document, as it was read, so that a browser goes
 * through the same door (`parseDataset`) as a disk.
 */
import * as z from "zod";
import { CapitalLoopError } from "../errors.js";
import type { RawDataset, RawRecord } from "./records.js";

const Records = z.record(z.string(), z.unknown());
const Count = z.number().int().nonnegative();

/** `dataset.json`: raw records by id, without the names of their files. */
export const BuiltDataset = z.strictObject({
  about: z.unknown(),
  counts: z.strictObject({
    entities: Count,
    deals: Count,
    publishers: Count,
    observations: Count,
    statements: Count,
  }),
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

/** Raw records as one document; keys in the order of ids. Observations and statements are counted by files. */
export function toBuilt(raw: RawDataset): BuiltDataset {
  const plain = (records: ReadonlyMap<string, RawRecord>) =>
    Object.fromEntries([...records.keys()].sort().map((id) => [id, records.get(id)?.value]));
  const { entities, deals, publishers, observations, statements } = raw;
  return {
    about: raw.about.value,
    counts: {
      entities: entities.size,
      deals: deals.size,
      publishers: publishers.size,
      observations: observations.size,
      statements: statements.size,
    },
    entities: plain(entities),
    deals: plain(deals),
    publishers: plain(publishers),
    observations: plain(observations),
    statements: plain(statements),
    rates: raw.rates.value,
    layers: raw.layers?.value ?? null,
    redirects: raw.redirects?.value ?? null,
  };
}

/**
 * One document back into raw records.
 *
 * @throws CapitalLoopError `invalid-dataset` when it is not a built dataset at all.
 */
export function fromBuilt(document: unknown, file = "dataset.json"): RawDataset {
  const result = BuiltDataset.safeParse(document);
  if (!result.success) {
    const message = `${file} is not a built set of facts; make it with: npm run build`;
    throw new CapitalLoopError("invalid-dataset", message);
  }
  const built = result.data;
  const record = (name: string, value: unknown): RawRecord => ({ file: `${file}#${name}`, value });
  const records = (kind: "entities" | "deals" | "publishers" | "observations" | "statements") =>
    new Map(Object.entries(built[kind]).map(([id, value]) => [id, record(`${kind}.${id}`, value)]));
  return {
    about: record("about", built.about),
    entities: records("entities"),
    deals: records("deals"),
    publishers: records("publishers"),
    observations: records("observations"),
    statements: records("statements"),
    rates: record("rates", built.rates),
    layers: built.layers === null ? null : record("layers", built.layers),
    redirects: built.redirects === null ? null : record("redirects", built.redirects),
  };
}
