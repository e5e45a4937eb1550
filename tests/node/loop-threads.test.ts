/** Threads that stay for another search: each time they find what one thread finds, in the same order. */
import { afterAll, describe, expect, test } from "vitest";
import { compactGraph } from "../../src/graph/compact.js";
import type { LegGraph } from "../../src/graph/legs.js";
import { countLoops, findLoops } from "../../src/loops/find.js";
import type { LoopQuery } from "../../src/loops/query.js";
import { legGraph, readTestGraph } from "../graphs.js";

// Threads run the program as it is built.
const library: typeof import("../../src/node.js") = await import(
  new URL("../../dist/node.js", import.meta.url).href
);
const kept = new library.LoopThreads(2);
afterAll(() => kept.close());

const flowS = legGraph(readTestGraph("flow-s").graph);
const flowM = legGraph(readTestGraph("flow-m").graph);

/** A number that differs where a list of batches does, however it is cut. */
class Print {
  hash = 0;
  integers = 0;
  add(batch: Int32Array): void {
    for (const integer of batch) this.hash = Math.imul(this.hash ^ integer, 0x01000193);
    this.integers += batch.length;
  }
}

function printAlone(legs: LegGraph, query: LoopQuery): Print {
  const print = new Print();
  for (const batch of findLoops(legs, query).batches()) print.add(batch);
  return print;
}

async function printTogether(legs: LegGraph, query: LoopQuery): Promise<Print> {
  const print = new Print();
  for await (const batch of kept.batches(legs, query)) print.add(batch);
  return print;
}

/** Entities that pay each other two by two: as many roots, each with one loop. */
const pairs = Int32Array.from({ length: 40_000 }, (_, entity) => entity);
const twoByTwo = legGraph(compactGraph(pairs.length, { from: pairs, to: pairs.map((entity) => entity ^ 1) }));

const questions: [string, LegGraph, LoopQuery][] = [
  ["short loops", flowM, { maxLength: 4 }],
  ["longer ones of a smaller graph", flowS, { maxLength: 6 }],
  ["thousands of roots with a loop each", twoByTwo, { maxLength: 5 }],
  ["through one entity", flowS, { maxLength: 6, through: ["7"] }],
  ["in the order of time", flowS, { maxLength: null, timeOrdered: true, windowDays: 90, perFlow: true }],
];

describe("one after another, in the same threads", () => {
  test.each(questions)("%s are written out as one thread writes them", async (_title, legs, query) => {
    const print = await printTogether(legs, query);

    expect(print).toEqual(printAlone(legs, query));
    expect(print.integers).toBeGreaterThan(10_000);
  });

  test.each(questions)("%s are counted as one thread counts them", async (_title, legs, query) => {
    expect(await kept.count(legs, query)).toEqual(countLoops(legs, query));
  });
});

test("what is left amid a search keeps nothing from the next", async () => {
  let read = 0;
  for await (const batch of kept.batches(flowM, { maxLength: 6 })) {
    read += batch.length;
    if (read > 1e6) break;
  }

  expect(await printTogether(flowS, { maxLength: 5 })).toEqual(printAlone(flowS, { maxLength: 5 }));
});

test.each([
  ["flow-s", flowS, { maxLength: 5 }, 30_000],
  // Some pieces end amid a root that is not split among threads.
  ["flow-m", flowM, { maxLength: 3 }, 997],
])("a search that is cut goes on in other threads where it ended: %s", async (_title, legs, query, limit) => {
  const print = new Print();
  let from: string | undefined;
  do {
    const batches = kept.batches(legs, { ...query, limit, from });
    for await (const batch of batches) print.add(batch);
    from = batches.cursor ?? undefined;
  } while (from !== undefined);

  expect(print).toEqual(printAlone(legs, query));
});

test("one thread alone finds and counts the same", async () => {
  const single = new library.LoopThreads(1);
  const print = new Print();
  for await (const batch of single.batches(flowS, { maxLength: 5 })) print.add(batch);

  expect(print).toEqual(printAlone(flowS, { maxLength: 5 }));
  expect(await single.count(flowS, { maxLength: 5 })).toEqual(countLoops(flowS, { maxLength: 5 }));
});

test("what waits for the calling thread gets its turn while that searches", async () => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 60);
  let read = 0;
  const batches = kept.batches(flowM, { maxLength: 6, signal: controller.signal });
  for await (const batch of batches) read += batch.length;
  clearTimeout(timer);

  expect(read).toBeGreaterThan(0);
  expect(batches).toMatchObject({ complete: false, reason: "aborted" });
  expect(batches.cursor).not.toBeNull();
});

test("a signal ends it within a moment", async () => {
  // The calling thread counts too: a signal is what it looks at, not what calls it.
  const started = performance.now();
  const signal = {
    get aborted() {
      return performance.now() > started + 100;
    },
  };

  const { complete, reason, cursor } = await kept.count(flowM, { maxLength: 9, signal });

  expect({ complete, reason }).toEqual({ complete: false, reason: "aborted" });
  expect(cursor).not.toBeNull();
}, 10_000);
