/**
 * Answers one question in one thread and in two that are kept, turn about, and prints the least times as JSON:
 * `node threads.mjs QUESTION FILE`. Ends with an error where the two do not find the same in the same order.
 */

import { countLoops } from "../dist/loops/count.js";
import { findLoops } from "../dist/loops/find.js";
import { LoopThreads } from "../dist/node/loop-threads.js";
import { legsOf, readCompact } from "./graphs.mjs";

const RUNS = 5;
const [{ maxLength, countOnly, runs = RUNS }, file] = [JSON.parse(process.argv[2]), process.argv[3]];
const legs = legsOf(readCompact(file));
const kept = new LoopThreads(2);

/** How many loops, and a number that turns on the length and last leg of each and on their order. */
class Print {
  loops = 0;
  hash = 0;
  add(batch) {
    for (let at = 0; at < batch.length; at += 1 + batch[at]) {
      this.loops++;
      this.hash = Math.imul(this.hash ^ batch[at + batch[at]], 0x01000193);
    }
  }
  toString() {
    return `${this.loops} loops, ${this.hash}`;
  }
}

const [one, two] = [[], []];
// The first time both are cold.
for (let run = 0; run <= runs; run++) {
  one.push(await timed(alone));
  two.push(await timed(together));
  if (one[run].found !== two[run].found)
    throw new Error(`one thread finds ${one[run].found}, two find ${two[run].found}`);
}
await kept.close();
console.log(JSON.stringify({ one: best(one), two: best(two) }));

async function alone() {
  if (countOnly) return String(countLoops(legs, { maxLength }).count);
  const print = new Print();
  for (const batch of findLoops(legs, { maxLength }).batches()) print.add(batch);
  return String(print);
}

async function together() {
  if (countOnly) return String((await kept.count(legs, { maxLength })).count);
  const print = new Print();
  for await (const batch of kept.batches(legs, { maxLength })) print.add(batch);
  return String(print);
}

async function timed(run) {
  const [usage, start] = [process.cpuUsage(), performance.now()];
  const found = await run();
  const { user, system } = process.cpuUsage(usage);
  return { found, wall: (performance.now() - start) / 1e3, cpu: (user + system) / 1e6 };
}

function best(runs) {
  const warm = runs.slice(1);
  const least = (measure) => Math.min(...warm.map(measure));
  return { found: runs[0].found, wall: least((run) => run.wall), cpu: least((run) => run.cpu) };
}
