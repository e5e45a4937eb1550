/** The explorer for everybody: both themes, keyboard alone, a phone, and an audit. */
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

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

describe("an audit finds nothing", () => {
  const views = [
    ["the first screen", ""],
    ["a loop", "#/loop/nvidia~openai~oracle"],
    ["a deal", "#/deal/nvidia-openai-equity-2026"],
    ["an entity", "#/entity/softbank"],
    ["a place", "#/place/in"],
    ["nothing", "#?firm=closed&hide=finance,operations"],
    ["about", "#?about"],
  ] as const;
  for (const colorScheme of ["light", "dark"] as const) {
    test.each(views)(`on %s, ${colorScheme}`, async (_, hash) => {
      const { page } = await explorer.open(hash, { colorScheme });
      await picture(page);
      expect(await audit(page)).toEqual([]);
    });
  }

  test.each(views.slice(0, 4))("on %s, on a phone", async (_, hash) => {
    const { page } = await explorer.open(hash, PHONE);
    await page.locator(".sheet").waitFor();
    await page.waitForTimeout(800);
    expect(await audit(page)).toEqual([]);
  });
});

describe("the theme", () => {
  test("follows the system until one is chosen, and the choice is kept", async () => {
    const { page } = await explorer.open("", { colorScheme: "dark" });
    const dark = page.getByRole("button", { name: "Dark theme" });
    await dark.waitFor();
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await dark.getAttribute("aria-pressed")).toBe("true");
    const night = await paper();

    await dark.click();
    expect(await dark.getAttribute("aria-pressed")).toBe("false");
    expect(await paper()).not.toBe(night);

    await page.reload();
    await dark.waitFor();
    expect(await dark.getAttribute("aria-pressed")).toBe("false");
  });
});

describe("with the keyboard alone", () => {
  test("Tab reaches the search, the loops, the filters, the time and the picture", async () => {
    const { page } = await explorer.open();
    await picture(page);
    const reached = new Set<string>();
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press("Tab");
      reached.add(
        (await page.evaluate(() => {
          const at = document.activeElement;
          return (at as HTMLInputElement | null)?.type ?? at?.tagName ?? "";
        })) +
          " " +
          (await page.evaluate(
            () =>
              document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
          )),
      );
    }
    const names = [...reached].join("\n");
    for (const name of [
      "Find a company",
      "Amazon ⇄ OpenAI",
      "checkbox",
      "radio",
      "range",
      "date",
      "Play",
      "Zoom in",
      "About",
    ])
      expect(names).toContain(name);
  });

  test("the loops are one stop; arrow keys move between them and Enter chooses", async () => {
    const { page } = await explorer.open();
    const rows = page.getByRole("list", { name: "Loops, strongest first" }).getByRole("button");
    await rows.first().focus();

    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");

    await page.getByText(/^Loop 3 of/).waitFor();
    await page.keyboard.press("End");
    await expect.poll(() => rows.count()).toBeGreaterThan(40);
  });

  test("arrow keys walk the picture from neighbour to neighbour, Enter opens, Escape steps back", async () => {
    const { page } = await explorer.open();
    await picture(page);
    const walk = page.getByRole("list", { name: /^Entities of the picture/ }).getByRole("button");
    await walk.first().focus();
    const first = await page.evaluate(() => document.activeElement?.textContent);

    await page.keyboard.press("ArrowDown");
    const second = await page.evaluate(() => document.activeElement?.textContent);
    expect(second).not.toBe(first);
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: `Entity: ${second}` }).waitFor();

    await page.keyboard.press("Escape");
    await page.getByRole("region", { name: `Entity: ${second}` }).waitFor({ state: "detached" });
  });

  test("one polite voice says what is chosen and what the day leaves", async () => {
    const { page } = await explorer.open();
    const row = page.getByRole("button", { name: /^NVIDIA → OpenAI → Oracle/ });
    await row.focus();
    await page.keyboard.press("Enter");
    const voice = page.locator("#root > [role=status]");

    await expect
      .poll(() => voice.textContent())
      .toMatch(/^NVIDIA → OpenAI → Oracle → NVIDIA chosen\. \d+ loops/);
  });
});

describe("on a phone", () => {
  test("the wheel and a sheet with the loops; a loop opens its card in the sheet", async () => {
    const { page, complaints } = await explorer.open("", PHONE);
    const row = page.getByRole("button", { name: /^Amazon ⇄ OpenAI/ });
    await row.waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);

    await row.tap();
    await page.getByRole("region", { name: /^Loop: Amazon/ }).waitFor();
    await page.getByRole("button", { name: "Close" }).tap();
    await row.waitFor();

    await page.getByRole("button", { name: "Entities" }).tap();
    await page.getByRole("link", { name: /^Comes in/ }).tap();
    await page.getByRole("region", { name: "Comes in" }).waitFor();
    expect(complaints).toEqual([]);
  });

  test("nothing to press is smaller than 24 pixels", async () => {
    const { page } = await explorer.open("", PHONE);
    await page.locator(".sheet").waitFor();
    const small = await page.locator("button:visible, .sheet a:visible").evaluateAll((all) =>
      all
        .filter((element) => !element.closest(".node-walk") && element.getBoundingClientRect().height > 1)
        .filter((element) => element.getBoundingClientRect().height < 24)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(small).toEqual([]);
  });
});
