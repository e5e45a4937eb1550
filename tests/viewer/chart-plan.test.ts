/** Small charts: where marks stand, with numbers worked by hand. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ChartAsk, type ChartFigure, chartPlan } from "../../viewer/charts/chart-plan.js";
import { isClose } from "../../viewer/charts/scale.js";

const figure = (end: string, value: number, more: Partial<ChartFigure> = {}): ChartFigure => ({
  id: `${end} ${value}`,
  end,
  low: value,
  high: value,
  period: end.slice(0, 4),
  ...more,
});

/** 26 pixels of foot and head leave 100 from zero to the top line; ten letters of 7.4 and 6 of air are the gutter. */
const ask = (figures: readonly ChartFigure[], more: Partial<ChartAsk> = {}): ChartAsk => ({
  figures,
  kind: "bars",
  bounds: [],
  width: 380,
  height: 126,
  write: () => "0123456789",
  ...more,
});

// Years end 365 days apart: the 300 pixels right of the gutter are three columns of 100.
test("a year has a column, a bar its height, and the lines across are round", () => {
  const plan = chartPlan(ask([figure("2021-12-31", 10), figure("2022-12-31", 20), figure("2023-12-31", 30)]));

  expect(plan.left).toBe(80);
  expect(plan.lines.map(({ y }) => y)).toEqual([108, 74.67, 41.33, 8].map((y) => expect.closeTo(y, 1)));
  expect(plan.zero).toBe(108);
  expect(plan.marks.map(({ x }) => x)).toEqual([130, 230, 330].map((x) => expect.closeTo(x, 5)));
  expect(plan.marks.map(({ top }) => top)).toEqual([74.67, 41.33, 8].map((y) => expect.closeTo(y, 1)));
  expect(plan.marks.every(({ bottom }) => bottom === 108)).toBe(true);
  expect(plan.marks.map(({ breadth }) => breadth)).toEqual([26, 26, 26]);
});

// 2021 and 2022 are one column apart, 2022 and 2024 two (731 days): four columns of 75 but for a leap day.
test("a year without a figure stays empty", () => {
  const plan = chartPlan(ask([figure("2021-12-31", 10), figure("2022-12-31", 20), figure("2024-12-31", 30)]));

  const [a = 0, b = 0, c = 0] = plan.marks.map(({ x }) => x);
  expect((c - b) / (b - a)).toBeCloseTo(731 / 365, 5);
  expect(plan.periods.map(({ words }) => words).sort()).toEqual(["2021", "2022", "2024"]);
});

test("a loss hangs below zero", () => {
  const plan = chartPlan(ask([figure("2021-12-31", -10), figure("2022-12-31", 20)]));

  expect(plan.lines.map(({ y }) => y)).toEqual([108, 74.67, 41.33, 8].map((y) => expect.closeTo(y, 1)));
  expect(plan.zero).toBeCloseTo(74.67, 1);
  expect(plan.marks[0]?.top).toBe(plan.zero);
  expect(plan.marks[0]?.bottom).toBe(108);
});

test("a range stands from its lower to its upper end, not on zero", () => {
  const plan = chartPlan(ask([figure("2021-12-31", 0, { low: 10, high: 30 }), figure("2022-12-31", 30)]));

  expect(plan.marks[0]).toMatchObject({ isRange: true, top: 8, bottom: expect.closeTo(74.67, 1) });
});

test("two sources of one period stand side by side, apart, and each answers the pointer alone", () => {
  const plan = chartPlan(
    ask([figure("2021-12-31", 10), figure("2022-12-31", 20), figure("2022-12-31", 25, { id: "other" })]),
  );
  const [, a, b] = plan.marks;

  expect((a?.x ?? 0) + (a?.breadth ?? 0) / 2).toBeLessThan((b?.x ?? 0) - (b?.breadth ?? 0) / 2);
  expect(a?.reach.right).toBeLessThanOrEqual(b?.reach.left ?? 0);
});

test("a line to compare with is within the picture even where every figure is far below it", () => {
  const plan = chartPlan(ask([figure("2021-12-31", 0.2), figure("2022-12-31", 0.3)], { bounds: [1] }));

  expect(plan.bounds).toEqual([{ value: 1, y: 8 }]);
});

test("charts that are read side by side have one scale", () => {
  const low = chartPlan(ask([figure("2021-12-31", 10), figure("2022-12-31", 12)], { most: 60 }));
  const high = chartPlan(ask([figure("2021-12-31", 60), figure("2022-12-31", 40)], { most: 60 }));

  expect(low.lines).toEqual(high.lines);
});

test("one figure alone has a narrow column", () => {
  const plan = chartPlan(ask([figure("2021-12-31", 10)]));

  expect(plan.marks[0]?.x).toBe(80 + 36);
});

describe("whatever comes", () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 14 });
  const values = fc.array(fc.integer({ min: -100, max: 400 }), { minLength: 14, maxLength: 14 });

  test("marks lie inside, periods never on each other", () => {
    fc.assert(
      fc.property(days, values, fc.integer({ min: 240, max: 360 }), (all, high, width) => {
        const figures = [...all]
          .sort((a, b) => a - b)
          .map((day, i) => {
            const end = new Date(Date.UTC(2018, 0, 1 + day)).toISOString().slice(0, 10);
            return figure(end, high[i] ?? 0, { period: `Q3 FY${end.slice(0, 4)}` });
          });
        const plan = chartPlan(ask(figures, { width, write: String }));

        for (const { x, top, bottom } of plan.marks) {
          expect(x).toBeGreaterThanOrEqual(plan.left - 1e-6);
          expect(x).toBeLessThanOrEqual(width + 1e-6);
          expect(top).toBeGreaterThanOrEqual(7.99);
          expect(bottom).toBeLessThanOrEqual(108.01);
        }
        plan.periods.forEach((a, i) => {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.right).toBeLessThanOrEqual(width + 1e-6);
          for (const b of plan.periods.slice(i + 1)) expect(isClose(a, b, 4)).toBe(false);
        });
      }),
    );
  });
});
