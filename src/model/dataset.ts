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
import { Lenses, NO_LENSES } from "./lenses.js";
import { Rates } from "./money.js";
import { type Market, ObservationFile, type ObservationRecord } from "./observation.js";
import type { Dataset, Locate, RawDataset, RawRecord } from "./records.js";
import { NO_REDIRECTS, Redirects } from "./redirects.js";
import type { Report } from "./reference-faults.js";
import { checkReferences } from "./references.js";
import { Publisher, type Source } from "./source.js";
import { type Speaker, StatementFile, type StatementRecord } from "./statement.js";

export type { Dataset, DealRecord, EntityRecord, Locate, RawDataset, RawRecord } from "./records.js";

const NOWHERE: Locate = () => ({ line: 1, column: 1 });

/**
 * Checks raw records.
 *
 * @param trust `checked` for records that were checked before and not touched since, as those of a built
 * document whose checksum holds: they are put together as they are, ten times as fast.
 * @throws CapitalLoopError `invalid-dataset`, carrying every problem in the order of files and lines.
 */
export function parseDataset(raw: RawDataset, locate: Locate = NOWHERE, trust?: "checked"): Dataset {
  if (trust === "checked") return assemble(raw, trusted);
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

  const dataset = assemble(raw, (record, schema) => checkOne(record, schema, report));
  checkReferences(raw, dataset, report);
  problems.sort(byPlace);
  return { dataset, problems };
}

/** One record's value as its schema has it; null when it does not hold. */
type Read = <S extends z.ZodType>(record: RawRecord, schema: S) => z.output<S> | null;

/** Takes a value at its word: it was checked by the same schema before. */
const trusted: Read = <S extends z.ZodType>({ value }: RawRecord): z.output<S> | null =>
  value as z.output<S> | null;

/** Puts together what can be read. */
function assemble(raw: RawDataset, read: Read): Dataset {
  const each = <S extends z.ZodType>(records: ReadonlyMap<string, RawRecord>, schema: S) => {
    const values = new Map<string, z.output<S>>();
    for (const id of [...records.keys()].sort()) {
      const record = records.get(id);
      const value = record === undefined ? null : read(record, schema);
      if (value !== null) values.set(id, value);
    }
    return values;
  };
  const maybe = <S extends z.ZodType>(record: RawRecord | null, schema: S) =>
    record === null ? null : read(record, schema);
  return {
    about: read(raw.about, About) ?? { version: "0.0.0", asOf: "1970-01-01" },
    entities: withIds(each(raw.entities, Entity)),
    deals: withIds(each(raw.deals, Deal)),
    sources: documented(each(raw.publishers, Publisher)),
    ...observed(each(raw.observations, ObservationFile)),
    ...stated(each(raw.statements, StatementFile)),
    lenses: maybe(raw.layers, Lenses) ?? NO_LENSES,
    redirects: maybe(raw.redirects, Redirects) ?? NO_REDIRECTS,
    rates: read(raw.rates, Rates)?.rates ?? [],
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

function withIds<T extends object>(records: ReadonlyMap<string, T>): Map<string, T & { id: string }> {
  return new Map([...records].map(([id, record]) => [id, { id, ...record }]));
}
