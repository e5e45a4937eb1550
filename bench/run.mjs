/**
 * Times loop search beside a peer, in one run, so that the ratio holds whatever the machine does that day.
 * Counts are compared before times. `npm run bench` builds first.
 */
import { spawnSync } from "node:child_process";
import { arch, cpus, platform } from "node:os";
import { countLoops, findLoops, readGraph } from "../dist/node.js";

const GRAPHS = new URL("../tests/graphs/", import.meta.url).pathname;
const RUNS = 5;

/** What is asked of both: every simple cycle of the graph with parallel edges merged. */
const QUESTIONS = [
  { graph: "complete-8", maxLength: null },
  { graph: "flow-xs", maxLength: null },
  { graph: "flow-xs", maxLength: 6 },
  { graph: "flow-s", maxLength: 5 },
];

const machine = `${platform()} ${arch()}, ${cpus().length} cores, Node ${process.version}`;
console.log(
  `Loop search, ${new Date().toISOString().slice(0, 10)}, ${machine}; CPU seconds, best of ${RUNS}\n`,
);
console.log(`calibration: ${seconds(best(calibrate).cpu)} for 10^9 integer steps\n`);

const rows = [["graph", "bound", "loops", "counted", "listed in order", "networkx", "ratio"]];
for (const { graph, maxLength } of QUESTIONS) {
  const loaded = await readGraph(`${GRAPHS}${graph}.txt`);
  const counted = best(() => countLoops(loaded, { maxLength }).count);
  const listed = best(() => findLoops(loaded, { maxLength }).count);
  const peer = networkx(graph, maxLength);
  if (peer.count !== null && peer.count !== counted.value) {
    throw new Error(`${graph}: we count ${counted.value} loops, networkx ${peer.count}`);
  }
  const ratio = peer.cpu === null ? peer.why : `${Math.round(peer.cpu / counted.cpu)} ×`;
  rows.push([
    graph,
    maxLength === null ? "none" : `≤ ${maxLength}`,
    counted.value.toLocaleString("en"),
    seconds(counted.cpu),
    seconds(listed.cpu),
    peer.cpu === null ? "–" : seconds(peer.cpu),
    ratio,
  ]);
}
for (const [i, row] of rows.entries()) {
  console.log(`| ${row.join(" | ")} |`);
  if (i === 0) console.log(`| ${row.map(() => "---").join(" | ")} |`);
}

/** The least CPU time of several runs, and what the last gave. */
function best(run) {
  let cpu = Number.POSITIVE_INFINITY;
  let value;
  for (let i = 0; i < RUNS; i++) {
    const start = process.cpuUsage();
    value = run();
    const { user, system } = process.cpuUsage(start);
    cpu = Math.min(cpu, (user + system) / 1e6);
  }
  return { cpu, value };
}

function calibrate() {
  let x = 1;
  for (let i = 0; i < 1e9; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
  return x;
}

/** CPU seconds of networkx for the same question; it bounds no length, so only unbounded ones are asked. */
function networkx(graph, maxLength) {
  if (maxLength !== null) return { cpu: null, count: null, why: "takes no bound" };
  const program = `
import sys, time
try:
    import networkx
except ImportError:
    sys.exit(3)
g = networkx.DiGraph()
for line in open(sys.argv[1]):
    if line.strip() and not line.startswith("#"):
        a, b = line.split()[:2]
        if a != b: g.add_edge(a, b)
start = time.process_time()
count = sum(1 for _ in networkx.simple_cycles(g))
print(count, time.process_time() - start)
`;
  const run = spawnSync("python3", ["-c", program, `${GRAPHS}${graph}.txt`], { encoding: "utf8" });
  if (run.status !== 0) return { cpu: null, count: null, why: "networkx is not installed" };
  const [count, cpu] = run.stdout.trim().split(" ").map(Number);
  return { cpu, count };
}

function seconds(value) {
  return `${value.toFixed(3)} s`;
}
