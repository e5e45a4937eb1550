/** The picture under the pointer: what is hit, what a click means, and what it costs. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Explorer, startExplorer } from "../browser/explorer.js";
import { dotOf, inkOn, picture } from "../browser/picture.js";

let explorer: Explorer;

beforeAll(async () => {
  explorer = await startExplorer();
});
afterEach(async () => {
  await Promise.all(explorer.browser.contexts().map((context) => context.close()));
});
afterAll(() => explorer?.close());

const LONG = { timeout: 90_000 };
const card = (page: Page, name: RegExp) => page.getByRole("region", { name });

/** How often sigma has taken in the whole graph, by its own event. */
const indexed = (page: Page) => page.evaluate(() => performance.getEntriesByName("stage indexed").length);

async function openPicture(hash = "") {
  const { page, complaints } = await explorer.open(hash, { reducedMotion: "reduce" });
  await picture(page);
  await expect.poll(() => indexed(page)).toBeGreaterThan(0);
  // Fonts and the window's size settle within the first frames.
  await page.waitForTimeout(500);
  return { page, complaints };
}

describe("repainting", () => {
  test("choosing a loop, another and none takes in the graph not once more", LONG, async () => {
    const { page, complaints } = await openPicture();
    const before = await indexed(page);
    const rows = page.getByRole("list", { name: "Loops, strongest first" }).getByRole("button");
    const ink = await inkOn(page);

    for (const row of [0, 2, 4]) {
      await rows.nth(row).click();
      await card(page, /^Loop: /).waitFor();
      await page.waitForTimeout(400);
    }
    // It was drawn anew all the same.
    expect(await inkOn(page)).not.toBe(ink);
    await page.keyboard.press("Escape");
    await card(page, /^Loop: /).waitFor({ state: "detached" });
    await page.waitForTimeout(400);

    expect(await indexed(page)).toBe(before);
    expect(complaints).toEqual([]);
  });

  test("nor does the pointer, on its way over dots and lines", LONG, async () => {
    const { page } = await openPicture();
    const dots = [await dotOf(page, "NVIDIA"), await dotOf(page, "OpenAI"), await dotOf(page, "Microsoft")];
    await page.waitForTimeout(300);
    const before = await indexed(page);

    for (const { x, y } of dots) {
      await page.mouse.move(x, y, { steps: 6 });
      await page.waitForTimeout(250);
    }

    expect(await page.locator(".tooltip").count()).toBe(1);
    expect(await indexed(page)).toBe(before);
  });
});

/**
 * A point beside the line from one entity to another, which bows to the left of its travel by a share of its
 * length: found as a person does, by moving across until it answers.
 */
async function besideLine(page: Page, from: string, to: string, aside: number) {
  const [a, b] = [await dotOf(page, from), await dotOf(page, to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const at = (bow: number) => ({ x: (a.x + b.x) / 2 + (bow / 2) * dy, y: (a.y + b.y) / 2 - (bow / 2) * dx });
  const answers: number[] = [];
  for (let bow = 0; bow < 0.4; bow += 0.01) {
    const { x, y } = at(bow);
    await page.mouse.move(x, y);
    await page.waitForTimeout(40);
    const said = (await page.locator(".tooltip").allTextContents()).join();
    if (said.startsWith(`${from} → ${to}`)) answers.push(bow);
  }
  const middle = at(((answers[0] ?? Number.NaN) + (answers.at(-1) ?? Number.NaN)) / 2);
  const length = Math.hypot(dx, dy);
  return { x: middle.x + (aside * dy) / length, y: middle.y - (aside * dx) / length };
}

// Of a chosen loop only the legs answer, so that nothing nearer can be meant.
const LOOP = "#/loop/amazon~openai";

describe("a line", () => {
  test.each([0, 7])(
    "is hit %i px beside its middle, says who pays whom, and opens its deal",
    LONG,
    async (aside) => {
      const { page, complaints } = await openPicture(LOOP);
      const { x, y } = await besideLine(page, "Amazon", "OpenAI", aside);

      await page.mouse.move(x + 80, y);
      await page.mouse.move(x, y, { steps: 3 });
      await expect
        .poll(() => page.locator(".tooltip").allTextContents())
        .toEqual([expect.stringMatching(/^Amazon → OpenAI/)]);
      await page.mouse.click(x, y);

      await card(page, /^Deal: /).waitFor();
      expect(page.url()).toContain("#/deal/amazon-openai");
      expect(complaints).toEqual([]);
    },
  );

  test("is not hit 20 px beside it", LONG, async () => {
    const { page } = await openPicture(LOOP);
    const { x, y } = await besideLine(page, "Amazon", "OpenAI", 20);

    await page.mouse.move(x, y, { steps: 3 });
    await page.waitForTimeout(300);

    expect((await page.locator(".tooltip").allTextContents()).join()).not.toContain("Amazon → OpenAI");
  });
});

describe("the pointer", () => {
  test("on a dot names it and whom it deals with; on a name too", LONG, async () => {
    const { page } = await openPicture();
    const { x, y } = await dotOf(page, "NVIDIA");

    await page.mouse.move(x, y);
    await expect.poll(() => page.locator(".tooltip").textContent()).toContain("NVIDIA");
    await page.mouse.move(x + 60, y + 200);
    // Its name stands below to the right.
    await page.mouse.move(x + 26, y + 22, { steps: 3 });
    await expect.poll(() => page.locator(".tooltip").textContent()).toContain("NVIDIA");
  });

  test("twice on a dot brings its neighbours near", LONG, async () => {
    const { page } = await openPicture();
    const { x, y } = await dotOf(page, "Runway");

    await page.mouse.dblclick(x, y);
    await page.waitForTimeout(700);
    const near = await dotOf(page, "Runway");
    expect(Math.hypot(near.x - x, near.y - y)).toBeGreaterThan(10);
  });

  test("the tools zoom, fit and fill the screen", LONG, async () => {
    const { page } = await openPicture();
    const start = await dotOf(page, "Cohere");

    await page.getByRole("button", { name: "Zoom in" }).click();
    await page.waitForTimeout(600);
    const near = await dotOf(page, "Cohere");
    expect(Math.hypot(near.x - start.x, near.y - start.y)).toBeGreaterThan(20);
    await page.getByRole("button", { name: "Show everything" }).click();
    await page.waitForTimeout(800);
    const back = await dotOf(page, "Cohere");
    expect(Math.hypot(back.x - start.x, back.y - start.y)).toBeLessThan(1);

    await page.getByRole("button", { name: "Full screen" }).click();
    await page.getByRole("button", { name: "Leave full screen" }).waitFor();
    expect(await page.evaluate(() => document.fullscreenElement?.localName)).toBe("html");
    await page.getByRole("button", { name: "Leave full screen" }).click();
    await page.getByRole("button", { name: "Full screen" }).waitFor();
  });
});
