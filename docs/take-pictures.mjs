/**
 * Takes the pictures of the README from the built explorer: `npm run build && node docs/take-pictures.mjs`.
 * Needs a Chromium: the one named in `CHROMIUM_PATH`, else Debian's.
 */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serveExplorer } from "../dist/node.js";

const folder = fileURLToPath(new URL("pictures/", import.meta.url));

/** Name, address below the explorer's, window, theme. */
const PICTURES = [
  ["explorer-light", "", [1440, 900], "light"],
  ["loop-light", "#/loop/nvidia~openai~oracle", [1440, 900], "light"],
  ["deal-dark", "#/deal/nvidia-openai-equity-2026", [1440, 900], "dark"],
  ["past-2024-12-31", "#?as-of=2024-12-31", [1440, 900], "light"],
  ["phone", "", [390, 844], "light"],
];

mkdirSync(folder, { recursive: true });
const server = await serveExplorer({ port: 0 });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
  ],
});
for (const [name, address, [width, height], colorScheme] of PICTURES) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
  await page.goto(server.url + address);
  await page.getByRole("button", { name: /legs/ }).first().waitFor();
  // Lines and names are drawn a moment after the list stands.
  await page.waitForTimeout(2500);
  await page.screenshot({ path: `${folder}${name}.png` });
  await page.close();
}
await browser.close();
await server.close();
