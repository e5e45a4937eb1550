import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { clear } from "../../src/metrics/clearing.js";
import { casesOf } from "./oracle.js";

const Numbers = z.array(z.number());
const cases = casesOf(
  "clearing",
  z.object({
    id: z.string(),
    input: z.object({
      liabilities: z.array(Numbers),
      operatingCash: Numbers,
      alpha: z.number(),
      beta: z.number(),
    }),
    expected: z.object({
      pbar: Numbers,
      p: Numbers,
      recovery: z.array(z.number().nullable()),
      equity: Numbers,
      waves: z.array(Numbers),
      shortfall: z.number(),
    }),
  }),
);

test.each(cases)("published: $id", ({ input, expected }) => {
  const { liabilities, operatingCash: cash, alpha, beta } = input;
  const found = clear({ liabilities, cash, alpha, beta });
  for (const [list, answer] of [
    [found.owed, expected.pbar],
    [found.paid, expected.p],
    [found.equity, expected.equity],
  ] as const)
    answer.forEach((value, i) => {
      expect(list[i]).toBeCloseTo(value, 6);
    });
  expected.recovery.forEach((value, i) => {
    if (value === null) expect(found.recovery[i]).toBeNull();
    else expect(found.recovery[i]).toBeCloseTo(value, 6);
  });
  expect(found.waves).toEqual(expected.waves);
  expect(found.shortfall).toBeCloseTo(expected.shortfall, 6);
});

const firms = fc.integer({ min: 1, max: 6 }).chain((n) =>
  fc.record({
    liabilities: fc.array(fc.array(fc.nat({ max: 20 }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    }),
    cash: fc.array(fc.nat({ max: 15 }), { minLength: n, maxLength: n }),
    alpha: fc.double({ min: 0, max: 1, noNaN: true }),
    beta: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
);

describe("on random firms", () => {
  test("payments clear: all of what is owed, or all there is", () => {
    fc.assert(
      fc.property(firms, ({ liabilities, cash, alpha, beta }) => {
        const { paid, owed } = clear({ liabilities, cash, alpha, beta });
        const income = incomeOf(liabilities, owed, paid);
        for (const [i, has] of cash.entries()) {
          const due = owed[i] as number;
          const canPay = has + (income[i] as number) >= due * (1 - 1e-9) - 1e-9;
          const pays = canPay ? due : alpha * has + beta * (income[i] as number);
          expect(paid[i]).toBeCloseTo(pays, 6);
        }
      }),
    );
  });

  test("they are the greatest: paying down from all that is owed, round by round, ends at the same", () => {
    fc.assert(
      fc.property(firms, ({ liabilities, cash, beta }) => {
        const { paid, owed } = clear({ liabilities, cash, alpha: 1, beta: 0.9 * beta });
        let rounds = owed.slice();
        for (let round = 0; round < 3000; round++) {
          const income = incomeOf(liabilities, owed, rounds);
          rounds = rounds.map((_, i) => {
            const has = (cash[i] as number) + (income[i] as number);
            const due = owed[i] as number;
            return has >= due * (1 - 1e-12) ? due : (cash[i] as number) + 0.9 * beta * (income[i] as number);
          });
        }
        for (const [i, value] of rounds.entries()) expect(paid[i]).toBeCloseTo(value, 6);
      }),
      { numRuns: 40 },
    );
  });
});

test.each([
  [
    {
      liabilities: [
        [0, -1],
        [0, 0],
      ],
      cash: [0, 0],
    },
    "liabilities[0][1]: -1",
  ],
  [{ liabilities: [[0, 1]], cash: [0] }, "liabilities[0]: 2 columns"],
  [{ liabilities: [[0]], cash: [-3] }, "cash[0]: -3"],
  [{ liabilities: [[0]], cash: [1], alpha: 2 }, "alpha: 2"],
])("what cannot be is said with its place: %#", (input, words) => {
  expect(() => clear(input)).toThrow(words);
});

function incomeOf(
  liabilities: readonly (readonly number[])[],
  owed: ArrayLike<number>,
  paid: ArrayLike<number>,
): number[] {
  return liabilities.map((_, i) =>
    liabilities.reduce((sum, row, j) => {
      const due = owed[j] as number;
      return i === j || due === 0 ? sum : sum + ((row[i] ?? 0) / due) * (paid[j] as number);
    }, 0),
  );
}
