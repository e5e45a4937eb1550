/** Tables cut into pieces anywhere read as a well-known parser reads them whole. */
import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FileFaults } from "../../src/reading/faults.js";
import { recordsOf } from "../../src/reading/records.js";
import { pieces } from "./pieces.js";

async function read(text: string, delimiter: "," | "\t" = ",", cuts: readonly number[] = []) {
  const faults = new FileFaults("t.csv");
  const records: { fields: readonly string[]; line: number }[] = [];
  for await (const some of recordsOf(pieces(text, cuts), delimiter, faults)) records.push(...some);
  let said = "";
  try {
    faults.throwAny();
  } catch (error) {
    said = String((error as Error).message);
  }
  return { records, said };
}

const cuts = fc.array(fc.nat(200), { maxLength: 8 });
const field = fc.stringMatching(/^[a-z",\n é]{0,6}$/);
const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });

/** Quotes what has to be. */
const written = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

test("quotes, commas and lines within fields, wherever the pieces end", async () => {
  await fc.assert(
    fc.asyncProperty(rows, cuts, fc.constantFrom("\n", "\r\n"), async (table, at, end) => {
      const text = table.map((row) => row.map(written).join(",")).join(end) + end;
      const { records, said } = await read(text, ",", at);
      const known: string[][] = parse(text, { relax_column_count: true, trim: true, skip_empty_lines: true });
      expect(said).toBe("");
      expect(records.map(({ fields }) => fields)).toEqual(known);
    }),
    { numRuns: 300 },
  );
});

test("tables of tabs have no quoting", async () => {
  const { records } = await read('a "b"\t\tc,d\n"x\ty\n', "\t", [3, 9]);

  expect(records).toEqual([
    { fields: ['a "b"', "", "c,d"], line: 1 },
    { fields: ['"x', "y"], line: 2 },
  ]);
});

test("a row ends on the line its last field ends on; empty lines count and are left out", async () => {
  const { records } = await read('a,b\r\n\r\n"c\r\nd",e\r\n  \r\nf,g');

  expect(records.map(({ line }) => line)).toEqual([1, 4, 6]);
});

test("lines that end as on old systems", async () => {
  expect((await read("a,b\rc,d\r", ",", [4])).records).toHaveLength(2);
});

describe("what is no table", () => {
  test.each([
    ['a,b"c\n', 't.csv:1:2 a quote stands inside a field; put the whole field in quotes and write "" inside'],
    ['"a" b,c\n', 't.csv:1:1 text follows a closing quote; write "" for a quote inside a quoted field'],
    ['a,b\nc,"d\ne,f\n', "t.csv:2:2 a quote opens here and never closes; close it, or write the quote twice"],
  ])("is said by its place: %j", async (text, said) => {
    expect((await read(text, ",", [5])).said).toBe(said);
  });

  test("a row that never ends is given up", async () => {
    const { said } = await read(`"${"x\n".repeat(600_000)}"`, ",", [5]);
    const mend = "a row stays under 1000000 characters: close its quotes";
    expect(said).toBe(`t.csv:500000:1 a row has no end; ${mend}`);
  });
});
