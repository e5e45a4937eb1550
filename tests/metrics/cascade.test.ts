import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cascade } from "../../src/metrics/cascade.js";
import { WORKED_SYSTEMS, type WorkedSystem } from "./worked.js";

const runs = WORKED_SYSTEMS.flatMap((system) =>
  system.expected.whatIf.map((run, i) => ({ name: `${system.id} ${i}`, system, run })),
);

describe("worked systems", () => {
  test("there are enough of them", () => {
    expect(runs.length).toBeGreaterThanOrEqual(10);
  });

  test.each(runs)("$name", ({ system, run }) => {
    const { nodes } = system.input;
    const { before, throughflow } = matrixOf(system);
    const kept = matrixOf(system, run.cuts).before;
    const buffers = nodes.map((id) => run.buffers?.[id] ?? 0);
    const found = cascade({ before, kept, throughflow, passesOn: nodes.map(() => run.phi), buffers });
    nodes.forEach((id, i) => {
      close(found.direct[i], run.result.directLoss[id]);
      close(found.loss[i], run.result.inflowLoss[id]);
      const share = run.result.inflowLossShare[id];
      if (share !== null) close((found.loss[i] as number) / (throughflow[i] as number), share);
    });
    for (const { id, from, amount } of system.input.edges) {
      const lost = run.result.edgeLoss[id];
      if (lost === undefined || amount === null) continue;
      const keep = run.cuts[id] ?? 1;
      close(amount - keep * amount * (1 - (found.cutBack[nodes.indexOf(from)] as number)), lost);
    }
    if (run.result.multiplier === null) expect(found.multiplier).toBeNull();
    else close(found.multiplier ?? Number.NaN, run.result.multiplier);
  });
});

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

function close(found: number | undefined, expected: number | undefined): void {
  expect(Math.abs((found as number) - (expected as number))).toBeLessThanOrEqual(
    1e-6 * Math.max(1, Math.abs(expected as number)),
  );
}

/** The payments of a system and what each handles, by the definitions of the design; not the code under test. */
function matrixOf(
  { input: { nodes, edges, externalIn } }: WorkedSystem,
  cuts: Readonly<Record<string, number>> = {},
): { before: Float64Array[]; throughflow: number[] } {
  const before = nodes.map(() => new Float64Array(nodes.length));
  for (const { id, from, to, class: of, amount } of edges) {
    if (of === "CONT" || amount === null || from === to) continue;
    const row = before[nodes.indexOf(from)] as Float64Array;
    const column = nodes.indexOf(to);
    row[column] = (row[column] as number) + amount * (cuts[id] ?? 1);
  }
  const throughflow = nodes.map((id, i) =>
    Math.max(
      before.reduce((sum, row) => sum + (row[i] as number), externalIn?.[id] ?? 0),
      (before[i] as Float64Array).reduce((a, b) => a + b, 0),
    ),
  );
  return { before, throughflow };
}
