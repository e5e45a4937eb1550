/**
 * What long searches promise whatever they find, each measured in a process of its own: `node promises.mjs NAME`
 * prints what came of it in a line of JSON.
 */

import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countLoops, findLoops, LoopThreads, readLegs } from "../dist/node.js";
import { graphFile, legsOf, readCompact } from "./graphs.mjs";

/** Edges of the largest file that is read. */
const MANY_EDGES = 10_000_000;
const ABORT_AFTER_MS = 300;

export const PROMISES = {
  "22.3 million loops of flow-m streamed by one thread": () => streamed(1),
  "22.3 million loops of flow-m streamed by two threads": () => streamed(2),
  "told to stop amid loops of flow-m, ≤ 7, written out": () => stopped("flow-m", 7, write),
  "told to stop amid a count of flow-m, ≤ 9": () => stopped("flow-m", 9, countLoops),
  "told to stop amid a count of ring-200-7, any length": () => stopped("ring-200-7", null, countLoops),
  "a budget of 1 s, loops of flow-m, ≤ 7, written out": () => overrun("flow-m", 7, write),
  "a budget of 1 s, a count of flow-m, ≤ 9": () => overrun("flow-m", 9, countLoops),
  "10 million edges read from a file": loaded,
};

if (process.argv[2] in PROMISES) console.log(JSON.stringify(await PROMISES[process.argv[2]]()));

async function streamed(threads) {
  const legs = legsOf(readCompact(graphFile("flow-m")));
  // What reading left behind is not to make room for the search.
  globalThis.gc?.();
  const before = nowMb();
  const kept = new LoopThreads(threads);
  let loops = 0;
  let most = 0;
  const query = { maxLength: 5 };
  const batches = threads === 1 ? findLoops(legs, query).batches() : kept.batches(legs, query);
  for await (const batch of batches) {
    for (let at = 0; at < batch.length; at += 1 + batch[at]) loops++;
    most = Math.max(most, nowMb());
  }
  await kept.close();
  if (loops !== 22_301_898) throw new Error(`${loops} loops`);
  return { measured: `${(most - before).toFixed(0)} MB more`, asked: "under 80 MB" };
}

function stopped(graph, maxLength, search) {
  const legs = legsOf(readCompact(graphFile(graph)));
  const start = performance.now();
  const signal = {
    get aborted() {
      return performance.now() - start >= ABORT_AFTER_MS;
    },
  };
  const { reason } = search(legs, { maxLength, signal });
  if (reason !== "aborted") throw new Error(`${graph} ended by itself`);
  // The signal is looked at, not heard: what passes before the first look counts too.
  return { measured: ms(performance.now() - start - ABORT_AFTER_MS), asked: "within 50 ms" };
}

function overrun(graph, maxLength, search) {
  const legs = legsOf(readCompact(graphFile(graph)));
  const start = performance.now();
  const { reason, cursor } = search(legs, { maxLength, budgetMs: 1000 });
  if (reason !== "budget" || cursor === null) throw new Error(`${graph} ended by itself`);
  return { measured: ms(performance.now() - start), asked: "within 1,100 ms" };
}

function write(legs, query) {
  const batches = findLoops(legs, query).batches();
  for (const _ of batches);
  return batches;
}

async function loaded() {
  const folder = mkdtempSync(join(tmpdir(), "capital-loop-bench-"));
  const file = join(folder, "many.edges");
  try {
    const out = createWriteStream(file);
    let state = 1;
    for (let row = 0; row < MANY_EDGES; ) {
      const lines = [];
      for (const end = Math.min(MANY_EDGES, row + 100_000); row < end; row++) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        lines.push(`${(state >>> 8) % 1_000_000} ${Math.imul(state, 2_654_435_761) >>> 12}\n`);
      }
      if (!out.write(lines.join(""))) await once(out, "drain");
    }
    out.end();
    await once(out, "finish");
    const start = performance.now();
    await readLegs(file);
    return {
      measured: `${peakMb().toFixed(0)} MB in all, ${((performance.now() - start) / 1e3).toFixed(1)} s`,
      asked: "under 1,500 MB",
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function peakMb() {
  return process.resourceUsage().maxRSS / 1024;
}

function nowMb() {
  return process.memoryUsage.rss() / 2 ** 20;
}

function ms(value) {
  return `${value.toFixed(0)} ms`;
}
