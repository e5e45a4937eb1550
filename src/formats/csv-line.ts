/** One line of CSV: RFC 4180 quoting, and nothing that a spreadsheet would run. */

export type CsvValue = string | number | boolean | null;

/** A byte order mark: Excel takes a table without one for the code page of the machine. */
export const BYTE_ORDER_MARK = "\ufeff";

/** One line, with its end. `raw` leaves cells as they are that a spreadsheet would take for a formula. */
export function csvLine(values: readonly CsvValue[], raw = false): string {
  return `${values.map((value) => csvField(value, raw)).join(",")}\n`;
}

/** One field; null is empty. What would be a formula is kept a text by a leading apostrophe. */
function csvField(value: CsvValue, raw: boolean): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const text = !raw && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
