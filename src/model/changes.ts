/**
 * What changed between two versions of the facts: records added, removed, renamed, and changed field by field.
 * It compares what was recorded, not what happened: a deal that became firmer shows as a new step of its status.
 */

import type { About } from "./about.js";
import type { Dataset } from "./records.js";
import { currentId, type Redirects } from "./redirects.js";

/** The sorts of records that are compared, and what each is called by. */
const SORTS = {
  deals: { records: ({ deals }) => deals, title: "title", redirects: "deals" },
  entities: { records: ({ entities }) => entities, title: "name", redirects: "entities" },
  sources: { records: ({ sources }) => sources, title: "title", redirects: null },
  observations: { records: ({ observations }) => observations, title: "metric", redirects: null },
  statements: { records: ({ statements }) => statements, title: "what", redirects: null },
} as const satisfies Readonly<Record<string, Sort>>;

interface Sort {
  readonly records: (dataset: Dataset) => ReadonlyMap<string, object>;
  /** The field that names a record. */
  readonly title: string;
  readonly redirects: keyof Redirects | null;
}

/** Every sort of record by its name, in the order they are told. */
export const CHANGED_SORTS = Object.keys(SORTS) as readonly (keyof typeof SORTS)[];
/** One of `CHANGED_SORTS`. */
export type ChangedSort = (typeof CHANGED_SORTS)[number];

/** One field of a record: null stands for a field, or an item of a list, that is not there. */
export interface FieldChange {
  /** The way to it, such as `amount.value`; an item of a list is `evidence[]`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A record by its id, with the words it goes by. */
export interface NamedRecord {
  readonly id: string;
  readonly title: string;
}

/** What became of the records of one sort, in the order of their ids. */
export interface RecordChanges {
  readonly added: readonly NamedRecord[];
  readonly removed: readonly NamedRecord[];
  readonly renamed: readonly (NamedRecord & { readonly formerly: string })[];
  readonly changed: readonly (NamedRecord & { readonly fields: readonly FieldChange[] })[];
}

/** Two versions of the facts, and what lies between them. */
export interface DatasetChanges extends Readonly<Record<ChangedSort, RecordChanges>> {
  readonly from: Pick<About, "version" | "asOf">;
  readonly to: Pick<About, "version" | "asOf">;
}

/**
 * Compares two versions of the facts.
 *
 * @remarks A record whose id was changed is the same record where the later version's redirects say so. Items of
 * a list are compared as wholes, whatever their order. Time O(size of both).
 * @example datasetChanges(await loadDataset("before"), await loadDataset("after")).deals.added;
 */
export function datasetChanges(from: Dataset, to: Dataset): DatasetChanges {
  const about = ({ about: { version, asOf } }: Dataset) => ({ version, asOf });
  const of = (sort: Sort) => changesOf(sort, from, to);
  return {
    from: about(from),
    to: about(to),
    deals: of(SORTS.deals),
    entities: of(SORTS.entities),
    sources: of(SORTS.sources),
    observations: of(SORTS.observations),
    statements: of(SORTS.statements),
  };
}

function changesOf({ records, title, redirects }: Sort, from: Dataset, to: Dataset): RecordChanges {
  const before = records(from);
  const after = records(to);
  const named = (id: string, record: object): NamedRecord => {
    const name: unknown = Reflect.get(record, title);
    return { id, title: typeof name === "string" ? name : id };
  };
  const idNow = (id: string) => (redirects === null ? id : currentId(to.redirects, redirects, id));
  const removed: NamedRecord[] = [];
  const renamed: (NamedRecord & { formerly: string })[] = [];
  const changed: (NamedRecord & { fields: FieldChange[] })[] = [];
  const kept = new Set<string>();
  for (const [formerly, was] of before) {
    const id = after.has(formerly) ? formerly : idNow(formerly);
    const is = after.get(id);
    if (is === undefined) {
      removed.push(named(formerly, was));
      continue;
    }
    kept.add(id);
    if (id !== formerly) renamed.push({ ...named(id, is), formerly });
    const fields = fieldChanges({ ...was, id }, { ...is, id });
    if (fields.length > 0) changed.push({ ...named(id, is), fields });
  }
  const added = [...after].filter(([id]) => !kept.has(id)).map(([id, record]) => named(id, record));
  return { added, removed, renamed, changed };
}

/** What differs between two values, field by field, in the order of the fields. */
function fieldChanges(before: unknown, after: unknown, path = ""): FieldChange[] {
  if (isRecord(before) && isRecord(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) =>
      fieldChanges(own(before, key), own(after, key), path === "" ? key : `${path}.${key}`),
    );
  }
  if (Array.isArray(before) && Array.isArray(after)) return itemChanges(before, after, `${path}[]`);
  if (canonical(before) === canonical(after)) return [];
  return [{ path, before: before ?? null, after: after ?? null }];
}

/** Items that went, then items that came. */
function itemChanges(before: readonly unknown[], after: readonly unknown[], path: string): FieldChange[] {
  const only = (items: readonly unknown[], others: readonly unknown[]) => {
    const known = new Set(others.map(canonical));
    return items.filter((item) => !known.has(canonical(item)));
  };
  return [
    ...only(before, after).map((item) => ({ path, before: item, after: null })),
    ...only(after, before).map((item) => ({ path, before: null, after: item })),
  ];
}

/** A value as text that does not depend on the order of keys. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      isRecord(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
    ) ?? ""
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
