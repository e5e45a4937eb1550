/** The explorer as a person meets it: the first screen, the day, the filters, the address. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Explorer, startExplorer } from "../browser/explorer.js";
import { inkOn, picture } from "../browser/picture.js";

let explorer: Explorer;

beforeAll(async () => {
  explorer = await startExplorer();
});
afterEach(async () => {
  await Promise.all(explorer.browser.contexts().map((context) => context.close()));
});
afterAll(() => explorer?.close());

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const loopRows = (page: Page) =>
  page.getByRole("list", { name: "Loops, strongest first" }).getByRole("button");
const setDay = async (page: Page, day: string) => {
  const field = page.getByLabel("Choose the day to look from");
  await field.fill(day);
  await field.blur();
};

test("the first screen says how many routes there are, lists them and draws them", async () => {
  const { page, complaints } = await explorer.open();

  await heading(page).waitFor();
  expect(await heading(page).textContent()).toMatch(/^Money can return to where it started by \d+ routes$/);
  expect(await page.getByText("Circular does not mean fraudulent.").count()).toBe(1);
  expect(await loopRows(page).first().textContent()).toContain("$");
  await picture(page);
  expect(await inkOn(page)).toBeGreaterThan(5000);
  expect(complaints).toEqual([]);
});

test("before the facts are there, the page's frame is", async () => {
  const context = await explorer.browser.newContext();
  const page = await context.newPage();
  await page.route("**/core.json", () => new Promise(() => undefined));
  await page.goto(explorer.url);

  expect(await page.getByLabel("Reading the facts").isVisible()).toBe(true);
});

test("facts that cannot be had are said, with a way on", async () => {
  const context = await explorer.browser.newContext();
  const page = await context.newPage();
  await page.route("**/core.json", (route) => route.fulfill({ status: 404, body: "" }));
  await page.goto(explorer.url);

  await page.getByRole("alert").waitFor();
  expect(await heading(page).textContent()).toBe("The facts could not be read");
  expect(await page.getByRole("alert").textContent()).toContain("core.json: 404");

  await page.unroute("**/core.json");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("list", { name: "Loops, strongest first" }).waitFor();
});

test("every loop can be reached by scrolling the list", async () => {
  const { page } = await explorer.open();
  await loopRows(page).first().waitFor();
  const all = Number((await heading(page).textContent())?.match(/\d+/)?.[0]);

  const list = page.getByRole("list", { name: "Loops, strongest first" });
  await expect
    .poll(
      async () => {
        await list.evaluate((box) => box.scrollTo(0, box.scrollHeight));
        return loopRows(page).count();
      },
      { timeout: 20_000 },
    )
    .toBe(all);
  expect(await list.getByRole("listitem").last().getAttribute("aria-setsize")).toBe(String(all));
});

describe("the day", () => {
  test("on 30 September 2025 AMD and OpenAI close no loop; Back returns to the last day", async () => {
    const { page, complaints } = await explorer.open();
    await loopRows(page).first().waitFor();
    const before = await heading(page).textContent();

    await setDay(page, "2025-09-30");
    await expect.poll(() => page.url()).toContain("as-of=2025-09-30");
    await expect.poll(() => heading(page).textContent()).not.toBe(before);
    const list = page.getByRole("list", { name: "Loops, strongest first" });
    await list.evaluate((box) => box.scrollTo(0, box.scrollHeight));
    expect(await page.getByRole("button", { name: /^AMD ⇄ OpenAI/ }).count()).toBe(0);

    await page.goBack();
    await expect.poll(() => heading(page).textContent()).toBe(before);
    await page.goForward();
    await expect.poll(() => page.getByLabel("Choose the day to look from").inputValue()).toBe("2025-09-30");
    expect(complaints).toEqual([]);
  });

  test("the months can be moved over with the arrow keys", async () => {
    const { page } = await explorer.open();
    const months = page.getByRole("slider", { name: "As-of day, month by month" });
    await months.waitFor();

    await months.focus();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");

    await expect.poll(() => months.getAttribute("aria-valuetext")).toMatch(/^30 September 2026, \d+ loops$/);
    expect(page.url()).toContain("as-of=2026-09-30");
  });

  test("Play moves on and stops when asked", async () => {
    const { page } = await explorer.open("#?as-of=2024-12-31");
    await page.getByRole("button", { name: "Play the months" }).click();

    await expect.poll(() => page.url(), { timeout: 10_000 }).toContain("as-of=2025-02-28");
    await page.getByRole("button", { name: "Stop playing" }).click();
    await page.getByRole("button", { name: "Play the months" }).waitFor();
    const here = await page.evaluate(() => location.hash);
    await page.waitForTimeout(900);
    expect(await page.evaluate(() => location.hash)).toBe(here);
  });
});

describe("filters", () => {
  test("a class can be hidden and is counted all the same", async () => {
    const { page } = await explorer.open();
    await loopRows(page).first().waitFor();
    const before = await heading(page).textContent();
    const finance = page.getByRole("checkbox", { name: /^Finance/ });
    const counted = await page.locator("label", { has: finance }).textContent();

    await finance.uncheck();

    await expect.poll(() => heading(page).textContent()).not.toBe(before);
    expect(page.url()).toContain("hide=finance");
    expect(await page.locator("label", { has: finance }).textContent()).toBe(counted);
  });

  test("where nothing goes round, each filter can be taken off", async () => {
    const { page, complaints } = await explorer.open("#?firm=closed&hide=finance,operations");
    await page.getByRole("heading", { name: "Nothing goes round" }).waitFor();
    expect(await page.getByText("Three filters hide every loop.").count()).toBe(1);
    expect(await page.getByRole("list", { name: "Nearest misses" }).getByRole("button").count()).toBe(4);

    await page.getByRole("button", { name: "Remove the filter “Firm at least: closed”" }).click();
    await expect.poll(() => page.url()).not.toContain("firm=");

    await page.getByRole("button", { name: "Reset filters" }).click();
    await loopRows(page).first().waitFor();
    expect(new URL(page.url()).hash).toBe("");
    expect(complaints).toEqual([]);
  });

  test("firmness has four steps and leaves fewer loops at each", async () => {
    const { page } = await explorer.open();
    const count = async () => Number((await heading(page).textContent())?.match(/\d+/)?.[0] ?? 0);
    await loopRows(page).first().waitFor();

    const counts = [await count()];
    for (const step of ["Announced", "Signed", "Closed"]) {
      const last = counts.at(-1);
      await page.getByRole("radio", { name: step }).check();
      await expect.poll(count).not.toBe(last);
      counts.push(await count());
    }

    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });
});

describe("without WebGL", () => {
  test("the list and the cards work, and one line says why there is no picture", async () => {
    const blind = await startExplorer({ withoutWebGl: true });
    const { page } = await blind.open();

    await page.getByText("This browser cannot draw the picture").waitFor();
    await loopRows(page).first().click();
    await page.getByRole("region", { name: /^Loop:/ }).waitFor();
    await blind.close();
  });
});
