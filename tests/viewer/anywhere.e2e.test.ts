/** The built folder on any static host, under a finger, and for those who want less motion. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import sirv from "sirv";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
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

const LONG = { timeout: 90_000 };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const LOOP = "#/loop/nvidia~openai~oracle";

/** A plain host of files that knows nothing of the page, with the folder somewhere below its root. */
async function hostBelow(path: string): Promise<{ url: string; server: Server }> {
  const files = sirv(fileURLToPath(new URL("../../dist/viewer", import.meta.url)));
  const server = createServer((request, response) => {
    if (request.url?.startsWith(path) !== true) {
      response.writeHead(404).end();
      return;
    }
    request.url = request.url.slice(path.length - 1);
    files(request, response, () => {
      response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, server };
}

test("works below any path of a plain host, with all that is loaded later", LONG, async () => {
  const { url, server } = await hostBelow("/some/where/");
  try {
    const page = await explorer.browser.newPage({ viewport: { width: 1440, height: 900 } });
    const failed: string[] = [];
    page.on("response", (response) => {
      if (!response.ok()) failed.push(`${response.status()} ${response.url()}`);
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(url)) failed.push(request.url());
    });
    await page.goto(url);
    await picture(page);
    await page.goto(`${url}#/deal/nvidia-openai-equity-2026`);
    await page
      .getByRole("region", { name: /^Deal: NVIDIA/ })
      .getByRole("heading", { name: /^Sources/ })
      .first()
      .waitFor();
    await page.getByRole("navigation", { name: "View" }).getByRole("link", { name: "Matrix" }).click();
    await page.getByRole("table", { name: "Who pays whom" }).waitFor();

    expect(failed).toEqual([]);
  } finally {
    server.close();
    server.closeAllConnections();
  }
});

/** What the layer of the pulse shows now. */
const pulse = (page: Page) =>
  page.locator("canvas.sigma-flow").evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

describe("a chosen loop", () => {
  test("is run round three times, then rests, and Space runs it again", LONG, async () => {
    const { page } = await explorer.open(LOOP);
    await picture(page);
    const moves = async () => {
      const before = await pulse(page);
      await page.waitForTimeout(300);
      return (await pulse(page)) !== before;
    };

    await expect.poll(moves).toBe(true);
    await expect.poll(moves, { timeout: 30_000 }).toBe(false);
    await page.locator("body").press("Space");
    await expect.poll(moves).toBe(true);
  });

  test("stands still for those who want less motion", LONG, async () => {
    const { page } = await explorer.open(LOOP, { reducedMotion: "reduce" });
    await picture(page);
    await page.waitForTimeout(600);

    const before = await pulse(page);
    await page.waitForTimeout(500);

    expect(await pulse(page)).toBe(before);
  });

  test("gives way to the next one by a swipe over its card", LONG, async () => {
    const { page, complaints } = await explorer.open("", { ...PHONE, reducedMotion: "reduce" });
    await page.getByRole("list", { name: "Loops, strongest first" }).getByRole("button").first().tap();
    const rank = page.getByText(/^Loop \d+ of/);
    await page.getByText(/^Loop 1 of/).waitFor();
    const box = await page.locator(".sheet .card-body").boundingBox();
    if (box === null) throw new Error("the sheet has no card");
    const session = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", x: number) =>
      session.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x, y: box.y + 40 }],
      });

    await touch("touchStart", 330);
    for (const x of [260, 180, 90]) await touch("touchMove", x);
    await touch("touchEnd", 90);

    await expect.poll(() => rank.textContent()).toMatch(/^Loop 2 of/);
    expect(complaints).toEqual([]);
  });
});
