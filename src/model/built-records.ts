/** A built document as raw records again. */
import type { RawDataset, RawRecord } from "./records.js";

type Records = Readonly<Record<string, unknown>>;

interface BuiltParts
  extends Readonly<Record<"entities" | "deals" | "publishers" | "observations" | "statements", Records>> {
  readonly about: unknown;
  readonly rates: unknown;
  readonly layers: unknown;
  readonly redirects: unknown;
}

/** Its records as they are; a record's file is its place in the document. */
export function builtRecords(built: BuiltParts, file = "dataset.json"): RawDataset {
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
    layers: record("layers", built.layers),
    redirects: record("redirects", built.redirects),
  };
}
