/**
 * Mutants: faults put by hand into the search kernels and the direction table, one at a time, in a copy of the
 * sources. The unit tests must fail for each; one that they let live shows a test that is missing.
 *
 *     npm run mutants [-- TEXT]            only those whose name holds the text
 *     npm run mutants -- --most 40         so many of all, spread evenly over the files
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const ROOT = new URL("..", import.meta.url).pathname;
/** The test files that must see a fault, the quickest first. */
const SEARCH_TESTS = [
  "tests/loops/closed-forms.test.ts",
  "tests/loops/masked.test.ts",
  "tests/loops/kernels.test.ts",
];
const QUESTION_TESTS = ["components", "best", "find", "cursor"].map((name) => `tests/loops/${name}.test.ts`);
const SWEEP_TESTS = ["tests/loops/sweep.test.ts"];
const ASKED_TESTS = ["tests/loops/questions.test.ts"];
const TABLE_TESTS = ["tests/model/deal-kinds.test.ts"];

/** By file: what stands there (once), and what a slip would make of it. */
const SEARCH = {
  "bounded.ts": [
    ["&& minLength <= 2) {", "&& minLength < 2) {"],
    ["length < minLength ? -1", "length <= minLength ? -1"],
    ["            if (onPath[w] !== 0) continue;\n", ""],
    ["const most = limit - depth - 1;", "const most = limit - depth;"],
    ["limit === UNBOUNDED ? CLOSED : most + 2", "limit === UNBOUNDED ? CLOSED : most + 3"],
    ["if (found[depth + 1] === 1 || closing[v] !== -1)", "if (found[depth + 1] === 1)"],
    [
      "            found[depth] = 1;\n            this.#barriers.release(v);\n",
      "            this.#barriers.release(v);\n",
    ],
  ],
  "barriers.ts": [
    ["    this.height.set(back.subarray(0, size));\n", ""],
    ["const most = (height[v] as number) + 1;", "const most = (height[v] as number) + 2;"],
    ["lowered[waiting++] = u;", "lowered[waiting] = u;"],
    ["this.#watched[to[i] as number] = 1;", "this.#watched[v] = 1;"],
  ],
  "near.ts": [
    ["const most = limit - 1 - (back[w] as number);", "const most = limit - 2 - (back[w] as number);"],
    ["if (distance <= half || distance > most) continue;", "if (distance > most) continue;"],
    ["this.#maxLength > this.size ? UNBOUNDED", "this.#maxLength >= this.size ? UNBOUNDED"],
    ["if (isCloser) closerEnd[u] = at + 1;", "if (isCloser) closerEnd[u] = at;"],
    ["(back[w] as number) <= 3;", "(back[w] as number) < 3;"],
    ["this.#numberOf[behind[i] as number] = -1;", "this.#numberOf[behind[i] as number] = 0;"],
    ["const known = isShare ? undefined : first;", "const known = first;"],
  ],
  "reach.ts": [
    ["return this.#maxLength - 1 - this.half;", "return this.#maxLength - 2 - this.half;"],
    ["distance + home > limit", "distance + home >= limit"],
    ["distance > half :", "distance >= half :"],
    ["if ((out[v] as number) > most) return;", "if ((out[v] as number) >= most) return;"],
    ["      back[v] = distance;\n", "      back[v] = distance + 1;\n"],
    ["if (root < this.#root) {", "if (root > this.#root) {"],
    ["    for (let i = 0; i < this.behinds; i++) this.back[this.behind[i] as number] = -1;\n", ""],
  ],
  "dead-ends.ts": [
    ["touchesRoot[entered] === 1 ? 0 : (order[entered] as number)", "order[entered] as number"],
    ["  for (let i = 0; i < firsts; i++) touchesRoot[firstTo[i] as number] = 1;\n", ""],
    [
      "if (up !== -1 && (low[v] as number) < (low[up] as number))",
      "if (up !== -1 && (low[v] as number) > (low[up] as number))",
    ],
  ],
  "ranked.ts": [
    ["if (v === w || component[v]", "if (component[v]"],
    ["product > 0 && v !== first", "product > 0"],
  ],
  "counting.ts": [
    ["if (limit > 3) add(byLength, 4,", "if (limit >= 3) add(byLength, 4,"],
    ["const deepest = limit - 4;", "const deepest = limit - 3;"],
    ["if (found[depth] === 1) found[depth - 1] = 1;", ""],
    ["this.#raiseAhead(v, 3);", "this.#raiseAhead(v, 4);"],
    ["this.#near.limit - depth + 1", "this.#near.limit - depth + 2"],
  ],
  "ways-home.ts": [
    ["    this.three[v] = this.#keptThree[depth] as number;\n", ""],
    ["      three[v] = (three[v] as number) - (one[v] as number) * mutual;\n", ""],
    ["if (onPath[w] === 0) there[w] = ways;", "there[w] = ways;"],
    [
      "there[to[i] as number] = 0;\n    this.steps += steps;\n    return sum;",
      "this.steps += steps;\n    return sum;",
    ],
    ["ways * (byTwo - sign * (one[u]", "ways * (byTwo - (one[u]"],
    ["if (onPath[t] === 0) three[t]", "three[t]"],
  ],
  "unbounded-counting.ts": [
    ["if (state[to[i] as number] !== ON_PATH) sum +=", "sum +="],
    ["        if (watched[v] === 1) this.#open(v);\n", ""],
    ["if (this.#watched[u] === 1) opened[waiting++] = u;", ""],
    ["found[depth] = closing[entered] === -1 ? 0 : 1;", "found[depth] = 0;"],
    ["        if (--depth === 0) break;\n        found[depth] = 1;\n", "        if (--depth === 0) break;\n"],
  ],
  "masked-path.ts": [
    ["if ((bit & closersLow) === 0) {", "if (true) {"],
    ["if ((bit & closersHigh) === 0) {", "if (true) {"],
    ["          found = founds[depth] as number;\n", ""],
    ["            this.#openThoseWhoPay(v);\n", ""],
    ["        nextHigh |= inHigh[u] as number;\n      }\n      for", "      }\n      for"],
    ["const u = 32 + lowest(high);", "const u = lowest(high);"],
    ["if (depth < changed) changed = depth;", ""],
    ["(this.endsLow | this.endsHigh) !== 0 || this.#isCloser(v)", "(this.endsLow | this.endsHigh) !== 0"],
  ],
  "masked.ts": [
    ["if (length < this.#minLength) endsLow = endsHigh = 0;", ""],
    ["batch.length - length - 2", "batch.length - length - 3"],
    ["    path.endsHigh = endsHigh;\n", ""],
  ],
  "masked-counting.ts": [
    ["if (ways !== null) product[1] = ways[path.taken[0]] as number;", ""],
    ["let d = path.changed;", "let d = depth - 1;"],
    ["add(32 + lowest(high));", "add(lowest(high));"],
  ],
  "growing.ts": [
    ["let left = this.#maxLength - 1;", "let left = this.#maxLength - 2;"],
    ["goesAhead ? [here, there] : [there, here]", "[here, there]"],
  ],
  "strongest.ts": [
    ["count >= top && !Object.is(amountUsd[leg], amount)", "count >= top"],
    ["close(disclosed(), notWhole)", "close(disclosed(), all)"],
    ["usd >= least && (usd < above || isFirst)", "usd >= least"],
    ["    growing.clear();\n    for", "    for"],
  ],
  "departures.ts": [
    ["(seconds[i] as number) <= this.closes", "(seconds[i] as number) < this.closes"],
    ["if ((seconds[middle] as number) <= moment)", "if ((seconds[middle] as number) < moment)"],
    ["      this.#handedOn[v] = -1;\n", ""],
    ["|| payee[at - 1] !== payee[at]", ""],
  ],
  "timed.ts": [
    ["if (depth + 2 <= this.#limit)", "if (depth + 1 <= this.#limit)"],
    ["(when === opens && leg > own)", "(when === opens && leg >= own)"],
    ["if (when > closes) return false;", "if (when >= closes) return false;"],
    ["    for (; this.#depth > 0; this.#depth--) this.#leave();\n", ""],
    ["    latest[v] = Number.NEGATIVE_INFINITY;\n", ""],
  ],
  "timed-counting.ts": [
    ["w !== root && depth + 2 > limit", "w !== root && depth + 1 > limit"],
    ["(legBefore[i] as number) > earliest", "(legBefore[i] as number) >= earliest"],
    ["(seconds[before] as number) < second", "(seconds[before] as number) <= second"],
    ["if (second < until && second <= closes) {", "if (second < until) {"],
    ["      latest[v] = label[depth] as number;\n", ""],
    ["  more.set(values);\n", ""],
  ],
  "kernel.ts": [["    this.used = 0;\n", ""]],
};
const SWEEP = {
  "search/sweep.ts": [
    ["      if (isLast(at)) return;\n", ""],
    ["      if (at === 0) next[u] = SPENT;\n", ""],
    ["    if (ends > 2) return;\n", ""],
    ["into.addNext(states, state, 1, times);", "into.addNext(states, state, 1, 1);"],
    ["next[last] = FIRST_OF + first;", "next[last] = FIRST_OF + u;"],
  ],
  "search/sweep-states.ts": [
    ["      this.most[found] = least - 1;\n", "      this.most[found] = least;\n"],
    ["    this.ways.fill(0, at, this.numbers);\n", ""],
    ["const least = Math.min(first, fewest);", "const least = first;"],
    [
      "if (2 * this.count >= this.#hashes) this.#hash(4 * this.#hashes);",
      "if (2 * this.count >= this.#hashes) this.#hashes *= 2;",
    ],
  ],
  "search/sweep-order.ts": [
    ["(lastOut[v] as number) <= i && (lastIn", "(lastOut[v] as number) <= i || (lastIn"],
    ["(lastIn[v] === i ? LAST_IN : 0)", "0"],
  ],
  "shortcut.ts": [
    ["loops > 0 && length >= minLength", "loops > 0"],
    ["start.part === 0 && start.undone.length === 0", "true"],
    ["perFlow ? waysOfLegs(legs) : null", "null"],
  ],
  "count.ts": [["new Map([...plan.count(0, () => false).byLength, ...swept])", "new Map(swept)"]],
};
const ASKED = {
  "filter.ts": [["const seenTo = via === undefined ? 1 : 0;", "const seenTo = 1;"]],
  "sieve.ts": [["      choice[i] = 0;\n", ""]],
};
const QUESTION = {
  "search/bounded.ts": [["let look = this.#look;", "let look = steps + STEPS_BETWEEN_LOOKS;"]],
  "search/masked.ts": [
    [
      "    const path = this.#path;\n    const { taken } = path;",
      "    const path = this.#path;\n    this.#look = path.steps + ENTERED_BETWEEN_LOOKS;\n    const { taken } = path;",
    ],
  ],
  "plan.ts": [
    ["for (const before of via.slice(0, i)) dropped[before] = 1;", ""],
    ["if (loops !== 0) byLength.set(length, loops);", "if (loops !== 0) byLength.set(length, loops + 1);"],
    ["countsFrom(counted, Math.max(2, minLength))", "countsFrom(counted, 2)"],
    ["choices *= ways[", "choices += ways["],
  ],
  "count.ts": [
    ["add(this.byLength, length, loops - known);", "add(this.byLength, length, loops);"],
    ["    else this.#undone.set(part, most);\n", ""],
  ],
  "drive.ts": [
    ["loops.subarray(isWanted ? at : at + size)", "loops.subarray(at)"],
    ["    parts.push({ part, at: writer.used });\n", ""],
  ],
  "best.ts": [
    ["const above = (at - 1) >> 1;", "const above = at >> 1;"],
    ["if (!this.isFull) {", "if (this.isFull) {"],
    [
      "this.#compare(heap[below] as T, heap[worst] as T) > 0",
      "this.#compare(heap[below] as T, heap[worst] as T) < 0",
    ],
  ],
  "components.ts": [["else if (component[w] === -1 && (order[w]", "else if ((order[w]"]],
};

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

const written = (folder, slips, tests) =>
  Object.entries(slips).flatMap(([name, rows]) =>
    rows.map(([is, becomes]) => ({
      name: `${folder}${name}: ${oneLine(is)} → ${becomes === "" ? "nothing" : oneLine(becomes)}`,
      file: folder + name,
      tests,
      mutate: once(is, becomes),
    })),
  );

function oneLine(code) {
  return code.trim().replace(/\s+/g, " ");
}

const { values, positionals } = parseArgs({ options: { most: { type: "string" } }, allowPositionals: true });
const [only = ""] = positionals;
const most = Number(values.most ?? Number.POSITIVE_INFINITY);
const all = [
  ...written("src/loops/search/", SEARCH, SEARCH_TESTS),
  ...written("src/loops/", SWEEP, SWEEP_TESTS),
  ...written("src/loops/", QUESTION, QUESTION_TESTS),
  ...written("src/loops/", ASKED, ASKED_TESTS),
  ...KINDS.map((kind) => ({
    name: `${TABLE}: ${kind} backwards`,
    file: TABLE,
    tests: TABLE_TESTS,
    mutate: backwards(kind),
  })),
].filter(({ name }) => name.includes(only));
const share = Math.min(1, most / all.length);
const mutants = all.filter((_, i) => Math.floor((i + 1) * share) > Math.floor(i * share));

// A fault that cannot be put any more would prove nothing, and is told before hours of others.
const gone = all.filter(({ file, mutate }) => mutate(readFileSync(join(ROOT, file), "utf8")) === null);
for (const { name } of gone) process.stdout.write(`no longer stands there; renew the mutant: ${name}\n`);
if (gone.length > 0) process.exit(1);

const copy = mkdtempSync(join(tmpdir(), "capital-loop-mutants-"));
for (const name of ["src", "tests", "tsconfig.json", "package.json"])
  cpSync(join(ROOT, name), join(copy, name), { recursive: true });
symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
writeFileSync(
  join(copy, "vitest.config.mjs"),
  // In threads, a search that does not end ends with its process.
  'export default { test: { testTimeout: 20_000, pool: "threads", maxWorkers: 1 } };\n',
);

/** The first test to fail, null when all pass; a search that no longer ends counts as a failure. */
function failureOf(tests) {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  for (const file of tests) {
    const { status, stdout, signal } = spawnSync(
      process.execPath,
      [vitest, "run", "--bail", "1", "--reporter", "json", file],
      {
        cwd: copy,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
        timeout: 180_000,
        killSignal: "SIGKILL",
      },
    );
    if (status === 0) continue;
    if (signal !== null) return `${file} (does not end)`;
    const results = JSON.parse(stdout).testResults.flatMap(({ assertionResults }) => assertionResults);
    const failed = results.find((result) => result.status === "failed");
    // A slip that the sources cannot be read with proves nothing.
    if (failed === undefined) throw new Error(`${file} does not run`);
    return `${file} (${failed.title})`;
  }
  return null;
}

let caught = 0;
try {
  for (const tests of new Set(mutants.map((mutant) => mutant.tests))) {
    const failure = failureOf(tests);
    if (failure !== null) throw new Error(`${failure} fails without any mutant`);
  }
  for (const { name, file, tests, mutate } of mutants) {
    const path = join(copy, file);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, mutate(text));
    const failure = failureOf(tests);
    writeFileSync(path, text);
    if (failure !== null) caught++;
    process.stdout.write(failure === null ? `LIVES  ${name}\n` : `caught ${name}\n       by ${failure}\n`);
  }
} finally {
  rmSync(copy, { recursive: true });
}
process.stdout.write(`${caught} of ${mutants.length} mutants caught\n`);
process.exitCode = caught === mutants.length ? 0 : 1;
