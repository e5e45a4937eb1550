/**
 * Mutants: faults put by hand into the search kernels and the direction table, one at a time, in a copy of the
 * sources. The unit tests must fail for each; one that they let live shows a test that is missing.
 *
 *     npm run mutants [-- TEXT]     only those whose name holds the text
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = new URL("..", import.meta.url).pathname;
const KERNEL_TESTS = ["tests/loops/find.test.ts", "tests/loops/kernels.test.ts"];
const TABLE_TESTS = ["tests/model/deal-kinds.test.ts"];

/** File, what stands there (once), and what a slip would make of it. */
const KERNELS = [
  ["src/loops/search/bounded.ts", "if (distance >= limit) break;", "if (distance >= limit - 1) break;"],
  [
    "src/loops/search/bounded.ts",
    "const distance = (back[v] as number) + 1;",
    "const distance = (back[v] as number) + 2;",
  ],
  ["src/loops/search/bounded.ts", "if (depth + 1 >= minLength && writer", "if (depth >= minLength && writer"],
  ["src/loops/search/bounded.ts", "allowed[w] === 1 && onPath[w] === 0", "allowed[w] === 1"],
  ["src/loops/search/bounded.ts", "depth + 1 + wayBack > limit", "depth + 2 + wayBack > limit"],
  ["src/loops/search/bounded.ts", "depth + 1 + wayBack > limit", "depth + wayBack > limit"],
  ["src/loops/search/bounded.ts", "        onPath[v] = 0;\n        depth--;", "        depth--;"],
  ["src/loops/search/bounded.ts", "for (const v of reached) back[v] = -1;", ""],
  ["src/loops/search/unbounded.ts", "inReach(w) && blocked[w] === 0", "inReach(w)"],
  ["src/loops/search/unbounded.ts", "        if (depth > 0) closes[depth - 1] = 1;\n", ""],
  ["src/loops/search/unbounded.ts", "        unblock(v);\n", ""],
  ["src/loops/search/unbounded.ts", "for (const u of waiting[v] ?? []) pending.push(u);", ""],
  [
    "src/loops/search/unbounded.ts",
    "if (depth + 1 >= minLength && writer",
    "if (depth >= minLength && writer",
  ],
  ["src/loops/search/time-ordered.ts", "at > time && at <= deadline", "at >= time && at <= deadline"],
  ["src/loops/search/time-ordered.ts", "at > time && at <= deadline", "at > time"],
  ["src/loops/search/time-ordered.ts", "length + 2 > limit", "length + 1 > limit"],
  ["src/loops/search/time-ordered.ts", "        onPath[w] = 0;\n", ""],
  ["src/loops/search/kernel.ts", "    this.#used = 0;\n", ""],
].map(([file, is, becomes]) => ({
  name: `${file}: ${is.trim()}`,
  file,
  tests: KERNEL_TESTS,
  mutate: once(is, becomes),
}));

const TABLE = "src/model/deal-kinds.ts";
const KINDS = [
  "equity_investment",
  "acquisition",
  "jv_contribution",
  "bond",
  "loan",
  "vendor_financing",
  "warrant",
  "compute_purchase",
  "chip_purchase",
  "license",
  "lease",
  "power_purchase",
  "guarantee",
  "backstop",
];

function once(is, becomes) {
  return (text) => (text.split(is).length === 2 ? text.replace(is, () => becomes) : null);
}

/** The row of a kind with its two sides exchanged: capital runs backwards. */
function backwards(kind) {
  const sides = new RegExp(`(\\n  ${kind}: \\{\\n    from: )(\\[[^\\]]*\\])(,\\n    to: )(\\[[^\\]]*\\])`);
  return (text) => (sides.test(text) ? text.replace(sides, "$1$4$3$2") : null);
}

const only = process.argv[2] ?? "";
const mutants = [
  ...KERNELS,
  ...KINDS.map((kind) => ({
    name: `${TABLE}: ${kind} backwards`,
    file: TABLE,
    tests: TABLE_TESTS,
    mutate: backwards(kind),
  })),
].filter(({ name }) => name.includes(only));

const copy = mkdtempSync(join(tmpdir(), "capital-loop-mutants-"));
for (const name of ["src", "tests", "tsconfig.json", "package.json"])
  cpSync(join(ROOT, name), join(copy, name), { recursive: true });
symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
writeFileSync(
  join(copy, "vitest.config.mjs"),
  "export default { test: { testTimeout: 20_000, maxWorkers: 1 } };\n",
);

/** Whether the tests pass; a search that no longer ends counts as caught. */
function pass(tests) {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  const { status } = spawnSync(process.execPath, [vitest, "run", "--bail", "1", ...tests], {
    cwd: copy,
    stdio: "ignore",
    timeout: 120_000,
  });
  return status === 0;
}

const lived = [];
try {
  for (const tests of [KERNEL_TESTS, TABLE_TESTS]) {
    if (!pass(tests)) throw new Error(`${tests.join(", ")} fail without any mutant`);
  }
  for (const { name, file, tests, mutate } of mutants) {
    const path = join(copy, file);
    const text = readFileSync(path, "utf8");
    const mutant = mutate(text);
    if (mutant === null) lived.push(`${name}: no longer stands there; renew the mutant`);
    else {
      writeFileSync(path, mutant);
      if (pass(tests)) lived.push(name);
      writeFileSync(path, text);
    }
    process.stdout.write(`${lived.at(-1)?.startsWith(name) ? "LIVES " : "caught"} ${name}\n`);
  }
} finally {
  rmSync(copy, { recursive: true });
}
process.stdout.write(`${mutants.length - lived.length} of ${mutants.length} mutants caught\n`);
process.exitCode = lived.length === 0 ? 0 : 1;
