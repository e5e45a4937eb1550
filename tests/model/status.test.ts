import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber, firstDay, isDay, isPartialDay, lastDay } from "../../src/model/dates.js";
import {
  type DatedStep,
  FIRMNESS,
  firmnessRank,
  firstStepOutOfOrder,
  standingOn,
} from "../../src/model/status.js";

const step = (on: string, is: DatedStep["is"], known = firstDay(on)): DatedStep => ({
  on,
  is,
  seen: firstDay(on),
  known,
});
const END = "9999-12-31";

describe("partial dates", () => {
  test.each([
    ["2024-02-29", true],
    ["2025-02-29", false],
    ["2025-02-30", false],
    ["2025-13", false],
    ["2025-00", false],
    ["2025", true],
    ["2025-1-1", false],
    ["25-01-01", false],
    ["2025-01-01T00:00", false],
  ])("%s is a date: %s", (text, holds) => {
    expect(isPartialDay(text)).toBe(holds);
  });

  test("a month starts on its first day and ends on its last, leap years too", () => {
    expect([firstDay("2024-02"), lastDay("2024-02"), lastDay("2025-02"), lastDay("2025")]).toEqual([
      "2024-02-01",
      "2024-02-29",
      "2025-02-28",
      "2025-12-31",
    ]);
  });

  test("days count one by one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
        const day = new Date(n * 86_400_000).toISOString().slice(0, 10);
        expect(isDay(day)).toBe(true);
        expect(dayNumber(day)).toBe(n);
      }),
    );
  });
});

describe("what a deal was on a day", () => {
  const letter = [
    step("2025-09-22", "letter_of_intent"),
    step("2026-02", "superseded"),
    step("2026-03-04", "lapsed"),
  ];

  test("before its first step there is nothing", () => {
    expect(standingOn(letter, "2025-09-21", END)).toBeNull();
  });

  test("a letter of intent is live until it lapses, and keeps the firmness it had", () => {
    expect(standingOn(letter, "2025-09-30", END)).toEqual({
      state: "letter_of_intent",
      firmness: "letter_of_intent",
      live: true,
      since: "2025-09-22",
    });
    expect(standingOn(letter, "2026-11-21", END)).toMatchObject({
      state: "lapsed",
      live: false,
      firmness: "letter_of_intent",
    });
  });

  test("an amendment leaves state and firmness as they were", () => {
    const steps = [step("2025-01-01", "signed"), step("2025-06-01", "amended")];

    expect(standingOn(steps, END, END)).toMatchObject({
      state: "signed",
      firmness: "signed",
      since: "2025-01-01",
    });
  });

  test("what was not yet published on a day was not known that day", () => {
    const steps = [step("2025-01-01", "reported"), step("2025-02-01", "signed", "2025-03-15")];

    expect(standingOn(steps, "2025-03-01", "2025-03-01")).toMatchObject({ state: "reported" });
    expect(standingOn(steps, "2025-03-01", "2025-03-15")).toMatchObject({ state: "signed" });
  });

  test("of two steps whose dates overlap, the later written is the later", () => {
    const steps = [step("2025-08-22", "announced"), step("2025-08", "signed")];

    expect(firstStepOutOfOrder(steps)).toBe(-1);
    expect(standingOn(steps, "2025-08-31", END)).toMatchObject({ state: "signed" });
    expect(firstStepOutOfOrder([step("2025-09", "announced"), step("2025-08-31", "signed")])).toBe(1);
  });

  test("firmness rises from a report to completion", () => {
    expect(FIRMNESS.map(firmnessRank)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
