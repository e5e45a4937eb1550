/**
 * The queries that go out with the data, run on engines: PostgreSQL (in this process, or the server that
 * CAPITAL_LOOP_POSTGRES names) and an embedded openCypher. Each must find what `findLoops` finds.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOOP_LENGTHS, loopQuery } from "../../src/formats/neo4j/queries.js";
import { NEO4J_PARTS } from "../../src/formats/neo4j.js";
import { toSql } from "../../src/formats/sql.js";
import { buildGraph } from "../../src/graph/build.js";
import type { CapitalGraph } from "../../src/graph/capital-graph.js";
import { viewGraph } from "../../src/graph/view.js";
import { findLoops } from "../../src/loops/find.js";
import { loadDataset } from "../../src/node/load-dataset.js";
import { completeGraph, graphOf, smallRows } from "../world.js";
import { smallWorld } from "./small-world.js";

interface Row {
  readonly id: string;
  readonly length: number;
  readonly bottleneckUsd: number | null;
  readonly totalUsd: number;
  readonly undisclosedLegs: number;
}

/** What the library says, by id: engines may break ties in the order otherwise. */
function expected(graph: CapitalGraph, maxLength: number): Row[] {
  const rows = Array.from(
    findLoops(graph, { maxLength }),
    ({ id, length, bottleneckUsd, totalUsd, undisclosedLegs }) => ({
      id,
      length,
      bottleneckUsd,
      totalUsd,
      undisclosedLegs,
    }),
  );
  return byId(rows);
}

function byId(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const facts = async () => viewGraph(buildGraph(await loadDataset()));

describe("PostgreSQL", () => {
  let database: PGlite;
  beforeAll(async () => {
    database = await PGlite.create();
  });
  afterAll(() => database.close());

  const server = process.env.CAPITAL_LOOP_POSTGRES;

  async function loopsOn(graph: CapitalGraph, maxLength: number): Promise<Row[]> {
    const again = "DROP SCHEMA IF EXISTS capital_loop CASCADE;\n";
    const query = `SELECT id, length, bottleneck_usd, total_usd, undisclosed_legs FROM capital_loop.loops(${maxLength})`;
    const rows =
      server === undefined
        ? await database
            .exec(again + toSql(graph))
            .then(async () => (await database.query(query, [], { rowMode: "array" })).rows)
        : psql(server, `${again}${toSql(graph)}\\copy (${query}) TO STDOUT WITH CSV\n`);
    return byId(
      (rows as (string | number | null)[][]).map(([id, length, bottleneck, total, undisclosed]) => ({
        id: String(id),
        length: Number(length),
        bottleneckUsd: bottleneck === null || bottleneck === "" ? null : Number(bottleneck),
        totalUsd: Number(total),
        undisclosedLegs: Number(undisclosed),
      })),
    );
  }

  test("the built-in facts, to loops of four", async () => {
    const graph = await facts();

    const loops = await loopsOn(graph, 4);

    expect(loops.length).toBeGreaterThan(100);
    expect(loops).toEqual(expected(graph, 4));
  });

  test("the small world and complete graphs", async () => {
    for (const graph of [smallWorld(), completeGraph(5)])
      expect(await loopsOn(graph, 5)).toEqual(expected(graph, 5));
  });

  test("every random graph", async () => {
    await fc.assert(
      fc.asyncProperty(smallRows, fc.integer({ min: 2, max: 6 }), async (rows, maxLength) => {
        const graph = graphOf(rows);
        expect(await loopsOn(graph, maxLength)).toEqual(expected(graph, maxLength));
      }),
      { numRuns: 25 },
    );
  });

  test("names with quotes, and refusing to load twice", async () => {
    const graph = graphOf([
      ["it's", 'a "name"', 1],
      ['a "name"', "it's", 2],
    ]);

    expect(await loopsOn(graph, 2)).toEqual(expected(graph, 2));
    if (server === undefined) await expect(database.exec(toSql(graph))).rejects.toThrow(/already exists/);
  });
});

/** Runs statements on a server; the last one's table comes back. */
function psql(server: string, statements: string): string[][] {
  const { status, stdout, stderr } = spawnSync("psql", ["-qX", "-v", "ON_ERROR_STOP=1", server], {
    input: statements,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return parse(stdout);
}

/** What is used of an embedded openCypher engine; see docs/other-engines.md for which, and how to have it here. */
interface CypherEngine {
  readonly default: {
    readonly Database: new (
      path: string,
      poolBytes: number,
      compresses: boolean,
      readOnly: boolean,
      mostBytes: number,
    ) => { close(): Promise<void> };
    readonly Connection: new (
      database: object,
    ) => { query(text: string): Promise<CypherResult | CypherResult[]>; close(): Promise<void> };
  };
}
interface CypherResult {
  getAll(): Promise<Readonly<Record<string, unknown>>[]>;
}

// A variable, so that the compiler does not look for what may not be installed.
const ENGINE: string = "@ladybugdb/core";
const cypher = (await import(ENGINE).catch(() => null)) as CypherEngine | null;

// The engine is a binary of its own, not published for every platform: without it the queries are read, not run.
describe.runIf(cypher !== null)("openCypher", () => {
  const folder = mkdtempSync(join(tmpdir(), "capital-loop-cypher-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Ladybug has tables of its own and no importer of Neo4j's: the same files, with its own headers. */
  async function loopsOn(graph: CapitalGraph, lengths: readonly number[]): Promise<Row[]> {
    if (cypher === null) return [];
    const { Connection, Database } = cypher.default;
    // Unless told otherwise each database claims eight terabytes of address space.
    const database = new Database(":memory:", 2 ** 28, true, false, 2 ** 30);
    const connection = new Connection(database);
    const run = async (text: string) => {
      const result = await connection.query(text);
      return (Array.isArray(result) ? result : [result]).at(-1)?.getAll() ?? [];
    };
    const table = (part: string, columns: readonly string[]) => {
      const [head = [], ...rows]: string[][] = parse([...(NEO4J_PARTS[part]?.(graph) ?? [])].join(""));
      const at = columns.map((column) => head.indexOf(column));
      const path = join(folder, part);
      const cell = (text = "") => (text === "" ? "" : `"${text.replaceAll('"', '""')}"`);
      writeFileSync(
        path,
        [columns, ...rows.map((row) => at.map((i) => cell(row[i])))]
          .map((row) => `${row.join(",")}\n`)
          .join(""),
      );
      return `'${path}' (header=true, escape='"')`;
    };
    await run("CREATE NODE TABLE Entity (id STRING PRIMARY KEY, rank INT64)");
    await run("CREATE REL TABLE LEG (FROM Entity TO Entity, amountUsd DOUBLE)");
    if (graph.order > 0)
      await run(`COPY Entity FROM ${table("entities.csv", ["id:ID(Entity)", "rank:int"])}`);
    if (graph.size > 0)
      await run(
        `COPY LEG FROM ${table("legs.csv", [":START_ID(Entity)", ":END_ID(Entity)", "amountUsd:double"])}`,
      );

    const rows: Row[] = [];
    for (const length of lengths) {
      for (const row of await run(loopQuery(length))) {
        rows.push({
          id: String(row.loop),
          length,
          bottleneckUsd: row.bottleneckUsd === null ? null : Number(row.bottleneckUsd),
          totalUsd: Number(row.totalUsd ?? 0),
          undisclosedLegs: Number(row.undisclosedLegs),
        });
      }
    }
    await connection.close();
    await database.close();
    return byId(rows);
  }

  test("the built-in facts, to loops of four", async () => {
    const graph = await facts();

    expect(await loopsOn(graph, [2, 3, 4])).toEqual(expected(graph, 4));
  });

  test("the small world, complete graphs and random ones, to loops of five", async () => {
    const random = fc.sample(smallRows, { numRuns: 8, seed: 20261121 }).map(graphOf);
    for (const graph of [smallWorld(), completeGraph(5), ...random])
      expect(await loopsOn(graph, LOOP_LENGTHS)).toEqual(expected(graph, 5));
  });
});
