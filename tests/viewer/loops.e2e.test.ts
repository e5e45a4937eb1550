/** The loops: their order, the way from one to the next, and two side by side. */
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

/** Many steps and an audit: longer than one test usually takes. */
const LONG = { timeout: 90_000 };

test("the loops can be listed in another order, and Next follows it", LONG, async () => {
  const { page, complaints } = await explorer.open();
  await page.getByRole("combobox", { name: "Order of the loops" }).selectOption("latest first");
  const rows = page.getByRole("list", { name: "Loops, latest first" }).getByRole("button");
  await rows.nth(1).waitFor();
  expect(page.url()).toContain("order=recent");

  await rows.first().click();
  await page.getByText(/^Loop 1 of/).waitFor();
  await page.getByRole("button", { name: "Next loop" }).click();
  await page.getByText(/^Loop 2 of/).waitFor();
  await expect.poll(() => rows.nth(1).getAttribute("aria-pressed")).toBe("true");
  expect(complaints).toEqual([]);
});

test("two loops stand side by side, with the legs they share, in the address too", LONG, async () => {
  const { page } = await explorer.open("#/loop/nvidia~openai~oracle");
  await page.getByText("Compare with another loop").click();
  await page
    .getByRole("button", { name: /^Compare with/ })
    .first()
    .click();

  const table = page.getByRole("table");
  await table.getByRole("rowheader", { name: "Can go round" }).waitFor();
  expect(await table.getByRole("columnheader").count()).toBe(2);
  await page.getByText(/^They share (one leg|\d legs):/).waitFor();
  expect(page.url()).toContain("with=");
  expect(await audit(page)).toEqual([]);

  await page.getByRole("button", { name: "Stop comparing" }).click();
  await table.waitFor({ state: "detached" });
  expect(page.url()).not.toContain("with=");
});
