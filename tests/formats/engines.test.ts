/**
 * The queries that go out with the data, run on engines: PostgreSQL (in this process, or the server that
 * CAPITAL_LOOP_POSTGRES names) and an embedded openCypher. Each must find what `findLoops` finds.
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
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

/** What is used of Kuzu, which states no types of its own. */
interface CypherEngine {
  init(): Promise<void>;
  getFS(): { writeFile(path: string, text: string): void };
  readonly Database: new (path: string, poolBytes: number) => { close(): void };
  readonly Connection: new (database: object) => { query(text: string): CypherResult; close(): void };
}
interface CypherResult {
  isSuccess(): boolean;
  getErrorMessage(): string;
  getAllObjects(): Readonly<Record<string, unknown>>[];
}

describe("openCypher", () => {
  const cypher: CypherEngine = createRequire(import.meta.url)("kuzu-wasm/nodejs/sync");
  beforeAll(() => cypher.init());

  /** Kuzu has tables of its own and no importer of Neo4j's: the same files, with its own headers. */
  function loopsOn(graph: CapitalGraph, lengths: readonly number[]): Row[] {
    const database = new cypher.Database(":memory:", 2 ** 28);
    const connection = new cypher.Connection(database);
    const run = (text: string) => {
      const result = connection.query(text);
      if (!result.isSuccess()) throw new Error(result.getErrorMessage());
      return result.getAllObjects();
    };
    const table = (part: string, columns: readonly string[]) => {
      const [head = [], ...rows]: string[][] = parse([...(NEO4J_PARTS[part]?.(graph) ?? [])].join(""));
      const at = columns.map((column) => head.indexOf(column));
      const cell = (text = "") => (text === "" ? "" : `"${text.replaceAll('"', '""')}"`);
      cypher
        .getFS()
        .writeFile(
          `/${part}`,
          [columns, ...rows.map((row) => at.map((i) => cell(row[i])))]
            .map((row) => `${row.join(",")}\n`)
            .join(""),
        );
      return `'/${part}' (header=true, escape='"')`;
    };
    run("CREATE NODE TABLE Entity (id STRING PRIMARY KEY, rank INT64)");
    run("CREATE REL TABLE LEG (FROM Entity TO Entity, amountUsd DOUBLE)");
    if (graph.order > 0) run(`COPY Entity FROM ${table("entities.csv", ["id:ID(Entity)", "rank:int"])}`);
    if (graph.size > 0)
      run(`COPY LEG FROM ${table("legs.csv", [":START_ID(Entity)", ":END_ID(Entity)", "amountUsd:double"])}`);

    const rows = lengths.flatMap((length) =>
      run(loopQuery(length)).map((row) => ({
        id: String(row.loop),
        length,
        bottleneckUsd: row.bottleneckUsd === null ? null : Number(row.bottleneckUsd),
        totalUsd: Number(row.totalUsd ?? 0),
        undisclosedLegs: Number(row.undisclosedLegs),
      })),
    );
    connection.close();
    database.close();
    return byId(rows);
  }

  test("the built-in facts, to loops of four", async () => {
    const graph = await facts();

    expect(loopsOn(graph, [2, 3, 4])).toEqual(expected(graph, 4));
  }, 120_000);

  test("the small world, complete graphs and random ones, to loops of five", () => {
    const random = fc.sample(smallRows, { numRuns: 8, seed: 20261121 }).map(graphOf);
    for (const graph of [smallWorld(), completeGraph(5), ...random])
      expect(loopsOn(graph, LOOP_LENGTHS)).toEqual(expected(graph, 5));
  }, 120_000);
});
