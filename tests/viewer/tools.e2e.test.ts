/** The instruments: what if, breaks, and measures as a table. */
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

const whatIf = (page: Page) => page.getByRole("region", { name: "What if a deal is not honoured?" });

describe("what if", () => {
  test("a leg of the chosen loop is cut; loops and losses follow; undo and redo", async () => {
    const { page, complaints } = await explorer.open("#/loop/nvidia~openai~oracle");
    await page.getByRole("button", { name: "What if" }).click();

    await whatIf(page)
      .getByRole("button", { name: /^Cut “/ })
      .nth(1)
      .click();
    expect(page.url()).toMatch(/cut=[a-z0-9-]+:0&tool=what-if/);
    const counts = whatIf(page).getByText(/^\d+ → \d+ loops?$/);
    await counts.waitFor();
    const [before = 0, after = 0] = ((await counts.textContent()) ?? "").match(/\d+/g)?.map(Number) ?? [];
    expect(after).toBeLessThan(before);
    await whatIf(page).getByText("lost directly").waitFor();
    await whatIf(page)
      .getByRole("heading", { name: /loops? no longer close$/ })
      .waitFor();
    expect(await audit(page)).toEqual([]);

    await whatIf(page).getByRole("button", { name: "Undo", exact: true }).click();
    await expect.poll(() => page.url()).not.toContain("cut=");
    await whatIf(page).getByRole("button", { name: "Redo" }).click();
    await expect.poll(() => page.url()).toContain("cut=");
    expect(complaints).toEqual([]);
  });

  test("how much is honoured is set by keyboard and kept in the address", async () => {
    const { page } = await explorer.open("#?cut=nvidia-openai-equity-2026:0.4&tool=what-if");
    const slider = whatIf(page).getByRole("slider", { name: /^Honoured of / });
    await slider.waitFor();

    expect(await slider.getAttribute("aria-valuetext")).toBe("40 % honoured");
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.url()).toContain("cut=nvidia-openai-equity-2026:0.45");
    await whatIf(page)
      .getByRole("button", { name: /^Honour “/ })
      .click();
    await expect.poll(() => page.url()).not.toContain("cut=");
  });
});

test("breaks: the deals whose end leaves no loop, cut all at once", async () => {
  const { page, complaints } = await explorer.open("#?tool=breaks");
  const breaks = page.getByRole("region", { name: "Deals whose end leaves no loop" });

  await breaks.getByRole("button", { name: "Fewest deals" }).click();
  await breaks.getByText(/\d+ loops before, none after\.$/).waitFor();
  expect(await audit(page)).toEqual([]);
  await breaks.getByRole("button", { name: "Cut them all" }).click();
  await whatIf(page)
    .getByText(/^\d+ → 0 loops$/)
    .waitFor();
  expect(complaints).toEqual([]);
});

test("measures stand in a table that sorts", async () => {
  const { page, complaints } = await explorer.open("#?view=table&rows=metrics");
  const table = page.getByRole("region", { name: "Metrics" });

  await table.getByRole("button", { name: "Betweenness" }).click();
  await expect
    .poll(() => table.getByRole("columnheader", { name: "Betweenness" }).getAttribute("aria-sort"))
    .toBe("descending");
  const shares = await table.getByRole("row").locator("td:nth-child(10)").allTextContents();
  const [first = 0, second = 0] = shares.map((share) => Number.parseFloat(share));
  expect(first).toBeGreaterThanOrEqual(second);
  expect(await audit(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
