/**
 * Takes the pictures of the README from the built explorer: `npm run build && node docs/take-pictures.mjs`.
 * Names after it take only those: `node docs/take-pictures.mjs matrix phone`.
 * Needs a Chromium: the one named in `CHROMIUM_PATH`, else Debian's.
 */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serveExplorer } from "../dist/node.js";

const folder = fileURLToPath(new URL("pictures/", import.meta.url));
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Name: address below the explorer's, then what differs from a wide, light window in English. */
const PICTURES = {
  "explorer-light": { at: "" },
  "explorer-dark": { at: "", colorScheme: "dark" },
  "explorer-chinese": { at: "", locale: "zh-CN" },
  "loop-light": { at: "#/loop/nvidia~openai~oracle" },
  "deal-dark": { at: "#/deal/nvidia-openai-equity-2026", colorScheme: "dark" },
  "past-2024-12-31": { at: "#?as-of=2024-12-31" },
  table: { at: "#?view=table&rows=deals&sort=-amount" },
  timeline: { at: "#?view=timeline" },
  matrix: { at: "#?view=matrix" },
  "what-if": { at: "#/loop/nvidia~openai~oracle?cut=openai-oracle-300b-2025:0.4&tool=what-if" },
  story: { at: "#/loop/nvidia~openai~oracle?story=shares-computing-chips.1" },
  embed: { at: "#/loop/nvidia~openai~oracle?embed", viewport: { width: 760, height: 560 } },
  phone: { at: "", viewport: PHONE },
  "phone-loop": { at: "#/loop/nvidia~openai~oracle", viewport: PHONE },
  paths: { at: "#/path/microsoft~openai~oracle~nvidia" },
  figures: { at: "#?view=table&rows=figures" },
  "own-file": { at: "", file: "../tests/graphs/flow-xs.txt" },
  "no-webgl": { at: "", withoutWebGl: true },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PICTURES));
if (unknown.length > 0) {
  console.error(`no picture is called ${unknown.join(", ")}; there are ${Object.keys(PICTURES).join(", ")}`);
  process.exit(1);
}
const wanted = Object.entries(PICTURES).filter(([name]) => asked.length === 0 || asked.includes(name));

const PLAIN = ["--no-sandbox", "--disable-background-networking"];
const DRAWN = [...PLAIN, "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
const BLIND = [...PLAIN, "--disable-gpu", "--disable-3d-apis"];
const open = (args) =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args });

mkdirSync(folder, { recursive: true });
const server = await serveExplorer({ port: 0 });
const browsers = { drawn: await open(DRAWN), blind: await open(BLIND) };
for (const [name, picture] of wanted) {
  const { at, viewport = WIDE, colorScheme = "light", locale = "en-US", file } = picture;
  const { withoutWebGl = false } = picture;
  const browser = withoutWebGl ? browsers.blind : browsers.drawn;
  const page = await browser.newPage({ viewport, colorScheme, locale, reducedMotion: "reduce" });
  await page.goto(server.url + at);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  if (file !== undefined) {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open a file…" }).click();
    await (await chooser).setFiles(fileURLToPath(new URL(file, import.meta.url)));
  }
  // Lines, names and parts that are loaded later come a moment after the headline.
  await page.waitForTimeout(4000);
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.close();
}
await Promise.all(Object.values(browsers).map((browser) => browser.close()));
await server.close();
