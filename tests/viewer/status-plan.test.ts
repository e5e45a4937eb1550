/** The line of a deal's status: what stands where, with numbers worked by hand, and room for whatever comes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEAL_STATES, type DealState } from "../../src/model/status.js";
import { isClose } from "../../viewer/charts/scale.js";
import { glyphsOf, type StatusStep, statusPlan } from "../../viewer/charts/status-plan.js";
import { en } from "../../viewer/text/en.js";
import { zhHant } from "../../viewer/text/zh-hant.js";

const words = {
  state: (state: DealState) => en.deal.states[state],
  month: en.month,
  day: en.day,
};

// From 1 January to 11 April 2026 are 100 days, over 100 pixels between two edges of 8.
test("a step stands at its day, one pixel a day here; what comes after the day in view is later", () => {
  const steps: StatusStep[] = [
    { on: "2026-01-01", is: "reported" },
    { on: "2026-01-31", is: "signed" },
    { on: "2026-04-11", is: "closed" },
  ];

  const plan = statusPlan(steps, "2026-03-02", 116, words);

  expect(plan.steps.map(({ x }) => x)).toEqual([8, 38, 108]);
  expect(plan.steps.map(({ isLater }) => isLater)).toEqual([false, false, true]);
  expect(plan.today).toMatchObject({ x: 68, words: "2 Mar 2026" });
  expect(plan.spans).toEqual([
    { from: 8, to: 38, glyph: "ring" },
    { from: 38, to: 108, glyph: "full" },
    { from: 108, to: 108, glyph: "full" },
  ]);
});

test("the last step holds until the day in view", () => {
  const plan = statusPlan([{ on: "2026-01-01", is: "announced" }], "2026-04-11", 116, words);

  expect(plan.spans).toEqual([{ from: 8, to: 108, glyph: "half" }]);
});

test("a month can have been any of its days", () => {
  const plan = statusPlan(
    [
      { on: "2026-01-01", is: "signed" },
      { on: "2026-02", is: "completed" },
    ],
    "2026-04-11",
    116,
    words,
  );

  expect(plan.steps[1]).toMatchObject({ from: 39, to: 66, x: 39 });
});

test.each([
  ["reported", "ring"],
  ["letter_of_intent", "half"],
  ["announced", "half"],
  ["signed", "full"],
  ["delivering", "full"],
  ["lapsed", "cross"],
  ["cancelled", "cross"],
  ["superseded", "cross"],
] as const)("%s is drawn as a %s", (is, glyph) => {
  expect(glyphsOf([{ on: "2026", is }])).toEqual([glyph]);
});

test("what is amended stands as firm as it stood", () => {
  const states = ["amended", "announced", "amended", "signed", "amended"] as const;

  expect(glyphsOf(states.map((is) => ({ on: "2026", is })))).toEqual([
    "ring",
    "half",
    "half",
    "full",
    "full",
  ]);
});

describe.each([
  ["English", en],
  ["Chinese", zhHant],
] as const)("one to twelve steps in %s", (_, table) => {
  const days = fc
    .uniqueArray(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 12 })
    .map((all) => [...all].sort((a, b) => a - b))
    .map((all) => all.map((day) => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10)));
  const states = fc.array(fc.constantFrom(...(Object.keys(DEAL_STATES) as DealState[])), {
    minLength: 12,
    maxLength: 12,
  });

  test("no words lie on others, on a leader or outside; the step in force is named", () => {
    fc.assert(
      fc.property(days, states, fc.constantFrom(300, 332, 350), (all, is, width) => {
        const steps = all.map((on, i): StatusStep => ({ on, is: is[i] ?? "signed" }));
        const plan = statusPlan(steps, "2026-11-21", width, {
          state: (state) => table.deal.states[state],
          month: table.month,
          day: table.day,
        });

        for (const a of plan.labels) {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.right).toBeLessThanOrEqual(width);
          for (const b of plan.labels) {
            if (a.step < b.step && a.row === b.row) expect(isClose(a, b, 4)).toBe(false);
            const x = plan.steps[a.step]?.x ?? 0;
            if (a.row > b.row) expect(isClose({ left: x, right: x }, b, 2)).toBe(false);
          }
        }
        const below = [plan.today, ...plan.ticks];
        for (const [i, a] of below.entries())
          for (const b of below.slice(i + 1)) expect(isClose(a, b, 4)).toBe(false);
        const inForce = plan.steps.findLastIndex(({ isLater }) => !isLater);
        if (inForce >= 0) expect(plan.labels.map(({ step }) => step)).toContain(inForce);
      }),
    );
  });
});
