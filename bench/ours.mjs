/**
 * Answers one question several times, and prints the best times as JSON: counted as `countLoops` does, written out
 * by our kernels. A process of its own, so that its peak of memory is the question's: `node ours.mjs QUESTION FILE`,
 * the question as JSON.
 */
import { countLoops } from "../dist/loops/count.js";
import { BoundedFinder } from "../dist/loops/search/bounded.js";
import { BatchWriter } from "../dist/loops/search/kernel.js";
import { UNBOUNDED } from "../dist/loops/search/near.js";
import { rankGraph } from "../dist/loops/search/ranked.js";
import { strongestLoops } from "../dist/loops/search/strongest.js";
import { TimedFinder } from "../dist/loops/search/timed.js";
import { legsOf, readCompact } from "./graphs.mjs";

const RUNS = 5;
const [question, file] = [JSON.parse(process.argv[2]), process.argv[3]];
const { graph, ids } = readCompact(file);
const legs = legsOf({ graph, ids });
const loadedMb = process.resourceUsage().maxRSS / 1024;
const maxLength = question.maxLength ?? UNBOUNDED;
const never = () => false;

const counted = question.top === undefined ? best(count) : null;
const countedMb = process.resourceUsage().maxRSS / 1024 - loadedMb;
const written = question.countOnly === true ? null : best(question.top === undefined ? write : strongest);
const addedMb = process.resourceUsage().maxRSS / 1024 - loadedMb;
console.log(JSON.stringify({ counted, written, countedMb, addedMb }));

function count() {
  const { through, window } = question;
  return countLoops(legs, {
    maxLength: question.maxLength,
    through: through === undefined ? undefined : [String(through)],
    timeOrdered: window !== undefined,
    windowDays: window === undefined ? undefined : window / 86_400,
    perFlow: window !== undefined,
  }).count;
}

/** Writes every loop into batches, and looks at no more of them than how long each is. */
function write() {
  const { finder, roots } = finderOf();
  const writer = new BatchWriter(2 * graph.nodes);
  const flows = question.window === undefined ? 1 : 2;
  let loops = 0;
  const take = () => {
    const batch = writer.take();
    for (let at = 0; at < batch.length; at += 1 + flows * batch[at]) loops++;
  };
  for (let root = 0; root < roots; root++) {
    finder.begin(root);
    while (finder.run(writer, never) !== "done") take();
  }
  take();
  return loops;
}

function finderOf() {
  if (question.window !== undefined) {
    const asked = { minLength: 2, maxLength, windowSeconds: question.window, perFlow: true };
    const finder = new TimedFinder(graph, graph.time, asked);
    return { finder, roots: finder.roots };
  }
  const { ranked, roots } = rootsOf();
  return { finder: new BoundedFinder(ranked, 2, maxLength), roots };
}

function rootsOf() {
  const first = question.through === undefined ? -1 : ids.indexOf(question.through);
  const ranked = rankGraph(graph, first);
  return { ranked, roots: first === -1 ? ranked.size : 1 };
}

function strongest() {
  return strongestLoops(graph, { minLength: 2, maxLength, top: question.top }, () => {}, never).count;
}

/** The least CPU and wall seconds of several runs, and what they gave. */
function best(run) {
  let [cpu, wall] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let loops = 0;
  for (let i = 0; i < RUNS; i++) {
    const [usage, start] = [process.cpuUsage(), performance.now()];
    loops = run();
    const { user, system } = process.cpuUsage(usage);
    cpu = Math.min(cpu, (user + system) / 1e6);
    wall = Math.min(wall, (performance.now() - start) / 1e3);
  }
  return { loops, cpu, wall };
}
