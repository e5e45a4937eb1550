/** Strong components against their definition: two entities share one when each can reach the other. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { compactGraph } from "../../src/graph/compact.js";
import { strongComponents } from "../../src/loops/components.js";

const NODES = 7;
const legs = fc.array(fc.tuple(fc.nat(NODES - 1), fc.nat(NODES - 1)), { maxLength: 20 });

/** By entity, which can be reached from it, itself among them. */
function reachable(rows: readonly (readonly [number, number])[]): boolean[][] {
  const reach = Array.from({ length: NODES }, (_, v) => Array.from({ length: NODES }, (_, w) => v === w));
  for (const [v, w] of rows) (reach[v] as boolean[])[w] = true;
  // Warshall: by way of the first entity, then of the second too, and so on.
  for (const [k, beyond] of reach.entries())
    for (const row of reach) for (let w = 0; w < NODES; w++) row[w] ||= row[k] === true && beyond[w] === true;
  return reach;
}

test("two entities share a number exactly when each can reach the other", () => {
  fc.assert(
    fc.property(legs, (rows) => {
      const graph = compactGraph(NODES, {
        from: Int32Array.from(rows, ([from]) => from),
        to: Int32Array.from(rows, ([, to]) => to),
      });
      const component = strongComponents(graph);
      const reach = reachable(rows);
      for (let v = 0; v < NODES; v++)
        for (let w = 0; w < NODES; w++)
          expect(component[v] === component[w], `${v} and ${w}`).toBe(
            reach[v]?.[w] === true && reach[w]?.[v] === true,
          );
    }),
    { numRuns: 2_000 },
  );
});
