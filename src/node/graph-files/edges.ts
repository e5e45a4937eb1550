/**
 * Edge lists (`.edges`, `.txt`): one flow a line, parted by blanks: source, target, then optionally the
 * time in Unix seconds and the amount. `-` stands for what is not known, `#` starts a comment line.
 */
import type { FileFaults } from "./faults.js";
import { amountField, dayOf, idField, numberIn, timeField } from "./fields.js";
import type { FlowRow } from "./rows.js";

export interface EdgeList {
  readonly rows: readonly FlowRow[];
  /**
   * How many amounts were below zero. Edge lists carry ratings and the like too; such a number is no
   * payment, so the flow is kept and its amount is undisclosed.
   */
  readonly negative: number;
}

/** Reads lines; faults are noted and the line left out. Time O(characters). */
export async function readEdges(lines: AsyncIterable<string>, faults: FileFaults): Promise<EdgeList> {
  const rows: FlowRow[] = [];
  let negative = 0;
  let line = 0;
  for await (const text of lines) {
    line++;
    const fields = text.split(/\s+/).filter((field) => field !== "");
    const [source = "", target = "", time = "-", amount = "-"] = fields;
    if (source === "" || source.startsWith("#")) continue;
    const at = (column: number, name: string) => ({ faults, line, column, name });
    if (fields.length < 2 || fields.length > 4) {
      const hint = "write source, target and optionally time and amount, parted by blanks";
      faults.add(line, fields.length, "", `a line of ${fields.length} fields`, hint);
      continue;
    }
    const from = idField(source, at(1, "source"));
    const to = idField(target, at(2, "target"));
    const seconds = time === "-" ? null : timeField(time, at(3, "time"));
    const isNegative = (numberIn(amount) ?? 0) < 0;
    if (isNegative) negative++;
    const amountUsd = amount === "-" || isNegative ? null : amountField(amount, at(4, "amount"));
    if (from === null || to === null) continue;
    rows.push({
      source: from,
      target: to,
      id: null,
      kind: null,
      amountUsd,
      announced: seconds === null ? null : dayOf(seconds),
      time: seconds,
    });
  }
  return { rows, negative };
}
