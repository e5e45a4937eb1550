/** The explorer in Chinese: chosen by the browser or in the bar, and whole. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
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

/** Several pages, or several audits: longer than one test usually takes. */
const LONG = { timeout: 120_000 };

const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang);

test("the browser's language is the page's, and the address stays bare", async () => {
  const { page, complaints } = await explorer.open("", { locale: "zh-TW" });

  await page.getByRole("heading", { name: /^資金可沿 \d+ 條路繞回原處$/ }).waitFor();

  expect(await languageOf(page)).toBe("zh-Hant");
  expect(await page.title()).toBe("資本迴路");
  expect(new URL(page.url()).hash).toBe("");
  expect(complaints).toEqual([]);
});

test("a language chosen in the bar is kept, and goes with the link", LONG, async () => {
  const { page } = await explorer.open("#/loop/nvidia~openai~oracle");
  await page.getByRole("region", { name: "Loop: NVIDIA → OpenAI → Oracle → NVIDIA" }).waitFor();

  await page.getByRole("group", { name: "Language" }).getByRole("button", { name: "简体中文" }).click();
  await page.getByRole("region", { name: "回路：英伟达 → OpenAI → 甲骨文 → 英伟达" }).waitFor();
  expect(page.url()).toMatch(/#\/loop\/nvidia~openai~oracle\?lang=zh-Hans$/);
  await expect.poll(() => page.title()).toBe("英伟达 → OpenAI → 甲骨文 → 英伟达 · 资本回路");

  await page.goto(explorer.url);
  await page.getByRole("heading", { name: /^资金可沿 \d+ 条路绕回原处$/ }).waitFor();

  const link = await explorer.open("#/entity/nvidia?lang=zh-Hant");
  await link.page.getByRole("region", { name: "主體：輝達" }).waitFor();
});

/** Every Latin name that the facts have: companies are called by them in every language. */
const NAMES = (() => {
  const file = new URL("../../dist/dataset.json", import.meta.url);
  const { entities } = JSON.parse(readFileSync(file, "utf8")) as {
    entities: Record<string, Record<string, unknown>>;
  };
  const words = Object.values(entities).flatMap(({ name, short, names, ticker, exchange }) => [
    name,
    short,
    ticker,
    exchange,
    ...Object.values((names ?? {}) as object),
  ]);
  return [...new Set(words.filter((word): word is string => typeof word === "string"))].sort(
    (a, b) => b.length - a.length,
  );
})();

/** Words of the page that are not names: marks, units, the other languages' own buttons. */
const ALSO = [
  /\bEN\b|English/g,
  /\b[GM]Wh?\b/g,
  /graph-data\/deals 中交易“.*?”|graph-data|WebGL/g,
  /\bAI\b|\bGPU\b/g,
];

/** What is seen or said on the page in Latin letters, but for names and for what is marked as English. */
async function englishOn(page: Page): Promise<string[]> {
  const words = await page.evaluate(() => {
    const isEnglish = (element: Element | null) => element?.closest("[lang]")?.getAttribute("lang") === "en";
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!isEnglish(parent) && parent?.closest("script, style, noscript") === null)
        found.push(node.textContent ?? "");
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [aria-valuetext]"))
      for (const name of ["aria-label", "title", "placeholder", "aria-valuetext"])
        if (!isEnglish(element)) found.push(element.getAttribute(name) ?? "");
    return [...found, document.title];
  });
  return words
    .map((word) => {
      const bare = NAMES.reduce((rest, name) => rest.replaceAll(name, " "), word);
      return ALSO.reduce((rest, also) => rest.replace(also, " "), bare);
    })
    .filter((word) => /[a-z]{2,}/i.test(word));
}

const VIEWS = [
  ["the first screen", "#", "heading", /^资金可沿/],
  ["a loop", "#/loop/nvidia~openai~oracle", "region", /^回路：/],
  ["a deal with a disagreement", "#/deal/abilene-jv-2024", "region", /^交易：/],
  ["an entity", "#/entity/softbank", "region", /^主体：/],
  ["an entity with figures", "#/entity/microsoft", "group", "资本支出对现金流量的影响"],
  ["everybody's figures", "#?view=table&rows=figures", "heading", "资本开支占经营现金流"],
  ["a path", "#/path/microsoft~openai~nvidia?tool=paths&path=microsoft~nvidia", "region", /^路径：/],
  ["no path", "#?tool=paths&path=nvidia~softbank", "list", "怎样会有路径"],
  ["a place", "#/place/in", "region", "资金流入"],
  ["nothing", "#?firm=closed&hide=finance,operations", "heading", "没有资金绕回"],
  ["about", "#?about", "dialog", "关于资本回路"],
] as const;

test("no English is left on any screen, and an audit finds nothing", LONG, async () => {
  const { page } = await explorer.open("", { locale: "zh-CN", colorScheme: "dark" });
  for (const [where, hash, role, name] of VIEWS) {
    await page.goto(explorer.url + hash);
    await page.getByRole(role, { name }).waitFor();
    expect(await englishOn(page), where).toEqual([]);
    expect(await audit(page), where).toEqual([]);
  }
  expect(await languageOf(page)).toBe("zh-Hans");
});

test("nor on a phone", LONG, async () => {
  const { page } = await explorer.open("", {
    locale: "zh-CN",
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  for (const tab of ["筛选", "主体", "回路"]) {
    await page.getByRole("button", { name: tab, exact: true }).tap();
    expect(await englishOn(page)).toEqual([]);
  }
  await page.getByRole("button", { name: "菜单" }).tap();
  expect(await englishOn(page)).toEqual([]);
  await page.getByRole("combobox", { name: "语言" }).selectOption("en");
  await expect.poll(() => languageOf(page)).toBe("en");
});

test("a reader of Chinese finds by name in any script", async () => {
  const { page } = await explorer.open("", { locale: "zh-CN" });
  const box = page.getByRole("combobox", { name: "查找公司、交易或回路" });
  await box.fill("软银");
  await page.getByRole("option", { name: /^软银/ }).first().waitFor();
  await box.press("Enter");
  await page.getByRole("region", { name: /^主体：软银/ }).waitFor();
});
