/** Stories: five loops step by step, each step with a link of its own. */
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
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

test("a story is chosen, walked by buttons and keys, and left", async () => {
  const { page, complaints } = await explorer.open("#?firm=signed");
  await page.getByRole("button", { name: "Stories" }).click();
  const list = page.getByRole("dialog", { name: "Five loops, step by step" });
  await expect.poll(() => list.getByRole("listitem").count()).toBe(5);

  await list.getByRole("button", { name: /Shares, then computing, then chips/ }).click();
  const story = page.getByRole("region", { name: "Story: Shares, then computing, then chips" });
  await story.getByText("Step 1 of 5").waitFor();
  expect(page.url()).not.toContain("firm=");
  await story.getByRole("button", { name: "Next" }).click();
  await story.getByText("Step 2 of 5").waitFor();
  expect(page.url()).toMatch(/#\/deal\/[^?]+\?story=shares-computing-chips\.2$/);
  expect(await story.getByRole("list", { name: "Legs" }).getByRole("link").count()).toBeGreaterThan(1);
  await page.keyboard.press("ArrowRight");
  await story.getByText("Step 3 of 5").waitFor();
  await page.goBack();
  await story.getByText("Step 2 of 5").waitFor();

  await story.getByRole("button", { name: "Close" }).click();
  await story.waitFor({ state: "hidden" });
  expect(page.url()).not.toContain("story=");
  expect(complaints).toEqual([]);
});

test("the last step says what can go round, and leads to the loop", async () => {
  const { page } = await explorer.open("#/loop/nvidia~openai~oracle?story=shares-computing-chips.5");
  const story = page.getByRole("region", { name: /^Story: / });
  await story.getByText("at most, all the way round").waitFor();

  expect(await story.getByRole("button", { name: "Next" }).isDisabled()).toBe(true);
  expect(await audit(page)).toEqual([]);
  await story.getByRole("link", { name: /^Legs: / }).click();
  await page.getByRole("region", { name: "Loop: NVIDIA → OpenAI → Oracle → NVIDIA" }).waitFor();
});

test("on a phone a menu holds what the bar has no room for", async () => {
  const { page, complaints } = await explorer.open("", {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await page.getByRole("button", { name: "Menu" }).click();
  const menu = page.getByRole("dialog", { name: "Menu" });
  expect(await audit(page)).toEqual([]);

  await menu.getByRole("button", { name: "Stories" }).click();
  await page.getByRole("button", { name: /The long way round/ }).click();
  await page.getByText("Step 1 of 7").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(complaints).toEqual([]);
});
