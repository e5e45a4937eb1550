/** What the page weighs: the scales, and what the build leaves out. */
import { describe, expect, test } from "vitest";
import { overweight, weigh } from "../../viewer/build/budgets.js";
import { ownersOf } from "../../viewer/build/first-page.js";
import { leanShader } from "../../viewer/build/lean-shaders.js";

/** Text that hardly packs, so that its weight is about its length. */
function noise(kilobytes: number): string {
  let state = 1;
  return Array.from({ length: kilobytes * 1024 }, () => {
    state = (state * 48271) % 2147483647;
    return String.fromCharCode(33 + (state % 90));
  }).join("");
}

const chunk = (name: string, code: string, imports: readonly string[] = [], module = `${name}.ts`) => ({
  type: "chunk" as const,
  fileName: `assets/${name}.js`,
  code,
  imports: imports.map((other) => `assets/${other}.js`),
  moduleIds: [`/viewer/${module}`],
});
const asset = (fileName: string, source: string) => ({ type: "asset" as const, fileName, source });
type Bundle = Parameters<typeof weigh>[0];
const bundleOf = (...outputs: readonly { readonly fileName: string }[]) =>
  Object.fromEntries(outputs.map((output) => [output.fileName, output])) as unknown as Bundle;

const PAGE = [
  asset("index.html", '<link href="./assets/index.css"><script src="./assets/index.js"></script>'),
  asset("assets/index.css", "body{}"),
  asset("assets/later.css", "body{}"),
  chunk("index", "a", ["shared"]),
  chunk("shared", "b"),
  chunk("page", "c", ["shared"], "mount.tsx"),
  asset("core.json", "{}"),
  asset("layout.json", "{}"),
  asset("details.json", "{}"),
];
const filesOf = (bundle: Bundle, budget: string) =>
  weigh(bundle, new Map([["theme.js", "d"]]))
    .filter((weight) => weight.budget === budget)
    .flatMap(({ files }) => files.map(({ file }) => file))
    .sort();

describe("the scales", () => {
  const bundle = bundleOf(
    ...PAGE,
    chunk("drawing", "e", ["page"], "stage/stage.ts"),
    chunk("card", "f", ["page"]),
  );

  test("first paint is what index.html names, and what that imports", () => {
    expect(filesOf(bundle, "first paint")).toEqual([
      "assets/index.css",
      "assets/index.js",
      "assets/shared.js",
      "index.html",
      "theme.js",
    ]);
  });

  test("the graph view adds the page and the drawing code; all else comes later", () => {
    expect(filesOf(bundle, "graph view")).toContain("assets/drawing.js");
    expect(filesOf(bundle, "graph view")).toContain("assets/page.js");
    expect(filesOf(bundle, "a later chunk")).toEqual(["assets/card.js", "assets/later.css"]);
  });

  test("facts are weighed for the first screen and in all", () => {
    expect(filesOf(bundle, "facts of the first screen")).toEqual(["core.json", "layout.json"]);
    expect(filesOf(bundle, "all facts")).toEqual(["core.json", "details.json", "layout.json"]);
  });

  test("a page within its budgets is not complained of", () => {
    expect(overweight(weigh(bundle))).toEqual([]);
  });

  test.each([
    ["first paint", asset("assets/index.css", noise(80)), /^first paint: \d+\.\d KB, and 60 KB is the most/],
    ["a later chunk", chunk("card", noise(50)), /^a later chunk: \d+\.\d KB.*heaviest assets\/card\.js \d/],
    ["all facts", asset("details.json", noise(400)), /^all facts: \d+\.\d KB, and 300 KB is the most/],
  ])("%s that grew is named, with its heaviest file", (_, grown, line) => {
    const lines = overweight(weigh({ ...bundle, ...bundleOf(grown) }));

    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });
});

test("a module belongs to the first group that reaches it; what none reaches is nobody's", () => {
  const imports: Readonly<Record<string, readonly string[]>> = {
    start: ["base"],
    page: ["base", "list"],
    list: ["page", "words"],
    card: ["words", "own"],
  };
  const owners = ownersOf({ first: "start", second: "page" }, (id) => ({
    importedIds: [...(imports[id] ?? [])],
  }));

  expect(Object.fromEntries(owners)).toEqual({
    start: "first",
    base: "first",
    page: "second",
    list: "second",
    words: "second",
  });
});

test.each([
  ["`\n  // why\n  #ifdef A\n  float a; // one\n\n  #endif\n`", "`\n#ifdef A\nfloat a;\n#endif\n`"],
  ['"\\n  float a; // one\\n  float b;\\n"', '"\\nfloat a;\\nfloat b;\\n"'],
])("a shader keeps its program and its lines: %s", (written, lean) => {
  expect(leanShader(written)).toBe(lean);
});
