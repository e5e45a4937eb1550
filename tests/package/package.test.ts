/** The package in a stranger's empty folder: its command, its types, its entry points in Node and bundlers. */
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Installed, install } from "./install.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const run = promisify(execFile);
let there: Installed;

beforeAll(() => {
  there = install();
}, 120_000);
afterAll(() => there.remove());

/** The package's command, as npx finds it. */
const command = (...args: string[]) =>
  run(process.execPath, [join(there.packed, "dist/cli/main.js"), ...args], {
    cwd: there.folder,
    maxBuffer: 2 ** 26,
  });

/** The first TypeScript example of the README. */
function readmeExample(): string {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  return /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
}

describe("what is packed", () => {
  test("the library, the built facts, the explorer and the folder of facts", () => {
    for (const file of [
      "dist/index.js",
      "dist/node.d.ts",
      "dist/dataset.json",
      "dist/viewer/index.html",
      "dist/viewer/core.json",
      "dist/viewer/details.json",
      "dist/viewer/layout.json",
      "graph-data/about.yaml",
      "CITATION.cff",
      "LICENSE",
    ]) {
      expect(existsSync(join(there.packed, file)), file).toBe(true);
    }
  });

  test("nothing needless: no sources, tests or maps, and nothing twice", () => {
    const files = readdirSync(there.packed, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(there.packed, join(entry.parentPath, entry.name)));
    const needless = files.filter((name) =>
      /^(?:src|tests|bench|docs|viewer|site)\/|\.(?:map|tsbuildinfo)$/.test(name),
    );
    const large = files.filter((name) => statSync(join(there.packed, name)).size > 10_000);
    const bytes = large.map((name) => readFileSync(join(there.packed, name), "base64"));
    const twice = large.filter((_name, i) => bytes.indexOf(bytes[i] ?? "") !== i);

    expect(needless).toEqual([]);
    expect(twice).toEqual([]);
    expect(statSync(there.tarball).size).toBeLessThan(2_500_000);
  });

  test("publint finds nothing", async () => {
    const { messages } = await publint({ pkgDir: there.packed, strict: true, pack: false });

    expect(messages).toEqual([]);
  });

  test("the types are right wherever ESM is read", async () => {
    const data = new Uint8Array(readFileSync(there.tarball));
    const analysis = await checkPackage(createPackageFromTarballData(data));
    const problems = "problems" in analysis ? analysis.problems : [];
    // The package is ESM alone, as the profile esm-only has it: older ways of reading it are not offered.
    const offered = problems.filter(
      (problem) =>
        !("resolutionKind" in problem) || !["node10", "node16-cjs"].includes(problem.resolutionKind),
    );

    expect(analysis.types).toMatchObject({ kind: "included" });
    expect(offered).toEqual([]);
  }, 120_000);
});

describe("in an empty folder, without a network", () => {
  test("the command lists loops, checks the facts and exports them", async () => {
    const loops = await command("loops", "--top", "3", "--format", "json");
    const valid = await command("validate", join(there.packed, "graph-data"));
    await command("export", "--to", "gexf", "--out", join(there.folder, "loops.gexf"));

    expect(JSON.parse(loops.stdout)).toMatchObject({ complete: true, loops: { length: 3 } });
    expect(valid.stderr + valid.stdout).toContain("no problems in");
    expect(readFileSync(join(there.folder, "loops.gexf"), "utf8")).toMatch(/<\/gexf>\n?$/);
  }, 120_000);

  test("the README's TypeScript example runs", async () => {
    const file = join(there.folder, "example.mjs");
    writeFileSync(file, readmeExample());

    const { stdout } = await run(process.execPath, [file], { cwd: there.folder });

    expect(stdout).toMatch(/^\d+ true\n(?:\S+ \S+ \S+\n){3}$/);
  });

  // A browser's bundler reads the folder-less face, which wants the facts handed in.
  const inBrowser = 'import { findLoops } from "capital-loop"; export const names: string = findLoops.name;';
  test.each([
    ["NodeNext", "NodeNext", readmeExample()],
    ["ESNext", "Bundler", inBrowser],
  ])(
    "it has types under %s with %s, down to those of its own packages",
    async (module, resolution, text) => {
      const config = join(there.folder, "tsconfig.json");
      const compilerOptions = {
        module,
        moduleResolution: resolution,
        target: "ES2022",
        lib: ["ES2023", "DOM"],
      };
      const strict = {
        skipLibCheck: resolution === "Bundler",
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        types: [],
      };
      writeFileSync(join(there.folder, "example.mts"), text);
      writeFileSync(
        config,
        JSON.stringify({ compilerOptions: { ...compilerOptions, ...strict }, files: ["example.mts"] }),
      );

      const found = await run(process.execPath, [
        join(ROOT, "node_modules/typescript/bin/tsc"),
        "-p",
        config,
      ]).catch(({ stdout }: { stdout: string }) => ({ stdout }));

      expect(found.stdout).toBe("");
    },
    60_000,
  );

  test("a bundler for browsers takes the face without a disk", async () => {
    const entry = join(there.folder, "page.js");
    writeFileSync(
      entry,
      'import { findLoops, parseDataset } from "capital-loop"; console.log(findLoops, parseDataset);',
    );

    const built = await build({
      root: there.folder,
      configFile: false,
      logLevel: "silent",
      build: { write: false, minify: false, rolldownOptions: { input: entry } },
    });

    const [{ output } = { output: [] }] = Array.isArray(built) ? built : [built as never];
    const code = output.map((chunk: { code?: string }) => chunk.code ?? "").join("");
    expect(code).toContain("findLoops");
    expect(code).not.toMatch(/node:|createServer|readFileSync|__vite-browser-external/);
  }, 60_000);
});
