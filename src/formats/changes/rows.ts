/** Changes as rows of words, the same for every form that people read. */
import {
  CHANGED_SORTS,
  type ChangedSort,
  type DatasetChanges,
  type FieldChange,
  type RecordChanges,
} from "../../model/changes.js";

/** How one of each sort is called. */
export const NOUNS: Readonly<Record<ChangedSort, string>> = {
  deals: "deal",
  entities: "entity",
  sources: "source",
  observations: "figure",
  statements: "statement",
};

/** What can become of a record, in the order it is told. */
export const FATES = ["added", "removed", "renamed", "changed"] as const satisfies (keyof RecordChanges)[];
export type Fate = (typeof FATES)[number];

/** One record that is not as it was. */
export interface ChangeRow {
  readonly sort: ChangedSort;
  readonly fate: Fate;
  readonly id: string;
  readonly title: string;
  /** What changed in it, a line each; empty for a record that came or went. */
  readonly lines: readonly string[];
}

/** Every record that changed, by sort and fate. */
export function changeRows(changes: DatasetChanges): ChangeRow[] {
  return CHANGED_SORTS.flatMap((sort) => {
    const { added, removed, renamed, changed } = changes[sort];
    return [
      ...added.map((row) => ({ sort, fate: "added" as const, ...row, lines: [] })),
      ...removed.map((row) => ({ sort, fate: "removed" as const, ...row, lines: [] })),
      ...renamed.map(({ formerly, ...row }) => ({
        sort,
        fate: "renamed" as const,
        ...row,
        lines: [`formerly ${formerly}`],
      })),
      ...changed.map(({ fields, ...row }) => ({
        sort,
        fate: "changed" as const,
        ...row,
        lines: fields.map(fieldLine),
      })),
    ];
  });
}

/** `amount.value: 1000000000 → 2000000000`. */
function fieldLine({ path, before, after }: FieldChange): string {
  if (before === null) return `${path}: now ${worded(after)}`;
  if (after === null) return `${path}: no longer ${worded(before)}`;
  return `${path}: ${worded(before)} → ${worded(after)}`;
}

/** A value in a line: fields of an object as `name: value`. */
function worded(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(worded).join(", ");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .map(([name, part]) => `${name}: ${worded(part)}`)
      .join("; ");
  }
  return String(value);
}
