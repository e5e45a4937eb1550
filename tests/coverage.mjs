/**
 * How many lines of `src` the tests run: in the tests themselves, and in the commands, threads and servers that
 * they start as processes of their own, which is where a command line runs. Ends with 1 below 90 %.
 *
 *     npm run coverage [-- WORDS FOR VITEST]
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { mergeProcessCovs } from "@bcoe/v8-coverage";
import { convert } from "ast-v8-to-istanbul";
import libCoverage from "istanbul-lib-coverage";
import { parseAst } from "vite";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const DIST = pathToFileURL(join(ROOT, "dist")).href;
const LEAST = 90;
/** Files below this are named. */
const NAMED = 80;

const folder = mkdtempSync(join(tmpdir(), "capital-loop-coverage-"));
const [inTests, inChildren, maps] = ["tests", "children", "maps"].map((name) => join(folder, name));
mkdirSync(inChildren);
const testsEnded = runTests(process.argv.slice(2));
const map = libCoverage.createCoverageMap(
  JSON.parse(readFileSync(join(inTests, "coverage-final.json"), "utf8")),
);
for (const part of await childrenBySource()) map.merge(part);
rmSync(folder, { recursive: true });

const files = map.files().map((file) => {
  const { total, covered, pct } = map.fileCoverageFor(file).toSummary().lines;
  return { name: file.replace(ROOT, ""), total, covered, pct };
});
for (const { name, pct, total } of files.sort((a, b) => a.pct - b.pct))
  if (pct < NAMED && total > 0) console.log(`${pct.toFixed(1).padStart(5)} %  of ${total} lines  ${name}`);
const total = files.reduce((sum, file) => sum + file.total, 0);
const share = (100 * files.reduce((sum, file) => sum + file.covered, 0)) / total;
console.log(`Coverage: ${share.toFixed(1)} % of ${total} lines of src run; ${LEAST} % are asked for`);
process.exitCode = testsEnded !== 0 ? testsEnded : share >= LEAST ? 0 : 1;

/** Runs the suite as `npm test` does; what it starts leaves its own counts behind. @returns its exit code. */
function runTests(words) {
  const coverage = [
    "--coverage",
    "--coverage.include=src/**/*.ts",
    "--coverage.reporter=json",
    "--coverage.reportOnFailure",
    `--coverage.reportsDirectory=${inTests}`,
  ];
  const { status } = spawnSync("npm", ["test", "--", ...coverage, ...words], {
    cwd: ROOT,
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, COVERAGE_OF_CHILDREN: inChildren },
  });
  return status ?? 1;
}

/** What the processes ran, in terms of `src`: the counts of all of them together, through maps made for it. */
async function childrenBySource() {
  let merged = { result: [] };
  for (const name of readdirSync(inChildren)) {
    const { result } = JSON.parse(readFileSync(join(inChildren, name), "utf8"));
    merged = mergeProcessCovs([merged, { result: result.filter(({ url }) => isOurs(url)) }]);
  }
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  spawnSync(process.execPath, [tsc, "-p", join(ROOT, "src"), "--outDir", maps, "--sourceMap"]);
  return Promise.all(merged.result.map(ofSource));
}

/** Built files alone, and not those of the explorer. */
function isOurs(url) {
  return url.startsWith(`${DIST}/`) && existsSync(sourceOf(url));
}

function sourceOf(url) {
  return join(ROOT, "src", url.slice(DIST.length + 1).replace(/\.js$/, ".ts"));
}

function ofSource(coverage) {
  const code = readFileSync(fileURLToPath(coverage.url), "utf8");
  const map = JSON.parse(readFileSync(join(maps, `${coverage.url.slice(DIST.length + 1)}.map`), "utf8"));
  return convert({
    code,
    coverage,
    ast: parseAst(code),
    sourceMap: { ...map, sourceRoot: "", sources: [sourceOf(coverage.url)] },
  });
}
