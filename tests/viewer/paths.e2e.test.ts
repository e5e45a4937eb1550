/** Paths between two entities: found, read, walked and shared, by pointer, keyboard and touch. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { audit } from "../browser/audit.js";
import { type Explorer, startExplorer } from "../browser/explorer.js";
import { picture } from "../browser/picture.js";

let explorer: Explorer;

beforeAll(async () => {
  explorer = await startExplorer();
});
afterEach(async () => {
  await Promise.all(explorer.browser.contexts().map((context) => context.close()));
});
afterAll(() => explorer?.close());

const tool = (page: Page) => page.getByRole("region", { name: "Paths between two" });
const field = (page: Page, name: "From" | "To") => tool(page).getByRole("combobox", { name });
const rows = (page: Page) =>
  tool(page).getByRole("list", { name: "Paths, strongest first" }).getByRole("button");
const card = (page: Page) => page.getByRole("region", { name: /^Path: / });
const found = async (page: Page) =>
  Number(
    (
      await tool(page)
        .getByText(/^\d+ paths?$/)
        .first()
        .textContent()
    )?.match(/\d+/)?.[0],
  );

describe("with the keyboard alone", () => {
  test("two ends by any name, a path, its card, the next one; Back and the link lead to each", async () => {
    const { page, complaints } = await explorer.open();
    await page.getByRole("button", { name: "Paths" }).focus();
    await page.keyboard.press("Enter");

    // The first field has the focus as soon as the tool is there.
    await expect
      .poll(() => field(page, "From").evaluate((node) => node === document.activeElement))
      .toBe(true);
    await page.keyboard.type("微软");
    await tool(page)
      .getByRole("option", { name: /^Microsoft/ })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    expect(await field(page, "From").inputValue()).toBe("Microsoft");
    await page.keyboard.press("Tab");
    await page.keyboard.type("輝達");
    await tool(page)
      .getByRole("option", { name: /^NVIDIA/ })
      .first()
      .waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await rows(page).first().waitFor();
    expect(page.url()).toMatch(/#\?tool=paths&path=microsoft~nvidia$/);
    expect(await found(page)).toBeGreaterThan(100);
    await tool(page).getByText("All of up to 5 legs.").waitFor();

    await rows(page).first().focus();
    await page.keyboard.press("Enter");
    await card(page).waitFor();
    expect(await rows(page).first().getAttribute("aria-pressed")).toBe("true");
    expect(page.url()).toMatch(/#\/path\/microsoft~[a-z~-]+~nvidia\?tool=paths&path=microsoft~nvidia$/);
    const first = page.url();
    await card(page).getByRole("button", { name: "Next path" }).focus();
    await page.keyboard.press("Enter");
    await card(page)
      .getByText(/^Path 2 of \d+ · /)
      .waitFor();
    await card(page).getByRole("button", { name: "Previous path" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toBe(first);

    await page.goBack();
    await card(page)
      .getByText(/^Path 2 of /)
      .waitFor();
    const again = await explorer.open(new URL(first).hash);
    await card(again.page)
      .getByText(/^Path 1 of /)
      .waitFor();
    expect(await field(again.page, "To").inputValue()).toBe("NVIDIA");
    expect([...complaints, ...again.complaints]).toEqual([]);
  });

  test("Escape folds the list and leaves what was chosen; an emptied field opens that end", async () => {
    const { page } = await explorer.open("#/path/openai~oracle?tool=paths&path=openai~oracle");
    await field(page, "To").fill("nv");
    await tool(page).getByRole("option").first().waitFor();

    await page.keyboard.press("Escape");
    expect(await field(page, "To").inputValue()).toBe("Oracle");
    expect(await tool(page).getByRole("option").count()).toBe(0);
    await card(page).waitFor();

    await field(page, "To").fill("");
    await page.keyboard.press("Tab");
    await expect.poll(() => page.url()).toMatch(/#\?tool=paths&path=openai~$/);
  });
});

test.each([
  ["the ticker", "NVDA"],
  ["a typing error", "nvidai"],
  ["simplified Chinese", "英伟达"],
  ["traditional Chinese", "輝達"],
])("NVIDIA is found by %s", async (_, typed) => {
  const { page } = await explorer.open("#?tool=paths");
  await field(page, "To").fill(typed);

  await tool(page)
    .getByRole("option", { name: /^NVIDIA/ })
    .first()
    .click();

  expect(await field(page, "To").inputValue()).toBe("NVIDIA");
});

test("a name that nobody has is said, and chooses nothing", async () => {
  const { page } = await explorer.open("#?tool=paths");
  await field(page, "From").fill("xyzzy");
  await tool(page).getByText("Nothing is called “xyzzy”").first().waitFor();

  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");

  expect(await field(page, "From").inputValue()).toBe("");
  expect(page.url()).toMatch(/#\?tool=paths$/);
});

test("every leg of the card has its deals, amount, firmness, day and a source", async () => {
  const { page } = await explorer.open(
    "#/path/softbank~openai~oracle~nvidia?tool=paths&path=softbank~nvidia",
  );
  const legs = card(page).getByRole("list", { name: "Legs" }).locator("> li");
  await legs.first().waitFor();

  expect(await legs.count()).toBe(3);
  for (const leg of await legs.all()) {
    expect(await leg.textContent()).toMatch(/ → .*\$/);
    expect(await leg.textContent()).toMatch(/(completed|signed|announced|delivering|closed|reported)/);
    expect(
      await leg.getByRole("link", { name: / 20\d\d|bn|Chips|Computing|Shares/ }).count(),
    ).toBeGreaterThan(0);
    await leg.locator(".leg-source a").waitFor();
    expect(await leg.locator(".leg-source a").getAttribute("href")).toMatch(/^https:/);
  }
  await card(page).getByText("at most, all the way", { exact: true }).waitFor();
  expect(await card(page).getByRole("heading", { level: 2 }).textContent()).toBe(
    "SoftBank → OpenAI → Oracle → NVIDIA",
  );
});

test("longer paths are more; the length is kept in the address", async () => {
  const { page } = await explorer.open("#?tool=paths&path=google~constellation");
  await rows(page).first().waitFor();
  const counts: number[] = [];
  for (const legs of ["3", "4", "5", "6"]) {
    await tool(page).getByRole("button", { name: legs, exact: true }).click();
    await tool(page).getByText(`All of up to ${legs} legs.`).waitFor();
    counts.push(await found(page));
  }

  expect(page.url()).toContain("legs=6");
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(new Set(counts).size).toBe(4);
});

describe("no path", () => {
  const none = (page: Page) => tool(page).getByText("No path", { exact: true });
  const help = (page: Page, name: RegExp) =>
    tool(page).getByRole("list", { name: "What would bring one" }).getByRole("button", { name });

  test("too short a bound is lengthened", async () => {
    const { page } = await explorer.open("#?tool=paths&path=google~constellation&legs=2");
    await none(page).waitFor();
    await tool(page).getByText("Constellation is more than 2 legs away from Google.").waitFor();

    await help(page, /^Up to 3 legs/).click();
    await rows(page).first().waitFor();
    expect(page.url()).toContain("legs=3");
  });

  test("the other way round has some", async () => {
    const { page } = await explorer.open("#?tool=paths&path=nvidia~softbank");
    await tool(page).getByText("No chain of payments in view leads from NVIDIA to SoftBank.").waitFor();

    await help(page, /^The other way round/).click();
    await rows(page).first().waitFor();
    expect(await field(page, "From").inputValue()).toBe("SoftBank");
  });

  test("a day and a filter that hide it are named and taken off one by one", async () => {
    const { page } = await explorer.open("#?as-of=2024-06-30&tool=paths&path=openai~oracle");
    await none(page).waitFor();
    await help(page, /As of 30 Jun 2024/).click();
    await rows(page).first().waitFor();
    expect(page.url()).not.toContain("as-of");

    const filtered = await explorer.open("#?hide=operations&tool=paths&path=openai~oracle");
    await none(filtered.page).waitFor();
    await help(filtered.page, /^Without “Without operations”/).click();
    await rows(filtered.page).first().waitFor();
  });

  test("a cut that opens the chain is undone", async () => {
    const { page } = await explorer.open(
      "#?cut=openai-oracle-300b-2025:0&tool=paths&path=openai~oracle&legs=2",
    );
    await none(page).waitFor();
    await help(page, /^Without the cuts/).click();
    await rows(page).first().waitFor();
    expect(page.url()).not.toContain("cut=");
  });

  test("one end for both is a loop, and said so", async () => {
    const { page } = await explorer.open("#?tool=paths&path=openai~openai");
    await tool(page)
      .getByText(/^Both ends are one/)
      .waitFor();
  });
});

test("paths obey the day, the filters and the cuts", async () => {
  const { page } = await explorer.open("#?tool=paths&path=microsoft~nvidia");
  await rows(page).first().waitFor();
  const all = await found(page);
  for (const limits of ["as-of=2025-12-31&", "firm=signed&", "cut=microsoft-openai-2024:0&"]) {
    await page.goto(`${explorer.url}#?${limits}tool=paths&path=microsoft~nvidia`);
    if (limits.startsWith("cut")) {
      // The deal is one of several: the leg stands, but it carries less.
      await rows(page).first().waitFor();
      expect(await rows(page).first().textContent()).not.toContain("$13.8bn");
    } else await expect.poll(() => found(page)).toBeLessThan(all);
  }
});

test("from an entity's card one end is filled, and the swap turns both round", async () => {
  const { page } = await explorer.open("#/entity/openai");
  const entity = page.getByRole("region", { name: "Entity: OpenAI" });

  await entity.getByRole("button", { name: "Paths to here" }).click();
  await expect.poll(() => page.url()).toContain("path=~openai");
  expect(await field(page, "To").inputValue()).toBe("OpenAI");
  await expect.poll(() => field(page, "From").evaluate((node) => node === document.activeElement)).toBe(true);
  await tool(page).getByRole("button", { name: "Swap the two ends" }).click();
  await expect.poll(() => page.url()).toContain("path=openai~");
  expect(await field(page, "From").inputValue()).toBe("OpenAI");
  await entity.getByRole("button", { name: "Paths to here" }).click();
  await expect.poll(() => field(page, "From").inputValue()).toBe("");
});

test.each(["light", "dark"] as const)("an audit finds nothing, %s", async (colorScheme) => {
  const { page } = await explorer.open(
    "#/path/softbank~openai~oracle~nvidia?tool=paths&path=softbank~nvidia",
    { colorScheme },
  );
  await picture(page);
  await rows(page).first().waitFor();
  expect(await audit(page)).toEqual([]);

  await field(page, "From").fill("open");
  await tool(page).getByRole("option").first().waitFor();
  expect(await audit(page)).toEqual([]);

  await page.goto(`${explorer.url}#?tool=paths&path=nvidia~softbank`);
  await tool(page).getByText("No chain of payments in view leads from NVIDIA to SoftBank.").waitFor();
  expect(await audit(page)).toEqual([]);
});

test("with less motion a chosen path stands still at once", async () => {
  const { page } = await explorer.open("#/path/microsoft~openai~oracle~nvidia", { reducedMotion: "reduce" });
  await card(page).waitFor();
  await picture(page);
  const shot = async () =>
    (await page.getByRole("region", { name: "The picture: who pays whom" }).screenshot()).toString("base64");

  const before = await shot();
  await page.waitForTimeout(900);
  expect((await shot()) === before).toBe(true);
});

test("on a phone a path gives the screen to the picture and its card; all paths are one press away", async () => {
  const { page, complaints } = await explorer.open("", {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await page.getByRole("button", { name: "Menu" }).tap();
  await page.getByRole("dialog", { name: "Menu" }).getByRole("button", { name: "Paths" }).tap();
  await field(page, "From").tap();
  await tool(page)
    .getByRole("option", { name: /^Microsoft/ })
    .tap();
  await field(page, "To").fill("oracle");
  await tool(page)
    .getByRole("option", { name: /^Oracle/ })
    .first()
    .tap();
  await rows(page).first().waitFor();
  expect(await audit(page)).toEqual([]);
  const small = await tool(page)
    .locator("button:visible")
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 28).length);
  expect(small).toBe(0);

  await rows(page).first().tap();
  await card(page).waitFor();
  expect(await tool(page).count()).toBe(0);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await card(page).getByRole("button", { name: "All paths between the two" }).tap();
  await rows(page).first().waitFor();
  expect(await rows(page).first().getAttribute("aria-pressed")).toBe("true");
  expect(complaints).toEqual([]);
});
