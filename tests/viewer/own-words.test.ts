/** The words around a reader's own file: as many in each language, and no English in the Chinese. */
import { expect, test } from "vitest";
import { OWN_WORDS } from "../../viewer/text/own.js";

/** Any arguments do: what is looked at is the words around them. */
function said(words: unknown): string {
  return typeof words === "function" ? String(words(7, 8, 9)) : String(words);
}

test.each(["zh-Hans", "zh-Hant"] as const)("%s", (language) => {
  expect(Object.keys(OWN_WORDS[language])).toEqual(Object.keys(OWN_WORDS.en));
  for (const [key, words] of Object.entries(OWN_WORDS[language])) {
    const own = said(words).replaceAll(/CSV|TSV|GEXF|GraphML|graphology|JSON|gzip|\.gz/g, "");
    expect(own, key).not.toBe("");
    expect(own, key).not.toMatch(/[a-z]/i);
  }
});

test("counts are grouped by thousands", () => {
  expect(OWN_WORDS.en.sentence(100_000, 20_003, 1)).toMatch(
    /^100,000 payments between 20,003 entities; 1 of/,
  );
  expect(OWN_WORDS["zh-Hans"].searching(1_234_567)).toContain("1,234,567");
});
