/** A small table of amounts by id, such as known outside income: `id,amount` in US dollars. */
import { FileFaults } from "../reading/faults.js";
import { amountField, idField } from "../reading/fields.js";
import { recordsOf, type TableRecord } from "../reading/records.js";
import { textOf } from "./graph-text.js";

/** A row for every entity of a large graph is a tenth of this. */
const MOST_CHARACTERS = 50_000_000;
const HEADER_HINT = 'the first line names the columns "id" and "amount"';

/**
 * Reads a CSV of `id,amount`; other columns are passed over.
 *
 * @throws CapitalLoopError `invalid-graph` with every fault by line and column, `unreadable`.
 * @example await readAmounts("outside.csv"); // Map { "openai" => 13e9 }
 */
export async function readAmounts(path: string): Promise<ReadonlyMap<string, number>> {
  const faults = new FileFaults(path === "-" ? "stdin" : path);
  const rows = await rowsOf(path, faults);
  const names = (rows[0]?.fields ?? []).map((name) => name.toLowerCase());
  const [idAt, amountAt] = [names.indexOf("id"), names.indexOf("amount")];
  if (idAt === -1 || amountAt === -1) {
    const missing = idAt === -1 ? "id" : "amount";
    faults.add(1, 1, "", `no column is called "${missing}"`, HEADER_HINT);
    faults.throwAny();
  }
  const amounts = new Map<string, number>();
  for (const { fields, line } of rows.slice(1)) {
    const at = (column: number, name: string) => ({ faults, line, column: column + 1, name });
    const id = idField(fields[idAt] ?? "", at(idAt, "id"));
    const text = fields[amountAt] ?? "";
    const usd = amountField(text, at(amountAt, "amount"), "write 0 or more");
    if (text === "") faults.add(line, amountAt + 1, "amount", "is missing", "leave out who has none");
    if (id === null || usd === null) continue;
    if (amounts.has(id)) faults.add(line, idAt + 1, "id", `"${id}" comes twice`, "keep one row of it");
    amounts.set(id, usd);
  }
  faults.throwAny();
  return amounts;
}

async function rowsOf(path: string, faults: FileFaults): Promise<readonly TableRecord[]> {
  const rows: TableRecord[] = [];
  for await (const records of recordsOf(limited(textOf(path), faults), ",", faults)) rows.push(...records);
  faults.throwAny();
  return rows;
}

/** Gives up on a text that is longer than any such table. */
async function* limited(text: AsyncIterable<string>, faults: FileFaults): AsyncGenerator<string> {
  let length = 0;
  for await (const piece of text) {
    length += piece.length;
    if (length > MOST_CHARACTERS) {
      faults.add(1, 1, "", `more than ${MOST_CHARACTERS} characters`, "is this a table of id,amount?");
      faults.throwAny();
    }
    yield piece;
  }
}
