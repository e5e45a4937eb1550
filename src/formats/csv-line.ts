/** One line of CSV: RFC 4180 quoting, whole characters, and nothing that a spreadsheet would run. */
import { wholeCharacters } from "./half-characters.js";

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
  const whole = wholeCharacters(value);
  const text = !raw && /^[=+\-@\t\r]/.test(whole) ? `'${whole}` : whole;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
