/** Choosing a loop, an entity, a deal: by list, by search, on the picture, by link. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Explorer, startExplorer } from "../browser/explorer.js";
import { dotOf, picture } from "../browser/picture.js";

let explorer: Explorer;

beforeAll(async () => {
  explorer = await startExplorer();
});
afterEach(async () => {
  await Promise.all(explorer.browser.contexts().map((context) => context.close()));
});
afterAll(() => explorer?.close());

const card = (page: Page, name: RegExp) => page.getByRole("region", { name });
const search = (page: Page) => page.getByRole("combobox", { name: "Find a company, deal or loop" });

describe("a loop", () => {
  test("chosen in the list, it opens its card with legs, sources and a link; Escape steps back", async () => {
    const { page, complaints } = await explorer.open();
    const row = page.getByRole("button", { name: /^NVIDIA → OpenAI → Oracle/ });

    await row.click();
    const loop = card(page, /^Loop: NVIDIA → OpenAI → Oracle → NVIDIA$/);
    await loop.waitFor();

    expect(await row.getAttribute("aria-pressed")).toBe("true");
    expect(page.url()).toContain("#/loop/nvidia~openai~oracle");
    expect(await loop.getByText("at most, all the way round").count()).toBe(1);
    expect(await loop.textContent()).toMatch(/NVIDIA has supplied .* of capital to OpenAI, which .* Oracle/);
    const legs = loop.getByRole("list", { name: "Legs" }).locator("> li");
    expect(await legs.count()).toBe(3);
    for (const leg of await legs.all()) {
      expect(await leg.locator("a[href^='http']").count()).toBeGreaterThan(0);
      expect(await leg.locator("a[href^='#/deal/']").count()).toBeGreaterThan(0);
    }

    await page.keyboard.press("Escape");
    await loop.waitFor({ state: "detached" });
    expect(new URL(page.url()).hash).toBe("");
    expect(complaints).toEqual([]);
  });

  test("next and previous walk the list, and Back walks them again", async () => {
    const { page } = await explorer.open();
    await page.getByRole("list", { name: "Loops, strongest first" }).getByRole("button").first().click();
    await page.getByText(/^Loop 1 of/).waitFor();
    expect(await page.getByRole("button", { name: "Previous loop" }).isDisabled()).toBe(true);

    await page.getByRole("button", { name: "Next loop" }).click();
    await page.getByText(/^Loop 2 of/).waitFor();
    await page.goBack();
    await page.getByText(/^Loop 1 of/).waitFor();
  });

  test("one that the day hides says so and can be shown", async () => {
    const { page } = await explorer.open("#/loop/amd~openai?as-of=2025-09-30");
    const loop = card(page, /^Loop: AMD/);
    await loop.getByText("Not in the picture as it stands").waitFor();

    await loop.getByRole("button", { name: "Show it" }).click();

    await loop.getByText(/^Loop \d+ of \d+/).waitFor();
    expect(page.url()).not.toContain("as-of");
  });

  test("one that no facts make is said", async () => {
    const { page } = await explorer.open("#/loop/amd~nowhere");
    await card(page, /^No such loop$/).waitFor();
  });
});

describe("the search", () => {
  test("软银 finds SoftBank, and Enter opens it", async () => {
    const { page, complaints } = await explorer.open();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("/");
    await expect.poll(() => search(page).evaluate((field) => field === document.activeElement)).toBe(true);

    await search(page).fill("软银");
    await page
      .getByRole("option", { name: /^SoftBank/ })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");

    const entity = card(page, /^Entity: SoftBank$/);
    await entity.waitFor();
    expect(await entity.textContent()).toContain("軟銀");
    expect(page.url()).toContain("#/entity/softbank");
    expect(complaints).toEqual([]);
  });

  test.each([
    ["a typo", "corewaeve", /^CoreWeave/],
    ["a ticker", "NVDA", /^NVIDIA/],
    ["traditional Chinese", "軟銀", /^SoftBank/],
  ])("%s is forgiven or known", async (_, words, name) => {
    const { page } = await explorer.open();
    await search(page).fill(words);
    await page.getByRole("option", { name }).first().waitFor();
  });

  test("two names find the loops through both; arrows choose, Escape leaves", async () => {
    const { page } = await explorer.open();
    await search(page).fill("oracle nvidia");
    const loops = page.getByRole("group", { name: "Loops" }).getByRole("option");
    await loops.first().waitFor();
    for (const loop of await loops.all())
      expect(await loop.textContent()).toMatch(/NVIDIA.*Oracle|Oracle.*NVIDIA/);

    await page.keyboard.press("ArrowDown");
    expect(await page.getByRole("listbox").getByRole("option", { selected: true }).count()).toBe(1);
    await page.keyboard.press("Escape");
    await page.getByRole("listbox").waitFor({ state: "detached" });
    expect(await search(page).inputValue()).toBe("");
  });

  test("what is not there is said", async () => {
    const { page } = await explorer.open();
    await search(page).fill("zzzzzzz");
    await page.getByText("Nothing is called “zzzzzzz”").first().waitFor();
  });
});

describe("an entity and a deal", () => {
  test("a click on a dot opens its card, a click on empty closes it", async () => {
    const { page, complaints } = await explorer.open();
    await picture(page);
    const { x, y } = await dotOf(page, "NVIDIA");

    await page.mouse.click(x, y);
    const entity = card(page, /^Entity: NVIDIA$/);
    await entity.waitFor();
    await page.waitForTimeout(700);
    const stage = await page.getByRole("region", { name: "The picture: who pays whom" }).boundingBox();
    await page.mouse.click((stage?.x ?? 0) + 8, (stage?.y ?? 0) + 8);

    await entity.waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  });

  test("an entity names whom it pays and who pays it, and its loops", async () => {
    const { page } = await explorer.open("#/entity/openai");
    const entity = card(page, /^Entity: OpenAI$/);
    await entity.getByRole("heading", { name: /^Pays/ }).waitFor();
    await entity.getByRole("heading", { name: /^Is paid/ }).waitFor();
    await entity.getByRole("heading", { name: /^In \d+ loops/ }).waitFor();
    const link = entity.locator("a[href^='#/loop/']").first();

    await link.click();
    await card(page, /^Loop:/).waitFor();
    await page.goBack();
    await entity.waitFor();
  });

  test("a deal shows amount, history, sources with links, and where sources disagree", async () => {
    const { page, complaints } = await explorer.open("#/deal/nvidia-openai-equity-2026");
    const deal = card(page, /^Deal: NVIDIA/);
    await deal.waitFor();

    expect(await deal.textContent()).toContain("$30bn");
    await deal.getByRole("heading", { name: /^Status/ }).waitFor();
    await deal
      .locator(".history")
      .getByText(/^Completed/)
      .waitFor();
    const sources = deal.locator(".sources li");
    expect(await sources.count()).toBeGreaterThan(3);
    const outward = deal.locator(".sources a");
    for (const link of await outward.all()) {
      expect(await link.getAttribute("rel")).toContain("noreferrer");
      expect(await link.getAttribute("href")).toMatch(/^https?:\/\//);
    }
    await deal.getByRole("heading", { name: "Sources disagree" }).waitFor();
    await deal.getByText("Correct this").click();
    await deal.getByText("nvidia-openai-equity-2026").waitFor();
    expect(complaints).toEqual([]);
  });
});

test("About says that circular is not fraud, and has a link of its own", async () => {
  const { page } = await explorer.open();
  await page.getByRole("button", { name: "About" }).click();
  const about = page.getByRole("dialog", { name: "About Capital Loop" });
  await about.waitFor();
  expect(await about.textContent()).toContain("Circular is not fraud.");
  expect(await about.textContent()).toContain("not investment advice");
  expect(page.url()).toContain("about");

  await page.keyboard.press("Escape");
  await about.waitFor({ state: "detached" });
  await expect.poll(() => page.url()).not.toContain("about");
});
