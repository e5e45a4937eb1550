/** Searches that pause: others get their turn, and nothing is lost or found twice. */
import { expect, test } from "vitest";
import { findLoops } from "../../src/loops/find.js";
import { readGraph } from "../../src/node/read-graph.js";

const graph = await readGraph(new URL("../graphs/flow-s.txt", import.meta.url).pathname);
const whole = findLoops(graph).count;

/** A batch is read before the next is asked for. */
function countIn(batch: Int32Array): number {
  let loops = 0;
  for (let at = 0; at < batch.length; at += 1 + (batch[at] as number)) loops++;
  return loops;
}

test.each([0, 1, 5])("every %i ms, a search gives all loops, in some batches", (pauseMs) => {
  const batches = findLoops(graph, { pauseMs }).batches();
  let loops = 0;
  let pieces = 0;
  for (const batch of batches) {
    loops += countIn(batch);
    pieces++;
  }
  expect([loops, batches.complete]).toEqual([whole, true]);
  if (pauseMs < 5) expect(pieces).toBeGreaterThan(3);
});

test("a signal still ends it, with what was found by then", () => {
  const signal = { aborted: false };
  const batches = findLoops(graph, { pauseMs: 0, signal }).batches();
  let pieces = 0;
  for (const _ of batches) if (++pieces === 3) signal.aborted = true;

  expect(pieces).toBeLessThanOrEqual(4);
  expect([batches.complete, batches.reason]).toEqual([false, "aborted"]);
});
