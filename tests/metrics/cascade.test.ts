import fc from "fast-check";
import { expect, test } from "vitest";
import { cascade } from "../../src/metrics/cascade.js";

const systems = fc.integer({ min: 2, max: 7 }).chain((n) =>
  fc.record({
    before: fc.array(fc.array(fc.nat({ max: 9 }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    }),
    keep: fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    }),
    buffers: fc.array(fc.nat({ max: 5 }), { minLength: n, maxLength: n }),
  }),
);

test("nobody loses more than it is paid, buffers only help, and nothing cut is nothing lost", () => {
  fc.assert(
    fc.property(systems, ({ before, keep, buffers }) => {
      const pays = before.map((row, i) => row.map((amount, j) => (i === j ? 0 : amount)));
      const kept = pays.map((row, i) => row.map((amount, j) => amount * (keep[i]?.[j] ?? 1)));
      const income = pays.map((_, j) => pays.reduce((sum, row) => sum + (row[j] ?? 0), 0));
      const throughflow = pays.map((row, i) =>
        Math.max(
          income[i] ?? 0,
          row.reduce((a, b) => a + b, 0),
        ),
      );
      const bare = cascade({ before: pays, kept, throughflow });
      const buffered = cascade({ before: pays, kept, throughflow, buffers });
      for (const [j, most] of income.entries()) {
        expect(bare.loss[j]).toBeLessThanOrEqual(most + 1e-6);
        expect(bare.loss[j]).toBeGreaterThanOrEqual((bare.direct[j] as number) - 1e-9);
        expect(buffered.loss[j]).toBeLessThanOrEqual((bare.loss[j] as number) + 1e-6);
      }
      const nothing = cascade({ before: pays, kept: pays, throughflow });
      expect([...nothing.loss]).toEqual(pays.map(() => 0));
      expect(nothing.multiplier).toBeNull();
    }),
  );
});

test.each([
  [{ passesOn: [1, 1.2] }, "passesOn[1]: 1.2"],
  [{ buffers: [-1, 0] }, "buffers[0]: -1"],
])("what cannot be is said with its place: %o", (part, words) => {
  const system = {
    before: [
      [0, 1],
      [0, 0],
    ],
    kept: [
      [0, 0],
      [0, 0],
    ],
    throughflow: [1, 1],
  };
  expect(() => cascade({ ...system, ...part })).toThrow(words);
});
