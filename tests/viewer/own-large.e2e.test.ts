/** A file of 100 000 payments: read with its progress, stopped, drawn, picked, and searched without halting the page. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { findLoops } from "../../src/loops/find.js";
import { readGraphText } from "../../src/reading/read-graph-text.js";
import { type Explorer, startExplorer } from "../browser/explorer.js";
import { tableOf } from "../browser/large-file.js";

const ROWS = 100_000;
/** Software that draws on busy cores takes its time. */
const PATIENCE = 90_000;

let explorer: Explorer;

beforeAll(async () => {
  explorer = await startExplorer();
});
afterEach(async () => {
  await Promise.all(explorer.browser.contexts().map((context) => context.close()));
});
afterAll(() => explorer?.close());

const loopRows = (page: Page) => page.getByRole("list", { name: /^Loops, / }).getByRole("button");

async function openFile(name: string, text: string, before?: (page: Page) => Promise<void>) {
  const { page, complaints } = await explorer.open("", {}, before);
  await loopRows(page).first().waitFor();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Open a file…" }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  return { page, complaints };
}

const openedFile = (page: Page, name: string) =>
  page.getByText(name, { exact: true }).waitFor({ timeout: PATIENCE });

test(
  "its loops are those that the library finds; it is drawn, its entities can be found and picked",
  async () => {
    const text = tableOf(ROWS, 20_000, 7);
    const { page, complaints } = await openFile("large.csv", text);
    await openedFile(page, "large.csv");
    await page.getByText("All loops of up to five legs.").waitFor({ timeout: PATIENCE });

    const graph = await readGraphText(
      "large.csv",
      (async function* () {
        yield text;
      })(),
    );
    const loops = findLoops(graph);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(
      `Money can return to where it started by ${loops.count} routes`,
    );
    const names = await loopRows(page).locator(".name").allTextContents();
    expect(names.slice(0, 20)).toEqual(
      loops.slice(0, 20).map(({ entities }) => entities.join(entities.length === 2 ? " ⇄ " : " → ")),
    );
    expect(await page.getByText("100,000 payments between 20,003 entities").count()).toBe(1);

    const search = page.getByRole("combobox", { name: "Find an entity or a loop" });
    await search.fill("company-77");
    await page.getByRole("option", { name: "company-77", exact: true }).waitFor();
    await search.press("Enter");
    await page.getByRole("region", { name: "Entity: company-77" }).waitFor();
    await page.getByRole("button", { name: "Zoom in" }).click({ timeout: PATIENCE });
    expect(complaints).toEqual([]);
  },
  3 * PATIENCE,
);

/** Counts how often the page stands still until a layer of lines is drawn, and how many lines it draws at most. */
async function watchLines(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { waits: 0, lines: 0 };
    Object.assign(globalThis, { seen });
    const pen = WebGL2RenderingContext.prototype;
    const { drawArrays } = pen;
    const drawers = new WeakSet<WebGL2RenderingContext>();
    pen.drawArrays = function (mode, first, count) {
      if (mode === this.LINES) {
        drawers.add(this);
        seen.lines = Math.max(seen.lines, count / 2);
      }
      drawArrays.call(this, mode, first, count);
    };
    for (const name of ["readPixels", "finish"] as const) {
      const wait = pen[name] as (...args: unknown[]) => void;
      Object.assign(pen, {
        [name](this: WebGL2RenderingContext, ...args: unknown[]) {
          if (drawers.has(this)) seen.waits++;
          wait.apply(this, args);
        },
      });
    }
  });
}

test(
  "its lines are drawn, and the page never waits for them",
  async () => {
    const { page, complaints } = await openFile("lines.csv", tableOf(ROWS, 20_000, 7), watchLines);
    await openedFile(page, "lines.csv");
    const seen = () =>
      page.evaluate(() => (globalThis as unknown as { seen: { waits: number; lines: number } }).seen);

    // So many at first; more once it is known how long that takes.
    await expect.poll(async () => (await seen()).lines, { timeout: PATIENCE }).toBeGreaterThanOrEqual(4_000);
    await page.getByText("All loops of up to five legs.").waitFor({ timeout: PATIENCE });
    expect((await seen()).waits).toBe(0);
    expect(complaints).toEqual([]);
  },
  2 * PATIENCE,
);

test(
  "its reading tells how far it is, and stops at once",
  async () => {
    const { page, complaints } = await openFile("long.csv", tableOf(6 * ROWS, 40_000, 3));

    const bar = page.getByRole("progressbar", { name: "Reading long.csv" });
    await bar.waitFor();
    await page.getByText(/ of \d+ MB, [\d,]+ lines$/).waitFor();
    const before = Date.now();
    await page.getByRole("button", { name: "Stop", exact: true }).evaluate((button) => {
      (button as HTMLButtonElement).click();
      // What is over is gone from the page before anything else is done.
      return new Promise((resolve) => setTimeout(resolve));
    });
    expect(await bar.count()).toBe(0);
    expect(Date.now() - before).toBeLessThan(5_000);
    await expect.poll(() => page.workers().length).toBe(0);
    expect(await loopRows(page).count()).toBeGreaterThan(10);
    expect(complaints).toEqual([]);
  },
  3 * PATIENCE,
);

test(
  "while millions of loops are searched, keys are answered; the search stops when told, and goes on",
  async () => {
    const { page, complaints } = await openFile("dense.csv", tableOf(ROWS, 3_000, 7));
    await openedFile(page, "dense.csv");
    const settling = page.getByRole("button", { name: "Stop settling" });
    if ((await settling.count()) > 0) await settling.evaluate((button) => (button as HTMLElement).click());
    await page.getByText(/^Searching: [\d,]+ loops so far/).waitFor({ timeout: PATIENCE });

    const waits = await keysAnswered(page, 40);
    expect(await page.getByRole("button", { name: "Stop searching" }).count()).toBe(1);
    expect(waits).toHaveLength(40);
    // Other programs may take the processor for a moment: nine of ten keys are answered within a tenth of a second.
    expect(waits.sort((a, b) => a - b)[35]).toBeLessThan(100);

    await page
      .getByRole("button", { name: "Stop searching" })
      .evaluate((button) => (button as HTMLElement).click());
    const stopped = page.getByText(
      /^Stopped at [\d,]+ loops; there may be more\. The first 2,000 are listed\./,
    );
    await stopped.waitFor();
    const before = await stopped.textContent();
    await page.getByRole("button", { name: "Go on" }).evaluate((button) => (button as HTMLElement).click());
    await page.getByText(/^Searching: /).waitFor();
    await page
      .getByRole("button", { name: "Stop searching" })
      .evaluate((button) => (button as HTMLElement).click());
    await stopped.waitFor();
    const found = (words: string | null) => Number(words?.match(/[\d,]+/)?.[0].replaceAll(",", ""));
    expect(found(await stopped.textContent())).toBeGreaterThan(found(before));
    expect(complaints).toEqual([]);
  },
  3 * PATIENCE,
);

/** Types into the search; for each key the milliseconds from when it was pressed until the page heard it. */
async function keysAnswered(page: Page, keys: number): Promise<number[]> {
  const field = page.getByRole("combobox", { name: "Find an entity or a loop" });
  await field.focus();
  await page.evaluate(() => {
    const waits: number[] = [];
    Object.assign(window, { waits });
    addEventListener("keydown", ({ timeStamp }) => waits.push(performance.now() - timeStamp), {
      capture: true,
    });
  });
  for (let i = 0; i < keys; i++) await page.keyboard.press(i % 4 === 3 ? "Backspace" : "c");
  const waits = await page.evaluate(() => (window as unknown as { waits: number[] }).waits);
  await page.keyboard.press("Escape");
  return waits;
}
