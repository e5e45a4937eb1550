/** What a reader takes away: picture, data, a frame for another page, paper. */
import { readFile } from "node:fs/promises";
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

async function openMenu(page: Page) {
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Take it away" });
  await dialog.waitFor();
  return dialog;
}

async function download(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

describe("the export dialog", () => {
  test("gives the picture as SVG, with title, filters, day, version and legend", async () => {
    const { page, complaints } = await explorer.open(
      "#/loop/nvidia~openai~oracle?as-of=2026-06-30&hide=power",
    );
    await openMenu(page);

    const { name, content } = await download(page, "SVG");
    const svg = content.toString();
    expect(name).toBe("capital-loop-2026-06-30-nvidia-openai-oracle.svg");
    for (const words of [
      "NVIDIA → OpenAI → Oracle → NVIDIA",
      "Without power",
      "30 June 2026",
      "Finance",
      "CC BY 4.0",
    ])
      expect(svg).toContain(words);
    expect(svg).not.toContain("style=");
    const isWellFormed = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror") === null,
      svg,
    );
    expect(isWellFormed).toBe(true);
    expect(complaints).toEqual([]);
  });

  test("gives the picture as PNG", async () => {
    const { page } = await explorer.open();
    await openMenu(page);

    const { name, content } = await download(page, "PNG");
    expect(name).toMatch(/^capital-loop-\d{4}-\d\d-\d\d\.png$/);
    expect(content.subarray(1, 4).toString()).toBe("PNG");
    expect(content.readUInt32BE(16)).toBeGreaterThan(2000);
  });

  test("gives the data of just what is shown, or of what is chosen", async () => {
    const { page } = await explorer.open("#/deal/nvidia-openai-equity-2026?hide=operations");
    await openMenu(page);

    const whole = await download(page, "GEXF");
    expect(whole.content.toString()).toContain("<gexf");
    expect(whole.content.toString()).not.toContain("compute_purchase");
    await page.getByRole("checkbox", { name: "Only what is chosen" }).check();
    const json = JSON.parse((await download(page, "JSON (graphology)")).content.toString());
    const deals = json.edges.map((edge: { attributes: { deal: string } }) => edge.attributes.deal);
    expect(new Set(deals)).toEqual(new Set(["nvidia-openai-equity-2026"]));
  });

  test("closes by Escape, with the selection still there", async () => {
    const { page } = await explorer.open("#/deal/nvidia-openai-equity-2026");
    const dialog = await openMenu(page);

    expect(await audit(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(page.url()).toContain("/deal/");
  });
});

describe("a frame in another page", () => {
  test("has a claim, the day, and one link to everything, and no panels", async () => {
    const { page, complaints } = await explorer.open("#/loop/nvidia~openai~oracle?embed", {
      viewport: { width: 760, height: 560 },
    });

    const claim = page.getByRole("heading", { level: 1 });
    await claim.waitFor();
    expect(await claim.textContent()).toMatch(/^How \$[\d.]+bn can come back to NVIDIA$/);
    expect(await page.getByText(/Arrows point from payer to payee/).count()).toBe(1);
    expect(await page.getByRole("button", { name: "Export" }).count()).toBe(0);
    const link = page.getByRole("link", { name: "Sources and the whole graph" });
    expect(await link.getAttribute("href")).toBe("#/loop/nvidia~openai~oracle");
    expect(await link.getAttribute("target")).toBe("_blank");
    expect(await audit(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test("on paper the picture stands in place of the canvas, in light", async () => {
  const { page } = await explorer.open("#/loop/nvidia~openai~oracle", { colorScheme: "dark" });
  await page.getByRole("region", { name: /^Loop: / }).waitFor();

  await expect
    .poll(async () => {
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      return page.locator("svg.print-picture").count();
    })
    .toBeGreaterThan(0);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("svg.print-picture").first().isVisible()).toBe(true);
  expect(await page.getByRole("button", { name: "Export" }).isVisible()).toBe(false);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
});
