/** Addresses: those of the first edition open in this one, and Back and Forward walk whole views. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type Explorer, startExplorer } from "../browser/explorer.js";

let explorer: Explorer;

beforeAll(async () => {
  explorer = await startExplorer();
});
afterEach(async () => {
  await Promise.all(explorer.browser.contexts().map((context) => context.close()));
});
afterAll(() => explorer?.close());

const LONG = { timeout: 120_000 };
const day = (page: Page) => page.getByLabel("Choose the day to look from");

/**
 * Written as the address of 0.1.0 was: `#[/loop/ID~ID… | /entity/ID | /deal/ID | /place/PLACE][?as-of= &firm=
 * &hide= &about]`. Never change one: somebody has it in a bookmark.
 */
const FIRST_EDITION: readonly (readonly [hash: string, opens: (page: Page) => Promise<unknown>])[] = [
  [
    "#/loop/nvidia~openai~oracle",
    (page) => page.getByRole("region", { name: /^Loop: NVIDIA → OpenAI/ }).waitFor(),
  ],
  [
    "#/loop/oracle>nvidia>openai",
    (page) => page.getByRole("region", { name: /^Loop: NVIDIA → OpenAI/ }).waitFor(),
  ],
  ["#/entity/softbank", (page) => page.getByRole("region", { name: "Entity: SoftBank" }).waitFor()],
  [
    "#/deal/nvidia-openai-equity-2026",
    (page) => page.getByRole("region", { name: /^Deal: NVIDIA/ }).waitFor(),
  ],
  ["#/place/in", (page) => page.getByRole("region", { name: /Comes in/ }).waitFor()],
  [
    "#?as-of=2025-09-30&firm=signed&hide=power,contingent",
    async (page) => {
      await expect.poll(() => day(page).inputValue()).toBe("2025-09-30");
      expect(await page.getByRole("radio", { name: "Signed" }).isChecked()).toBe(true);
      expect(await page.getByRole("checkbox", { name: /^Power/ }).isChecked()).toBe(false);
      expect(await page.getByRole("checkbox", { name: /^Finance/ }).isChecked()).toBe(true);
    },
  ],
  ["#?about", (page) => page.getByRole("dialog", { name: "About Capital Loop" }).waitFor()],
];

test.each(FIRST_EDITION)("0.1.0's %s opens what it did", LONG, async (hash, opens) => {
  const { page, complaints } = await explorer.open(hash);
  await opens(page);
  expect(complaints).toEqual([]);
});

test(
  "Back undoes two loops, a firmness, a day and a view one by one, and Forward does them again",
  LONG,
  async () => {
    const { page, complaints } = await explorer.open("", { reducedMotion: "reduce" });
    const hashes = [""];
    const did = async (act: () => Promise<unknown>) => {
      await act();
      await expect.poll(() => new URL(page.url()).hash).not.toBe(hashes.at(-1));
      hashes.push(new URL(page.url()).hash);
    };
    await did(() =>
      page.getByRole("list", { name: "Loops, strongest first" }).getByRole("button").first().click(),
    );
    await did(() => page.getByRole("button", { name: "Next loop" }).click());
    await did(() => page.getByRole("radio", { name: "Signed" }).check({ force: true }));
    await did(() =>
      day(page)
        .fill("2026-06-30")
        .then(() => day(page).blur()),
    );
    await did(() =>
      page.getByRole("navigation", { name: "View" }).getByRole("link", { name: "Table" }).click(),
    );

    for (const hash of hashes.slice(0, -1).reverse()) {
      await page.goBack();
      await expect.poll(() => new URL(page.url()).hash).toBe(hash);
    }
    await page.getByRole("region", { name: "The picture: who pays whom" }).waitFor();
    expect(await page.getByRole("region", { name: /^Loop:/ }).count()).toBe(0);
    expect(await page.getByRole("radio", { name: "Reported" }).isChecked()).toBe(true);

    for (const hash of hashes.slice(1)) {
      await page.goForward();
      await expect.poll(() => new URL(page.url()).hash).toBe(hash);
    }
    await page.getByRole("table").waitFor();
    expect(await day(page).inputValue()).toBe("2026-06-30");
    expect(complaints).toEqual([]);
  },
);
