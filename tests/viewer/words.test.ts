/** Amounts and days as the page writes them. */
import { expect, test } from "vitest";
import { day, money, month, usd } from "../../viewer/format.js";

test.each([
  [30.1e9, "$30.1bn"],
  [300e9, "$300bn"],
  [2.35e9, "$2.35bn"],
  [13.75e9, "$13.8bn"],
  [500e6, "$500m"],
  [999.9e6, "$1bn"],
  [1.4e12, "$1.4tn"],
  [750_000, "$750k"],
  [0, "$0"],
])("%d dollars are written %s", (amount, written) => {
  expect(usd(amount)).toBe(written);
});

test("another currency keeps its own sign or code", () => {
  expect(money(1.7e9, "EUR")).toBe("€1.7bn");
  expect(money(8e9, "CNY")).toBe("CNY 8bn");
});

test("a date is as exact as its source", () => {
  expect([day("2026-11-21"), day("2026-11"), day("2026")]).toEqual(["21 Nov 2026", "Nov 2026", "2026"]);
  expect([month("2026-11-21"), month("2026")]).toEqual(["Nov 2026", "2026"]);
});
