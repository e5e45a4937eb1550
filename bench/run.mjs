/**
 * Times loop search beside its peers in one run, so that the ratio holds whatever the machine does that day,
 * and writes the tables into bench/README.md. Counts are compared before times. `npm run bench` builds first.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { graphFile } from "./graphs.mjs";
import { PROMISES } from "./promises.mjs";
import { inWords, QUESTIONS, SHARED } from "./questions.mjs";

const README = new URL("README.md", import.meta.url).pathname;
const OURS = new URL("ours.mjs", import.meta.url).pathname;
const THREADS = new URL("threads.mjs", import.meta.url).pathname;
const FACTS = new URL("facts.mjs", import.meta.url).pathname;
const MEASURED = new URL("promises.mjs", import.meta.url).pathname;
/** The longest loops of the facts that are asked for. */
const FACTS_LENGTH = 8;
const PEERS = new URL("peers.py", import.meta.url).pathname;
const PACKAGES = {
  igraph: "python3-igraph",
  "graph-tool": "python3-graph-tool",
  networkx: "python3-networkx",
};
const MODULES = { igraph: "igraph", "graph-tool": "graph_tool.topology", networkx: "networkx" };
/** The system's own Python is where its packages are; another may stand before it. */
const PYTHONS = ["/usr/bin/python3", "python3"];
/** A peer that a short question leaves noisy is asked again; the best run counts. */
const PEER_SECONDS = 10;

const versions = new Map();
const alone = [["graph", "loops of", "loops", "counted", "written out", "MB added"]];
const beside = [
  [
    "graph",
    "loops of",
    "loops",
    "peer",
    "peer: CPU, wall, MB",
    "ours, written: CPU, wall, MB",
    "ratio",
    "ours, counted",
    "ratio",
  ],
];
const calibrations = [calibrate()];
for (const question of QUESTIONS) {
  const file = graphFile(question.graph);
  const ours = answer(process.execPath, [OURS, JSON.stringify(question), file]);
  const loops = (ours.counted ?? ours.written).loops;
  if (ours.counted !== null && ours.written !== null && ours.written.loops !== loops)
    throw new Error(`${question.graph}: we count ${loops} loops and write ${ours.written.loops}`);
  const about = [question.graph, inWords(question), loops.toLocaleString("en")];
  console.log(about.join(" "));
  alone.push([...about, seconds(ours.counted?.cpu), seconds(ours.written?.cpu), ours.addedMb.toFixed(0)]);
  for (const name of question.peers ?? []) {
    const peer = askPeer(name, question, file);
    if (typeof peer === "string") {
      beside.push([...about, name, peer, "", "", "", ""]);
      continue;
    }
    if (peer.loops !== loops)
      throw new Error(`${question.graph}: we find ${loops} loops, ${name} ${peer.loops}`);
    versions.set(name, peer.version);
    beside.push([
      ...about,
      name,
      `${seconds(peer.cpu)}, ${seconds(peer.wall)}, ${peer.addedMb.toFixed(0)}`,
      `${seconds(ours.written.cpu)}, ${seconds(ours.written.wall)}, ${ours.addedMb.toFixed(0)}`,
      times(peer.cpu / ours.written.cpu),
      seconds(ours.counted.cpu),
      times(peer.cpu / ours.counted.cpu),
    ]);
  }
  calibrations.push(calibrate());
}

const shared = [["graph", "loops of", "", "one thread: wall, CPU", "two: wall, CPU", "wall ratio"]];
for (const question of SHARED) {
  const file = graphFile(question.graph);
  const { one, two } = answer(process.execPath, [THREADS, JSON.stringify(question), file]);
  console.log(`${question.graph} ${inWords(question)} in one thread and in two`);
  shared.push([
    question.graph,
    inWords(question),
    question.countOnly ? "counted" : "written out",
    `${seconds(one.wall)}, ${seconds(one.cpu)}`,
    `${seconds(two.wall)}, ${seconds(two.cpu)}`,
    times(one.wall / two.wall),
  ]);
}
calibrations.push(calibrate());

const facts = [["what", "loops", "the first time", "then"]];
const ofFacts = answer(process.execPath, [FACTS, String(FACTS_LENGTH)]);
for (const [what, { loops, cold, warm }] of [
  [`≤ ${FACTS_LENGTH}, written out`, ofFacts.written],
  [`≤ ${FACTS_LENGTH}, listed in order`, ofFacts.listed],
  ["any length, counted", ofFacts.counted],
])
  facts.push([what, loops.toLocaleString("en"), seconds(cold), seconds(warm)]);

const promised = [["what", "measured", "promised"]];
for (const name of Object.keys(PROMISES)) {
  console.log(name);
  const { measured, asked } = answer(process.execPath, ["--expose-gc", MEASURED, name]);
  promised.push([name, measured, asked]);
}

const asked = [...versions].map(([name, version]) => `${name} ${version}`).join(", ");
const report = [
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, Node ${process.version.slice(1)}; ${asked || "no peer"}.`,
  `Calibration: ${Math.min(...calibrations).toFixed(2)} s at best and ${Math.max(...calibrations).toFixed(2)} s at worst for 10^9 integer steps.`,
  "",
  "### Beside its peers",
  "",
  ...table(beside),
  "",
  "### Alone",
  "",
  "CPU seconds.",
  "",
  ...table(alone),
  "",
  "### The facts on file",
  "",
  "CPU seconds from the graph on, legs and all. The first run of a process is cold: most of it goes into compiling.",
  "",
  ...table(facts),
  "",
  "### Two threads",
  "",
  `Threads that are kept, the least of several runs but the first. The load of the machine was ${loadavg()[0].toFixed(1)}: where others`,
  "are at work on it, two threads show in the wall time only as far as they get two cores.",
  "",
  ...table(shared),
  "",
  "### Long searches and large files",
  "",
  ...table(promised),
  "",
].join("\n");
console.log(report);
const [before] = readFileSync(README, "utf8").split(/^## Measured$/m);
writeFileSync(README, `${before}## Measured\n\n${report}`);

/** What a peer says, its best run counting; or in a word why it says nothing. */
function askPeer(name, { through, maxLength }, file) {
  const limits = through === undefined ? [] : [String(through), String(maxLength)];
  const ask = (python) =>
    spawnSync(python, [PEERS, name, file, ...limits], { encoding: "utf8", maxBuffer: 1 << 26 });
  const has = (python) => spawnSync(python, ["-c", `import ${MODULES[name]}`]).status === 0;
  let python = PYTHONS.find(has);
  if (python === undefined) {
    if (!install(PACKAGES[name])) return "not installed, and apt-get does not";
    python = PYTHONS.find(has);
    if (python === undefined) return "cannot be imported";
  }
  let best = null;
  for (let spent = 0, runs = 0; spent < PEER_SECONDS && runs < 3; runs++) {
    const { status, stdout, stderr } = ask(python);
    if (status !== 0) throw new Error(`${name} fails: ${stderr}`);
    const run = JSON.parse(stdout);
    spent += run.wall;
    if (best === null || run.cpu < best.cpu) best = run;
  }
  return best;
}

function install(name) {
  console.log(`installing ${name}`);
  const run = spawnSync("apt-get", ["install", "-y", "--no-install-recommends", name], { encoding: "utf8" });
  return run.status === 0;
}

function answer(command, words) {
  const run = spawnSync(command, words, { encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

/** Seconds for a fixed amount of work, to set figures of different days beside each other. */
function calibrate() {
  const start = process.cpuUsage();
  let x = 1;
  for (let i = 0; i < 1e9; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
  const { user } = process.cpuUsage(start);
  return x === 0 ? Number.NaN : user / 1e6;
}

function table(rows) {
  const [head, ...body] = rows.map((row) => `| ${row.join(" | ")} |`);
  return [head, `|${" --- |".repeat(rows[0].length)}`, ...body];
}

function seconds(value) {
  return value === undefined ? "–" : `${value.toFixed(3)} s`;
}

function times(ratio) {
  return `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)} ×`;
}
