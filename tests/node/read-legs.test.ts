/** Graph files read straight into legs: the same as by way of the graph, and as strict. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { flowsOfLeg, type LegGraph, legAt, legsOf, legsOfDeal } from "../../src/graph/legs.js";
import { type View, viewGraph } from "../../src/graph/view.js";
import { openLegs } from "../../src/node/open-graph.js";
import { readGraph, readLegs } from "../../src/node/read-graph.js";
import { SMALL_WORLD } from "../small-world.js";

const folder = mkdtempSync(join(tmpdir(), "capital-loop-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string | Buffer): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** All that a graph of legs says, in plain values. */
function said(legs: LegGraph) {
  const { ids, start, source, target, amountUsd, time } = legs;
  return {
    ids,
    start: [...start],
    source: [...source],
    target: [...target],
    amountUsd: [...amountUsd],
    time: time === null ? null : [...time],
    legs: [...target.keys()].map((leg) => legAt(legs, leg)),
    flows: [...target.keys()].map((leg) => flowsOfLeg(legs, leg)),
    indexOf: ids.map((id) => legs.indexOf.get(id)),
  };
}

/** What the file says by way of the graph of objects. */
async function byGraph(path: string, view: View) {
  const graph = viewGraph(await readGraph(path), view);
  const deals = new Set(graph.mapEdges((_edge, { deal }) => deal)).size;
  return { ...said(legsOf(graph)), deals, asOf: graph.getAttribute("asOf") };
}

const id = fc.constantFrom(
  "a",
  "b",
  "0",
  "7",
  "10",
  "007",
  "33554432",
  "99999999999",
  "a rather long name",
  "软银",
  "b-2",
);
const view: fc.Arbitrary<View> = fc.record(
  {
    asOf: fc.constantFrom("2023-06-30", "1999-01-01", "2040-01-01"),
    status: fc.constantFrom<View["status"][]>("live", "all", ["signed"], ["closed", "announced"]),
    firm: fc.constantFrom("announced", "signed", "closed"),
    level: fc.constantFrom("entity", "group"),
    kinds: fc.subarray(["warrant", "loan", "guarantee"] as const),
    layers: fc.constant(["chips"] as const),
    collection: fc.constantFrom("current", "history"),
  },
  { requiredKeys: [] },
);

describe("a file as legs is the same as by way of the graph", () => {
  test("a table", async () => {
    const row = fc.record({
      source: id,
      target: id,
      id: fc.constantFrom("", "", "", "3", "row-2", "deal"),
      kind: fc.constantFrom("", "warrant", "loan", "guarantee", "backstop"),
      amount: fc.constantFrom("", "0", "5", "1.5e9"),
      date: fc.constantFrom("", "2022", "2023-06", "2023-07-01", "2024-02-29"),
    });
    const rows = fc.uniqueArray(row, { selector: (r) => (r.id === "" ? r : r.id), maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(rows, view, async (those, asked) => {
        const lines = those.map((r) => [r.source, r.target, r.id, r.kind, r.amount, r.date].join(","));
        const path = write("a.csv", ["source,target,id,kind,amount,date", ...lines].join("\n"));

        const { legs, deals, asOf } = await readLegs(path, asked);

        expect({ ...said(legs), deals, asOf }).toEqual(await byGraph(path, asked));
        for (const deal of ["deal", "row-2", "3", "row-99"])
          expect(legsOfDeal(legs, deal)).toEqual(
            legsOfDeal(legsOf(viewGraph(await readGraph(path), asked)), deal),
          );
      }),
      { numRuns: 300 },
    );
  });

  test("an edge list", async () => {
    const plain = id.filter((name) => !name.includes(" "));
    const row = fc.record({
      source: plain,
      target: plain,
      time: fc.constantFrom("-", "0", "1688169599", "1688169600.5", "1700000000"),
      amount: fc.constantFrom("-", "0", "5", "7.25"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), view, async (rows, asked) => {
        const lines = rows.map((r) => [r.source, r.target, r.time, r.amount].join(" "));
        const path = write("b.edges", lines.join("\n"));

        const { legs, deals, asOf } = await readLegs(path, asked);

        expect({ ...said(legs), deals, asOf }).toEqual(await byGraph(path, asked));
      }),
      { numRuns: 300 },
    );
  });

  test("more rows than one piece of a column holds, gzipped", async () => {
    const lines = Array.from({ length: 150_000 }, (_, i) => `${i % 977} ${(7 * i) % 1013} ${i} ${i % 10}`);
    const path = write("c.txt.gz", gzipSync(lines.join("\n")));

    const { legs } = await readLegs(path);

    const expected = legsOf(await readGraph(path));
    expect(legs.ids).toEqual(expected.ids);
    expect(legs.target).toEqual(expected.target);
    expect(legs.amountUsd).toEqual(expected.amountUsd);
    expect(legs.time).toEqual(expected.time);
    expect(flowsOfLeg(legs, 4321)).toEqual(flowsOfLeg(expected, 4321));
  });

  test("graphology's JSON and facts, with the names of entities", async () => {
    const path = write(
      "d.json",
      '{"nodes":[{"key":"a","attributes":{"label":"A"}},{"key":"b"}],"edges":[{"source":"a","target":"b"}]}',
    );

    expect((await readLegs(path)).names).toEqual(new Map([["a", "A"]]));
    const { legs, names, counts } = await openLegs({ data: SMALL_WORLD }, {});
    expect(counts).toEqual({ entities: 4, deals: 5, flows: 5, asOf: "2032-06-30" });
    expect(names.get("example-lab")).toBe("Example Lab");
    expect(legs.kindOf("example-lab")).toBe("lab");
  });
});

describe("rows that do not hold", () => {
  test("are told by line and place", async () => {
    const table = write("e.csv", "source,target,amount\na,b,1\nb,a,lots\na,,2\n");
    const list = write("f.edges", "a b\nb a now\nb\n");

    await expect(readLegs(table)).rejects.toMatchObject({
      code: "invalid-graph",
      problems: [
        { line: 3, column: 3, path: "amount" },
        { line: 4, column: 2, path: "target" },
      ],
    });
    await expect(readLegs(list)).rejects.toMatchObject({
      problems: [
        { line: 2, column: 3, path: "time" },
        { line: 3, column: 1 },
      ],
    });
  });

  test("are told even where the view would have left them out", async () => {
    const path = write("g.csv", "source,target,kind,amount\na,b,loan,x\n");

    await expect(readLegs(path, { kinds: ["warrant"] })).rejects.toThrow(
      'g.csv:2:4 amount: "x" is not a number',
    );
  });

  test("a day that is none is refused", async () => {
    await expect(readLegs(write("h.txt", "a b\n"), { asOf: "2026-02-30" })).rejects.toThrow("is not a day");
  });
});
