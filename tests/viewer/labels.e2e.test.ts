/** Words of the picture, as they are drawn from the real facts: none in another's way, none too small, none that moves. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type DrawnWord, drawnWords, overlapping, watchWords } from "../browser/drawn-words.js";
import { type Explorer, startExplorer } from "../browser/explorer.js";

let explorer: Explorer;

beforeAll(async () => {
  explorer = await startExplorer();
});
afterEach(async () => {
  await Promise.all(explorer.browser.contexts().map((context) => context.close()));
});
afterAll(() => explorer?.close());

const LONG = { timeout: 240_000 };
const LANGUAGES = ["en", "zh-CN", "zh-TW"];
/** Every quarter's end that the facts reach, the last day first. */
const DAYS = [
  "",
  ...[2026, 2025, 2024, 2023].flatMap((year) =>
    ["12-31", "09-30", "06-30", "03-31"].map((day) => `as-of=${year}-${day}`),
  ),
].filter((day) => day < "as-of=2026-11");
const FILTERS = ["firm=signed", "firm=closed", "hide=finance", "hide=operations,power", "ended"];

async function openAt(hash: string, options: Parameters<Explorer["open"]>[1] = {}) {
  const { page } = await explorer.open(hash, { reducedMotion: "reduce", ...options }, watchWords);
  await page.locator(".stage canvas").first().waitFor({ state: "attached" });
  return page;
}

/** Another view of the same page, by its address. */
async function goTo(page: Page, view: string): Promise<DrawnWord[]> {
  const before = await drawnWords(page);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, view);
  await page
    .waitForFunction(
      (old) =>
        JSON.stringify((globalThis as unknown as { wordsOnCanvas(): unknown }).wordsOnCanvas()) !== old,
      JSON.stringify(before),
      { timeout: 3_000 },
    )
    // A view may have the same words as the one before.
    .catch(() => undefined);
  return drawnWords(page);
}

/** An entity's place by its name. A heading makes room for its count, which is another number on another day. */
const placesOf = (words: readonly DrawnWord[]) =>
  words
    .filter(({ text }) => !text.endsWith(" ") && !/^\d|\d (?:more|家)|\+/.test(text))
    .map(({ text, x, y }) => [text, `${x.toFixed(1)} ${y.toFixed(1)}`]);

test.each(LANGUAGES)(
  "%s: on every day and under every filter names stand alone, in one place",
  LONG,
  async (locale) => {
    const page = await openAt("", { locale });
    const tools = await page.locator(".tools").boundingBox();
    const stage = await page.locator(".stage").boundingBox();
    if (tools === null || stage === null) throw new Error("there is no picture");
    const corner = {
      text: "the tools",
      ...{ left: tools.x - stage.x, top: tools.y - stage.y, px: 99, x: 0, y: 0 },
      ...{ right: tools.x - stage.x + tools.width, bottom: tools.y - stage.y + tools.height },
    };
    const standing = new Map<string, string>();
    for (const view of [...DAYS, ...FILTERS]) {
      const words = await goTo(page, `#?${view}`);

      expect(words.length, view).toBeGreaterThan(20);
      expect(overlapping([...words, corner]), view).toEqual([]);
      expect(
        words.filter(({ px }) => px < 11),
        view,
      ).toEqual([]);
      expect(
        words.filter(({ left, right }) => left < 0 || right > stage.width).map(({ text }) => text),
        view,
      ).toEqual([]);
      for (const [name = "", place = ""] of placesOf(words)) {
        // A heading's name and an entity's may be the same word in two places of one view.
        const key = `${name} ${words.filter(({ text }) => text === name).length}`;
        if (key.endsWith(" 1")) expect(`${view} ${place}`).toBe(`${view} ${standing.get(key) ?? place}`);
        if (key.endsWith(" 1")) standing.set(key, place);
      }
    }
    expect(standing.size).toBeGreaterThan(120);
  },
);

const SELECTIONS = [
  "#/loop/nvidia~openai~oracle",
  "#/loop/amazon~anthropic~spacex~nvidia~openai",
  "#/entity/nvidia",
  "#/entity/openai",
  "#/entity/coreweave",
  "#/deal/nvidia-openai-equity-2026",
  "#/place/in",
  "#/place/out",
];

test.each(LANGUAGES)("%s: whatever is chosen, names stand alone", LONG, async (locale) => {
  for (const hash of SELECTIONS) {
    const page = await openAt(hash, { locale });
    await page.waitForTimeout(600);
    const words = await drawnWords(page);
    expect(overlapping(words), hash).toEqual([]);
    expect(
      words.filter(({ px }) => px < 11),
      hash,
    ).toEqual([]);
    await page.context().close();
  }
});

/** Hubs, some of a bracket and of a margin, one that a bracket's long name would lie on; and what they are called. */
const ENTITIES = {
  nvidia: "NVIDIA",
  softbank: "SoftBank",
  openai: "OpenAI",
  accel: "Accel",
  oracle: "Oracle",
  cohere: "Cohere",
  microsoft: "Microsoft",
  "anthropic-tpu-spv": "Anthropic TPU SPV",
  zelestra: "Zelestra",
  coreweave: "CoreWeave",
};
/** Nearer than this two names on one line read as one, in pixels. */
const APART = 5;

test.each([
  ["a wide screen", { width: 1440, height: 900 }],
  ["a small window", { width: 1024, height: 768 }],
  ["a phone", { width: 390, height: 844 }],
])(
  "on %s, from one entity to the next: it is named, and every name is whole and apart",
  LONG,
  async (_, viewport) => {
    for (const locale of LANGUAGES) {
      const page = await openAt("", { locale, viewport });
      for (const [id, name] of Object.entries(ENTITIES)) {
        await goTo(page, `#/entity/${id}`);
        const named = async () => (await drawnWords(page)).some(({ text }) => text === name);
        if (locale === "en") await expect.poll(named, { timeout: 30_000, message: id }).toBe(true);
        const words = await drawnWords(page);
        const stage = await page.locator(".stage").boundingBox();
        if (stage === null) throw new Error("there is no picture");

        const where = `${locale} ${id}`;
        expect(overlapping(words, APART), where).toEqual([]);
        const cut = words.filter(
          ({ left, right, top, bottom }) =>
            left < 0 || right > stage.width || top < 0 || bottom > stage.height,
        );
        expect(
          cut.map(({ text }) => text),
          where,
        ).toEqual([]);
      }
      await page.context().close();
    }
  },
);

test.each([
  ["a phone", { width: 390, height: 844 }],
  ["a small phone", { width: 360, height: 640 }],
  ["a tablet", { width: 820, height: 1180 }],
  ["a small window", { width: 1024, height: 768 }],
  ["a large one", { width: 1920, height: 1080 }],
  ["a very large one", { width: 2560, height: 1440 }],
])("on %s too", LONG, async (_, viewport) => {
  for (const locale of LANGUAGES) {
    for (const hash of ["", "#/loop/nvidia~openai~oracle"]) {
      const page = await openAt(hash, { locale, viewport });
      await page.waitForTimeout(600);
      const words = await drawnWords(page);
      expect(overlapping(words), `${locale} ${hash}`).toEqual([]);
      expect(
        words.filter(({ px }) => px < 11),
        `${locale} ${hash}`,
      ).toEqual([]);
      await page.context().close();
    }
  }
});
