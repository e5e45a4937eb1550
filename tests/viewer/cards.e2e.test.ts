/** Cards with small charts: a deal's status on a line of time, a company's figures, everybody's side by side. */
import { readFileSync } from "node:fs";
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

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
/** Several pages, or several audits: longer than one test usually takes. */
const LONG = { timeout: 120_000 };

interface Figure {
  readonly metric: string;
  readonly period?: string;
  readonly value?: number;
  readonly what?: string;
}

/** What is on file of one subject. */
function figuresOn(subject: string): readonly Figure[] {
  const file = new URL("../../dist/dataset.json", import.meta.url);
  const { observations } = JSON.parse(readFileSync(file, "utf8")) as {
    observations: Record<string, { observations: Record<string, Figure> }>;
  };
  return Object.values(observations[subject]?.observations ?? {});
}

const entityCard = (page: Page) => page.getByRole("region", { name: /^Entity: / });
const dealCard = (page: Page) => page.getByRole("region", { name: /^Deal: / });
const chart = (page: Page, name: string | RegExp) => page.getByRole("group", { name });

/** Boxes of drawn words that lie on each other, and words smaller than 11 pixels. */
const faultsIn = (page: Page, drawing: string) =>
  page
    .locator(drawing)
    .first()
    .evaluate((svg) => {
      const words = [...svg.querySelectorAll("text")].map((text) => ({
        said: text.textContent,
        box: text.getBoundingClientRect(),
        px: Number.parseFloat(getComputedStyle(text).fontSize) * ((text.getScreenCTM()?.a ?? 0) || 0),
      }));
      const own = svg.getBoundingClientRect();
      const small = words.filter(({ px }) => px < 11).map(({ said, px }) => `${said}: ${px} px`);
      const outside = words
        .filter(({ box }) => box.left < own.left - 1 || box.right > own.right + 1)
        .map(({ said }) => `${said} is outside`);
      const over = words.flatMap((a, i) =>
        words.slice(i + 1).flatMap((b) => {
          const apart =
            a.box.right <= b.box.left ||
            b.box.right <= a.box.left ||
            a.box.bottom <= b.box.top + 2 ||
            b.box.bottom <= a.box.top + 2;
          return apart ? [] : [`${a.said} on ${b.said}`];
        }),
      );
      return [...small, ...outside, ...over];
    });

describe("the status of a deal", () => {
  const DEAL = "#/deal/nvidia-openai-loi-2025";

  test("stands on a line of time, a sign for each step of the list", async () => {
    const { page, complaints } = await explorer.open(DEAL);
    const list = dealCard(page).locator(".history li");
    await list.first().waitFor();

    const drawn = page.locator(".status-line .glyph");
    expect(await drawn.count()).toBe(await list.count());
    const looks = await drawn.evaluateAll((all) =>
      all.map((one) => one.getAttribute("class")?.split(" ").at(-1)),
    );
    const listed = await list
      .locator(".glyph")
      .evaluateAll((all) => all.map((one) => one.getAttribute("class")?.split(" ").at(-1)));
    expect(looks).toEqual(listed);
    expect(looks).toContain("half");
    expect(looks.at(-1)).toBe("cross");
    expect(complaints).toEqual([]);
  });

  test("later steps stand back, in the drawing and in the list", async () => {
    const { page } = await explorer.open(`${DEAL}?as-of=2025-12-31`);
    await dealCard(page).locator(".history li").first().waitFor();

    const later = await dealCard(page).locator(".history li.later").count();
    expect(later).toBeGreaterThan(0);
    expect(await page.locator(".status-line g.later .glyph").count()).toBe(later);
    await dealCard(page).getByText("later than the day in view").first().waitFor();
  });

  test.each([
    ["English", ""],
    ["simplified Chinese", "lang=zh-Hans"],
    ["traditional Chinese", "lang=zh-Hant"],
  ])("no words lie on others and none are small, in %s", LONG, async (_, lang) => {
    const deals = ["nvidia-openai-loi-2025", "anthropic-spacex-colossus-2026", "amazon-anthropic-8b-2023"];
    for (const options of [{}, { viewport: { width: 1024, height: 768 } }, PHONE]) {
      const { page } = await explorer.open("", options);
      for (const deal of deals) {
        await page.goto(`${explorer.url}#/deal/${deal}?as-of=2026-06-30&${lang}`);
        await page.locator(".history li").first().waitFor();
        await page.waitForTimeout(150);
        expect(await faultsIn(page, ".status-line svg"), deal).toEqual([]);
      }
      await page.context().close();
    }
  });
});

test("what sources disagree about is told, with the one that is followed", async () => {
  const { page } = await explorer.open("#/deal/abilene-jv-2024");
  const disagreement = dealCard(page).locator(".conflicts");
  await disagreement.waitFor();

  expect(await disagreement.getByRole("heading").textContent()).toBe("Sources disagree");
  expect(await disagreement.textContent()).toMatch(/follow/i);
});

test("what was said of the two sides stands on a deal's card, with who said it and where", async () => {
  const { page } = await explorer.open("#/deal/microsoft-openai-2024");
  await dealCard(page)
    .getByText(/^What was said of the two sides/)
    .click();

  const said = dealCard(page)
    .getByText(/^What was said of the two sides/)
    .locator("xpath=ancestor::details[1]")
    .getByRole("listitem");
  expect(await said.count()).toBeGreaterThan(0);
  for (const one of await said.all())
    expect(await one.textContent()).toMatch(/(claims|warns|expects|advises): .+(primary|press|secondary)$/);
});

describe("the figures of a company", () => {
  test("capital spending to operating cash flow, by year, is what the two figures make", async () => {
    const { page, complaints } = await explorer.open("#/entity/microsoft");
    await entityCard(page)
      .getByRole("heading", { name: /^Figures \d+ figures$/ })
      .waitFor();
    const figures = figuresOn("microsoft");
    const of = (metric: string) =>
      figures.find((one) => one.metric === metric && one.period === "FY2025" && one.what === undefined)
        ?.value ?? 0;
    const percent = Number(((100 * of("capex")) / of("operating_cash_flow")).toPrecision(3));

    const marks = chart(page, "Effect on cash flow").getByRole("link");
    const last = marks.filter({ has: page.locator("rect") }).last();
    expect(await last.getAttribute("aria-label")).toMatch(new RegExp(`^FY2025: ${percent}% \\(`));
    for (const mark of await marks.all()) expect(await mark.getAttribute("href")).toMatch(/^https?:/);
    await entityCard(page).getByText("100%: the usual ceiling").first().waitFor();
    expect(complaints).toEqual([]);
  });

  test("the pointer and the keys read each figure; one stop for the whole chart", async () => {
    const { page } = await explorer.open("#/entity/microsoft");
    const ratio = chart(page, "Effect on cash flow");
    await ratio.waitFor();
    const read = entityCard(page).locator(".chart-read").first();
    const first = ratio.getByRole("link").first();

    await ratio.scrollIntoViewIfNeeded();
    await first.hover();
    await expect.poll(() => read.textContent()).toMatch(/^FY2023: [\d.]+% .*(primary|press|secondary)/);
    expect(await read.getByRole("link").count()).toBeGreaterThan(0);

    await first.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => read.textContent()).toMatch(/^FY2024: /);
    expect(await ratio.locator('[tabindex="0"]').count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(
      /^FY2024: /,
    );
  });

  test("the same is a table", async () => {
    const { page } = await explorer.open("#/entity/microsoft");
    const ratio = chart(page, "Effect on cash flow");
    await ratio.waitFor();
    const marks = await ratio.getByRole("link").count();

    await entityCard(page).getByText("As a table").first().click();
    const table = entityCard(page).getByRole("table", { name: "Effect on cash flow" });
    expect(await table.getByRole("rowheader").count()).toBe(marks);
    expect(await table.getByRole("columnheader").allTextContents()).toEqual(["Period", "Figure", "Source"]);
  });

  test("guidance looks unlike what was reported, and sources that disagree are both drawn and told", async () => {
    const { page } = await explorer.open("#/entity/amazon");
    await entityCard(page)
      .getByText(/^Spending and cash/)
      .click();
    const capex = chart(page, "Capital spending, by year");
    await capex.waitFor();

    const guided = capex.getByRole("link", { name: /: guidance: \$/ });
    const reported = capex.getByRole("link", { name: /^2023: / });
    const dashes = (mark: typeof guided) =>
      mark
        .first()
        .locator(".shape")
        .evaluate((shape) => getComputedStyle(shape).strokeDasharray);
    expect(await dashes(guided)).not.toBe(await dashes(reported));
    await entityCard(page).getByText("Guidance or a forecast").first().waitFor();

    const year = figuresOn("amazon").filter(
      ({ metric, period, what }) => metric === "capex" && period === "2024" && what === undefined,
    );
    expect(year.length).toBeGreaterThan(1);
    expect(await capex.locator(".differs").count()).toBeGreaterThanOrEqual(year.length);
    await entityCard(page)
      .getByText(/^Sources disagree 2024: .*; 2024: /)
      .first()
      .waitFor();
  });

  test("an earlier day knows fewer of them", async () => {
    const count = async (hash: string) => {
      const { page } = await explorer.open(hash);
      const heading = entityCard(page).getByRole("heading", { name: /^Figures \d+/ });
      return Number((await heading.textContent())?.match(/\d+/)?.[0]);
    };

    const now = await count("#/entity/microsoft");
    expect(await count("#/entity/microsoft?as-of=2025-06-30")).toBeLessThan(now);
  });

  test("power stands by how far its deals have come, and the deals are one press away", async () => {
    const { page } = await explorer.open("#/entity/openai");
    await entityCard(page)
      .getByText(/^Power that its deals name/)
      .click();

    const rows = entityCard(page).locator(".capacity li");
    expect(await rows.allTextContents()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Computing takes.*(GW|MW) (delivering|under contract|promised)/),
      ]),
    );
    await entityCard(page).getByText("never add them").first().waitFor();
  });

  test("a company without any figure says nothing of figures", async () => {
    const { page } = await explorer.open("#/entity/a16z");
    await entityCard(page).waitFor();
    await page.waitForTimeout(800);

    expect(
      await entityCard(page)
        .getByRole("heading", { name: /^Figures/ })
        .count(),
    ).toBe(0);
  });
});

describe("everybody's figures", () => {
  const PANE = "#?view=table&rows=figures";
  const pane = (page: Page) => page.getByRole("region", { name: "Figures" });

  test("are a table among the others, each company on one scale, each figure with its source", async () => {
    const { page, complaints } = await explorer.open("#?view=table");
    await page.getByRole("button", { name: "Figures", exact: true }).click();
    await pane(page).getByRole("heading", { name: "Capital spending to operating cash flow" }).waitFor();
    expect(page.url()).toContain("rows=figures");

    const ratios = pane(page).getByRole("group", { name: /: Effect on cash flow$/ });
    expect(await ratios.count()).toBeGreaterThan(3);
    const tops = await ratios.evaluateAll((all) =>
      all.map((one) =>
        [...one.querySelectorAll("text")]
          .map((text) => text.textContent)
          .filter((said) => said?.endsWith("%")),
      ),
    );
    expect(new Set(tops.map((top) => top.join())).size).toBe(1);
    await pane(page)
      .getByRole("heading", { name: "Power promised, under contract and delivering" })
      .waitFor();
    expect(await pane(page).locator(".capacity li").count()).toBeGreaterThan(10);
    await pane(page).getByRole("link", { name: "Microsoft" }).first().click();
    await page.getByRole("region", { name: "Entity: Microsoft" }).waitFor();
    expect(complaints).toEqual([]);
  });

  test("markets open their own", async () => {
    const { page } = await explorer.open(PANE);
    const market = pane(page).locator("details", { hasText: "United States" }).first();
    await market.locator("> summary").click();

    await market.locator(".figure-list li, .chart").first().waitFor();
    expect(await market.getByText(/(primary|press|secondary)/).count()).toBeGreaterThan(0);
  });

  test("no words lie on others in any chart", LONG, async () => {
    for (const lang of ["en", "zh-Hant"]) {
      const { page } = await explorer.open(`${PANE}&lang=${lang}`);
      await page.locator(".figures-pane .chart").first().waitFor();
      const charts = await page.locator(".figures-pane .chart > svg").count();
      for (let i = 0; i < charts; i++)
        expect(await faultsIn(page, `:nth-match(.figures-pane .chart > svg, ${i + 1})`)).toEqual([]);
      await page.context().close();
    }
  });
});

describe("an audit finds nothing", () => {
  const open = (page: Page) =>
    page.evaluate(() => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>(".card details")) fold.open = true;
    });
  for (const colorScheme of ["light", "dark"] as const) {
    test.each([
      ["a company with all its figures", "#/entity/microsoft", ".entity-figures .chart"],
      ["power", "#/entity/openai", ".entity-figures .capacity"],
      ["a status with an end", "#/deal/nvidia-openai-loi-2025", ".status-line"],
      ["everybody's figures", "#?view=table&rows=figures", ".figures-pane .chart"],
    ])(`on %s, ${colorScheme}`, LONG, async (_, hash, part) => {
      const { page } = await explorer.open(hash, { colorScheme });
      await page.locator(part).first().waitFor({ state: "attached" });
      await open(page);
      await page.waitForTimeout(300);
      expect(await audit(page)).toEqual([]);
    });
  }
});

test("on a phone a first touch reads a figure and stays; nothing is wider than the screen", async () => {
  const { page, complaints } = await explorer.open("#/entity/microsoft", PHONE);
  const ratio = chart(page, "Effect on cash flow");
  await page.getByRole("button", { name: "Enlarge the panel" }).tap();
  await ratio.waitFor();
  await ratio.scrollIntoViewIfNeeded();
  const pages = page.context().pages().length;

  await ratio.getByRole("link").first().tap();
  await expect.poll(() => entityCard(page).locator(".chart-read").first().textContent()).toMatch(/^FY2023: /);
  await page.waitForTimeout(300);
  expect(page.context().pages().length).toBe(pages);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(complaints).toEqual([]);
});

test("the first screen fetches no chart", async () => {
  const context = await explorer.browser.newContext();
  const page = await context.newPage();
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  await page.goto(explorer.url);
  await page.getByRole("list", { name: "Loops, strongest first" }).waitFor();
  await page.waitForTimeout(3000);

  expect(fetched.filter((url) => /figures|charts/.test(url))).toEqual([]);
  await page.goto(`${explorer.url}#/entity/microsoft`);
  await expect.poll(() => fetched.some((url) => /figures/.test(url))).toBe(true);
});
