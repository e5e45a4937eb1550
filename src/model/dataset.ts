/**
 * The one door into the facts: raw records in, a checked dataset out, or every problem at once.
 * Past this door nothing is checked twice.
 */
import type * as z from "zod";
import { byPlace, CapitalLoopError, type Problem, problemLine } from "../errors.js";
import { About } from "./about.js";
import { assemble, type RecordKinds, trustedDataset } from "./assemble.js";
import { Deal } from "./deal.js";
import { Entity } from "./entity.js";
import { explainIssue, pathText } from "./explain.js";
import { Lenses } from "./lenses.js";
import { Rates } from "./money.js";
import { ObservationFile } from "./observation.js";
import type { Dataset, Locate, RawDataset, RawRecord } from "./records.js";
import { Redirects } from "./redirects.js";
import type { Report } from "./reference-faults.js";
import { checkReferences } from "./references.js";
import { Publisher } from "./source.js";
import { StatementFile } from "./statement.js";

export type { Dataset, DealRecord, EntityRecord, Locate, RawDataset, RawRecord } from "./records.js";

/** What each kind of record is checked by. */
const SCHEMAS: { readonly [K in keyof RecordKinds]: z.ZodType<RecordKinds[K]> } = {
  about: About,
  entity: Entity,
  deal: Deal,
  publisher: Publisher,
  observations: ObservationFile,
  statements: StatementFile,
  lenses: Lenses,
  redirects: Redirects,
  rates: Rates,
};

const NOWHERE: Locate = () => ({ line: 1, column: 1 });

/**
 * Checks raw records.
 *
 * @param trust `checked` for records that were checked before and not touched since, as those of a built
 * document whose checksum holds: they are put together as they are, ten times as fast.
 * @throws CapitalLoopError `invalid-dataset`, carrying every problem in the order of files and lines.
 */
export function parseDataset(raw: RawDataset, locate: Locate = NOWHERE, trust?: "checked"): Dataset {
  if (trust === "checked") return trustedDataset(raw);
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

  const dataset = assemble(raw, (record, kind) => checkOne(record, SCHEMAS[kind], report));
  checkReferences(raw, dataset, report);
  problems.sort(byPlace);
  return { dataset, problems };
}

function checkOne<T>(record: RawRecord, schema: z.ZodType<T>, report: Report): T | null {
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
