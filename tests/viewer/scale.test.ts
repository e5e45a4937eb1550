/** Scales and room, with numbers worked by hand. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isClose,
  linear,
  monthsBetween,
  pieceAt,
  pieceFrom,
  pushedApart,
  roundTicks,
  timeTicks,
  widthOf,
  withRoom,
} from "../../viewer/charts/scale.js";

test("a straight scale keeps proportions, upward and downward", () => {
  const up = linear([0, 50], [10, 110]);
  const down = linear([-20, 80], [100, 0]);

  expect([up(0), up(25), up(50)]).toEqual([10, 60, 110]);
  expect([down(-20), down(0), down(80)]).toEqual([100, 80, 0]);
});

test("a domain of one point stands in the middle", () => {
  expect(linear([7, 7], [0, 300])(7)).toBe(150);
});

describe("round figures", () => {
  test.each([
    [[0, 64.6], 3, [0, 25, 50, 75]],
    [[64.6], 3, [0, 25, 50, 75]],
    [[-12.9, 27.7], 5, [-20, -10, 0, 10, 20, 30]],
    [[0.146, 0.289], 3, [0, 0.1, 0.2, 0.3]],
    [[-8e9], 2, [-10e9, -5e9, 0]],
    [[], 3, [0, 1]],
  ])("%j in about %i steps: %j", (values, most, ticks) => {
    expect(roundTicks(values, most)).toEqual(ticks);
  });

  test("hold every value and zero, evenly", () => {
    const values = fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 5 }), (all, most) => {
        const ticks = roundTicks(all, most);
        const [low = 0, high = 0] = [ticks[0], ticks.at(-1)];
        const grain = 1e-6 * (high - low);
        expect(low).toBeLessThanOrEqual(Math.min(0, ...all) + grain);
        expect(high).toBeGreaterThanOrEqual(Math.max(0, ...all) - grain);
        expect(ticks).toContain(0);
        expect(ticks.length).toBeLessThanOrEqual(most + 3);
      }),
    );
  });
});

test("months stand whole quarters or years apart", () => {
  expect(monthsBetween("2025-02-10", "2026-01-05", 3)).toEqual([
    "2025-04-01",
    "2025-07-01",
    "2025-10-01",
    "2026-01-01",
  ]);
  expect(monthsBetween("2023-06-30", "2026-11-21", 12)).toEqual(["2024-01-01", "2025-01-01", "2026-01-01"]);
});

// 730 days over 300 pixels: a quarter has 37.5 of them, a half-year 75.
test("marks of time are as fine as they have room", () => {
  expect(timeTicks("2024-01-01", "2025-12-31", 300, 60)).toEqual([
    "2024-01-01",
    "2024-07-01",
    "2025-01-01",
    "2025-07-01",
  ]);
  expect(timeTicks("2024-01-01", "2025-12-31", 300, 30)).toHaveLength(8);
});

describe("places that are too near", () => {
  test.each([
    [
      [10, 12, 60],
      [10, 25, 60],
    ],
    [
      [90, 95, 98],
      [70, 85, 100],
    ],
    [
      [5, 5, 5],
      [5, 20, 35],
    ],
    [[-40], [0]],
    [Array.from({ length: 11 }, () => 3), [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]],
  ])("%j become %j", (places, moved) => {
    expect(pushedApart(places, 15, [0, 100])).toEqual(moved);
  });

  test("keep apart and within bounds where there is room at all", () => {
    const places = fc.array(fc.integer({ min: -50, max: 400 }), { maxLength: 12 });
    fc.assert(
      fc.property(places, (all) => {
        const moved = pushedApart(
          [...all].sort((a, b) => a - b),
          15,
          [8, 324],
        );
        moved.forEach((place, i) => {
          expect(place).toBeGreaterThanOrEqual(8 - 1e-9);
          expect(place).toBeLessThanOrEqual(324 + 1e-9);
          if (i > 0) expect(place - (moved[i - 1] ?? 0)).toBeGreaterThanOrEqual(15 - 1e-9);
        });
      }),
    );
  });
});

test("words are centred on their place and kept within the width", () => {
  // Five letters and a narrow one.
  expect(widthOf("Signed")).toBeCloseTo(5 * 7.4 + 4.6);
  expect(widthOf("Amm")).toBeCloseTo(7.4 + 2 * 11.4);
  expect(widthOf("签约")).toBe(24);
  // Two digits, three signs, and the air that a browser puts where they meet.
  expect(widthOf("80亿美元")).toBeCloseTo(2 * 7.4 + 36 + 3);
  expect(pieceAt(100, "签约", 300)).toEqual({ left: 88, right: 112 });
  expect(pieceAt(4, "签约", 300)).toEqual({ left: 0, right: 24 });
  expect(pieceAt(299, "签约", 300)).toEqual({ left: 276, right: 300 });
  expect(pieceFrom(100, "签约", 300)).toEqual({ left: 100, right: 124 });
  expect(pieceFrom(290, "签约", 300)).toEqual({ left: 276, right: 300 });
});

test("of what is too near the first one stays", () => {
  const pieces = [
    { left: 50, right: 80 },
    { left: 0, right: 45 },
    { left: 85, right: 120 },
    { left: 90, right: 130 },
  ];

  expect(isClose({ left: 0, right: 45 }, { left: 50, right: 80 }, 8)).toBe(true);
  expect(withRoom(pieces, 5)).toEqual([pieces[0], pieces[1], pieces[2]]);
});
