/**
 * Tables (`.csv`, `.tsv`): a first line that names the columns `source` and `target` and optionally
 * `id`, `kind`, `amount` (US dollars) and `date`, in any order and case; other columns are passed over.
 */
import { closest } from "../model/explain.js";
import type { FileFaults } from "./faults.js";
import { amountField, dateField, idField, kindField } from "./fields.js";
import { IdTable } from "./id-table.js";
import { termOf } from "./kinds.js";
import { recordsOf } from "./records.js";
import type { FlowRow, RowSink } from "./rows.js";

const COLUMNS = ["source", "target", "id", "kind", "amount", "date"] as const;
type Column = (typeof COLUMNS)[number];

/**
 * Reads text as it comes; faults are noted and their rows left out.
 *
 * @remarks Time O(characters); space O(ids of rows). A fault's line is the last one of its row.
 */
export async function readCsv(
  text: AsyncIterable<string>,
  delimiter: "," | "\t",
  faults: FileFaults,
  sink: RowSink,
): Promise<void> {
  const ids = new IdTable();
  const lineOfId: number[] = [];
  let columns: ReadonlyMap<Column, number> | null = null;
  let width = 0;
  for await (const records of recordsOf(text, delimiter, faults)) {
    for (const { fields, line } of records) {
      if (columns === null) {
        columns = readHeader(fields, delimiter, faults);
        if (columns === null) return;
        width = fields.length;
        continue;
      }
      if (fields.length > width) {
        // Most often a thousands or decimal comma: reading on would take half a number for the whole.
        const message = `a row of ${fields.length} fields under ${width} columns`;
        faults.add(line, width + 1, "", message, 'put a field with a comma in it in "quotes"');
        continue;
      }
      const row = readRow(fields, line, columns, faults);
      if (row === null) continue;
      if (row.id !== null) {
        const twin = lineOfId[ids.number(row.id)];
        if (twin !== undefined) {
          const column = (columns.get("id") ?? 0) + 1;
          const message = `"${row.id}" is the id of line ${twin} too`;
          faults.add(line, column, "id", message, "give each its own");
          continue;
        }
        lineOfId.push(line);
      }
      sink.add(row);
    }
  }
  if (columns === null && !faults.hasAny) faults.add(1, 1, "", "the file is empty", HEADER_HINT);
}

const HEADER_HINT = "the first line names the columns: source,target and optionally id,kind,amount,date";

function readHeader(
  fields: readonly string[],
  delimiter: string,
  faults: FileFaults,
): ReadonlyMap<Column, number> | null {
  const names = fields.map((name) => name.toLowerCase());
  const columns = new Map<Column, number>();
  for (const column of COLUMNS) {
    const at = names.indexOf(column);
    if (at !== -1) columns.set(column, at);
  }
  const missing = COLUMNS.slice(0, 2).filter((column) => !columns.has(column));
  const [first] = missing;
  if (first === undefined) return columns;
  const other = delimiter === "," ? [";", "\t"] : [",", ";"];
  const used = names.length === 1 ? other.find((sign) => names[0]?.includes(sign)) : undefined;
  if (used !== undefined) {
    const hint =
      used === "\t" ? "call the file .tsv" : used === "," ? "call the file .csv" : "save it with commas";
    faults.add(1, 1, "", `the columns are parted by "${used === "\t" ? "\\t" : used}"`, hint);
    return null;
  }
  const near = closest(first, names);
  const hint = near === null ? HEADER_HINT : `is it "${near}"? ${HEADER_HINT}`;
  faults.add(1, 1, "", `no column is called "${first}"`, hint);
  return null;
}

function readRow(
  fields: readonly string[],
  line: number,
  columns: ReadonlyMap<Column, number>,
  faults: FileFaults,
): FlowRow | null {
  const text = (column: Column) => fields[columns.get(column) ?? -1] ?? "";
  const at = (name: Column) => ({ faults, line, column: (columns.get(name) ?? 0) + 1, name });
  const source = idField(text("source"), at("source"));
  const target = idField(text("target"), at("target"));
  const id = text("id") === "" ? null : idField(text("id"), at("id"));
  const kind = kindField(text("kind"), at("kind"));
  const amountUsd = amountField(text("amount"), at("amount"));
  const announced = dateField(text("date"), at("date"));
  if (source === null || target === null) return null;
  return { source, target, id, kind, term: termOf(text("kind")), amountUsd, announced, time: null };
}
