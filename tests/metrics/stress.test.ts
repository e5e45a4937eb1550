import { describe, expect, test } from "vitest";
import * as z from "zod";
import { STRESS_MODELS } from "../../src/metrics/stress/models.js";
import { stress } from "../../src/metrics/stress.js";
import { graphOf } from "../world.js";
import { casesOf, graphOfInput, Input, near } from "./oracle.js";

const Numbers = z.record(z.string(), z.number());
const System = z.object({
  id: z.string(),
  input: Input.extend({ externalIn: Numbers.nullish().transform((given) => given ?? {}) }),
  expected: z.object({
    whatIf: z.array(
      z.object({
        cuts: Numbers,
        phi: z.number(),
        buffers: Numbers.nullable(),
        result: z.object({
          directLoss: Numbers,
          inflowLoss: Numbers,
          edgeLoss: Numbers,
          inflowLossShare: z.record(z.string(), z.number().nullable()),
          totalDirect: z.number(),
          totalLoss: z.number(),
          multiplier: z.number().nullable(),
        }),
      }),
    ),
  }),
});
const runs = ["worked", "headline-2025"].flatMap((file) =>
  casesOf(file, System).flatMap(({ id, input, expected }) =>
    expected.whatIf.map((run, i) => ({ name: `${id} ${i}`, input, run })),
  ),
);

describe("worked systems of companies", () => {
  test("there are enough of them", () => {
    expect(runs).toHaveLength(10);
  });

  test.each(runs)("$name", ({ input, run: { cuts, phi, buffers, result } }) => {
    const found = stress(
      graphOfInput(input),
      { cuts: new Map(Object.entries(cuts)) },
      {
        outside: new Map(Object.entries(input.externalIn)),
        passOn: phi,
        ...(buffers === null ? {} : { buffers: new Map(Object.entries(buffers)) }),
      },
    );
    near(found.directUsd, result.totalDirect);
    near(found.lostUsd, result.totalLoss);
    near(found.multiplier, result.multiplier);
    for (const [id, lost] of Object.entries(result.edgeLoss))
      near(found.flowLosses.find(({ flow }) => flow === id)?.lostUsd ?? 0, lost, id);
    for (const id of input.nodes) {
      const loss = found.losses.find((row) => row.id === id);
      near(loss?.lossUsd ?? 0, result.inflowLoss[id] ?? 0, id);
      near(loss?.directUsd ?? 0, result.directLoss[id] ?? 0, id);
      if (loss !== undefined) near(loss.share, result.inflowLossShare[id] ?? null, id);
    }
  });
});

/** By d1 a pays b 10, by d2 b pays c 8, by d3 c pays a 4. */
const triangle = graphOf([
  ["a", "b", 10],
  ["b", "c", 8],
  ["c", "a", 4],
]);

describe("three companies by hand", () => {
  test("half of a deal cut: half the loop's money, and no loop lost", () => {
    const found = stress(triangle, { cuts: new Map([["d1", 0.5]]) });
    expect(found.directUsd).toBe(5);
    expect(found.loopsLost).toEqual([]);
    // The smallest leg stays c's 4.
    expect(found.loopsWeakened).toEqual([]);
    expect(stress(triangle, { cuts: new Map([["d1", 0.2]]) }).loopsWeakened).toEqual([
      { id: "a>b>c", length: 3, bottleneckUsd: 4, bottleneckAfterUsd: 2 },
    ]);
  });

  test("a deal withdrawn, or its payer gone: the loop opens", () => {
    const lost = [{ id: "a>b>c", length: 3, bottleneckUsd: 4 }];
    expect(stress(triangle, { cuts: new Map([["d3", 0]]) }).loopsLost).toEqual(lost);
    expect(stress(triangle, { defaults: ["c"] }).loopsLost).toEqual(lost);
  });

  test("clearing: c without cash of its own pays all of its 4 out of b's 8, and keeps 4", () => {
    // Outside sources: a has 6, b and c none, so c's failure takes nothing from anybody.
    const found = stress(triangle, { defaults: ["c"] }, { model: "clearing" });
    expect(found).toMatchObject({ lostUsd: 0, defaultsByRound: [], losses: [] });
  });

  test("clearing: a without its cash pays only c's 4, b then 4, and c, of b's 4, still all of its 4", () => {
    // b owes 8 of which it has 4: a and then b are in default; c gets 4 and owes 4.
    const found = stress(triangle, { defaults: ["a"] }, { model: "clearing" });
    expect(found.defaultsByRound).toEqual([["a"], ["b"]]);
    const loss = (id: string) => found.losses.find((row) => row.id === id)?.lossUsd ?? 0;
    expect([loss("a"), loss("b"), loss("c")]).toEqual([6, 6, 4]);
  });

  test("DebtRank: what a no longer pays b is its share of distress, handed on by exposure over buffer", () => {
    // Buffers 10, 10, 8. b is no longer paid 5 of 10: h_b = 0.5; c leans on b with 8 of 8: h_c = 0.5; a on c with 4
    // of 10: h_a = 0.2; b on a with the 5 still due of 10: adds 0.1, and so round and round: x = 0.5 + 0.2 x.
    const found = stress(triangle, { cuts: new Map([["d1", 0.5]]) }, { model: "debtrank" });
    const share = (id: string) => found.losses.find((row) => row.id === id)?.share ?? 0;
    near(share("b"), 0.625);
    near(share("c"), 0.625);
    near(share("a"), 0.25);
  });
});

describe("what cannot be is said in one line", () => {
  test.each([
    [{}, {}, "nothing fails"],
    [{ cuts: new Map([["abc", 0.5]]) }, {}, 'no deal has the id "abc"'],
    [{ cuts: new Map([["d1", 1.5]]) }, {}, "cut of d1: 1.5"],
    [{ defaults: ["z"] }, {}, 'no entity has the id "z"'],
    [{ defaults: ["a"] }, { passOn: 2 }, "passOn: 2"],
    [{ defaults: ["a"] }, { buffers: new Map([["a", -1]]) }, "buffer of a: -1"],
    [{ defaults: ["a"] }, { model: "debtrank", buffers: new Map([["a", 1]]) }, "buffer of c: 0"],
  ] as const)("%#", (shock, options, words) => {
    expect(() => stress(triangle, shock, options)).toThrow(words);
  });
});

test.each(STRESS_MODELS)("%s: nobody gains by a shock, and the largest loss comes first", (model) => {
  const { losses, lostUsd } = stress(triangle, { defaults: ["b"] }, { model });
  expect(lostUsd).toBeGreaterThanOrEqual(0);
  expect(losses.map(({ lossUsd }) => lossUsd)).toEqual(
    losses.map(({ lossUsd }) => lossUsd).sort((a, b) => b - a),
  );
});
