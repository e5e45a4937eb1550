import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { debtRank, firstDebtRank, impactMatrix } from "../../src/metrics/debtrank.js";
import { casesOf } from "./oracle.js";

const Numbers = z.array(z.number());
const cases = casesOf(
  "debtrank",
  z.object({
    id: z.string(),
    input: z.object({
      exposures: z.array(Numbers),
      equity: Numbers,
      economicValue: Numbers.optional(),
      shock: Numbers.optional(),
    }),
    expected: z.object({
      impact: z.array(Numbers).optional(),
      debtRank2012: z.object({ h: Numbers, R: z.number(), steps: z.number() }).optional(),
      debtRankDifferential: z.object({ h: Numbers, R: z.number() }).optional(),
    }),
  }),
);

describe("published cases", () => {
  test("there are some of each", () => {
    expect(cases.filter(({ expected }) => expected.debtRankDifferential !== undefined)).toHaveLength(3);
    expect(cases.filter(({ expected }) => expected.impact !== undefined)).toHaveLength(1);
  });

  test.each(cases)("$id", ({ input, expected }) => {
    const { exposures, equity, shock = [], economicValue = [] } = input;
    const asked = { exposures, equity, shock, weights: normal(economicValue) };
    for (const [run, answer] of [
      [debtRank, expected.debtRankDifferential],
      [firstDebtRank, expected.debtRank2012],
    ] as const) {
      if (answer === undefined) continue;
      const { distress, added } = run(asked);
      answer.h.forEach((h, i) => {
        expect(distress[i]).toBeCloseTo(h, 8);
      });
      expect(added).toBeCloseTo(answer.R, 8);
    }
    if (expected.debtRank2012 !== undefined)
      expect(firstDebtRank(asked).steps).toBe(expected.debtRank2012.steps);
    // The other package lists who is hit by column, and caps what one can lose at all of it.
    expected.impact?.forEach((row, j) => {
      row.forEach((share, i) => {
        expect(Math.min(1, impactMatrix({ exposures, equity })[i]?.[j] ?? 0)).toBeCloseTo(share, 9);
      });
    });
  });
});

test("the first form spreads no more than the differential one, and neither leaves 0 to 1", () => {
  const system = fc.integer({ min: 1, max: 6 }).chain((n) =>
    fc.record({
      exposures: fc.array(
        fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: n, maxLength: n }),
        {
          minLength: n,
          maxLength: n,
        },
      ),
      equity: fc.array(fc.double({ min: 0.5, max: 4, noNaN: true }), { minLength: n, maxLength: n }),
      shock: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: n, maxLength: n }),
    }),
  );
  fc.assert(
    fc.property(system, ({ exposures, equity, shock }) => {
      const weights = equity.map(() => 1 / equity.length);
      const asked = { exposures, equity, shock, weights };
      const whole = debtRank(asked);
      const first = firstDebtRank(asked);
      expect(first.added).toBeLessThanOrEqual(whole.added + 1e-9);
      for (const [i, start] of shock.entries()) {
        expect(whole.distress[i]).toBeGreaterThanOrEqual(start);
        expect(whole.distress[i]).toBeLessThanOrEqual(1);
        expect(first.distress[i]).toBeLessThanOrEqual((whole.distress[i] as number) + 1e-9);
      }
    }),
  );
});

describe("what cannot be is said with its place", () => {
  const fine = {
    exposures: [
      [0, 1],
      [0, 0],
    ],
    equity: [2, 2],
    shock: [0, 1],
    weights: [0.5, 0.5],
  };
  test.each([
    [{ ...fine, equity: [0, 2] }, "equity[0]: a buffer of 0"],
    [{ ...fine, shock: [0, 1.5] }, "shock[1]: 1.5"],
    [{ ...fine, weights: [0.5, 0.6] }, "weights: they sum to 1.1"],
    [{ ...fine, exposures: [[0, 1], [0]] }, "exposures[1]: 1 columns"],
    [
      {
        ...fine,
        exposures: [
          [0, -1],
          [0, 0],
        ],
      },
      "exposures[0][1]: -1",
    ],
    [{ ...fine, shock: [0] }, "shock: 1 numbers for 2 parties"],
  ])("%#", (input, words) => {
    expect(() => debtRank(input)).toThrow(words);
    expect(() => firstDebtRank(input)).toThrow(words);
  });
});

function normal(weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}
