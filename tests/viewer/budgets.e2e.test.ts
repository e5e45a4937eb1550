/** What the first screen really costs: what Chromium fetches for it, and how long it computes. */
import { fileURLToPath } from "node:url";
import type { CDPSession } from "playwright-core";
import { build, loadConfigFromFile, type Rolldown } from "vite";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { weigh } from "../../viewer/build/budgets.js";
import { type Explorer, startExplorer } from "../browser/explorer.js";

let explorer: Explorer;

beforeAll(async () => {
  explorer = await startExplorer();
});
afterEach(async () => {
  await Promise.all(explorer.browser.contexts().map((context) => context.close()));
});
afterAll(() => explorer?.close());

/** What the build would write now, which is what it wrote: names carry the hash of what is in them. */
async function bundle(): Promise<Rolldown.OutputBundle> {
  const file = fileURLToPath(new URL("../../viewer/vite.config.ts", import.meta.url));
  const loaded = await loadConfigFromFile({ command: "build", mode: "production" }, file);
  const result = await build({
    ...loaded?.config,
    configFile: false,
    logLevel: "error",
    build: { ...loaded?.config.build, write: false },
  });
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) =>
    "output" in one ? one.output : [],
  );
  return Object.fromEntries(outputs.map((output) => [output.fileName, output]));
}

/** A file without the hash of its content, which differs where the build runs under a test. */
const nameOf = (file: string) => file.replace(/-[\w-]{8}(?=\.\w+$)/, "");

test("the graph view is weighed by the very files that Chromium fetches for it", {
  timeout: 120_000,
}, async () => {
  const view = weigh(await bundle(), new Map([["theme.js", ""]])).find(
    ({ budget }) => budget === "graph view",
  );
  const fetched = new Set<string>();
  const { page } = await explorer.open("", { locale: "zh-TW" }, async (empty) => {
    empty.on("request", (request) => fetched.add(request.url().slice(explorer.url.length)));
    // What is fetched once there is time for it is no part of the first screen.
    await empty.addInitScript(() => {
      const wait = setTimeout;
      Object.assign(globalThis, {
        setTimeout: (run: () => void, ms = 0) => (ms < 1000 ? wait(run, ms) : 0),
      });
    });
  });
  await page.locator(".stage canvas").first().waitFor({ state: "attached" });
  await page.getByRole("heading", { level: 1 }).waitFor();

  const code = [...fetched]
    .map((file) => file || "index.html")
    .filter((file) => !/\.(?:json|svg)$/.test(file));
  expect(code.map(nameOf).sort()).toEqual(view?.files.map(({ file }) => nameOf(file)).sort());
});

/** Seconds on the processor, of the page's own thread: what another process takes does not count. */
const MOST_SECONDS = 1;

test("the first screen stands within a second of computing", { timeout: 120_000 }, async () => {
  let session: CDPSession | undefined;
  const { page } = await explorer.open("", { reducedMotion: "reduce" }, async (empty) => {
    session = await empty.context().newCDPSession(empty);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
  });
  await page.getByRole("list", { name: "Loops, strongest first" }).waitFor();
  await page.waitForFunction(() => performance.getEntriesByName("stage indexed").length > 0);

  const { metrics } = (await session?.send("Performance.getMetrics")) ?? { metrics: [] };
  const seconds = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  // Scripts are a part of all tasks, which also parse, style, lay out and paint.
  expect(seconds("ScriptDuration")).toBeGreaterThan(0);
  expect(seconds("TaskDuration")).toBeGreaterThan(seconds("ScriptDuration"));
  expect(seconds("TaskDuration")).toBeLessThan(MOST_SECONDS);
});
