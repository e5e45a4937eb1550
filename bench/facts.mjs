/** Finds the loops of the facts on file up to a length, cold and then warm, and prints how long it took as JSON. */
import { buildGraph, countLoops, findLoops, loadDataset } from "../dist/node.js";

const RUNS = 5;
const maxLength = Number(process.argv[2]);
const graph = buildGraph(await loadDataset());
const written = times(() => {
  let loops = 0;
  for (const batch of findLoops(graph, { maxLength }).batches())
    for (let at = 0; at < batch.length; at += 1 + batch[at]) loops++;
  return loops;
});
const listed = times(() => findLoops(graph, { maxLength }).length);
const counted = times(() => countLoops(graph, { maxLength: null }).count);
console.log(JSON.stringify({ written, listed, counted }));

/** CPU seconds of the first run and the least of those after it. */
function times(run) {
  const all = [];
  let loops = 0;
  for (let i = 0; i <= RUNS; i++) {
    const usage = process.cpuUsage();
    loops = run();
    const { user, system } = process.cpuUsage(usage);
    all.push((user + system) / 1e6);
  }
  return { loops, cold: all[0], warm: Math.min(...all.slice(1)) };
}
