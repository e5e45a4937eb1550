/** Walks of small neighbourhoods as bits, beside walks of the same row by row. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { compactGraph } from "../../src/graph/compact.js";
import { BoundedFinder } from "../../src/loops/search/bounded.js";
import { BatchWriter } from "../../src/loops/search/kernel.js";
import { MOST_MASKED } from "../../src/loops/search/masked-path.js";
import { UNBOUNDED } from "../../src/loops/search/near.js";
import { rankGraph } from "../../src/loops/search/ranked.js";
import { UnboundedCounter } from "../../src/loops/search/unbounded-counting.js";
import { waysOfLegs } from "../../src/loops/search/ways.js";

/**
 * Rings about as large as 32 and 64 entities, across which some pay others, with parallel flows; in some of them
 * all pay one.
 */
const crossedRing = fc.integer({ min: 29, max: 68 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    names: fc.shuffledSubarray([...Array(nodes).keys()], { minLength: nodes }),
    across: fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), { minLength: 4, maxLength: 16 }),
    isPaidByAll: fc.boolean(),
  }),
);

function graphOf({
  nodes,
  names,
  across,
  isPaidByAll,
}: typeof crossedRing extends fc.Arbitrary<infer R> ? R : never) {
  const ring = names.map((_, i) => [i, (i + 1) % nodes] as const);
  const all = isPaidByAll ? names.map((_, i) => [i, 0] as const) : [];
  const rows = [...ring, ...across, ...all];
  return compactGraph(nodes, {
    from: Int32Array.from(rows, ([from]) => names[from] ?? 0),
    to: Int32Array.from(rows, ([, to]) => names[to] ?? 0),
  });
}

test("they find the same in the same order, stopped on the way or not, and count as much", () => {
  fc.assert(
    fc.property(crossedRing, fc.integer({ min: 2, max: 20 }), (ring, minLength) => {
      const graph = graphOf(ring);
      const ranked = rankGraph(graph);
      const ways = waysOfLegs(graph);
      const outcomes = [0, MOST_MASKED].map((mostMasked) => {
        const finder = new BoundedFinder(ranked, minLength, UNBOUNDED, false, mostMasked);
        const writer = new BatchWriter(1, ring.nodes + (mostMasked === 0 ? 6 : 2));
        const loops: number[] = [];
        let looks = 0;
        for (let root = 0; root < ranked.size; root++) {
          finder.begin(root);
          for (let end = ""; end !== "done"; ) {
            end = finder.run(writer, () => looks++ % 2 === 0);
            const batch = writer.take();
            if (end === "full") expect(batch.length).toBeGreaterThan(0);
            loops.push(...batch);
          }
        }
        const counts = [null, ways].map((each) => {
          const counter = new UnboundedCounter(ranked, each, mostMasked);
          const byLength = new Float64Array(ring.nodes + 1);
          for (let root = 0; root < ranked.size; root++) counter.count(root, byLength, () => false);
          return [...byLength];
        });
        return { loops, counts };
      });

      expect(outcomes[1]).toEqual(outcomes[0]);
    }),
    { numRuns: 1000 },
  );
}, 120_000);

test("they end when they are told to, and what was counted by then is not too much", () => {
  const nodes = 40;
  const rows = [...Array(nodes).keys()].flatMap((v) => [1, 7].map((by) => [v, (v + by) % nodes] as const));
  const graph = compactGraph(nodes, {
    from: Int32Array.from(rows, ([from]) => from),
    to: Int32Array.from(rows, ([, to]) => to),
  });
  const ranked = rankGraph(graph);
  const finder = new BoundedFinder(ranked, 2, UNBOUNDED);
  const counter = new UnboundedCounter(ranked);
  const writer = new BatchWriter(nodes, 1 << 22);
  const byLength = new Float64Array(nodes + 1);
  let looks = 0;
  const third = () => ++looks % 3 === 0;

  finder.begin(0);
  expect(finder.run(writer, third)).toBe("stopped");
  expect(looks).toBe(3);
  expect(counter.count(0, byLength, third)).toBe(false);
  expect(looks).toBe(6);

  // A ring of 40 with chords of 7 has 450,955 loops in all.
  const counted = byLength.reduce((sum, loops) => sum + loops, 0);
  expect(counted).toBeGreaterThan(0);
  expect(counted).toBeLessThan(450_955);
});
