import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { countLoops } from "../../src/loops/find.js";
import { feedbackArcs } from "../../src/metrics/feedback.js";
import { graphOf, smallRows } from "../world.js";
import { casesOf, graphOfInput, Input, near } from "./oracle.js";

const System = z.object({
  id: z.string(),
  input: Input.extend({
    externalIn: z
      .record(z.string(), z.number())
      .nullish()
      .transform((given) => given ?? {}),
  }),
  expected: z.object({ feedbackArcSet: z.object({ byAmount: z.object({ weight: z.number() }) }) }),
});

describe("worked systems of companies", () => {
  test.each(["worked", "headline-2025"].flatMap((file) => casesOf(file, System)))(
    "$id",
    ({ input, expected }) => {
      const found = feedbackArcs(graphOfInput(input));
      near(found.totalWeight, expected.feedbackArcSet.byAmount.weight);
      expect(found.exact).toBe(true);
    },
  );
});

test("by count no loop of any graph is left, and every flow counts one", () => {
  fc.assert(
    fc.property(smallRows, (rows) => {
      const graph = graphOf(rows);
      const found = feedbackArcs(graph, { weight: "count" });
      expect(found.totalWeight).toBe(found.removedFlows.length);
      expect(found.loops.after).toBe(0);
      for (const flow of found.removedFlows) graph.dropEdge(flow);
      expect(countLoops(graph, { minLength: 1, maxLength: null }).count).toBe(0);
    }),
    { numRuns: 100 },
  );
});

test("by amount only loops over flows without one stay", () => {
  const found = feedbackArcs(
    graphOf([
      ["a", "b", 5],
      ["b", "a", 3],
      ["b", "c", 2],
      ["c", "b", null],
    ]),
  );
  expect(found).toMatchObject({
    totalWeight: 3,
    removedDeals: ["d2"],
    loops: { before: 2, after: 1, left: ["b>c"] },
  });
});

test("an unknown weight is said in one line", () => {
  const weight: string = "dollars";
  expect(() => feedbackArcs(graphOf([]), { weight: weight as "amount" })).toThrow(
    'weight: "dollars" is not known',
  );
});
