/**
 * A Chromium and a Chinese font for the browser tests: found where they usually are, else installed by the
 * system's package manager, else by Playwright, else one line says what to do.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
  "microsoft-edge",
];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** The path of a Chromium, or null: `CHROMIUM_PATH`, the `PATH`, the usual places, Playwright's own. */
export function findBrowser(): string | null {
  const named = process.env.CHROMIUM_PATH;
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((dir) => NAMES.map((name) => join(dir, name)));
  const candidates = [
    ...(named === undefined ? [] : [named]),
    ...onPath,
    ...PLACES,
    chromium.executablePath(),
  ];
  return candidates.find(isExecutable) ?? null;
}

/** Finds or installs what is missing; throws one line where neither is possible. */
export function ensureBrowser(): void {
  const missing = [
    ...(findBrowser() === null ? ["chromium"] : []),
    ...(hasChineseFont() ? [] : ["fonts-noto-cjk"]),
  ];
  if (missing.length === 0) return;
  console.log(`Installing what the browser tests need: ${missing.join(", ")}`);
  if (
    aptGet("update") &&
    aptGet("install", "-y", "--no-install-recommends", ...missing) &&
    findBrowser() !== null
  )
    return;
  if (findBrowser() === null) {
    // What a browser needs of the system only the superuser can add; elsewhere it may be there.
    const deps = process.getuid?.() === 0 ? ["--with-deps"] : [];
    spawnSync(process.execPath, [playwrightCommand(), "install", ...deps, "chromium"], { stdio: "inherit" });
  }
  if (findBrowser() === null) {
    throw new Error(
      "No Chromium: install one (Debian: sudo apt-get install chromium) or name it in CHROMIUM_PATH",
    );
  }
}

/** The program by which Playwright installs browsers: no part of what the package exports, as its manifest is. */
export function playwrightCommand(): string {
  return join(dirname(createRequire(import.meta.url).resolve("playwright-core/package.json")), "cli.js");
}

function hasChineseFont(): boolean {
  const fonts = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  // Without fontconfig (macOS, Windows) the system brings fonts of its own.
  return fonts.error !== undefined || fonts.stdout.trim() !== "";
}

/** Runs apt-get as root, by sudo where that asks for no password; false where it cannot. */
function aptGet(...words: readonly string[]): boolean {
  if (!existsSync("/usr/bin/apt-get")) return false;
  const root = process.getuid?.() === 0;
  const [command = "", ...args] = root ? ["apt-get", ...words] : ["sudo", "-n", "apt-get", ...words];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], env }).status === 0;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
