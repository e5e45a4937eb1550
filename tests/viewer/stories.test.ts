/** The stories hold on the built-in facts, in every language. */
import { beforeAll, expect, test } from "vitest";
import { buildGraph, findLoops, loadDataset, viewGraph } from "../../src/node.js";
import { LANGUAGE_NAMES } from "../../viewer/language.js";
import { legOfStep, STORIES, selectionOfStep, stepsOf, storyAt } from "../../viewer/stories/stories.js";
import { STORIES_WORDS } from "../../viewer/text/stories.js";

let loops: ReadonlySet<string>;
let names: readonly string[];

beforeAll(async () => {
  const dataset = await loadDataset();
  loops = new Set([...findLoops(viewGraph(buildGraph(dataset)))].map(({ id }) => id));
  names = [...dataset.entities.values()].flatMap(({ name, short, names: other }) => [
    name,
    ...(short === undefined ? [] : [short]),
    ...Object.values(other),
  ]);
});

test.each(STORIES)("$id is a loop of the facts", ({ entities }) => {
  const turned = entities.map((_, i) => [...entities.slice(i), ...entities.slice(0, i)].join(">"));
  expect(turned.some((id) => loops.has(id))).toBe(true);
});

test.each(LANGUAGE_NAMES)("%s tells no fact of its own: no figure, no name of a party", (language) => {
  for (const told of Object.values(STORIES_WORDS[language].told)) {
    const words = Object.values(told).join(" ");
    expect(words).not.toMatch(/\d/);
    const named = names.filter((name) => name.length > 2 && ` ${words} `.includes(` ${name} `));
    expect(named).toEqual([]);
  }
});

test("a step is the opening, a leg or the end", () => {
  const [story] = STORIES;
  expect(stepsOf(story)).toBe(5);
  expect([1, 2, 3, 4, 5].map((step) => legOfStep(story, step))).toEqual([null, 0, 1, 2, null]);
  const lead = (from: string, to: string) => `${from}-${to}`;
  expect(selectionOfStep(story, 3, "loop", lead)).toEqual({ type: "deal", id: "openai-oracle" });
  expect(selectionOfStep(story, 5, "loop", lead)).toEqual({ type: "loop", id: "loop" });
  expect(selectionOfStep(story, 2, "loop", () => null)).toEqual({ type: "loop", id: "loop" });
});

test("a story or a step that is not there is none", () => {
  expect(storyAt(null)).toBeNull();
  expect(storyAt({ id: "the-tortoise", step: 1 })).toBeNull();
  expect(storyAt({ id: "chips-for-warrants", step: 5 })).toBeNull();
  expect(storyAt({ id: "chips-for-warrants", step: 4 })?.step).toBe(4);
});
