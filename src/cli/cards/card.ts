/** A card: everything known of one thing, as lines for people. */
import { styleText } from "node:util";
import type { Out } from "../command.js";
import { displayWidth, padTo, safeText } from "../width.js";

/** Rows under a heading. A row of one cell is running text; the cells of others are set in columns. */
export interface Section {
  readonly heading: string | null;
  readonly rows: readonly (readonly string[])[];
}

export interface Card {
  readonly title: string;
  /** Those without rows are left out. */
  readonly sections: readonly Section[];
}

const TEXT_WIDTH = 96;

export async function printCard(out: Out, { title, sections }: Card): Promise<void> {
  const bold = (text: string) => (out.hasColor ? styleText("bold", text, { validateStream: false }) : text);
  const lines = [bold(safeText(title))];
  for (const { heading, rows } of sections) {
    if (rows.length === 0) continue;
    lines.push("");
    if (heading !== null) lines.push(bold(safeText(heading)));
    lines.push(...linesOf(rows).map((line) => (heading === null ? line : `  ${line}`)));
  }
  await out.write(`${lines.join("\n")}\n`);
}

function linesOf(rows: readonly (readonly string[])[]): string[] {
  const safe = rows.map((row) => row.map(safeText));
  const widths: number[] = [];
  for (const row of safe) {
    if (row.length === 1) continue;
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, displayWidth(cell));
  }
  return safe.flatMap((row) => {
    const [only = ""] = row;
    if (row.length === 1) return wrapped(only);
    return [
      row
        .map((cell, i) => padTo(cell, widths[i] ?? 0, "left"))
        .join("  ")
        .trimEnd(),
    ];
  });
}

/** Running text in lines of a readable length, broken between words; blanks at its start indent them all. */
function wrapped(text: string): string[] {
  const indent = /^ */.exec(text)?.[0] ?? "";
  const lines: string[] = [];
  let line = "";
  for (const word of text.trim().split(/ +/)) {
    if (line !== "" && displayWidth(line) + 1 + displayWidth(word) > TEXT_WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((text) => indent + text);
}
