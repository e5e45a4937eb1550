/** Loops that a closed form or a naive walk counts. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyGraph } from "../../src/graph/capital-graph.js";
import { countLoops } from "../../src/loops/find.js";
import { entityAttributes, flowAttributes, graphOf } from "../world.js";

const names = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];

// OEIS A006231: circuits of the complete digraph on 9 nodes; they fill several batches.
test.each([null, 9])("nine entities, all paying all, make 125,664 loops (bound %s)", (maxLength) => {
  const graph = graphOf(names.flatMap((a) => names.filter((b) => b !== a).map((b) => [a, b, 1] as const)));

  expect(countLoops(graph, { maxLength }).count).toBe(125_664);
});

type Timed = readonly [from: number, to: number, time: number];

/** Every way to go round in strictly rising time, tried one by one. */
function roundsIn(flows: readonly Timed[], maxLength: number): number {
  const walk = (root: number, at: number, time: number, passed: readonly number[]): number =>
    flows.reduce((sum, [from, to, when]) => {
      if (from !== at || when <= time || passed.length > maxLength) return sum;
      if (to === root) return sum + (passed.length > 1 ? 1 : 0);
      return passed.includes(to) ? sum : sum + walk(root, to, when, [...passed, to]);
    }, 0);
  const roots = new Set(flows.map(([from]) => from));
  return [...roots].reduce((sum, root) => sum + walk(root, root, -1, [root]), 0);
}

test("timed loops are those that trying every way finds, within any bound", () => {
  const flow = fc.tuple(fc.nat(4), fc.nat(4), fc.nat(12)).filter(([from, to]) => from !== to);
  fc.assert(
    fc.property(
      fc.array(flow, { minLength: 1, maxLength: 14 }),
      fc.integer({ min: 2, max: 5 }),
      (flows, bound) => {
        const graph = emptyGraph("2031-01-01");
        for (const name of names.slice(0, 5)) graph.addNode(name, entityAttributes(name));
        flows.forEach(([from, to, time], i) => {
          const attributes = flowAttributes({ deal: `d${i}`, time, announced: "2030-01-01" });
          graph.addDirectedEdgeWithKey(`d${i}`, names[from], names[to], attributes);
        });

        expect(countLoops(graph, { timeOrdered: true, perFlow: true, maxLength: bound }).count).toBe(
          roundsIn(flows, bound),
        );
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});
