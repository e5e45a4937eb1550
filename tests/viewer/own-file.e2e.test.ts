/** A reader's own file in the explorer: dropped or opened, read, shown, searched, and put away again. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { findLoops } from "../../src/loops/find.js";
import { readGraphText } from "../../src/reading/read-graph-text.js";
import { audit } from "../browser/audit.js";
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

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const loopRows = (page: Page) => page.getByRole("list", { name: /^Loops, / }).getByRole("button");

const PAYMENTS = [
  "source,target,kind,amount,date",
  "fund,lab,equity_investment,2e9,2031-03-14",
  "lab,cloud,compute_purchase,5e9,2031-06",
  "cloud,fund,revenue_share,,2031-07",
  "cloud,lab,equity,1e9,2031-02-03",
  "bank,cloud,loan,3e9,2031-01",
  "",
].join("\n");
const CSV = { name: "payments.csv", content: PAYMENTS };

/** A page with a file dropped on it. */
async function dropped(...files: Parameters<typeof dropFiles>[1][]) {
  const opened = await explorer.open();
  await heading(opened.page).waitFor();
  await dropFiles(opened.page, ...files);
  return opened;
}

describe("a dropped table", () => {
  test("stands in the place of the built-in facts, under its name, with its loops", async () => {
    const { page, complaints } = await dropped(CSV);

    await page.getByText("payments.csv", { exact: true }).waitFor();
    expect(await heading(page).textContent()).toBe("Money can return to where it started by 2 routes");
    expect(await page.getByText("5 payments between 4 entities; 3 of them form the loops.").count()).toBe(1);
    expect(await page.getByText("All loops of up to five legs.").count()).toBe(1);
    expect(await loopRows(page).allTextContents()).toEqual([
      "cloud ⇄ lab2 legs, since Jun 2031$1bn",
      "cloud → fund → lab3 legs, since Jul 2031$2bn1 undisclosed",
    ]);
    expect(await page.getByText("companies, funds and agencies").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("has cards for loops, payments and entities, and says that its link shows it to nobody", async () => {
    const { page, complaints } = await dropped(CSV);

    await loopRows(page).last().click();
    const loop = page.getByRole("region", { name: "Loop: cloud → fund → lab → cloud" });
    await loop.waitFor();
    expect(await loop.getByText("weakest leg").count()).toBe(0);
    expect(await loop.getByText(/this link shows it to nobody else/).count()).toBe(1);
    await loop.getByRole("link", { name: "Computing: $5bn" }).click();
    const deal = page.getByRole("region", { name: "Deal: lab buys computing from cloud" });
    await deal.waitFor();
    expect(await deal.textContent()).toContain("June 2031");
    await deal.getByText("In 2 loops").waitFor();
    await deal.getByRole("link", { name: "cloud", exact: true }).click();
    const entity = page.getByRole("region", { name: "Entity: cloud" });
    await entity.waitFor();
    await page.goBack();
    await deal.waitFor();
    expect(complaints).toEqual([]);
  });

  test("is found in, filtered and seen as a table, with only what it says", async () => {
    const { page } = await dropped(CSV);
    await loopRows(page).first().waitFor();

    await page.getByRole("combobox", { name: "Find an entity or a loop" }).fill("ban");
    await page.getByRole("option", { name: "bank" }).click();
    await page.getByRole("region", { name: "Entity: bank" }).waitFor();
    await page.getByRole("checkbox", { name: /^Operations/ }).uncheck();
    await expect.poll(() => page.getByRole("heading", { name: "Nothing goes round" }).count()).toBe(1);
    await page.getByRole("button", { name: "Reset filters" }).first().click();
    await page.getByRole("link", { name: "Table" }).click();
    const names = page.getByRole("columnheader");
    await names.first().waitFor();
    expect(await names.allTextContents()).toEqual(["Name", "Pays", "Is paid", "Deals", "Loops"]);
    await page.getByRole("button", { name: "Deals", exact: true }).first().click();
    await expect
      .poll(() => names.allTextContents())
      .toEqual(["Announced", "Deal", "Payer", "Payee", "Kind", "Amount"]);
  });

  test("gives way to the built-in facts as they were left, by a button or by Back", async () => {
    const { page, complaints } = await explorer.open("#/loop/nvidia~openai~oracle");
    const card = page.getByRole("region", { name: /^Loop: NVIDIA/ });
    await card.waitFor();
    await dropFiles(page, CSV);
    await page.getByText("payments.csv", { exact: true }).waitFor();
    expect(new URL(page.url()).hash).toBe("");

    await page.getByRole("button", { name: "Back to the built-in facts" }).click();
    await card.waitFor();
    expect(page.url()).toContain("#/loop/nvidia~openai~oracle");
    await page.goBack();
    await page.getByText("payments.csv", { exact: true }).waitFor();
    await page.goBack();
    await card.waitFor();
    expect(await page.getByText("payments.csv", { exact: true }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("is taken away under its own name", async () => {
    const { page } = await dropped(CSV);
    await loopRows(page).first().waitFor();
    await page.getByRole("button", { name: "Export" }).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "SVG", exact: true }).click(),
    ]);
    const svg = readFileSync(await file.path(), "utf8");

    expect(file.suggestedFilename()).toBe("payments.svg");
    expect(svg).toContain("payments.csv, read with Capital Loop.");
    expect(svg).not.toContain("CC BY");
    expect(await page.getByText("Code to put into a page").count()).toBe(0);
  });
});

test("a file is opened by a button too, on a phone from the menu", async () => {
  const { page, complaints } = await explorer.open("", { viewport: { width: 390, height: 844 } });
  await page.getByRole("button", { name: "Menu" }).click();

  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("dialog", { name: "Menu" }).getByRole("button", { name: "Open a file…" }).click(),
  ]);
  await chooser.setFiles({ name: "payments.csv", mimeType: "text/csv", buffer: Buffer.from(PAYMENTS) });

  await page.getByText("payments.csv", { exact: true }).waitFor();
  expect(await loopRows(page).count()).toBe(2);
  expect(await audit(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

describe("every format", () => {
  const FILES = new URL("../graph-files/", import.meta.url).pathname;
  const fixture = (name: string) => ({ name, content: readFileSync(FILES + name) });
  const json = JSON.stringify({
    nodes: [{ key: "a" }, { key: "b" }],
    edges: [
      { source: "a", target: "b", attributes: { amount: 7 } },
      { source: "b", target: "a" },
    ],
  });
  test.each([
    { name: "a.tsv", content: "source\ttarget\na\tb\nb\ta\n" },
    { name: "a.edges", content: "a b 1700000000 5\nb a 1700000001\n" },
    { name: "a.txt.gz", content: gzipSync("a b\nb a\n") },
    { name: "payments.csv.gz", content: gzipSync(PAYMENTS) },
    { name: "a.json", content: json },
    fixture("portable-1.3.gexf"),
    fixture("networkx-parallel.graphml"),
  ])("$name has the loops that the library finds", async (file) => {
    const { page, complaints } = await dropped(file);
    await page.getByText(file.name, { exact: true }).waitFor();

    const text = file.name.endsWith(".gz") ? null : Buffer.from(file.content).toString();
    const graph = await readGraphText(
      file.name,
      (async function* () {
        yield text ?? (file.name.startsWith("a") ? "a b\nb a\n" : PAYMENTS);
      })(),
    );
    const loops = findLoops(graph);
    const routes = loops.count === 0 ? "Nothing goes round" : `${loops.count} route`;
    expect(await heading(page).textContent()).toContain(routes);
    expect(await loopRows(page).count()).toBe(loops.count);
    expect(complaints).toEqual([]);
  });
});

test("what was read otherwise than written is said under the sentence", async () => {
  const { page, complaints } = await dropped({ name: "ratings.edges", content: "a b 0 -10\nb a 0 3\n" });

  await page.getByText("1 note on the reading").click();
  await page.getByText("1 amounts below zero are no payments; read as undisclosed").waitFor();
  expect(complaints).toEqual([]);
});

describe("what cannot be read", () => {
  test("is said by line, value and mend, and the built-in facts stand", async () => {
    const { page, complaints } = await dropped({
      name: "my-deals.csv",
      content: 'source,target,amount\na,b,1\nb,a,"12,5bn"\n',
    });

    const card = page.getByRole("alert");
    await card.getByRole("heading", { name: "my-deals.csv could not be read" }).waitFor();
    const words = (await card.textContent()) ?? "";
    expect(words).toContain('line 3, column 3\namount "12,5bn" is not a number');
    expect(words).toContain("Write it in dollars, for example 12.5e9.");
    expect(words).toContain("Nothing was changed; the built-in facts are still shown.");
    expect(await loopRows(page).count()).toBeGreaterThan(10);
    expect(await audit(page)).toEqual([]);
    await page
      .getByRole("complementary", { name: "Your own file" })
      .getByRole("button", { name: "Close" })
      .click();
    await card.waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  });

  test("fifty problems are listed, the rest counted", async () => {
    const { page } = await dropped({
      name: "b.csv",
      content: `source,target,amount\n${"a,b,x\n".repeat(60)}`,
    });

    const rows = page.getByRole("alert").getByRole("listitem");
    await rows.first().waitFor();
    expect(await rows.count()).toBe(51);
    expect(await rows.last().textContent()).toBe("and 10 more");
  });

  test.each([
    ["c.csv.gz", gzipSync(PAYMENTS).subarray(0, 80), "the gzipped file ends in the middle"],
    ["d.csv.gz", Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8]), "the gzipped file is damaged"],
    ["e.csv", Buffer.from([0x73, 0xff, 0xfe, 0x0a]), "this is not UTF-8 text"],
    ["f.xlsx", Buffer.from("x"), "The name has to end in .csv, .tsv"],
    ["g.gexf", Buffer.from("<gexf><graph>"), "is the file whole, and XML?"],
  ])("%s", async (name, content, said) => {
    const { page, complaints } = await dropped({ name, content });

    const card = page.getByRole("alert");
    await card.getByRole("heading", { name: `${name} could not be read` }).waitFor();
    expect((await card.textContent())?.toLowerCase()).toContain(said.toLowerCase());
    expect(complaints).toEqual([]);
  });

  test("several files at once are one line, and nothing is read", async () => {
    const { page } = await dropped(CSV, { ...CSV, name: "other.csv" });

    await page.getByRole("alert").getByText("2 files were dropped. Drop one at a time.").waitFor();
    expect(await page.getByText("payments.csv", { exact: true }).count()).toBe(0);
  });
});

describe("in Chinese and in the dark", () => {
  test.each([
    ["zh-Hans", "打开文件…", "返回内置数据", "已列全五段以内的所有回路。"],
    ["zh-Hant", "開啟檔案…", "返回內建資料", "已列全五段以內的所有迴路。"],
  ])("%s", async (lang, open, back, complete) => {
    const { page, complaints } = await explorer.open(`#?lang=${lang}`, { colorScheme: "dark" });
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.getByRole("button", { name: open }).click(),
    ]);
    await chooser.setFiles({ name: "payments.csv", mimeType: "text/csv", buffer: Buffer.from(PAYMENTS) });

    await page.getByText(complete).waitFor();
    expect(await heading(page).textContent()).toMatch(/2/);
    expect(await audit(page)).toEqual([]);
    await page.getByRole("button", { name: back }).click();
    await page.getByRole("button", { name: back }).waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  });
});

test("after a reload the page says that the file is gone, and shows the built-in facts", async () => {
  const { page } = await dropped(CSV);
  await loopRows(page).first().click();
  await page.getByRole("region", { name: /^Loop:/ }).waitFor();

  await page.reload();
  await page.getByRole("alert").getByText("The file is not kept when the page is loaded anew.").waitFor();
  expect(await loopRows(page).count()).toBeGreaterThan(10);
  expect(new URL(page.url()).hash).toBe("");
});
