/** The scale of widths of a reader's own file: it fits what the file states, and no giant spoils it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BILLIONS, legWidth, marginWidth, type WidthScale } from "../../src/layout/line-look.js";
import { cloudWidth } from "../../viewer/own/cloud-scene.js";
import { widthScaleOf } from "../../viewer/own/width-scale.js";

const scaleOf = (...amounts: readonly number[]) => widthScaleOf(Float64Array.from(amounts));

// Worked by hand from the quartiles of the amounts' powers of ten.
describe("unit and step", () => {
  test.each<readonly [string, readonly number[], WidthScale]>([
    // Powers 1, 2, 3: the middle half is 1.5 to 2.5, one power, so that a step is one; 2.5 - 1.25 is about 1.
    ["amounts of ten to a thousand", [10, 100, 1000], { unit: 10, step: 10 }],
    // The same a hundred million times larger, and a hundred times smaller.
    ["billions", [1e9, 1e10, 1e11], { unit: 1e9, step: 10 }],
    ["dimes", [0.1, 1, 10], { unit: 0.1, step: 10 }],
    // No middle half to speak of: 6 - 1.25 is about 5.
    ["one amount", [1e6], { unit: 1e5, step: 10 }],
    ["a giant among equals", [1e6, 1e6, 1e6, 1e6, 1e6, 1e12], { unit: 1e5, step: 10 }],
    // Powers 0 to 12: the middle half, 3 to 9, is six powers, so that a step is four; 9 - 5 is 4.
    ["thirteen powers", Array.from({ length: 13 }, (_, i) => 10 ** i), { unit: 1e4, step: 1e4 }],
    ["less than a cent", [1e-6, 1e-5, 1e-4], { unit: 0.01, step: 10 }],
  ])("%s", (_, amounts, scale) => {
    expect(scaleOf(...amounts)).toEqual(scale);
  });

  test("what is no amount counts for nothing; without amounts there is no scale", () => {
    expect(scaleOf(0, 10, Number.NaN, 100, 1000, 0)).toEqual(scaleOf(10, 100, 1000));
    expect(scaleOf()).toBeNull();
    expect(scaleOf(Number.NaN, 0)).toBeNull();
  });
});

describe("widths", () => {
  test("a unit, ten and a hundred of them are as wide as a billion, ten and a hundred in the built-in facts", () => {
    const scale = scaleOf(10, 100, 1000);

    expect([10, 100, 1000].map((usd) => legWidth(usd, scale))).toEqual(
      [1e9, 1e10, 1e11].map((usd) => legWidth(usd)),
    );
    expect([10, 100, 1000].map((usd) => marginWidth(usd, scale))).toEqual(
      [1e9, 1e10, 1e11].map((usd) => marginWidth(usd)),
    );
    expect(legWidth(null, scale)).toBe(legWidth(null));
  });

  test("a larger step makes the same difference of more", () => {
    const scale = { unit: 1e5, step: 1e3 };

    expect(legWidth(1e8, scale)).toBeCloseTo(2.6 + 2.15, 9);
    expect(marginWidth(1e8, scale)).toBeCloseTo(0.8 + (0.5 * Math.log10(1001)) / 3, 9);
  });

  test("where there is nothing to compare every line is as wide as a unit", () => {
    expect([null, 0, 5, 1e12].map((usd) => legWidth(usd, null))).toEqual(Array(4).fill(legWidth(1e9)));
    for (const usd of [null, 7]) expect(marginWidth(usd, null)).toBeCloseTo(marginWidth(1e9), 2);
  });

  test("in a cloud legs are half as wide, never less than can be seen, and alike where they are too many", () => {
    expect(cloudWidth(1e11, BILLIONS, 5_000)).toBeCloseTo(3.45, 9);
    expect(cloudWidth(null, BILLIONS, 5_000)).toBe(0.8);
    expect(cloudWidth(1e11, BILLIONS, 5_001)).toBe(0.8);
  });

  test("however the amounts lie, the middle half of them is neither the thinnest there is nor the widest", () => {
    const amount = fc.double({ min: 0.01, max: 1e13, noNaN: true });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 60 }), (amounts) => {
        const scale = scaleOf(...amounts);
        const widths = amounts.sort((a, b) => a - b).map((usd) => legWidth(usd, scale));
        const last = widths.length - 1;
        const middle = widths.slice(Math.ceil(0.25 * last), Math.floor(0.75 * last) + 1);

        expect(widths).toEqual([...widths].sort((a, b) => a - b));
        expect(Math.min(...middle)).toBeGreaterThanOrEqual(1 - 1e-9);
        expect(Math.max(...middle)).toBeLessThan(6.4);
      }),
    );
  });
});
