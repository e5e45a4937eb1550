/** The same commit gives the same bytes: the library, the facts, their picture and the explorer. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** All that a build reads. */
const READ = ["src", "viewer", "graph-data", "package.json", "tsconfig.json"];

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

test("built again in another folder, on the other side of the day, in another language, it is the same", () => {
  const folder = mkdtempSync(join(tmpdir(), "capital-loop-elsewhere-"));
  for (const name of READ) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  const env = { ...process.env, TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", NODE_ENV: "production" };

  execFileSync("npm", ["run", "--silent", "build"], { cwd: folder, env, stdio: "ignore" });

  const [here, there] = [join(ROOT, "dist"), join(folder, "dist")];
  const names = filesIn(there);
  const other = names.filter(
    (name) => !readFileSync(join(there, name)).equals(readFileSync(join(here, name))),
  );
  rmSync(folder, { recursive: true });
  expect(names.filter((name) => name.startsWith("viewer/assets/")).length).toBeGreaterThan(10);
  expect(names).toEqual(filesIn(here));
  expect(other).toEqual([]);
}, 300_000);
