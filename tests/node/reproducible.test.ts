/** The same commit gives the same bytes: the facts, their picture, and the library. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { builtDocuments } from "../../src/node/built-documents.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

test("facts built again, on the other side of the day, are those that the build left", async () => {
  const zone = process.env.TZ;
  process.env.TZ = "Pacific/Kiritimati";
  const { texts } = await builtDocuments(join(ROOT, "graph-data"));
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;

  expect(texts.size).toBeGreaterThan(0);
  for (const [name, text] of texts) {
    expect(text === readFileSync(join(ROOT, "dist", name), "utf8"), name).toBe(true);
  }
}, 120_000);

test("the library compiled again is the one that the build left", () => {
  const folder = mkdtempSync(join(tmpdir(), "capital-loop-"));
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", join(ROOT, "src"), "--outDir", folder]);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.[jt]s$/.test(name),
  );

  const other = files.filter(
    (name) => !readFileSync(join(folder, name)).equals(readFileSync(join(ROOT, "dist", name))),
  );
  rmSync(folder, { recursive: true });

  expect(files.length).toBeGreaterThan(100);
  expect(other).toEqual([]);
}, 120_000);
