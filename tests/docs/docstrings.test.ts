/** Everything the library offers says what it is: the API reference has no blank, and its examples run. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import ts from "typescript";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SRC = join(ROOT, "src");

const { config } = ts.readConfigFile(`${SRC}/tsconfig.json`, ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, SRC);
// The Node face offers all that the other does.
const program = ts.createProgram([`${SRC}/node.ts`], options);
const checker = program.getTypeChecker();
const file = program.getSourceFile(`${SRC}/node.ts`);
const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
const exported = (module === undefined ? [] : checker.getExportsOfModule(module)).map((symbol) =>
  (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol),
);

test("every export has a docstring", () => {
  const blank = exported.filter((symbol) => symbol.getDocumentationComment(checker).length === 0);

  expect(exported.length).toBeGreaterThan(100);
  expect(blank.map(({ name }) => name)).toEqual([]);
});

/** What the examples take as given. */
const GIVEN = `
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import * as library from "capital-loop";
const { ${exported
  .filter(({ flags }) => (flags & ts.SymbolFlags.Value) !== 0)
  .map(({ name }) => name)
  .join(", ")} } = library;
const dataset = await loadDataset();
const graph = buildGraph(dataset);
const view = viewGraph(graph);
const legs = legsOf(view);
const text = readFileSync("dataset.json", "utf8");
const file = { name: "mine.csv", stream: () => new Blob(["source,target\\na,b\\n"]).stream() };
const error = new CapitalLoopError("invalid-graph", "");
const print = () => {};
`;

/** An example as a block; where it says what comes out, that is held to. */
function blockOf(example: string): string {
  const [, expression, outcome] = /^(.+); \/\/ (.+)$/.exec(example) ?? [];
  return expression === undefined ? `{ ${example} }` : `assert.deepEqual(${expression}, ${outcome});`;
}

test("every example of a docstring runs, and comes out as it says", { timeout: 240_000 }, async () => {
  const examples = exported.flatMap((symbol) =>
    symbol
      .getJsDocTags(checker)
      .filter((tag) => tag.name === "example")
      .map((tag) => ({ name: symbol.name, text: ts.displayPartsToString(tag.text) })),
  );
  const folder = mkdtempSync(join(tmpdir(), "capital-loop-"));
  try {
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(ROOT, join(folder, "node_modules/capital-loop"));
    for (const version of ["before", "after"]) symlinkSync(join(ROOT, "graph-data"), join(folder, version));
    symlinkSync(join(ROOT, "dist/dataset.json"), join(folder, "dataset.json"));
    writeFileSync(join(folder, "package.json"), "{}\n");
    writeFileSync(join(folder, "payments.csv.gz"), gzipSync("source,target,amount\na,b,2\nb,a,1\n"));
    const blocks = examples.map(({ name, text }) => `// ${name}\n${blockOf(text)}\nran.push("${name}");`);
    const lines = [GIVEN, "const ran = [];", ...blocks, "console.log(ran.join());", "process.exit();"];
    writeFileSync(join(folder, "examples.mjs"), lines.join("\n"));

    const { stdout } = await promisify(execFile)(process.execPath, ["examples.mjs"], { cwd: folder });

    expect(stdout.trim().split(",")).toEqual(examples.map(({ name }) => name));
    expect(examples.length).toBeGreaterThan(30);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
