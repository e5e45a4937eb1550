/**
 * What others wrote and this project stands on, by the lock file and by what each package says of itself: free to
 * use and pass on, the bytes that were locked, and from no place in particular. Nothing is fetched.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as z from "zod";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Licences under which a package may come with ours to whoever installs it. */
const FREE = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "CC0-1.0", "ISC", "MIT"];
/** And those of tools, which are used here and passed on to nobody. */
const FREE_FOR_TOOLS = [...FREE, "MPL-2.0", "Python-2.0"];

const Locked = z.looseObject({
  version: z.string(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  license: z.string().optional(),
  dev: z.boolean().default(false),
  optional: z.boolean().default(false),
});
type Locked = z.infer<typeof Locked>;
const Lock = z.looseObject({ lockfileVersion: z.literal(3), packages: z.record(z.string(), Locked) });
/** Packages of old say it as an object, or several. */
const Said = z.looseObject({
  version: z.string(),
  license: z.union([z.string(), z.looseObject({ type: z.string() })]).optional(),
  licenses: z.array(z.looseObject({ type: z.string() })).optional(),
});

const { packages } = Lock.parse(JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")));
const { "": own, ...theirs } = packages;
const rows = Object.entries(theirs);

/** What an installed package says of itself; null where it is not installed, as those of other systems are not. */
function saidOf(path: string): z.infer<typeof Said> | null {
  const file = join(ROOT, path, "package.json");
  return existsSync(file) ? Said.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
}

function licenceOf(path: string, locked: Locked): string | undefined {
  const said = saidOf(path);
  if (said === null) return locked.license;
  const { license, licenses } = said;
  if (licenses !== undefined) return licenses.map(({ type }) => type).join(" AND ");
  return typeof license === "object" ? license.type : license;
}

/** `A OR B` leaves the choice to us; `A AND B` holds us to both. */
function isAmong(licence: string | undefined, allowed: readonly string[]): boolean {
  if (licence === undefined) return false;
  const choices = licence.replace(/[()]/g, "").split(" OR ");
  return choices.some((choice) => choice.split(" AND ").every((one) => allowed.includes(one.trim())));
}

test.each([
  ["MIT", true],
  ["(MIT OR GPL-3.0-only)", true],
  ["MIT AND GPL-3.0-only", false],
  ["LGPL-2.1-or-later", false],
  ["SEE LICENSE IN eula.txt", false],
  [undefined, false],
])("a package under %s may come with ours: %s", (licence, may) => {
  expect(isAmong(licence, FREE)).toBe(may);
});

describe("every package of the lock file", () => {
  test("is there to be checked", () => {
    expect(own?.version).toBe(saidOf("")?.version);
    expect(rows.length).toBeGreaterThan(100);
    const absent = rows.filter(([path, { optional }]) => !optional && saidOf(path) === null);
    expect(absent.map(([path]) => path)).toEqual([]);
  });

  test("is installed in the version that is locked", () => {
    const other = rows.filter(([path, { version }]) => (saidOf(path)?.version ?? version) !== version);

    expect(other.map(([path]) => path)).toEqual([]);
  });

  test("is under a free licence; what comes with ours, under one without conditions on the whole", () => {
    const unfree = rows.flatMap(([path, locked]) => {
      const licence = licenceOf(path, locked);
      return isAmong(licence, locked.dev ? FREE_FOR_TOOLS : FREE) ? [] : [`${path}: ${licence}`];
    });

    expect(unfree).toEqual([]);
  });

  test("is held to its bytes by a hash, and to no host", () => {
    const loose = rows.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ""));
    const hosted = rows.filter(([, { resolved }]) => resolved !== undefined);

    expect(loose.map(([path]) => path)).toEqual([]);
    expect(hosted.map(([path]) => path)).toEqual([]);
  });
});
