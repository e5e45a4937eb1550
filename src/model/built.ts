/**
 * The built facts: every record of a folder in one JSON document, as it was read, so that a browser goes
 * through the same door (`parseDataset`) as a disk.
 */
import * as z from "zod";
import { CapitalLoopError } from "../errors.js";
import type { RawDataset, RawRecord } from "./records.js";

const Records = z.record(z.string(), z.unknown());

/** `dataset.json`: raw records by id, without the names of their files. */
export const BuiltDataset = z.strictObject({
  about: z.unknown(),
  counts: z.strictObject({ entities: z.number(), deals: z.number(), publishers: z.number() }),
  entities: Records,
  deals: Records,
  publishers: Records,
  rates: z.unknown(),
});
export type BuiltDataset = z.infer<typeof BuiltDataset>;

/** Raw records as one document; keys in the order of ids. */
export function toBuilt(raw: RawDataset): BuiltDataset {
  const plain = (records: ReadonlyMap<string, RawRecord>) =>
    Object.fromEntries([...records.keys()].sort().map((id) => [id, records.get(id)?.value]));
  return {
    about: raw.about.value,
    counts: { entities: raw.entities.size, deals: raw.deals.size, publishers: raw.publishers.size },
    entities: plain(raw.entities),
    deals: plain(raw.deals),
    publishers: plain(raw.publishers),
    rates: raw.rates.value,
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
  const { about, entities, deals, publishers, rates } = result.data;
  const records = (kind: string, values: Readonly<Record<string, unknown>>) =>
    new Map(
      Object.keys(values).map((id): [string, RawRecord] => [
        id,
        { file: `${file}#${kind}.${id}`, value: values[id] },
      ]),
    );
  return {
    about: { file: `${file}#about`, value: about },
    entities: records("entities", entities),
    deals: records("deals", deals),
    publishers: records("publishers", publishers),
    rates: { file: `${file}#rates`, value: rates },
  };
}
