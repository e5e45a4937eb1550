/** The built documents: the whole, its two parts, its checksum, and how much of it travels. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildGraph } from "../../src/graph/build.js";
import { fromBuilt, readBuilt } from "../../src/model/built.js";
import { coreFacts, readCore } from "../../src/model/core.js";
import { type Dataset, parseDataset } from "../../src/model/dataset.js";
import { joinBuilt } from "../../src/model/split.js";
import { builtDocuments, overBudget } from "../../src/node/built-documents.js";
import { checksumOf, loadDataset } from "../../src/node/load-dataset.js";
import { SIDE_FACTS } from "../side-facts.js";
import { spoiltWorld } from "../small-world.js";

const world = spoiltWorld(SIDE_FACTS);
afterAll(() => world.remove());

let texts: ReadonlyMap<string, string>;
let whole: Dataset;
const document = (name: string): unknown => JSON.parse(texts.get(name) ?? "");

beforeAll(async () => {
  ({ texts } = await builtDocuments(world.dir));
  whole = await loadDataset(world.dir);
});

describe("dataset.json", () => {
  test("carries version, last day, counts and checksum", () => {
    expect(document("dataset.json")).toMatchObject({
      about: { version: "2032.6.30", asOf: "2032-06-30" },
      counts: { entities: 4, deals: 7, publishers: 2, sources: 9, observations: 10, statements: 2 },
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test("taken as it is, or checked anew, it is the folder it was made from", () => {
    const raw = fromBuilt(document("dataset.json"));

    expect(parseDataset(raw, undefined, "checked")).toEqual(whole);
    expect(parseDataset(raw)).toEqual(whole);
  });

  test("its checksum holds for every byte of its content", () => {
    const built = readBuilt(document("dataset.json"));

    expect(checksumOf(built)).toBe(built.checksum);
    expect(checksumOf({ ...built, about: { version: "2032.7.1", asOf: "2032-07-01" } })).not.toBe(
      built.checksum,
    );
  });

  test("the same facts give the same bytes", async () => {
    expect((await builtDocuments(world.dir)).texts).toEqual(texts);
  });

  test("one that was touched after it was built is refused in one line", () => {
    // A copy of the package, so that the one under test stays whole.
    const copy = mkdtempSync(join(tmpdir(), "capital-loop-"));
    const root = new URL("../..", import.meta.url).pathname;
    cpSync(join(root, "dist"), join(copy, "dist"), { recursive: true });
    cpSync(join(root, "package.json"), join(copy, "package.json"));
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
    const file = join(copy, "dist/dataset.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"NVIDIA"', '"NVIDEA"'));

    const { status, stderr } = spawnSync(process.execPath, [
      join(copy, "dist/cli/main.js"),
      "show",
      "nvidia",
    ]);
    rmSync(copy, { recursive: true });

    expect(status).toBe(1);
    expect(String(stderr)).toBe(
      "dataset.json is not what was built: its checksum differs; make it with: npm run build\n",
    );
  });
});

describe("core.json and details.json", () => {
  test("together are the whole", () => {
    const joined = joinBuilt(readCore(document("core.json")), document("details.json"));

    expect(parseDataset(fromBuilt(joined), undefined, "checked")).toEqual(whole);
  });

  test("the core alone makes the same graph", () => {
    const core = coreFacts(readCore(document("core.json")));

    expect(buildGraph(core).export()).toEqual(buildGraph(whole).export());
  });

  test("something else is refused in one line", () => {
    expect(() => readCore({})).toThrow("core.json is not a part of built facts; make it with: npm run build");
    expect(() => joinBuilt(readCore(document("core.json")), [])).toThrow("details.json is not a part of");
    expect(() => fromBuilt([])).toThrow("dataset.json is not a built set of facts");
  });

  test("of the real facts are small enough to send, and one that is not is told", async () => {
    const real = await builtDocuments(new URL("../../graph-data", import.meta.url).pathname);
    const noise = Array.from({ length: 200_000 }, (_, i) => (i * 2654435761) % 4294967296).join("");

    expect(overBudget(real.texts)).toEqual([]);
    expect(overBudget(new Map([["core.json", noise]]))[0]).toMatch(
      /^core\.json, layout\.json: \d+ bytes gzipped; what the first screen needs stays under 150000$/,
    );
  });
});
