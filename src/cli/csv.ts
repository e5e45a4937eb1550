/** Rows as CSV: RFC 4180 quoting, and nothing that a spreadsheet would run. */

export type CsvValue = string | number | boolean | null;

/** One column: its name in the first line, and its value in a row. */
export interface CsvColumn<T> {
  readonly name: string;
  readonly value: (row: T) => CsvValue;
}

/** One line, with its end. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(csvField).join(",")}\n`;
}

/**
 * One field; null is empty. A text that a spreadsheet would take for a formula is kept a text by a leading
 * apostrophe.
 */
function csvField(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
