/**
 * Tables as records: fields parted by a sign, in double quotes where they hold that sign, a quote or the end
 * of a line (RFC 4180). Blanks around a field and empty lines are left out.
 */
import type { FileFaults } from "./faults.js";
import { linesOf } from "./lines.js";

/** One row: its fields, and the line it ends on, from 1. */
export interface TableRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

/** A row longer than this was not meant to be one. */
const MOST_CHARACTERS = 1_000_000;

/**
 * Reads a text as it comes, as many records at once as a piece holds. In a text parted by tabs a quote is a
 * character like any other. A fault of the writing is noted and ends the reading.
 *
 * @throws CapitalLoopError `unreadable` for a line without an end.
 * @remarks Time O(characters); space O(a piece).
 */
export async function* recordsOf(
  text: AsyncIterable<string>,
  delimiter: "," | "\t",
  faults: FileFaults,
): AsyncGenerator<readonly TableRecord[]> {
  const quote = delimiter === "," ? '"' : null;
  let line = 0;
  /** A row whose quotes go on in the next line. */
  let open: QuotedRow | null = null;
  for await (const lines of linesOf(text, faults.file)) {
    const records: TableRecord[] = [];
    for (const words of lines) {
      line++;
      if (open === null && (quote === null || !words.includes(quote))) {
        const fields = words.split(delimiter);
        for (let i = 0; i < fields.length; i++) fields[i] = (fields[i] as string).trim();
        if (fields.length > 1 || fields[0] !== "") records.push({ fields, line });
        continue;
      }
      open ??= new QuotedRow(delimiter, faults);
      const state = open.read(words, line);
      if (state === "fault") {
        yield records;
        return;
      }
      if (state === "open") continue;
      records.push({ fields: open.fields, line });
      open = null;
    }
    yield records;
  }
  open?.noteEnd();
}

/** A row with quotes in it, line by line. */
class QuotedRow {
  readonly fields: string[] = [];
  readonly #delimiter: string;
  readonly #faults: FileFaults;
  /** What is read of a field in quotes; null outside of one. */
  #field: string | null = null;
  #openedOn = 0;
  #length = 0;

  constructor(delimiter: string, faults: FileFaults) {
    this.#delimiter = delimiter;
    this.#faults = faults;
  }

  /** @returns whether the row is whole, goes on in the next line, or has a fault, which is noted. */
  read(words: string, line: number): "whole" | "open" | "fault" {
    this.#length += words.length + 1;
    if (this.#length > MOST_CHARACTERS) {
      const hint = `a row stays under ${MOST_CHARACTERS} characters: close its quotes`;
      return this.#fault(line, "a row has no end", hint);
    }
    for (let at = 0; ; ) {
      if (this.#field === null) {
        const start = afterBlanks(words, at);
        if (words[start] !== '"') {
          const end = this.#endOf(words, at);
          const field = words.slice(at, end).trim();
          if (field.includes('"')) {
            const hint = 'put the whole field in quotes and write "" inside';
            return this.#fault(line, "a quote stands inside a field", hint);
          }
          this.fields.push(field);
          if (end === words.length) return "whole";
          at = end + 1;
          continue;
        }
        this.#field = "";
        this.#openedOn = line;
        at = start + 1;
      }
      const close = words.indexOf('"', at);
      if (close === -1) {
        this.#field += `${words.slice(at)}\n`;
        return "open";
      }
      this.#field += words.slice(at, close);
      at = close + 1;
      if (words[at] === '"') {
        this.#field += '"';
        at++;
        continue;
      }
      const end = this.#endOf(words, at);
      if (words.slice(at, end).trim() !== "") {
        const hint = 'write "" for a quote inside a quoted field';
        return this.#fault(line, "text follows a closing quote", hint);
      }
      this.fields.push(this.#field);
      this.#field = null;
      if (end === words.length) return "whole";
      at = end + 1;
    }
  }

  /** The text is over. */
  noteEnd(): void {
    const hint = "close it, or write the quote twice";
    this.#fault(this.#openedOn, "a quote opens here and never closes", hint);
  }

  #endOf(words: string, from: number): number {
    const end = words.indexOf(this.#delimiter, from);
    return end === -1 ? words.length : end;
  }

  #fault(line: number, message: string, hint: string): "fault" {
    this.#faults.add(line, this.fields.length + 1, "", message, hint);
    return "fault";
  }
}

function afterBlanks(words: string, from: number): number {
  let at = from;
  while (words[at] === " " || words[at] === "\t") at++;
  return at;
}
