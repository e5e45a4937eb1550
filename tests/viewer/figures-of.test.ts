/** Figures in groups and shapes, and in words. */
import { describe, expect, test } from "vitest";
import type { ObservationRecord } from "../../src/model/observation.js";
import { figureWords, numberWords, periodWords } from "../../viewer/charts/figure-words.js";
import { figuresOf } from "../../viewer/charts/figures-of.js";
import { en } from "../../viewer/text/en.js";
import { FIGURES_WORDS } from "../../viewer/text/figures.js";
import { zhHans } from "../../viewer/text/zh-hans.js";
import { zhHant } from "../../viewer/text/zh-hant.js";

let made = 0;
const row = (fields: Partial<ObservationRecord>): ObservationRecord => ({
  id: `lab/${++made}`,
  subject: "lab",
  metric: "capex",
  qualifier: "exact",
  unit: "USD",
  value: 1e9,
  evidence: [{ source: "wire/one", supports: ["value"] }],
  ...fields,
});
const shapes = (rows: readonly ObservationRecord[]) =>
  figuresOf(rows).flatMap(({ group, sets }) =>
    sets.map(({ metric, shape, span, rows: own }) => [group, metric, shape, span, own.length]),
  );

describe("what belongs on one picture", () => {
  test("years, quarters and other currencies are pictures of their own, the oldest first", () => {
    const rows = [
      row({ period: "FY2031", ends: "2031-06-30" }),
      row({ period: "2030" }),
      row({ period: "Q1 2031", ends: "2031-03-31" }),
      row({ period: "Q2 2031", ends: "2031-06-30" }),
      row({ period: "2031", unit: "CNY" }),
      row({ period: "2030", unit: "CNY" }),
    ];

    expect(shapes(rows)).toEqual([
      ["spending", "capex", "time", "year", 2],
      ["spending", "capex", "time", "year", 2],
      ["spending", "capex", "time", "quarter", 2],
    ]);
    expect(figuresOf(rows)[0]?.sets[0]?.rows.map(({ period }) => period)).toEqual(["2030", "FY2031"]);
  });

  test("parts of a metric are set beside each other, the largest first, and never among the whole", () => {
    const rows = [
      row({ metric: "commitments", what: "to one cloud", value: 2e9 }),
      row({ metric: "commitments", what: "to another", value: 5e9 }),
      row({ metric: "commitments", period: "2031-03-31" }),
    ];

    expect(shapes(rows)).toEqual([
      ["orders", "commitments", "parts", null, 2],
      ["orders", "commitments", "told", null, 1],
    ]);
    expect(figuresOf(rows)[0]?.sets[0]?.rows.map(({ what }) => what)).toEqual(["to another", "to one cloud"]);
  });

  test.each([
    ["one figure alone", [row({ period: "2031" })]],
    [
      "words in place of a number",
      [row({ period: "2031", value: undefined, text: "less than before" }), row({ period: "2030" })],
    ],
    ["no date", [row({}), row({})]],
    [
      "a year that is the figure",
      [
        row({ metric: "year", unit: "year", period: "2031" }),
        row({ metric: "year", unit: "year", period: "2030" }),
      ],
    ],
    [
      "a period that is neither year nor quarter",
      [row({ period: "2029-2031 average", ends: "2031" }), row({ period: "H1 2031", ends: "2031-06" })],
    ],
  ])("%s is told", (_, rows) => {
    expect(shapes(rows).map(([, , shape]) => shape)).toEqual(["told"]);
  });

  test("nothing is left out and nothing comes twice", () => {
    const rows = (["2029", "2030", "Q1 2030", undefined, "H1 2030"] as const).flatMap((period) =>
      (["capex", "backlog", "finding"] as const).map((metric) =>
        row({ metric, ...(period === undefined ? {} : { period }) }),
      ),
    );

    const ids = figuresOf(rows).flatMap(({ sets }) => sets.flatMap((set) => set.rows.map(({ id }) => id)));
    expect(ids.sort()).toEqual(rows.map(({ id }) => id).sort());
  });
});

test.each([
  [64.551e9, "USD", "$64.6bn", "646亿美元", "646億美元"],
  [-500e6, "USD", "−$500m", "−5亿美元", "−5億美元"],
  [28.9, "percent", "28.9%", "28.9%", "28.9%"],
  [2, "GW", "2 GW", "2 GW", "2 GW"],
  [6, "months", "6 months", "6 个月", "6 個月"],
  [485000, "count", "485k", "48.5万", "48.5萬"],
  [2027, "year", "2027", "2027 年", "2027 年"],
  [1.5, "times", "1.5×", "1.5 倍", "1.5 倍"],
])("%d %s is written %s", (value, unit, english, hans, hant) => {
  expect([en, zhHans, zhHant].map((t) => numberWords(value, unit, t))).toEqual([english, hans, hant]);
});

test("how a figure is stated comes before it; what has no number keeps the facts' words", () => {
  expect(figureWords(row({ qualifier: "about" }), en).words).toBe("about $1bn");
  expect(figureWords(row({ qualifier: "guidance" }), zhHant).words).toBe("財測：10億美元");
  expect(figureWords(row({ value: undefined, range: [3, 5], unit: "years" }), en).words).toBe(
    "3 years to 5 years",
  );
  expect(figureWords(row({ value: undefined, text: "below 1" }), zhHans)).toEqual({
    words: "below 1",
    isOnFile: true,
  });
});

test.each([
  ["2031", "2031", "2031年"],
  ["FY2031", "FY2031", "2031財年"],
  ["Q3 2031", "Q3 2031", "2031年第三季"],
  ["Q3 FY2031", "Q3 FY2031", "2031財年第三季"],
  ["2031-03-31", "31 Mar 2031", "2031年3月31日"],
])("the period %s is %s", (period, english, chinese) => {
  expect(periodWords({ period }, en)).toEqual({ words: english, isOnFile: false });
  expect(periodWords({ period }, zhHant)).toEqual({ words: chinese, isOnFile: false });
});

test("another period is the facts' own words", () => {
  expect(periodWords({ period: "past few years" }, zhHans)).toEqual({
    words: "past few years",
    isOnFile: true,
  });
});

test.each(["zh-Hans", "zh-Hant"] as const)("every word is there in %s, with no English in it", (language) => {
  const said = (table: unknown): string[] =>
    typeof table === "string"
      ? [table]
      : typeof table === "function"
        ? [String(table("1", "2", 3))]
        : Object.values(table as object).flatMap(said);
  const words = said(FIGURES_WORDS[language]);

  expect(words).toHaveLength(said(FIGURES_WORDS.en).length);
  for (const word of words) expect(word).toMatch(/^[^a-z]*$/i);
});
