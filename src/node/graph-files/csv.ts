/**
 * Tables (`.csv`, `.tsv`): a first line that names the columns `source` and `target` and optionally
 * `id`, `kind`, `amount` (US dollars) and `date`, in any order and case; other columns are passed over.
 */
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { closest } from "../../model/explain.js";
import type { FileFaults } from "./faults.js";
import { amountField, dateField, idField, kindField } from "./fields.js";
import { termOf } from "./kinds.js";
import type { FlowRow } from "./rows.js";

const COLUMNS = ["source", "target", "id", "kind", "amount", "date"] as const;
type Column = (typeof COLUMNS)[number];

/** A row longer than this was not meant to be one. */
const MOST_CHARACTERS = 1_000_000;

interface CsvRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads text as it comes; faults are noted and their rows left out.
 *
 * @remarks Time O(characters); space O(rows). A fault's line is the last one of its row.
 */
export async function readCsv(
  text: AsyncIterable<string>,
  delimiter: "," | "\t",
  faults: FileFaults,
): Promise<readonly FlowRow[]> {
  const source = Readable.from(text, { objectMode: false });
  const parser = parse({
    delimiter,
    // Tab-separated files have no quoting: a quote is a character like any other.
    quote: delimiter === "\t" ? null : '"',
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: MOST_CHARACTERS,
  });
  // An error of the text itself must reach whoever reads the rows.
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);

  const rows: FlowRow[] = [];
  const lineOfId = new Map<string, number>();
  let columns: ReadonlyMap<Column, number> | null = null;
  let width = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRow>) {
      if (columns === null) {
        columns = readHeader(record, delimiter, faults);
        if (columns === null) return [];
        width = record.length;
        continue;
      }
      if (record.length > width) {
        // Most often a thousands or decimal comma: reading on would take half a number for the whole.
        const message = `a row of ${record.length} fields under ${width} columns`;
        faults.add(info.lines, width + 1, "", message, 'put a field with a comma in it in "quotes"');
        continue;
      }
      const row = readRow(record, info.lines, columns, faults);
      if (row === null) continue;
      if (row.id !== null) {
        const twin = lineOfId.get(row.id);
        if (twin !== undefined) {
          const column = (columns.get("id") ?? 0) + 1;
          faults.add(
            info.lines,
            column,
            "id",
            `"${row.id}" is the id of line ${twin} too`,
            "give each its own",
          );
          continue;
        }
        lineOfId.set(row.id, info.lines);
      }
      rows.push(row);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    noteCsvError(error, faults);
  }
  if (columns === null) faults.add(1, 1, "", "the file is empty", HEADER_HINT);
  return rows;
}

const HEADER_HINT = "the first line names the columns: source,target and optionally id,kind,amount,date";

function readHeader(
  record: readonly string[],
  delimiter: string,
  faults: FileFaults,
): ReadonlyMap<Column, number> | null {
  const names = record.map((name) => name.toLowerCase());
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
  record: readonly string[],
  line: number,
  columns: ReadonlyMap<Column, number>,
  faults: FileFaults,
): FlowRow | null {
  const text = (column: Column) => record[columns.get(column) ?? -1] ?? "";
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

function noteCsvError(error: CsvError, faults: FileFaults): void {
  const { lines, index } = error as CsvError & { readonly lines?: number; readonly index?: number };
  const what: Partial<Record<CsvError["code"], readonly [message: string, hint: string]>> = {
    CSV_QUOTE_NOT_CLOSED: ["a quote opens here and never closes", "close it, or write the quote twice"],
    INVALID_OPENING_QUOTE: [
      "a quote stands inside a field",
      'put the whole field in quotes and write "" inside',
    ],
    CSV_INVALID_CLOSING_QUOTE: ["text follows a closing quote", 'write "" for a quote inside a quoted field'],
    CSV_MAX_RECORD_SIZE: [
      "a row has no end",
      `a row stays under ${MOST_CHARACTERS} characters: close its quotes`,
    ],
  };
  const [message, hint] = what[error.code] ?? [error.message, "is this file a table of text?"];
  faults.add(lines ?? 1, (index ?? 0) + 1, "", message, hint);
}
