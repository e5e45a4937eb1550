/** Rows on stdout: aligned for people, or one line each for programs. */
import { styleText } from "node:util";
import type { Out } from "./command.js";
import { type CsvColumn, csvLine } from "./csv.js";
import { displayWidth, padTo, safeText } from "./width.js";

/** One column for people. */
export interface TableColumn<T> {
  readonly heading: string;
  readonly align?: "right";
  readonly text: (row: T, index: number) => string;
}

/** Rows that come some at a time. */
export type Batches<T> = AsyncIterable<readonly T[]> | Iterable<readonly T[]>;

/**
 * An aligned table. Columns are as wide as the first batch needs, so that a long list never has to be held
 * whole; a wider cell further down pushes its line out.
 */
export async function printTable<T>(
  out: Out,
  columns: readonly TableColumn<T>[],
  rows: Batches<T>,
): Promise<void> {
  let widths: readonly number[] | null = null;
  let index = 0;
  for await (const batch of rows) {
    const cells = batch.map((row, i) => columns.map(({ text }) => safeText(text(row, index + i))));
    index += batch.length;
    if (widths === null) {
      widths = columns.map(({ heading }, i) =>
        Math.max(displayWidth(heading), ...cells.map((line) => displayWidth(line[i] ?? ""))),
      );
      const headings = lineOf(
        columns.map(({ heading }) => heading),
        columns,
        widths,
      );
      await out.write(
        `${out.hasColor ? styleText("bold", headings, { validateStream: false }) : headings}\n`,
      );
    }
    const known = widths;
    await out.write(cells.map((line) => `${lineOf(line, columns, known)}\n`).join(""));
  }
}

function lineOf<T>(
  cells: readonly string[],
  columns: readonly TableColumn<T>[],
  widths: readonly number[],
): string {
  return cells
    .map((cell, i) => padTo(cell, widths[i] ?? 0, columns[i]?.align ?? "left"))
    .join("  ")
    .trimEnd();
}

/** CSV with a first line of names. */
export async function printCsv<T>(
  out: Out,
  columns: readonly CsvColumn<T>[],
  rows: Batches<T>,
): Promise<void> {
  await out.write(csvLine(columns.map(({ name }) => name)));
  for await (const batch of rows)
    await out.write(batch.map((row) => csvLine(columns.map(({ value }) => value(row)))).join(""));
}

/** One JSON document a line. */
export async function printNdjson<T>(out: Out, rows: Batches<T>): Promise<void> {
  for await (const batch of rows) await out.write(batch.map((row) => `${JSON.stringify(row)}\n`).join(""));
}

/** One JSON document. */
export async function printJson(out: Out, document: object): Promise<void> {
  await out.write(`${JSON.stringify(document, null, 2)}\n`);
}

/** One JSON document with a long list in it, each of its rows on a line, written as the rows come. */
export async function printJsonList<T>(
  out: Out,
  before: object,
  list: string,
  rows: Batches<T>,
  after: object,
): Promise<void> {
  const fields = (part: object) =>
    Object.entries(part).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  await out.write(
    `{\n${fields(before)
      .map((field) => `  ${field},\n`)
      .join("")}  "${list}": [`,
  );
  let isFirst = true;
  for await (const batch of rows) {
    const lines = batch.map((row) => `    ${JSON.stringify(row)}`).join(",\n");
    if (lines === "") continue;
    await out.write(`${isFirst ? "\n" : ",\n"}${lines}`);
    isFirst = false;
  }
  const tail = fields(after).map((field) => `,\n  ${field}`);
  await out.write(`${isFirst ? "" : "\n  "}]${tail.join("")}\n}\n`);
}
