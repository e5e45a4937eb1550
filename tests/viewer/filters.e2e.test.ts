/** The filters beside the legend: counts, chips, one reset, all in the address. */
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

/** Many steps and an audit: longer than one test usually takes. */
const LONG = { timeout: 90_000 };

const panel = (page: Page) => page.getByRole("region", { name: "Filters", exact: true });
const chips = (page: Page) =>
  page.getByRole("list", { name: "Active filters" }).first().getByRole("listitem");
const hashOf = (page: Page) => decodeURIComponent(new URL(page.url()).hash);

describe("the filters", () => {
  test(
    "choose kinds, countries and amounts; each is a chip that says what it hides and can be taken off",
    LONG,
    async () => {
      const { page, complaints } = await explorer.open();
      await page.getByRole("button", { name: "More filters" }).click();
      await panel(page).waitFor();

      await panel(page)
        .getByRole("checkbox", { name: /^Warrants/ })
        .uncheck();
      await expect.poll(() => hashOf(page)).toMatch(/^#\?kind=(?!.*warrant)/);
      await panel(page).getByText("Country either side").click();
      const only = panel(page).getByRole("button", { name: "Only: Saudi Arabia" });
      await only.focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => hashOf(page)).toContain("country=SA");
      await panel(page).getByRole("slider", { name: "At least" }).fill("7");
      await expect.poll(() => hashOf(page)).toContain("least=1e9");
      await panel(page)
        .getByRole("checkbox", { name: /^No amount stated/ })
        .uncheck();

      await expect.poll(() => chips(page).count()).toBe(4);
      const country = chips(page).filter({ hasText: "Country: Saudi Arabia" });
      expect(await country.textContent()).toMatch(/hides \d+ deals/);
      expect(await audit(page)).toEqual([]);

      await country.getByRole("button").click();
      await expect.poll(() => hashOf(page)).not.toContain("country");
      await page.goBack();
      await expect.poll(() => hashOf(page)).toContain("country=SA");

      await panel(page).getByRole("button", { name: "Reset filters" }).click();
      await expect.poll(() => hashOf(page)).toBe("");
      await page.keyboard.press("Escape");
      await panel(page).waitFor({ state: "detached" });
      await page.getByRole("heading", { name: /^Money can return/ }).waitFor();
      expect(complaints).toEqual([]);
    },
  );

  test("a link opens them; the rail says how much is hidden", async () => {
    const { page } = await explorer.open("#?layer=cloud,chips,model_lab&status=signed,closed");

    await expect.poll(() => chips(page).count()).toBe(2);
    expect(await page.getByText(/^\d+ deals of the last day hidden$/).count()).toBe(1);
  });

  test("what has ended can be shown, dotted, and counts in nothing", async () => {
    const { page } = await explorer.open();
    const heading = page.getByRole("heading", { level: 1 });
    await page.getByRole("button", { name: "More filters" }).click();
    await panel(page).getByRole("checkbox", { name: "Show what has ended, dotted" }).check();
    await expect.poll(() => hashOf(page)).toBe("#?ghosts");
    await page.keyboard.press("Escape");
    const counted = await heading.textContent();

    await page.goto(explorer.url);
    await expect.poll(() => heading.textContent()).toBe(counted);
  });

  test("a phone has them in its sheet", async () => {
    const { page } = await explorer.open("", {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await page.getByRole("button", { name: "Filter", exact: true }).tap();
    await page.getByRole("checkbox", { name: /^Loan/ }).tap();
    await expect.poll(() => hashOf(page)).toContain("kind=");
    await expect.poll(() => chips(page).count()).toBe(1);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
