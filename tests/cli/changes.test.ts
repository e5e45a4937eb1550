/** `changes` between two versions of the small world (`tests/small-world.ts`). */
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DOMParser } from "@xmldom/xmldom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CHANGE_FORMATS } from "../../src/formats/changes.js";
import { toBuilt } from "../../src/model/built.js";
import { type DatasetChanges, datasetChanges } from "../../src/model/changes.js";
import { loadVersion } from "../../src/node/load-version.js";
import { readDataset } from "../../src/node/read-dataset.js";
import { SMALL_WORLD, spoiltWorld } from "../small-world.js";
import { run } from "./run.js";

const STAKE = "deals/2031/chips-lab-stake.yaml";
const later = spoiltWorld([
  ["about.yaml", "2032.6.30", "2032.7.1"],
  [STAKE, "value: 2e9", "value: 2.5e9"],
  ["deals/2031/chips-cloud-warrant.yaml", "title: ", "title: In <short> & [plain], "],
  ["entities/example-cloud.yaml", "name: Example Cloud", "name: Example Cloud\nticker: EXC"],
]);
renameSync(join(later.dir, "deals/2032/cloud-bond.yaml"), join(later.dir, "deals/2032/cloud-notes.yaml"));
const scratch = mkdtempSync(join(tmpdir(), "capital-loop-"));
let changes: DatasetChanges;

beforeAll(async () => {
  changes = datasetChanges(await loadVersion(SMALL_WORLD), await loadVersion(later.dir));
});
afterAll(() => {
  later.remove();
  rmSync(scratch, { recursive: true });
});

describe("what lies between two versions", () => {
  test("a record that went, an amount, a title and a field that came", () => {
    expect(changes.deals).toMatchObject({
      added: [{ id: "cloud-notes" }],
      removed: [{ id: "cloud-bond" }],
      renamed: [],
      changed: [
        { id: "chips-cloud-warrant", fields: [{ path: "title" }] },
        { id: "chips-lab-stake", fields: [{ path: "amount.value", before: 2e9, after: 2.5e9 }] },
      ],
    });
    expect(changes.entities.changed).toEqual([
      {
        id: "example-cloud",
        title: "Example Cloud",
        fields: [{ path: "ticker", before: null, after: "EXC" }],
      },
    ]);
  });

  test("seen the other way round, what went came", async () => {
    const back = datasetChanges(await loadVersion(later.dir), await loadVersion(SMALL_WORLD));

    expect(back.deals.added).toEqual(changes.deals.removed);
    expect(back.deals.removed).toEqual(changes.deals.added);
  });

  test("a version and itself are the same, from a folder or as built", async () => {
    const file = join(scratch, "dataset.json");
    writeFileSync(file, JSON.stringify(toBuilt((await readDataset(SMALL_WORLD)).raw)));

    const same = datasetChanges(await loadVersion(SMALL_WORLD), await loadVersion(file));

    expect(CHANGE_FORMATS.markdown(same)).toMatch(/\n\nNothing changed\.\n$/);
  });

  test("items of a list come and go as wholes, and a renamed id is the same record", async () => {
    const from = await loadVersion(SMALL_WORLD);
    const stake = from.deals.get("chips-lab-stake");
    if (stake === undefined) throw new Error("the small world has this deal");
    const [first, ...others] = stake.status;
    const deals = new Map(from.deals);
    deals.delete(stake.id);
    deals.set("stake-renamed", { ...stake, id: "stake-renamed", status: others });
    const redirects = { entities: {}, deals: { "chips-lab-stake": "stake-renamed" } };

    const found = datasetChanges(from, { ...from, deals, redirects });

    expect(found.deals).toMatchObject({
      added: [],
      removed: [],
      renamed: [{ id: "stake-renamed", formerly: "chips-lab-stake" }],
      changed: [{ id: "stake-renamed", fields: [{ path: "status[]", before: first, after: null }] }],
    });
  });
});

describe("its forms", () => {
  test("as Markdown, with no mark that a title brings", async () => {
    await expect(CHANGE_FORMATS.markdown(changes)).toMatchFileSnapshot("../golden/small-world-changes.md");
    expect(CHANGE_FORMATS.markdown(changes)).toContain("\\<short\\> & \\[plain\\]");
  });

  test("as an Atom feed: well-formed, ids of their own, dated by the facts", () => {
    const text = CHANGE_FORMATS.atom(changes, { url: "https://example.org/a?b&c" });
    const feed = new DOMParser().parseFromString(text, "application/xml");
    const texts = (tag: string) => Array.from(feed.getElementsByTagName(tag), (node) => node.textContent);

    expect(texts("updated")).toEqual(Array(6).fill("2032-06-30T00:00:00Z"));
    expect(new Set(texts("id")).size).toBe(6);
    expect(texts("title")).toContain("deal removed: Example Cloud sells bonds");
    expect(feed.getElementsByTagName("link")[0]?.getAttribute("href")).toBe("https://example.org/a?b&c");
  });
});

describe("the command", () => {
  test("writes a file or stdout", async () => {
    const out = join(scratch, "changes.md");
    const written = await run(["changes", SMALL_WORLD, later.dir, "--out", out]);
    const json = await run(["changes", SMALL_WORLD, later.dir, "--format", "json"]);

    expect(written).toEqual({ code: 0, stdout: "", stderr: `${out}: changes from 2032.6.30 to 2032.7.1\n` });
    expect(readFileSync(out, "utf8")).toBe(CHANGE_FORMATS.markdown(changes));
    expect(JSON.parse(json.stdout)).toEqual(JSON.parse(CHANGE_FORMATS.json(changes)));
  });

  test("says in one line what it cannot read", async () => {
    const spoilt = join(scratch, "spoilt.json");
    writeFileSync(spoilt, "{");
    const none = await run(["changes", SMALL_WORLD, join(scratch, "none")]);
    const cut = await run(["changes", spoilt, SMALL_WORLD]);
    const url = await run(["changes", SMALL_WORLD, SMALL_WORLD, "--url", "javascript:alert(1)"]);

    expect([none.code, cut.code, url.code]).toEqual([1, 1, 2]);
    for (const { stderr, stdout } of [none, cut, url]) {
      expect(stdout).toBe("");
      expect(stderr.split("\n")).toHaveLength(2);
    }
    expect(none.stderr).toContain("there is no such file or folder");
    expect(cut.stderr).toContain("is not JSON");
  });
});
