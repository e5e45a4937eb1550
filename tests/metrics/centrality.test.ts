import fc from "fast-check";
import { expect, test } from "vitest";
import { findLoops } from "../../src/loops/find.js";
import { countLoopsThroughEach } from "../../src/loops/through-each.js";
import { blocksOf } from "../../src/metrics/blocks.js";
import { centralities } from "../../src/metrics/centrality.js";
import { flowMatrix } from "../../src/metrics/flow-matrix.js";
import { loopMeasures } from "../../src/metrics/loop-measures.js";
import { type FlowRow, graphOf, smallRows } from "../world.js";

const of = (rows: readonly FlowRow[]) => {
  const graph = graphOf(rows);
  return centralities(graph, flowMatrix(graph));
};

// By hand: a has 0.05 + 0.85 (b + c) and b + c = 1 - a, so a = 0.9 / 1.85; b has 0.05 + 0.85 * 3/4 a.
test("pagerank follows the amounts", () => {
  const [a, b, c] = of([
    ["a", "b", 3],
    ["a", "c", 1],
    ["b", "a", 1],
    ["c", "a", 100],
    ["b", "c", null],
  ]);

  expect(a?.pagerank).toBeCloseTo(0.9 / 1.85, 9);
  expect(b?.pagerank).toBeCloseTo(0.05 + 0.85 * 0.75 * (0.9 / 1.85), 9);
  expect((a?.pagerank ?? 0) + (b?.pagerank ?? 0) + (c?.pagerank ?? 0)).toBeCloseTo(1, 9);
});

test("betweenness counts legs, whatever their amounts and however many deals they hold", () => {
  // From a to d by b or by c: half of the one shortest pair each, of six ordered pairs of others.
  const rows = of([
    ["a", "b", 1000],
    ["a", "b", 1],
    ["b", "d", null],
    ["a", "c", 1],
    ["c", "d", 1],
  ]);

  expect(rows.map(({ betweenness }) => betweenness)).toEqual([0, 0.5 / 6, 0.5 / 6, 0]);
  expect(rows.map(({ partners }) => partners)).toEqual([2, 2, 2, 2]);
});

test("of two entities none lies between, of none there is nothing", () => {
  expect(of([["a", "b", 1]]).map(({ betweenness }) => betweenness)).toEqual([0, 0]);
  expect(of([])).toEqual([]);
});

test("loops through each entity are those that a search through it finds", () => {
  fc.assert(
    fc.property(smallRows, (rows) => {
      const graph = graphOf(rows);
      const { count, through } = countLoopsThroughEach(graph);

      expect(count).toBe(findLoops(graph).count);
      for (const id of graph.nodes())
        expect(through.get(id) ?? 0).toBe(findLoops(graph, { through: [id] }).count);
    }),
    { numRuns: 40 },
  );
});

test("between what the most that went round can lie", () => {
  const measured = (...qualifiers: readonly ("exact" | "up_to" | "at_least")[]) => {
    const graph = graphOf([
      ["a", "b", 5],
      ["b", "a", 8],
    ]);
    qualifiers.forEach((qualifier, i) => {
      graph.setEdgeAttribute(`d${i + 1}`, "qualifier", qualifier);
    });
    const [loop] = findLoops(graph);
    return loop === undefined ? null : loopMeasures(graph)(loop).bounds;
  };

  expect(measured("exact", "exact")).toEqual({ lowerUsd: 5, upperUsd: 5 });
  expect(measured("up_to", "exact")).toEqual({ lowerUsd: 0, upperUsd: 5 });
  expect(measured("at_least", "exact")).toEqual({ lowerUsd: 5, upperUsd: 8 });
  expect(measured("at_least", "at_least")).toEqual({ lowerUsd: 5, upperUsd: null });
});

test("a ring of more entities than can be solved is refused, with the mend", () => {
  const ring = Array.from({ length: 2001 }, (_, i): FlowRow => [`e${i}`, `e${(i + 1) % 2001}`, 1]);

  expect(() => blocksOf(flowMatrix(graphOf(ring)))).toThrow(
    "money goes round among 2001 entities at once, and at most 2000 can be solved; look at fewer with --kind",
  );
});
