/** A table's columns: what each says of a row, and what it is sorted by. */
import type { ComponentChildren } from "preact";
import type { Tells } from "../own/own.js";

/** What rows are ordered by; null, where nothing is known, comes last both ways. */
export type SortValue = string | number | null;

export interface Column<Row> {
  /** Its name in the address. */
  readonly key: string;
  readonly heading: string;
  /** Numbers stand at the right and are first sorted with the largest on top. */
  readonly numeric?: boolean;
  value(row: Row): SortValue;
  /** What a reader sees; the value where it is left out. */
  cell?(row: Row): ComponentChildren;
}

/** The columns that a file says something for; all of them for the built-in facts. */
export function toldOf<Row>(
  columns: readonly Column<Row>[],
  tells: Tells | undefined,
  needs: Readonly<Record<string, keyof Tells>>,
): readonly Column<Row>[] {
  if (tells === undefined) return columns;
  return columns.filter(({ key }) => {
    const need = needs[key];
    return need === undefined || tells[need];
  });
}

/** Which column, and whether the largest come first. */
export interface Sort {
  readonly key: string;
  readonly descending: boolean;
}

export function parseSort(text: string | null): Sort | null {
  if (text === null) return null;
  const descending = text.startsWith("-");
  return { key: descending ? text.slice(1) : text, descending };
}

export function formatSort({ key, descending }: Sort): string {
  return descending ? `-${key}` : key;
}

/** The order after a press on a column's head: its natural one, then the other. */
export function nextSort<Row>(now: Sort | null, column: Column<Row>): Sort {
  const natural = column.numeric === true;
  const isNow = now?.key === column.key && now.descending === natural;
  return { key: column.key, descending: isNow ? !natural : natural };
}

/** The rows in a column's order; rows that are equal in it stay as they were. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
  compareTexts: (a: string, b: string) => number,
): readonly Row[] {
  const column = columns.find(({ key }) => key === sort?.key);
  if (column === undefined || sort === null) return rows;
  const sign = sort.descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, value: column.value(row) }));
  keyed.sort(({ value: a }, { value: b }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * (typeof a === "number" && typeof b === "number" ? a - b : compareTexts(`${a}`, `${b}`));
  });
  return keyed.map(({ row }) => row);
}
