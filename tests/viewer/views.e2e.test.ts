/** The same facts as a table, over time and as a matrix, with one selection and one address. */
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

const views = (page: Page) => page.getByRole("navigation", { name: "View" });
const rowsOf = (page: Page) => page.getByRole("table").getByRole("row");

test("the bar walks the views, and Back walks them again", async () => {
  const { page, complaints } = await explorer.open();

  await views(page).getByRole("link", { name: "Table" }).click();
  await page.getByRole("table").waitFor();
  await views(page).getByRole("link", { name: "Matrix" }).click();
  await page.getByRole("table", { name: "Who pays whom" }).waitFor();
  expect(page.url()).toContain("view=matrix");

  await page.goBack();
  await page.getByRole("region", { name: "Entities" }).waitFor();
  await page.goBack();
  await page.getByRole("region", { name: "The picture: who pays whom" }).waitFor();
  expect(complaints).toEqual([]);
});

describe("the table", () => {
  test("has every entity, deal and loop, and one selection with the picture", async () => {
    const { page } = await explorer.open("#?view=table&rows=loops");
    await page.getByRole("table").waitFor();
    const all = Number((await page.getByRole("heading", { level: 1 }).textContent())?.match(/\d+/)?.[0]);

    expect(await page.getByRole("table").getAttribute("aria-rowcount")).toBe(String(all + 1));
    await page.getByRole("button", { name: /^Show \d+ more$/ }).click();
    await expect.poll(() => rowsOf(page).count()).toBe(all + 1);

    await rowsOf(page).nth(1).getByRole("link").click();
    await page.getByRole("region", { name: /^Loop: / }).waitFor();
    expect(await rowsOf(page).nth(1).getAttribute("aria-current")).toBe("true");
    await views(page).getByRole("link", { name: "Graph" }).click();
    await page
      .getByRole("list", { name: "Loops, strongest first" })
      .getByRole("button", { pressed: true })
      .waitFor();
  });

  test("sorts by a column, both ways, and the address keeps it", async () => {
    const { page } = await explorer.open("#?view=table&rows=deals");
    const amount = page.getByRole("columnheader", { name: "Amount" });

    await amount.getByRole("button").click();
    await expect.poll(() => amount.getAttribute("aria-sort")).toBe("descending");
    expect(page.url()).toContain("sort=-amount");
    const largest = await rowsOf(page).nth(1).textContent();
    await amount.getByRole("button").click();
    await expect.poll(() => rowsOf(page).nth(1).textContent()).not.toBe(largest);

    await page.goBack();
    await expect.poll(() => rowsOf(page).nth(1).textContent()).toBe(largest);
  });

  test("a day and a filter leave the same in it as in the picture", async () => {
    const { page } = await explorer.open("#?view=table&as-of=2024-12-31&firm=signed");
    await page.getByRole("table").waitFor();

    const said = await page
      .getByText(/live deals? between/)
      .first()
      .textContent();
    const entities = Number(said?.match(/between (\d+)/)?.[1]);
    expect(await page.getByRole("table").getAttribute("aria-rowcount")).toBe(String(entities + 1));
  });
});

test("the timeline lists deals by month with the loops they opened, and opens a deal", async () => {
  const { page, complaints } = await explorer.open("#?view=timeline");
  const timeline = page.getByRole("region", { name: "Deals by day, the latest first" });

  await timeline
    .getByText(/loops? opened/)
    .first()
    .waitFor();
  const months = await timeline.getByRole("heading", { level: 2 }).allTextContents();
  expect(months[0]).toMatch(/2026/);
  const deal = timeline.getByRole("listitem").first().getByRole("link");
  const title = (await deal.textContent()) ?? "";
  await deal.click();
  await page.getByRole("region", { name: `Deal: ${title}` }).waitFor();
  expect(complaints).toEqual([]);
});

describe("the matrix", () => {
  test("a cell opens its deals", async () => {
    const { page } = await explorer.open("#?view=matrix");

    await page.getByRole("button", { name: /^Model labs to Clouds: / }).click();
    const deals = page.getByRole("region", { name: "Model labs → Clouds" });
    await deals.waitFor();
    expect(page.url()).toContain("cell=model_lab~cloud");
    await deals.getByRole("listitem").first().getByRole("link").click();
    await page.getByRole("region", { name: /^Deal: / }).waitFor();
  });

  test("arrow keys walk its cells", async () => {
    const { page } = await explorer.open("#?view=matrix&by=entity");
    const grid = page.getByRole("table", { name: "Who pays whom" });
    await grid.waitFor();

    const first = grid.locator("button[tabindex='0']");
    await first.focus();
    const before = await first.getAttribute("aria-label");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => grid.locator("button[tabindex='0']").getAttribute("aria-label")).not.toBe(before);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toContain("cell=");
  });
});

test.each(["table", "timeline", "matrix"])("the %s has no finding of axe, light and dark", async (view) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const { page } = await explorer.open(`#?view=${view}`, { colorScheme });
    await page.locator(".pane").waitFor();
    expect(await audit(page)).toEqual([]);
  }
});
