/**
 * Edge lists (`.edges`, `.txt`): one flow a line, parted by blanks: source, target, then optionally the
 * time in Unix seconds and the amount. `-` stands for what is not known, `#` starts a comment line.
 */
import type { FileFaults } from "./faults.js";
import { amountField, idField, numberIn, timeField } from "./fields.js";
import type { RowSink } from "./rows.js";

const HINT = "write source, target and optionally time and amount, parted by blanks";

/**
 * Reads lines; faults are noted and the line left out. No line but comments is a fault too: most often the file
 * was never written. Time O(characters).
 *
 * @returns how many amounts were below zero. Edge lists carry ratings and the like too; such a number is no
 * payment, so the flow is kept and its amount is undisclosed.
 */
export async function readEdges(
  lines: AsyncIterable<readonly string[]>,
  faults: FileFaults,
  sink: RowSink,
): Promise<number> {
  let negative = 0;
  let line = 0;
  let isEmpty = true;
  for await (const some of lines) {
    for (const text of some) {
      line++;
      const fields = fieldsOf(text);
      const [source = "", target = "", time = "-", amount = "-"] = fields;
      if (source === "" || source.startsWith("#")) continue;
      isEmpty = false;
      if (fields.length < 2 || fields.length > 4) {
        const many = fields.length === 1 ? "1 field" : `${fields.length} fields`;
        faults.add(line, fields.length, "", `a line of ${many}`, HINT);
        continue;
      }
      const from = idField(source, { faults, line, column: 1, name: "source" });
      const to = idField(target, { faults, line, column: 2, name: "target" });
      const seconds = time === "-" ? null : timeField(time, { faults, line, column: 3, name: "time" });
      const isNegative = amount.startsWith("-") && (numberIn(amount) ?? 0) < 0;
      if (isNegative) negative++;
      const amountUsd =
        amount === "-" || isNegative
          ? null
          : amountField(amount, { faults, line, column: 4, name: "amount" });
      if (from === null || to === null) continue;
      sink.add({ source: from, target: to, id: null, kind: null, amountUsd, announced: null, time: seconds });
    }
  }
  if (isEmpty) faults.add(1, 1, "", "no line states a flow", HINT);
  return negative;
}

const BLANK = 32;
const ASCII = 128;

/** The parts of a line between blanks. */
function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  let from = -1;
  for (let i = 0; i < line.length; i++) {
    const code = line.charCodeAt(i);
    // Blanks of other scripts are rare enough to be left to the slower way.
    if (code >= ASCII) return line.split(/\s+/).filter((field) => field !== "");
    if (code > BLANK) {
      if (from === -1) from = i;
    } else if (isBlank(code) && from !== -1) {
      fields.push(line.slice(from, i));
      from = -1;
    } else if (!isBlank(code) && from === -1) from = i;
  }
  if (from !== -1) fields.push(line.slice(from));
  return fields;
}

/** A space, a tab, or what parts lines and pages; other control characters are faults, not blanks. */
function isBlank(code: number): boolean {
  return code === BLANK || (code >= 9 && code <= 13);
}
