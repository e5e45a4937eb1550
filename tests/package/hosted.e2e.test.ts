/**
 * The explorer as a newsroom hosts it (docs/guides/host-it.md): its files in some folder of a plain file server
 * that knows nothing of them, and a frame of it in an article.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Explorer, startExplorer } from "../browser/explorer.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PLACE = "data/ai-loops/";
const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** A page without an icon would ask for one. */
const HEAD = '<!doctype html><title>Article</title><link rel="icon" href="data:,">';

const folder = mkdtempSync(join(tmpdir(), "capital-loop-host-"));
let explorer: Explorer;
let host: Server;
let url: string;

/** The guide's own words: the frame, and the header that says who may show one. */
const guide = readFileSync(join(ROOT, "docs/guides/host-it.md"), "utf8");
const frame = /<iframe[\s\S]*?<\/iframe>/.exec(guide)?.[0] ?? "";
const policy = /Content-Security-Policy: (frame-ancestors .*)/.exec(guide)?.[1] ?? "";

beforeAll(async () => {
  mkdirSync(join(folder, "data"));
  cpSync(join(ROOT, "dist/viewer"), join(folder, PLACE), { recursive: true });
  host = createServer((request, response) => {
    const [path = ""] = (request.url ?? "").split("?");
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    try {
      const body = readFileSync(file);
      const headers = path.startsWith(`/${PLACE}`) ? { "Content-Security-Policy": policy } : {};
      response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "text/plain", ...headers });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  const address = host.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
  explorer = await startExplorer();
});
afterAll(async () => {
  await explorer?.close();
  host?.close();
  rmSync(folder, { recursive: true });
});

async function open(path: string): Promise<{ page: Page; complaints: string[] }> {
  const context = await explorer.browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !/^(?:data|blob):/.test(request.url()))
      complaints.push(request.url());
  });
  await page.goto(url + path);
  return { page, complaints };
}

test("it works from a folder of a plain file server, cards and their sources included", async () => {
  const { page, complaints } = await open(`${PLACE}#/deal/nvidia-openai-equity-2026`);

  // Documents are fetched when a card opens.
  const documents = page.getByRole("link").and(page.locator('[href^="http"]'));
  await expect.poll(() => documents.count()).toBeGreaterThan(0);

  expect(complaints).toEqual([]);
});

test("an article on the same host shows the frame that the guide writes", async () => {
  const article = frame.replace("https://news.example/", "/");
  writeFileSync(join(folder, "article.html"), `${HEAD}${article}`);

  const { page, complaints } = await open("article.html");
  const inner = page.frameLocator("iframe");
  await inner.getByRole("heading", { level: 1 }).waitFor();

  expect(article).toContain(`src="/${PLACE}#/loop/`);
  expect(await inner.getByRole("heading", { level: 1 }).textContent()).toContain("NVIDIA");
  await inner.getByText("21 November 2026").waitFor();
  expect(complaints).toEqual([]);
});

test("a page of another host is not shown it: the header of the guide says who may", async () => {
  const article = frame.replace("https://news.example/", url);
  writeFileSync(join(folder, "elsewhere.html"), `${HEAD}${article}`);
  const elsewhere = url.replace("127.0.0.1", "localhost");
  const { page, complaints } = await open("article.html");

  await page.goto(`${elsewhere}elsewhere.html`);

  await expect.poll(() => complaints.some((line) => line.includes("frame-ancestors"))).toBe(true);
});
