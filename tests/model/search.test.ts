import { beforeAll, describe, expect, test } from "vitest";
import { indexNames, type NameIndex } from "../../src/model/search.js";
import { loadDataset } from "../../src/node/load-dataset.js";

let index: NameIndex;

beforeAll(async () => {
  index = indexNames(await loadDataset(new URL("../../graph-data", import.meta.url).pathname));
});

const first = (text: string) => index.search(text)[0]?.id;

describe("finding an entity", () => {
  test.each([
    ["NVIDIA", "nvidia"],
    ["nvid", "nvidia"],
    ["nvidai", "nvidia"],
    ["NVDA", "nvidia"],
    ["英伟达", "nvidia"],
    ["輝達", "nvidia"],
    ["软银", "softbank"],
    ["軟銀", "softbank"],
    ["甲骨文", "oracle"],
    ["micorsoft", "microsoft"],
    ["CRWV", "coreweave"],
    ["coreweave", "coreweave"],
    ["open ai", "openai"],
  ])("%s finds %s", (text, id) => {
    expect(first(text)).toBe(id);
  });
});

describe("finding a deal", () => {
  test("by its parties and its subject", () => {
    const ids = index.search("amd openai warrant").map((hit) => hit.id);

    expect(ids).toContain("amd-openai-warrant-2025");
  });

  test("by its id", () => {
    expect(first("nvidia-openai-loi-2025")).toBe("nvidia-openai-loi-2025");
  });
});

test.each(["", "   ", "!!!", "zzzzqqqq"])("%j finds nothing, and does not fail", (text) => {
  expect(index.search(text)).toEqual([]);
});

test("a limit holds", () => {
  expect(index.search("power", 3)).toHaveLength(3);
});
