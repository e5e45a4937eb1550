/** How a fault between records is told: an id that nothing bears, with what was probably meant. */
import { closest, type FieldPath } from "./explain.js";
import type { Dataset, RawDataset } from "./records.js";

/** Notes a fault at a path of a file, or at its key. */
export type Report = (
  file: string,
  path: FieldPath,
  message: string,
  hint: string,
  at?: "key" | "value",
) => void;

/** The records as they were read and as far as they hold, and where faults are noted. */
export interface Facts {
  readonly raw: RawDataset;
  readonly dataset: Dataset;
  readonly report: Report;
}

/** A record that is there but broken has its own problems; it is not missing as well. */
export function mustBeEntity(file: string, path: FieldPath, id: string, facts: Facts): void {
  if (facts.raw.entities.has(id)) return;
  unknown(
    file,
    path,
    "entity",
    id,
    facts.dataset.entities.keys(),
    `graph-data/entities/${id}.yaml`,
    facts.report,
  );
}

export function unknown(
  file: string,
  path: FieldPath,
  noun: string,
  id: string,
  known: Iterable<string>,
  where: string,
  report: Report,
): void {
  const near = closest(id, known);
  const mend = near === null ? `add ${where}` : `did you mean "${near}"? If it is new, add ${where}`;
  report(file, path, `no ${noun} has the id "${id}"`, mend);
}
