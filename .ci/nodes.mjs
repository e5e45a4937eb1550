/**
 * Other versions of Node than the one at hand, each installed into a folder of its own and thrown away.
 *
 *     node .ci/nodes.mjs            the build gives the same bytes, and every test without a browser passes
 *     node .ci/nodes.mjs --short    the built command does what it does here
 *
 * Ends with 0 when all is well, 1 when something is not, 2 where no version can be had: one line says so.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

const ROOT = new URL("..", import.meta.url).pathname;
const VERSIONS = ["22", "24"];
const NOT_TRIED = 2;
/** What the command is asked in every version; each answer is the one that the Node at hand gives. */
const ASKED = [
  ["--help"],
  ["loops", "--format", "csv"],
  ["paths", "microsoft", "nvidia", "--top", "5", "--format", "csv"],
  ["show", "nvidia", "--format", "json"],
  ["search", "软银"],
  ["metrics", "--format", "csv"],
  ["stress", "--default", "openai", "--format", "json"],
  ["diff", "2025-09-30", "2025-12-31", "--max-length", "3", "--format", "csv"],
  ["export", "--to", "gexf"],
  ["export", "--to", "svg"],
  ["loops", "--graph", "tests/graphs/flow-m.txt.gz", "--max-length", "4", "--count"],
  ["loops", "--as-of", "2025-13-01"],
  ["mcp", "--data", "tests/small-world"],
];
const isShort = process.argv.includes("--short");
let failed = 0;
let tried = 0;

for (const version of VERSIONS) {
  const folder = mkdtempSync(join(tmpdir(), `capital-loop-node-${version}-`));
  const node = installed(version, folder);
  if (node === null)
    console.log(`not tried: Node ${version} cannot be had here; install it and run the tests`);
  else {
    tried++;
    const checks = isShort ? { command } : { command, build, tests };
    for (const [name, check] of Object.entries(checks)) {
      const wrong = check(node, folder);
      console.log(`Node ${saidVersion(node)}: ${name} ${wrong === null ? "as here" : `FAULT ${wrong}`}`);
      if (wrong !== null) failed++;
    }
  }
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : tried === 0 ? NOT_TRIED : 0;

/** The path of a Node of a version, or null. */
function installed(version, folder) {
  writeFileSync(join(folder, "package.json"), "{}");
  const words = ["install", `node@${version}`, "--no-audit", "--no-fund", "--fetch-retries=0"];
  spawnSync("npm", words, { cwd: folder, stdio: "ignore", timeout: 300_000 });
  const node = join(folder, "node_modules/node/bin/node");
  return existsSync(node) && saidVersion(node).startsWith(`v${version}.`) ? node : null;
}

function saidVersion(node) {
  return String(spawnSync(node, ["--version"], { encoding: "utf8" }).stdout).trim();
}

/** With this Node as everybody's. */
function runWith(node, args, options = {}) {
  const PATH = `${dirname(node)}${delimiter}${process.env.PATH}`;
  // On a busy machine a test may be tried again, as it is among the checks.
  const env = { CI: "1", ...process.env, PATH };
  return spawnSync(node, args, {
    cwd: ROOT,
    env,
    encoding: "utf8",
    maxBuffer: 2 ** 27,
    input: "",
    ...options,
  });
}

/** What the command says to each question; null when it is what it says here. */
function command(node) {
  for (const words of ASKED) {
    const [here, there] = [process.execPath, node].map((which) => {
      const { status, stdout, stderr } = runWith(which, ["dist/cli/main.js", ...words]);
      return JSON.stringify([status, timeless(stdout), timeless(stderr)]);
    });
    if (here !== there) return `capital-loop ${words.join(" ")} says something else`;
  }
  return null;
}

/** Without how long it took. */
function timeless(text) {
  return text.replace(/"elapsedMs": ?\d+/g, "");
}

/** The whole build in a copy. */
function build(node, folder) {
  const copy = join(folder, "copy");
  for (const name of ["src", "viewer", "graph-data", "package.json", "tsconfig.json"])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  const npm = process.env.npm_execpath ?? join(dirname(process.execPath), "npm");
  const { status, stderr } = runWith(node, [npm, "run", "--silent", "build"], { cwd: copy });
  if (status !== 0) return stderr.trim().split("\n").at(-1);
  const other = spawnSync("diff", ["-rq", join(ROOT, "dist"), join(copy, "dist")], { encoding: "utf8" });
  return other.status === 0 ? null : other.stdout.split("\n")[0];
}

/** Every test that needs no browser. */
function tests(node) {
  const words = [
    "run",
    "--config",
    "tests/vitest.config.ts",
    "--exclude",
    "**/*.e2e.test.ts",
    "--reporter",
    "json",
  ];
  const { stdout } = runWith(node, ["node_modules/vitest/vitest.mjs", ...words], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const { numFailedTests, numPassedTests, success, testResults } = JSON.parse(
    stdout.slice(stdout.indexOf("{")),
  );
  if (success) return null;
  const names = testResults
    .filter(({ status }) => status !== "passed")
    .map(({ name }) => name.replace(ROOT, ""));
  return `${numFailedTests} of ${numFailedTests + numPassedTests} tests failed, in ${names.join(", ")}`;
}
