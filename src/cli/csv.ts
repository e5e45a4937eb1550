/** The columns of a result as CSV. */
import type { CsvValue } from "../formats/csv-line.js";

export { csvLine } from "../formats/csv-line.js";

/** One column: its name in the first line, and its value in a row. */
export interface CsvColumn<T> {
  readonly name: string;
  readonly value: (row: T) => CsvValue;
}
