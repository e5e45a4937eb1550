import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { type Arc, feedbackArcSet } from "../../src/metrics/feedback/arcs.js";
import { MOST_EXACT } from "../../src/metrics/feedback/exact-order.js";
import { casesOf } from "./oracle.js";

const cases = casesOf(
  "feedback-arc-set",
  z.object({
    id: z.string(),
    input: z.object({
      nodes: z.union([z.number(), z.array(z.unknown())]),
      edges: z.array(z.object({ id: z.number(), from: z.number(), to: z.number(), weight: z.number() })),
    }),
    expected: z.object({ weight: z.number() }),
  }),
);

describe("published cases", () => {
  test.each(cases)("$id", ({ input, expected }) => {
    const n = typeof input.nodes === "number" ? input.nodes : input.nodes.length;
    const found = feedbackArcSet(input.edges, n);
    expect(found.weight).toBeCloseTo(expected.weight, 9);
    expect(found.exact).toBe(true);
    expect(found.lowerBound).toBe(found.weight);
    expect(hasLoop(n, without(input.edges, found.removed))).toBe(false);
  });
});

const arcsOn = (most: number) =>
  fc.integer({ min: 2, max: most }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      arcs: fc.array(
        fc.record({
          from: fc.nat({ max: n - 1 }),
          to: fc.nat({ max: n - 1 }),
          weight: fc.integer({ min: 0, max: 9 }),
        }),
        { maxLength: 4 * n },
      ),
    }),
  );

describe("on random graphs", () => {
  test("nothing lighter leaves no loop: every set of arcs is tried", () => {
    const few = fc.integer({ min: 2, max: 5 }).chain((n) =>
      fc.record({
        n: fc.constant(n),
        arcs: fc.array(
          fc.record({
            from: fc.nat({ max: n - 1 }),
            to: fc.nat({ max: n - 1 }),
            weight: fc.integer({ min: 0, max: 9 }),
          }),
          { maxLength: 9 },
        ),
      }),
    );
    fc.assert(
      fc.property(few, ({ n, arcs }) => {
        let least = Number.POSITIVE_INFINITY;
        for (let set = 0; set < 1 << arcs.length; set++) {
          const taken = arcs.filter((_, i) => (set & (1 << i)) !== 0);
          const weight = taken.reduce((sum, arc) => sum + arc.weight, 0);
          const rest = arcs.filter((_, i) => (set & (1 << i)) === 0);
          if (weight < least && !hasLoop(n, rest)) least = weight;
        }
        const found = feedbackArcSet(arcs, n);
        expect(found.weight).toBe(least);
        expect(found.exact).toBe(true);
        expect(hasLoop(n, without(arcs, found.removed))).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  test("above the exact limit no loop is left either, and the bound holds", () => {
    const n = MOST_EXACT + 4;
    const many = fc.array(
      fc.record({
        from: fc.nat({ max: n - 1 }),
        to: fc.nat({ max: n - 1 }),
        weight: fc.integer({ min: 0, max: 9 }),
      }),
      { minLength: 60, maxLength: 120 },
    );
    fc.assert(
      fc.property(many, (arcs) => {
        const found = feedbackArcSet(arcs, n);
        expect(hasLoop(n, without(arcs, found.removed))).toBe(false);
        expect(found.lowerBound).toBeLessThanOrEqual(found.weight);
        expect(found.lowerBound).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 50 },
    );
  });

  test("a graph without loops loses nothing but its self arcs", () => {
    fc.assert(
      fc.property(arcsOn(12), ({ n, arcs }) => {
        const upward = arcs.filter(({ from, to }) => from <= to);
        const found = feedbackArcSet(upward, n);
        expect(found.removed.map((i) => upward[i])).toEqual(upward.filter(({ from, to }) => from === to));
      }),
    );
  });
});

test("a loop of loops too large to try: each of 30 nodes pays the next 2 and its neighbour 1 back", () => {
  // 29 pairs of neighbours, and the large loop round: every arc back (29 x 1) goes, and the arc that closes
  // the large loop, its weight 1. Nothing less does: the pairs share no arc with one another or with it.
  const arcs: Arc[] = [];
  for (let v = 0; v < 29; v++)
    arcs.push({ from: v, to: v + 1, weight: 2 }, { from: v + 1, to: v, weight: 1 });
  arcs.push({ from: 29, to: 0, weight: 1 });
  const found = feedbackArcSet(arcs, 30);
  expect(found).toMatchObject({ weight: 30, lowerBound: 30, exact: true });
});

function without(arcs: readonly Arc[], removed: readonly number[]): Arc[] {
  return arcs.filter((_, i) => !removed.includes(i));
}

/** By taking nodes without arcs into them away until none is left: Kahn 1962, not the code under test. */
function hasLoop(n: number, arcs: readonly Arc[]): boolean {
  let left = new Set(Array.from({ length: n }, (_, v) => v));
  for (let size = -1; size !== left.size; ) {
    size = left.size;
    const paid = new Set(arcs.filter(({ from, to }) => left.has(from) && left.has(to)).map(({ to }) => to));
    left = new Set([...left].filter((v) => paid.has(v)));
  }
  return left.size > 0;
}
