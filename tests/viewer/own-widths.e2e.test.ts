/** The widths of a reader's own file: on a scale of its own, which the legend says, on the page and on a picture of it. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { dropFiles } from "../browser/drop.js";
import { type Explorer, startExplorer } from "../browser/explorer.js";

// Each opens a page of its own and then a file: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000 });

let explorer: Explorer;

beforeAll(async () => {
  explorer = await startExplorer();
});
afterEach(async () => {
  await Promise.all(explorer.browser.contexts().map((context) => context.close()));
});
afterAll(() => explorer?.close());

const SCALE = "Width is the amount; a hairline is not disclosed";
const RING = "source,target,amount\nmill,bakery,1000\nbakery,farm,100\nfarm,mill,10\n";

async function dropped(content: string) {
  const opened = await explorer.open();
  await opened.page.getByRole("heading", { level: 1 }).waitFor();
  await dropFiles(opened.page, { name: "village.csv", content });
  await opened.page.getByText("village.csv", { exact: true }).waitFor();
  return opened;
}

const samples = (page: Page) => page.getByRole("list", { name: SCALE }).getByRole("listitem");

/** The widths of the lines on the picture that the page gives, each once. */
async function picture(page: Page) {
  await page.getByRole("button", { name: "Export" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "SVG", exact: true }).click(),
  ]);
  const svg = readFileSync(await file.path(), "utf8");
  const ofLines = await page.evaluate((text) => {
    const { documentElement } = new DOMParser().parseFromString(text, "image/svg+xml");
    // A line of a strong loop lies on a casing of paper.
    const lines = [...documentElement.querySelectorAll("svg svg g")].map((line) =>
      [...line.querySelectorAll("path[stroke-width]")].at(-1),
    );
    return lines.flatMap((line) => line?.getAttribute("stroke-width") ?? []).map(Number);
  }, svg);
  return { svg, widths: [...new Set(ofLines)].sort((a, b) => b - a) };
}

test("small amounts are drawn as wide as billions are in the built-in facts, and the legend says so", async () => {
  const { page, complaints } = await dropped(RING);

  await expect.poll(() => samples(page).allTextContents()).toEqual(["$1k", "$100", "$10"]);
  const { svg, widths } = await picture(page);
  expect(widths).toEqual([6.9, 4.8, 2.6]);
  expect(svg).toContain(">$100<");
  expect(svg).not.toContain("bn<");
  expect(svg).not.toContain(">Announced<");
  expect(complaints).toEqual([]);
});

test("an amount that the file does not state is a hairline, and has its sample", async () => {
  const { page } = await dropped(`${RING}farm,bakery,\n`);

  await expect.poll(() => samples(page).allTextContents()).toEqual(["$1k", "$100", "$10", "undisclosed"]);
  expect((await picture(page)).widths).toEqual([6.9, 4.8, 2.6, 0.7]);
});

test("a file without amounts has one plain width, which the legend says, and no sample of an amount", async () => {
  const { page, complaints } = await dropped("source,target\nmill,bakery\nbakery,farm\nfarm,mill\n");

  await page.getByText("The file states no amounts: all lines have one width.").waitFor();
  expect(await samples(page).count()).toBe(0);
  const { svg, widths } = await picture(page);
  expect(widths).toEqual([2.6]);
  expect(svg).not.toContain("$");
  expect(complaints).toEqual([]);
});

test("the built-in facts have their scale again when the file is put away", async () => {
  const { page } = await dropped(RING);
  await samples(page).first().waitFor();

  await page.getByRole("button", { name: "Back to the built-in facts" }).click();

  await expect.poll(() => samples(page).allTextContents()).toEqual(["$100bn", "$10bn", "$1bn", "n.d."]);
});

test.each([
  ["zh-Hans", ["1000美元", "100美元", "10美元"], "文件未列金额，所有连线宽度相同。"],
  ["zh-Hant", ["1000美元", "100美元", "10美元"], "檔案未列金額，所有連線寬度相同。"],
])("%s", async (lang, amounts, none) => {
  const { page } = await explorer.open(`#?lang=${lang}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  for (const [name, content] of [
    ["village.csv", RING],
    ["silent.csv", "source,target\nmill,bakery\nbakery,mill\n"],
  ] as const) {
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: lang === "zh-Hans" ? "打开文件…" : "開啟檔案…" }).click(),
    ]);
    await chooser.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
    await page.getByText(name, { exact: true }).waitFor();
    if (content === RING)
      await expect
        .poll(() =>
          page
            .getByRole("list", { name: /美元金[额額]/ })
            .getByRole("listitem")
            .allTextContents(),
        )
        .toEqual(amounts);
  }
  await page.getByText(none).waitFor();
});
