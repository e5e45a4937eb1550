/**
 * Every main screen, light and dark: an audit finds nothing, no word is smaller than 11 px, nothing reaches past
 * the window, nothing is asked of another address, and the page's own strict policy is never broken.
 */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { audit } from "../browser/audit.js";
import { type Explorer, startExplorer } from "../browser/explorer.js";

let explorer: Explorer;

beforeAll(async () => {
  explorer = await startExplorer();
});
afterEach(async () => {
  await Promise.all(explorer.browser.contexts().map((context) => context.close()));
});
afterAll(() => explorer?.close());

const LONG = { timeout: 120_000 };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const press = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();
const shown = (part: string) => (page: Page) => page.locator(part).first().waitFor();

interface Screen {
  readonly at: string;
  /** What is there once the screen stands, or what has to be done for it. */
  readonly steps: readonly ((page: Page) => Promise<unknown>)[];
}

const WIDE: Readonly<Record<string, Screen>> = {
  "the first screen": { at: "", steps: [shown(".stage canvas")] },
  "a loop": { at: "#/loop/nvidia~openai~oracle", steps: [shown(".card .legs")] },
  "two loops": { at: "#/loop/nvidia~openai~oracle?with=amazon~openai", steps: [shown(".card")] },
  "an entity": { at: "#/entity/openai", steps: [shown(".card")] },
  "a deal": { at: "#/deal/nvidia-openai-equity-2026", steps: [shown(".card .sources")] },
  "a place": { at: "#/place/out", steps: [shown(".card")] },
  "the table": { at: "#?view=table&rows=deals", steps: [shown("table")] },
  "the measures": { at: "#?view=table&rows=metrics", steps: [shown("table")] },
  "the timeline": { at: "#?view=timeline", steps: [shown(".timeline")] },
  "the matrix": { at: "#?view=matrix&by=entity", steps: [shown("table")] },
  "what if": {
    at: "#/loop/nvidia~openai~oracle?cut=openai-oracle-300b-2025:0.4&tool=what-if",
    steps: [shown(".tool")],
  },
  breaks: { at: "#?tool=breaks", steps: [shown(".tool li")] },
  "the stories": { at: "", steps: [press("Stories"), shown("dialog.stories, dialog[open]")] },
  "a story": { at: "#/loop/nvidia~openai~oracle?story=shares-computing-chips.2", steps: [shown(".card")] },
  "the export": { at: "", steps: [press("Export"), shown("dialog[open]")] },
  about: { at: "#?about", steps: [shown("dialog[open]")] },
  "the filters": { at: "", steps: [press("More filters"), shown(".filters")] },
  "the search": {
    at: "",
    steps: [(page) => page.getByRole("combobox").first().fill("nvidia"), shown("[role=option]")],
  },
  nothing: { at: "#?firm=closed&hide=finance,operations", steps: [shown(".empty")] },
  "a frame": { at: "#/loop/nvidia~openai~oracle?embed", steps: [shown(".embed .stage")] },
};
const ON_A_PHONE: Readonly<Record<string, Screen>> = {
  "the first screen": { at: "", steps: [shown(".sheet .loop-row")] },
  "a loop": { at: "#/loop/nvidia~openai~oracle", steps: [shown(".sheet .card")] },
  "the filters": { at: "", steps: [press("Filter"), shown(".sheet-filter fieldset")] },
  "the places": { at: "", steps: [press("Entities"), shown(".place-links")] },
  "the menu": { at: "", steps: [press("Menu"), shown("dialog[open]")] },
};

/** Words on the page that are set smaller than 11 px, in HTML and in drawings as they are scaled. */
function smallWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || node.textContent?.trim() === "" || !element.checkVisibility()) continue;
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
      const px = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      if (px < 10.99) small.push(`${node.textContent?.trim()}: ${px} px`);
    }
    return small;
  });
}

async function expectKept(page: Page, complaints: readonly string[]) {
  // Panels slip in, and parts that come later come.
  await page.waitForTimeout(700);
  expect(await audit(page)).toEqual([]);
  expect(await smallWords(page)).toEqual([]);
  const { scroll, window } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    window: innerWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(window);
  expect(complaints).toEqual([]);
}

async function show(screen: Screen, options: Parameters<Explorer["open"]>[1]) {
  const opened = await explorer.open(screen.at, { reducedMotion: "reduce", ...options });
  await opened.page.getByRole("heading", { level: 1 }).first().waitFor({ state: "attached" });
  for (const step of screen.steps) await step(opened.page);
  return opened;
}

describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
  test.each(Object.entries(WIDE))("%s", LONG, async (_, screen) => {
    const { page, complaints } = await show(screen, { colorScheme });
    await expectKept(page, complaints);
  });

  test.each(Object.entries(ON_A_PHONE))("%s on a phone", LONG, async (_, screen) => {
    const { page, complaints } = await show(screen, { colorScheme, ...PHONE });
    await expectKept(page, complaints);
  });

  test("facts that cannot be read", LONG, async () => {
    const { page } = await explorer.open("", { colorScheme }, (empty) =>
      empty.route("**/core.json", (route) => route.fulfill({ status: 404, body: "" })),
    );
    await page.getByRole("alert").waitFor();
    expect(await audit(page)).toEqual([]);
    expect(await smallWords(page)).toEqual([]);
  });
});

test.each([
  [820, 1180],
  [1024, 768],
  [1200, 800],
  [1300, 800],
  [1920, 1080],
  [360, 640],
])("%i by %i: nothing reaches past the window", LONG, async (width, height) => {
  for (const locale of ["en-US", "zh-CN"]) {
    const { page, complaints } = await show(WIDE["the first screen"] as Screen, {
      viewport: { width, height },
      locale,
    });
    await expectKept(page, complaints);
    await page.context().close();
  }
});

test("the page's policy lets in nothing but its own files", async () => {
  const { page } = await explorer.open();
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});
