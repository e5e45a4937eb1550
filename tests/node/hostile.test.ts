/** Inputs made to do harm: keys of prototypes, files that unfold, nesting without end, names that are paths. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, expect, test } from "vitest";
import { CapitalLoopError } from "../../src/errors.js";
import { loadDataset } from "../../src/node/load-dataset.js";
import { loadVersion } from "../../src/node/load-version.js";
import { readAmounts } from "../../src/node/read-amounts.js";
import { readGraph } from "../../src/node/read-graph.js";
import { SMALL_WORLD, spoiltWorld } from "../small-world.js";

const folder = mkdtempSync(join(tmpdir(), "capital-loop-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

// Whatever was read, no object has gained a field.
afterEach(() => {
  expect(Reflect.ownKeys({})).toEqual([]);
  expect("polluted" in {}).toBe(false);
});

/** Either it is read, or it is refused by an error of ours. */
async function readsOrRefuses(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
    return "read";
  } catch (error) {
    expect(error).toBeInstanceOf(CapitalLoopError);
    return (error as Error).message;
  }
}

const KEYS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"];

test.each(KEYS)("%s as an id, a column, a key or a record, in every reader", async (key) => {
  const json = `{"attributes":{"${key}":{"polluted":1}},"options":{"type":"directed","multi":true},"nodes":[{"key":"a","attributes":{"${key}":{"polluted":1}}}],"edges":[]}`;
  const readings = [
    () => readGraph(file("g.csv", `source,target,${key}\n${key},b,1\n`)),
    () => readGraph(file("g.edges", `${key} b 1 1\n`)),
    () => readGraph(file("g.json", json)),
    () => readGraph(file("k.json", json.replace('"key":"a"', `"key":"${key}"`))),
    () => readAmounts(file("a.csv", `id,amount\n${key},1\n`)),
    () => loadVersion(file("d.json", `{"${key}":{"polluted":1}}`)),
    () => loadVersion(file("e.json", `{"deals":{"${key}":{"polluted":1}}}`)),
  ];
  for (const reading of readings) await readsOrRefuses(reading());
});

test.each(KEYS)("%s as a field of a fact is an unknown field, in one line", async (key) => {
  const world = spoiltWorld([
    ["entities/example-lab.yaml", "kind:", `${key}: { polluted: 1 }\nkind:`],
    ["deals/2032/cloud-bond.yaml", "kind:", `${key}: { polluted: 1 }\nkind:`],
  ]);
  const said = await readsOrRefuses(loadDataset(world.dir));
  world.remove();

  expect(said).toContain(`unknown field "${key}"`);
  expect(said.split("\n")).toHaveLength(2);
});

test("a gzipped file that unfolds without end is refused before memory ends", async () => {
  const bomb = gzipSync(Buffer.alloc(10 * 2 ** 20, "a b 1 1\n"));

  expect(bomb.length).toBeLessThan(2 ** 20);
  expect(await readsOrRefuses(readGraph(file("bomb.edges.gz", bomb)))).toMatch(
    /bomb\.edges\.gz: the gzipped file unfolds to hundreds of times its size; unpack it yourself first$/,
  );
});

test("aliases of YAML that unfold without end, and nesting without end, are refused", async () => {
  const level = (i: number) =>
    `a${i}: &a${i} [${Array(9)
      .fill(`*a${i - 1}`)
      .join(", ")}]`;
  const laughs = ["a0: &a0 [x, x]", ...Array.from({ length: 12 }, (_, i) => level(i + 1))].join("\n");
  const world = spoiltWorld([
    ["entities/laughs.yaml", null, laughs],
    ["entities/deep.yaml", null, "[".repeat(20_000)],
  ]);
  const said = await readsOrRefuses(loadDataset(world.dir));
  world.remove();

  expect(said).toContain("entities/laughs.yaml:");
  expect(said).toContain("entities/deep.yaml:");
});

test("JSON nested without end, or a line that never ends, is refused", async () => {
  expect(await readsOrRefuses(readGraph(file("deep.json", "[".repeat(200_000))))).not.toBe("read");
  expect(await readsOrRefuses(readGraph(file("long.edges", "x".repeat(3_000_000))))).toContain("no end");
  expect(await readsOrRefuses(loadVersion(file("deep2.json", "[".repeat(200_000))))).toContain("not JSON");
});

test("the small world itself is read", async () => {
  expect(await readsOrRefuses(loadDataset(SMALL_WORLD))).toBe("read");
});
