/** The words of the page in three languages: every table whole, amounts and days as each writes them. */
import { describe, expect, test } from "vitest";
import { FLOW_KIND_NAMES } from "../../src/model/deal-kinds.js";
import { FIRMNESS } from "../../src/model/status.js";
import { LANGUAGE_NAMES, languageOf } from "../../viewer/language.js";
import { aboutEn } from "../../viewer/text/about-en.js";
import { aboutZhHans } from "../../viewer/text/about-zh-hans.js";
import { aboutZhHant } from "../../viewer/text/about-zh-hant.js";
import { en, type Text } from "../../viewer/text/en.js";
import { zhHans } from "../../viewer/text/zh-hans.js";
import { zhHant } from "../../viewer/text/zh-hant.js";

const TABLES: Readonly<Record<string, Text>> = { en, "zh-Hans": zhHans, "zh-Hant": zhHant };
const CHINESE = [
  ["zh-Hans", zhHans],
  ["zh-Hant", zhHant],
] as const;

/** Every word of a table by its place in it; what takes arguments is left out. */
function wordsOf(table: unknown, path = ""): [path: string, word: string][] {
  if (typeof table === "string") return [[path, table]];
  if (typeof table !== "object" || table === null) return [];
  return Object.entries(table).flatMap(([key, value]) => wordsOf(value, `${path}/${key}`));
}

/** What is the same in every language, or empty in all. */
const SAME = /^\/(language|stage\/places\/apart\/count)$/;

test("there is a table for every language, and it knows which one it is", () => {
  expect(Object.keys(TABLES)).toEqual(LANGUAGE_NAMES);
  for (const [name, table] of Object.entries(TABLES)) expect(table.language).toBe(name);
});

describe.each(CHINESE)("%s", (_, table) => {
  test("has a word of its own wherever English has one, with no English in it", () => {
    const english = new Map(wordsOf(en));
    for (const [path, word] of wordsOf(table)) {
      if (SAME.test(path) || !/[a-z]/i.test(english.get(path) ?? "")) continue;
      expect(word, path).not.toBe("");
      expect(word.replaceAll(/WebGL|npm run build|graph-data/g, ""), path).not.toMatch(/[a-z]/i);
    }
  });

  test("is as long as the English one", () => {
    const places = (words: [string, string][]) =>
      words.map(([path]) => path).filter((path) => !path.startsWith("/deal/unnamed"));
    expect(places(wordsOf(table))).toEqual(places(wordsOf(en)));
  });

  test("says every kind of flow at every firmness, with an amount and without", () => {
    for (const kind of [...FLOW_KIND_NAMES, null]) {
      for (const firmness of FIRMNESS) {
        for (const amount of ["10亿", null]) {
          const words = table.loop.sentence.clause(kind, "OPS", firmness, amount).replace("{to}", "乙");
          expect(words).toContain("乙");
          expect(words).not.toMatch(/[{}a-z]|undefined|null/);
          expect(words.includes("10亿")).toBe(amount !== null);
        }
      }
    }
  });
});

test.each([
  [30.1e9, "301亿美元", "301億美元"],
  [300e9, "3000亿美元", "3000億美元"],
  [2.35e9, "23.5亿美元", "23.5億美元"],
  [500e6, "5亿美元", "5億美元"],
  [999.9e6, "10亿美元", "10億美元"],
  [75e6, "7500万美元", "7500萬美元"],
  [750_000, "75万美元", "75萬美元"],
  [1.4e12, "1.4万亿美元", "1.4兆美元"],
  [0, "0美元", "0美元"],
])("%d dollars in Chinese", (amount, hans, hant) => {
  expect([zhHans.usd(amount), zhHant.usd(amount)]).toEqual([hans, hant]);
});

test("another currency has its own name, or its code", () => {
  expect(zhHans.money(1.7e9, "EUR")).toBe("17亿欧元");
  expect(zhHant.money(8e9, "CNY")).toBe("80億元人民幣");
  expect(zhHans.money(8e9, "XDR")).toBe("80亿 XDR");
});

test("a date is as exact as its source", () => {
  expect(["2026-11-21", "2026-11", "2026"].map(zhHans.day)).toEqual([
    "2026年11月21日",
    "2026年11月",
    "2026年",
  ]);
  expect(zhHant.month("2026-11-21")).toBe("2026年11月");
});

test("a deal's title is made from its parties", () => {
  const deal = { title: "NVIDIA buys shares of OpenAI", kind: "equity_investment" } as const;
  expect(zhHant.deal.title({ ...deal, payers: ["輝達"], payees: ["OpenAI"], amount: "最多1000億美元" })).toBe(
    "輝達以最多1000億美元入股OpenAI",
  );
  expect(en.deal.title({ ...deal, payers: [], payees: [], amount: null })).toBe(deal.title);
});

test.each([
  ["en-GB", "en"],
  ["zh-CN", "zh-Hans"],
  ["zh", "zh-Hans"],
  ["zh-TW", "zh-Hant"],
  ["zh-HK", "zh-Hant"],
  ["zh-Hans-HK", "zh-Hans"],
  ["fr", null],
])("a browser that asks for %s gets %s", (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});

test("the page about the project says the same in each language", () => {
  const figures = { version: "1", asOf: "今天", entities: 2, deals: 3, sources: 4 };
  const shape = ({ sections }: ReturnType<typeof aboutEn>) =>
    sections.map(({ paragraphs }) => paragraphs.length);
  const pages = [aboutZhHans(figures), aboutZhHant(figures)];
  for (const page of pages) {
    expect(shape(page)).toEqual(shape(aboutEn(figures)));
    expect(
      page.sections
        .flatMap(({ paragraphs }) => paragraphs)
        .join("")
        .replaceAll("graph-data", ""),
    ).not.toMatch(/[a-z]/i);
  }
});
