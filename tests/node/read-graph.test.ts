/** Graph files of every format, right and wrong. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { CapitalLoopError } from "../../src/errors.js";
import { writeJson } from "../../src/formats/json.js";
import { buildGraph } from "../../src/graph/build.js";
import type { CapitalGraph } from "../../src/graph/capital-graph.js";
import { countLoops } from "../../src/loops/find.js";
import { loadDataset } from "../../src/node/load-dataset.js";
import { readGraph } from "../../src/node/read-graph.js";
import { SMALL_WORLD } from "../small-world.js";

const folder = mkdtempSync(join(tmpdir(), "capital-loop-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file and reads it as a graph. */
async function read(name: string, text: string | Buffer): Promise<CapitalGraph> {
  writeFileSync(join(folder, name), text);
  return readGraph(join(folder, name));
}

/** What is said of a file, with its folder left out. */
async function faultsOf(name: string, text: string | Buffer): Promise<string[]> {
  const error = await read(name, text).catch((thrown: unknown) => thrown);
  if (!(error instanceof CapitalLoopError)) throw new Error(`${name} was read, or failed: ${error}`);
  return error.message.replaceAll(`${folder}/`, "").split("\n");
}

function flowsOf(graph: CapitalGraph): string[] {
  return graph.mapEdges((key, { deal, amountUsd }, from, to) => `${key} ${deal}: ${from} ${amountUsd} ${to}`);
}

const CSV = [
  "source,target,id,kind,amount,date",
  "chips,lab,stake,equity,2e9,2031-03-14",
  '"the, lab",chips,,chip_purchase,,2031',
  "lab,chips,,,5,",
  "",
].join("\n");

describe("a table", () => {
  test("of six columns", async () => {
    const graph = await read("a.csv", CSV);

    expect(flowsOf(graph)).toEqual([
      "stake stake: chips 2000000000 lab",
      "2 row-2: the, lab null chips",
      "3 row-3: lab 5 chips",
    ]);
    expect(graph.getEdgeAttributes("stake")).toMatchObject({
      kind: "equity_investment",
      class: "FIN",
      letter: "E",
      amount: 2e9,
      currency: "USD",
      announced: "2031-03-14",
      state: "signed",
      live: true,
    });
    expect(graph.getEdgeAttributes("3")).toMatchObject({ kind: null, class: "OPS", letter: null });
    expect(graph.getNodeAttributes("lab")).toMatchObject({ label: "lab", kind: null });
  });

  test("is seen from the last day that its dates cover", async () => {
    expect((await read("a.csv", CSV)).getAttribute("asOf")).toBe("2031-12-31");
    expect((await read("b.csv", "source,target\na,b\n")).getAttribute("asOf")).toBe("1970-01-01");
    const given = await readGraph(join(folder, "b.csv"), { undatedDay: "2026-11-21" });
    expect(given.getAttribute("asOf")).toBe("2026-11-21");
  });

  test.each([
    ["Windows lines and a byte order mark", "\ufeffsource,target\r\na,b\r\nb,a\r\n"],
    ["columns in another order and case, and one nobody knows", "Weight,Target,Source\n7,b,a\n7,a,b\n"],
    ["blanks around, and blank lines", "source , target\n\n a , b \n\nb,a"],
  ])("with %s", async (_name, text) => {
    const graph = await read("c.csv", text);

    expect(graph.mapEdges((_key, _flow, from, to) => `${from}${to}`)).toEqual(["ab", "ba"]);
  });

  test("of tabs, where a quote is a sign like others and a field may be empty", async () => {
    const graph = await read("d.tsv", 'source\tkind\ttarget\na "b"\t\tc,d\n');

    expect(flowsOf(graph)).toEqual(['1 row-1: a "b" null c,d']);
  });

  test("keeps parallel flows and what an entity pays itself", async () => {
    const graph = await read("e.csv", "source,target\na,b\na,b\na,a\n");

    expect([graph.order, graph.size]).toEqual([2, 3]);
  });

  test("a row's number gives way to an id that another row has", async () => {
    const graph = await read("f.csv", "source,target,id\na,b,2\nb,a,\n");

    expect(graph.edges()).toEqual(["2", "row-2"]);
  });

  test("every fault is told at once, by line and place in the row", async () => {
    const faults = await faultsOf(
      "g.csv",
      [
        "source,target,amount,kind,date,id",
        'a,b,"12,5bn",,,x',
        "a,b,-5,,,",
        "a,b,1e999,,,",
        "a,b,,warant,,",
        "a,b,,partnership,,",
        "a,b,,,2025-02-30,",
        "a,,,,,",
        "a,b,,,,x",
        "a,b,12,5,,,",
      ].join("\n"),
    );

    expect(faults).toEqual([
      'g.csv:2:3 amount: "12,5bn" is not a number; write it in dollars, for example 12.5e9',
      'g.csv:3:3 amount: "-5" is below zero; a flow points the way capital moves: swap source and target',
      'g.csv:4:3 amount: "1e999" is not a number; write it in dollars, for example 12.5e9',
      'g.csv:5:4 kind: "warant" is no kind of deal; did you mean "warrant"?',
      "g.csv:6:4 kind: a partnership moves no capital; leave the row out, or name what is paid for",
      'g.csv:7:5 date: "2025-02-30" is not a date of the calendar; write 2026-11-21, 2026-11 or 2026',
      "g.csv:8:2 target: is missing; name the entity",
      'g.csv:9:6 id: "x" is the id of line 2 too; give each its own',
      'g.csv:10:7 a row of 7 fields under 6 columns; put a field with a comma in it in "quotes"',
    ]);
  });

  test("fifty faults are shown, the rest counted", async () => {
    const faults = await faultsOf("h.csv", `source,target,amount\n${"a,b,x\n".repeat(60)}`);

    expect(faults).toHaveLength(51);
    expect(faults.at(-1)).toBe("h.csv: and 10 more");
  });

  test.each([
    [
      "no header",
      "a,b\nb,a\n",
      'i.csv:1:1 no column is called "source"; the first line names the columns: source,target and optionally id,kind,amount,date',
    ],
    [
      "a misspelt header",
      "source,traget\na,b\n",
      'i.csv:1:1 no column is called "target"; is it "traget"? the first line names the columns: source,target and optionally id,kind,amount,date',
    ],
    ["semicolons", "source;target\na;b\n", 'i.csv:1:1 the columns are parted by ";"; save it with commas'],
    [
      "nothing",
      "",
      "i.csv:1:1 the file is empty; the first line names the columns: source,target and optionally id,kind,amount,date",
    ],
    [
      "an open quote",
      'source,target\na,"b\n',
      "i.csv:2:2 a quote opens here and never closes; close it, or write the quote twice",
    ],
    [
      "NUL bytes",
      "source,target\na,b\u0000\n",
      "i.csv:2:2 target: holds a control character; an id is plain text; is the file UTF-8 text?",
    ],
    [
      "a name that every object has",
      "source,target\n__proto__,b\na,constructor\n",
      'i.csv:2:1 source: "__proto__" cannot be an entity\'s id: JavaScript keeps the word for itself; write it another way',
    ],
  ])("with %s", async (_name, text, expected) => {
    expect((await faultsOf("i.csv", text))[0]).toBe(expected);
  });

  test("a bad name harms nothing else", async () => {
    await faultsOf("j.csv", "source,target\nb,__proto__\nb,__proto__\n__proto__,b\n");

    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe("an edge list", () => {
  test("of two to four fields, comments and unknown times among them", async () => {
    const graph = await read("a.edges", "# comment\na b\n\nb\tc 1700000000.9\n  c a - 5e9\r\n#\nc a 0 7");

    expect(flowsOf(graph)).toEqual([
      "1 row-1: a null b",
      "2 row-2: b null c",
      "3 row-3: c 5000000000 a",
      "4 row-4: c 7 a",
    ]);
    expect(graph.getEdgeAttributes("2")).toMatchObject({ time: 1_700_000_000, announced: "2023-11-14" });
    expect(graph.getEdgeAttributes("4")).toMatchObject({ time: 0, announced: "1970-01-01" });
    expect(graph.getAttribute("asOf")).toBe("2023-11-14");
  });

  test("whose numbers are ratings keeps its flows, and says that these are no payments", async () => {
    writeFileSync(join(folder, "b.txt"), "a b 0 -10\nb a 0 3\n");
    const warnings: string[] = [];

    const graph = await readGraph(join(folder, "b.txt"), { onWarning: (text) => warnings.push(text) });

    expect(graph.mapEdges((_key, { amountUsd }) => amountUsd)).toEqual([null, 3]);
    expect(warnings).toEqual([`${folder}/b.txt: 1 amounts below zero are no payments; read as undisclosed`]);
  });

  test("faults by line and place", async () => {
    expect(await faultsOf("c.txt", "a\na b c d e\na b now\na b 1700000000000\na b 0 5k\n")).toEqual([
      "c.txt:1:1 a line of 1 field; write source, target and optionally time and amount, parted by blanks",
      "c.txt:2:5 a line of 5 fields; write source, target and optionally time and amount, parted by blanks",
      'c.txt:3:3 time: "now" is not a time; write seconds since 1970, for example 1795219200',
      'c.txt:4:3 time: "1700000000000" lies outside the years 1970 to 9999; write seconds, not milliseconds',
      'c.txt:5:4 amount: "5k" is not a number; write it in dollars, for example 12.5e9',
    ]);
  });

  test.each([
    ["nothing", ""],
    ["blanks", " \n\n\t\n"],
    ["comments", "# FromNodeId ToNodeId\n#\n"],
  ])("of %s alone is no list", async (_name, text) => {
    const line =
      "1:1 no line states a flow; write source, target and optionally time and amount, parted by blanks";

    expect(await faultsOf("d.txt", text)).toEqual([`d.txt:${line}`]);
    expect(await faultsOf("d.edges.gz", gzipSync(text))).toEqual([`d.edges.gz:${line}`]);
  });

  // The first two from tests/graphs/expected.json; a complete graph of 6 has 409 (OEIS A006231), 5! of them of six legs.
  test.each([
    ["flow-xs", 851],
    ["flow-s", 128_616],
    ["complete-6", 289],
  ])("%s has %i loops of up to five legs", async (name, count) => {
    const graph = await readGraph(new URL(`../graphs/${name}.txt`, import.meta.url).pathname);

    expect(countLoops(graph).count).toBe(count);
  });
});

describe("graphology's JSON", () => {
  test("as we write it comes back as it was", async () => {
    const graph = buildGraph(await loadDataset(SMALL_WORLD));

    const back = await read("a.json", [...writeJson(graph)].join(""));

    expect(back.export()).toEqual(graph.export());
  });

  test("of other people: numbers for keys, amounts and dates by common names, other attributes passed over", async () => {
    const graph = await read(
      "b.json",
      JSON.stringify({
        attributes: { name: "theirs" },
        nodes: [{ key: 1, attributes: { x: 0.5, label: "One" } }, { key: "2" }],
        edges: [
          { source: 1, target: "2", attributes: { amount: 7, date: "2031-05", color: "red" } },
          {
            key: "e",
            source: "2",
            target: 1,
            attributes: { kind: "vendorLoan", amount: 3, currency: "EUR" },
          },
        ],
      }),
    );

    expect(graph.getNodeAttribute("1", "label")).toBe("One");
    expect(graph.getEdgeAttributes("1")).toMatchObject({ amountUsd: 7, announced: "2031-05", deal: "1" });
    expect(graph.getEdgeAttributes("e")).toMatchObject({
      kind: "vendor_financing",
      class: "FIN",
      amountUsd: null,
      amount: 3,
      currency: "EUR",
    });
    expect(graph.getAttribute("asOf")).toBe("2031-05-31");
  });

  // Each half is in an escape: UTF-8 has no bytes for it.
  test("half a character is read as U+FFFD, and said; a whole one stays", async () => {
    const text = JSON.stringify({
      nodes: [
        { key: "a\ud83d", attributes: { label: "cut \ud83d", ticker: "\udcb8" } },
        { key: "💸", attributes: { label: "whole 💸" } },
      ],
      edges: [{ source: "a\ud83d", target: "💸" }],
    }).replace("whole 💸", "whole \\ud83d\\udcb8");
    writeFileSync(join(folder, "half.json"), text);
    const warnings: string[] = [];

    const graph = await readGraph(join(folder, "half.json"), { onWarning: (line) => warnings.push(line) });

    expect(graph.nodes()).toEqual(["a\ufffd", "💸"]);
    expect(graph.mapNodes((_id, { label, ticker }) => [label, ticker])).toEqual([
      ["cut \ufffd", "\ufffd"],
      ["whole 💸", null],
    ]);
    expect(graph.mapEdges((_key, _flow, source, target) => [source, target])).toEqual([["a\ufffd", "💸"]]);
    expect(warnings).toEqual([
      `${folder}/half.json: 4 texts hold half a character, as where a name was cut off; read as \ufffd`,
    ]);
  });

  test("ids that are told apart only by half characters are refused", async () => {
    expect(await faultsOf("half.json", '{"nodes":[{"key":"\\ud83d"},{"key":"\\udcb8"}],"edges":[]}')).toEqual(
      ['half.json:1:35 nodes[1].key: "\ufffd" stands twice; give each node its own key'],
    );
  });

  test("faults by line and column", async () => {
    const text = `{
  "nodes": [{ "key": "a" }, { "key": "a" }, { "key": "lab" }, { "key": "constructor" }],
  "edges": [
    { "source": "a", "target": "lap" },
    { "source": "a", "target": "lab", "attributes": { "amountUsd": "5" } },
    { "source": "a", "target": "lab", "attributes": { "kind": "warant" } }
  ]
}`;

    expect(await faultsOf("c.json", text)).toEqual([
      'c.json:2:38 nodes[1].key: "a" stands twice; give each node its own key',
      'c.json:2:72 nodes[3].key: "constructor" cannot be an entity\'s id: JavaScript keeps the word for itself; write it another way',
      'c.json:4:32 edges[0].target: no node has the key "lap"; did you mean "lab"?',
      'c.json:5:68 edges[1].attributes.amountUsd: the string "5" stands where a number belongs; write a number',
      'c.json:6:63 edges[2].attributes.kind: "warant" is no kind of deal; did you mean "warrant"?',
    ]);
  });

  test.each([
    [
      "undirected",
      '{"options":{"type":"undirected"},"nodes":[],"edges":[]}',
      "d.json: this graph is undirected; money moves one way: export it as a directed graph",
    ],
    [
      "with one undirected edge",
      '{"nodes":[{"key":"a"}],"edges":[{"source":"a","target":"a","undirected":true}]}',
      "d.json: this graph is undirected; money moves one way: export it as a directed graph",
    ],
    [
      "cut off",
      '{"nodes": [],\n "edges": [',
      "d.json:2:12 not JSON: Unexpected end of JSON input; was the file cut off, or edited by hand?",
    ],
    [
      "of another kind",
      "[1, 2]",
      "d.json:1:1 a list stands where fields of its own belongs; write fields of its own",
    ],
  ])("%s", async (_name, text, expected) => {
    expect(await faultsOf("d.json", text)).toEqual([expected]);
  });
});

describe("gzip", () => {
  test("of each format reads as the file within", async () => {
    expect(flowsOf(await read("a.csv.gz", gzipSync(CSV)))).toEqual(flowsOf(await read("a.csv", CSV)));
    expect((await read("a.txt.gz", gzipSync("a b\n"))).size).toBe(1);
    expect((await read("a.json.gz", gzipSync('{"nodes":[],"edges":[]}'))).size).toBe(0);
  });

  test("that something on the way unpacked already is read all the same", async () => {
    expect((await read("b.csv.gz", "source,target\na,b\n")).size).toBe(1);
  });

  test("cut off or damaged is said in one line", async () => {
    const whole = gzipSync(CSV);
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 12, 30);

    expect(await faultsOf("c.csv.gz", whole.subarray(0, whole.length - 12))).toEqual([
      "c.csv.gz: the gzipped file ends in the middle; fetch or make it again",
    ]);
    expect(await faultsOf("d.csv.gz", damaged)).toEqual([
      "d.csv.gz: the gzipped file is damaged; fetch or make it again",
    ]);
  });
});

describe("what is no graph file", () => {
  test("is said in one line that names what can be read", async () => {
    expect(await faultsOf("a.net", "*Vertices 1")).toEqual([
      "a.net: .net files are not read; give .csv, .tsv, .edges, .txt, .json, .gexf, .graphml (each also with .gz), or - for stdin",
    ]);
    await expect(readGraph("nowhere.csv")).rejects.toThrow(
      "nowhere.csv: there is no such file; check the path",
    );
    await expect(readGraph("graph")).rejects.toThrow("the name does not end in a known format");
    await expect(readGraph("tests.txt")).rejects.toMatchObject({ code: "unreadable" });
  });

  test("nor is a folder, whatever it is called, nor what stands in no folder", async () => {
    mkdirSync(join(folder, "set.csv"));
    mkdirSync(join(folder, "set"));
    writeFileSync(join(folder, "file"), "");
    symlinkSync("round.csv", join(folder, "round.csv"));
    const fault = "this is a folder; give a file, or a folder of facts with --data";

    for (const name of ["set.csv", "set"])
      await expect(readGraph(join(folder, name))).rejects.toThrow(`${folder}/${name}: ${fault}`);
    await expect(readGraph(".")).rejects.toThrow(`.: ${fault}`);
    await expect(readGraph(join(folder, "file/a.csv"))).rejects.toThrow("a part of its path is a file");
    await expect(readGraph(join(folder, "round.csv"))).rejects.toThrow("its links lead in a circle");
  });

  test("a line without an end", async () => {
    expect(await faultsOf("b.txt", "x".repeat(2_000_000))).toEqual([
      "b.txt: a line has no end; is this a text file?",
    ]);
  });
});
