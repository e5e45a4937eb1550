/**
 * The one door into the facts: raw records in, a checked dataset out, or every problem at once.
 * Past this door nothing is checked twice.
 */
import type * as z from "zod";
import { byPlace, CapitalLoopError, type Problem, problemLine } from "../errors.js";
import { About } from "./about.js";
import { Deal } from "./deal.js";
import { Entity } from "./entity.js";
import { explainIssue, pathText } from "./explain.js";
import { Rates } from "./money.js";
import type { Dataset, Locate, RawDataset, RawRecord } from "./records.js";
import { checkReferences, type Report } from "./references.js";
import { Publisher, type Source } from "./source.js";

export type { Dataset, DealRecord, EntityRecord, Locate, RawDataset, RawRecord } from "./records.js";

const NOWHERE: Locate = () => ({ line: 1, column: 1 });

/**
 * Checks raw records.
 *
 * @throws CapitalLoopError `invalid-dataset`, carrying every problem in the order of files and lines.
 */
export function parseDataset(raw: RawDataset, locate: Locate = NOWHERE): Dataset {
  const { dataset, problems } = checkDataset(raw, locate);
  if (problems.length > 0) throw invalidDataset(problems);
  return dataset;
}

/** The error that carries every problem; its message is one line for each. */
export function invalidDataset(problems: readonly Problem[]): CapitalLoopError {
  return new CapitalLoopError("invalid-dataset", problems.map(problemLine).join("\n"), problems);
}

/** Checks raw records and gives back what held, beside every problem of what did not. */
export function checkDataset(
  raw: RawDataset,
  locate: Locate = NOWHERE,
): { dataset: Dataset; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (file, path, message, hint, at = "value") =>
    problems.push({ file, ...locate(file, path, at), path: pathText(path), message, hint });

  const entities = checkEach(raw.entities, Entity, report);
  const deals = checkEach(raw.deals, Deal, report);
  const publishers = checkEach(raw.publishers, Publisher, report);
  const rates = checkOne(raw.rates, Rates, report)?.rates ?? [];

  const sources = new Map<string, Source>();
  for (const [id, { publisher, documents }] of publishers) {
    for (const document of Object.keys(documents).sort()) {
      const row = documents[document];
      if (row !== undefined) sources.set(`${id}/${document}`, { id: `${id}/${document}`, publisher, ...row });
    }
  }

  const dataset: Dataset = {
    about: checkOne(raw.about, About, report) ?? { version: "0.0.0", asOf: "1970-01-01" },
    entities: withIds(entities),
    deals: withIds(deals),
    sources,
    rates,
  };
  checkReferences(raw, dataset, report);
  problems.sort(byPlace);
  return { dataset, problems };
}

function checkOne<S extends z.ZodType>(record: RawRecord, schema: S, report: Report): z.output<S> | null {
  if (record.value === undefined) return null;
  const result = schema.safeParse(record.value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    for (const fault of explainIssue(issue, schema)) {
      report(record.file, fault.path, fault.message, fault.hint, fault.at);
    }
  }
  return null;
}

function checkEach<S extends z.ZodType>(
  records: ReadonlyMap<string, RawRecord>,
  schema: S,
  report: Report,
): Map<string, z.output<S>> {
  const checked = new Map<string, z.output<S>>();
  for (const id of [...records.keys()].sort()) {
    const record = records.get(id);
    if (record === undefined) continue;
    const value = checkOne(record, schema, report);
    if (value !== null) checked.set(id, value);
  }
  return checked;
}

function withIds<T extends object>(records: ReadonlyMap<string, T>): Map<string, T & { id: string }> {
  return new Map([...records].map(([id, record]) => [id, { id, ...record }]));
}
