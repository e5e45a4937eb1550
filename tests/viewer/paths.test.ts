/** Paths in the explorer: what a chosen one makes of the picture, held against a small world worked by hand. */
import { expect, test } from "vitest";
import { highlightOf, legsOfRoute } from "../../viewer/highlight.js";
import { endsOf, pathsBetween, withEnds } from "../../viewer/paths.js";
import { playedLegs } from "../../viewer/played-legs.js";
import { shownOf } from "../../viewer/shown.js";
import { en } from "../../viewer/text/en.js";
import { PATH_WORDS } from "../../viewer/text/paths.js";
import { FIRST_VIEW } from "../../viewer/url.js";
import { graphOf } from "../world.js";

const WORLD = graphOf([
  ["fund", "lab", 8e9, "equity_investment"],
  ["lab", "cloud", 5e9, "compute_purchase"],
  ["cloud", "chips", 3e9, "chip_purchase"],
  ["lab", "chips", null, "chip_purchase"],
]);
const shown = shownOf(WORLD, { asOf: "2031-01-01", firm: "reported", hidden: [] });
const layout = { nodes: {} } as Parameters<typeof highlightOf>[2]["layout"];
const path = { type: "path", id: "fund>lab>cloud>chips" } as const;

test("paths come strongest first: those with an amount on every leg before others", () => {
  const found = pathsBetween(shown.legs, { from: "fund", to: "chips" }, 5);

  expect([...(found ?? [])].map(({ id, bottleneckUsd }) => [id, bottleneckUsd])).toEqual([
    ["fund>lab>cloud>chips", 3e9],
    ["fund>lab>chips", 8e9],
  ]);
  expect(found?.complete).toBe(true);
  expect(pathsBetween(shown.legs, { from: "fund", to: "chips" }, 2)?.length).toBe(1);
});

test.each([
  ["an end is open", { from: "fund", to: null }],
  ["both ends are one", { from: "fund", to: "fund" }],
  ["an end is not in view", { from: "fund", to: "nobody" }],
])("nothing is looked for where %s", (_, ends) => {
  expect(pathsBetween(shown.legs, ends, 5)).toBeNull();
});

test("a chosen path makes its members and legs stand out, and is played from its payer on", () => {
  const highlight = highlightOf(path, shown, { graph: WORLD, layout });

  expect([...(highlight?.entities ?? [])]).toEqual(["fund", "lab", "cloud", "chips"]);
  expect([...(highlight?.legs ?? [])]).toEqual(["fund>lab", "lab>cloud", "cloud>chips"]);
  expect(playedLegs(path, shown.legs, en)).toEqual([
    { edge: "fund>lab", amount: "$8bn" },
    { edge: "lab>cloud", amount: "$5bn" },
    { edge: "cloud>chips", amount: "$3bn" },
  ]);
});

test("the last member pays nobody on a path, and the first one on a loop", () => {
  expect(legsOfRoute({ type: "loop", id: "a>b" })).toEqual(["a>b", "b>a"]);
  expect(legsOfRoute({ type: "path", id: "a>b" })).toEqual(["a>b"]);
  expect(legsOfRoute({ type: "entity", id: "a" })).toEqual([]);
});

test("a path that no facts make leaves the picture as it is", () => {
  const backwards = { type: "path", id: "chips>fund" } as const;

  expect(highlightOf(backwards, shown, { graph: WORLD, layout })).toBeNull();
});

test("other ends drop a chosen path; whatever else is chosen stays", () => {
  const ends = endsOf(path.id);

  expect(ends).toEqual({ from: "fund", to: "chips" });
  expect(withEnds(ends, { ...FIRST_VIEW, selection: path })).toEqual({ path: ends, selection: null });
  expect(withEnds(ends, { ...FIRST_VIEW, selection: { type: "entity", id: "lab" } })).toEqual({ path: ends });
});

test.each(["zh-Hans", "zh-Hant"] as const)("every word is there in %s, with no English in it", (language) => {
  const said = (table: unknown): string[] =>
    typeof table === "string"
      ? [table]
      : typeof table === "function"
        ? [String(table("甲", "乙", 3))]
        : Object.values(table as object).flatMap(said);
  const words = said(PATH_WORDS[language]);

  expect(words).toHaveLength(said(PATH_WORDS.en).length);
  for (const word of words) expect(word).toMatch(/^[^a-z]+$/i);
});
