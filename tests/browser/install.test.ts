/** What installs a browser where there is none: tried on a machine that has one, as far as that goes. */
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { findBrowser, playwrightCommand } from "./install.js";

test("a browser is found once the tests run", () => {
  expect(findBrowser()).not.toBeNull();
});

test("Playwright's own installer is where it is looked for, and knows Chromium", () => {
  const said = execFileSync(process.execPath, [playwrightCommand(), "install", "--dry-run", "chromium"], {
    encoding: "utf8",
  });

  expect(said).toMatch(/chrom/i);
});
