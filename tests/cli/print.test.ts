/** How rows and values are written, for people and for spreadsheets. */
import { describe, expect, test } from "vitest";
import { printCard } from "../../src/cli/cards/card.js";
import type { Out } from "../../src/cli/command.js";
import { csvLine } from "../../src/cli/csv.js";
import { printJsonList, printTable } from "../../src/cli/print.js";
import { displayWidth, padTo, safeText } from "../../src/cli/width.js";
import { counted, usd } from "../../src/cli/words.js";

/** What is printed, on no terminal. */
async function printed(print: (out: Out) => Promise<void>, over: Partial<Out> = {}): Promise<string> {
  let text = "";
  const out: Out = {
    write: async (piece) => {
      text += piece;
    },
    note: () => {},
    progress: () => {},
    signal: new AbortController().signal,
    isTerminal: false,
    hasColor: false,
    ...over,
  };
  await print(out);
  return text;
}

// By hand, from Unicode's East Asian widths.
test.each([
  ["NVIDIA", 6],
  ["輝達", 4],
  ["Ｆｕｌｌ", 8],
  ["한글", 4],
  ["é", 1],
  ["e\u0301", 1],
  ["→", 1],
  ["🧪", 2],
  ["👩‍🔬", 2],
  ["❤️", 2],
  ["a\u200bb", 2],
  ["", 0],
])("%s takes %i columns", (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test("a text is filled to a width on either side, and never cut", () => {
  expect([padTo("輝達", 6, "left"), padTo("輝達", 6, "right"), padTo("輝達", 2, "left")]).toEqual([
    "輝達  ",
    "  輝達",
    "輝達",
  ]);
});

test("a text cannot move the cursor or turn the line around", () => {
  expect(safeText("a\u001b[2J\r\n\u0007\u202eb\u009b")).toBe("a\ufffd[2J\ufffd\ufffd\ufffd\ufffdb\ufffd");
});

test.each([
  [30.1e9, "$30.1bn"],
  [1.25e12, "$1.25tn"],
  [999_960_000, "$1bn"],
  [950e6, "$950m"],
  [5e6, "$5m"],
  [999_999, "$999,999"],
  [12.345, "$12.35"],
  [0, "$0"],
])("%d reads %s", (amount, text) => {
  expect(usd(amount)).toBe(text);
});

test("one of a thing, and several", () => {
  expect([counted(1, "loop"), counted(0, "loop"), counted(1200, "flow")]).toEqual([
    "1 loop",
    "0 loops",
    "1,200 flows",
  ]);
});

describe("CSV", () => {
  test.each([
    ["plain", "plain"],
    ['say "so", he', '"say ""so"", he"'],
    ["two\nlines", '"two\nlines"'],
    ["=1+1", "'=1+1"],
    ["@cmd, x", '"\'@cmd, x"'],
    ["-5", "'-5"],
    [-5, "-5"],
    [1e21, "1e+21"],
    [true, "true"],
    [null, ""],
    ["", ""],
  ])("%j is written %j", (value, text) => {
    expect(csvLine([value])).toBe(`${text}\n`);
  });
});

describe("a table", () => {
  const columns = [
    { heading: "#", align: "right" as const, text: (_row: string, index: number) => String(index + 1) },
    { heading: "name", text: (row: string) => row },
    { heading: "end", text: () => "|" },
  ];

  test("lines up by what is seen, and is as wide as its first rows", async () => {
    const text = await printed((out) => printTable(out, columns, [["輝達", "AMD"], ["a longer name"]]));

    expect(text).toBe(["#  name  end", "1  輝達  |", "2  AMD   |", "3  a longer name  |", ""].join("\n"));
  });

  test("has a bold heading where colours are wanted, and nothing at all without rows", async () => {
    const bold = await printed((out) => printTable(out, columns, [["a"]]), { hasColor: true });

    expect(bold).toContain("\u001b[1m#  name  end\u001b[22m\n");
    expect(await printed((out) => printTable(out, columns, []))).toBe("");
  });
});

test("a long list in JSON is one document, row by row", async () => {
  const text = await printed((out) =>
    printJsonList(out, { a: 1 }, "rows", [[1, 2], [], [3]], { complete: true }),
  );

  expect(JSON.parse(text)).toEqual({ a: 1, rows: [1, 2, 3], complete: true });
  expect(text.split("\n")[3]).toBe("    1,");
  const empty = await printed((out) => printJsonList(out, {}, "rows", [], { b: null }));
  expect(JSON.parse(empty)).toEqual({ rows: [], b: null });
});

test("a card wraps running text, keeps its indent, and leaves out empty sections", async () => {
  const long = "word ".repeat(30).trim();

  const text = await printed((out) =>
    printCard(out, {
      title: "Title",
      sections: [
        { heading: "empty", rows: [] },
        { heading: "text", rows: [["a", "b"], [`  ${long}`]] },
      ],
    }),
  );

  const lines = text.split("\n");
  expect(lines.slice(0, 4)).toEqual(["Title", "", "text", "  a  b"]);
  expect(lines.slice(4, 6).every((line) => line.startsWith("    word") && line.length <= 100)).toBe(true);
});
