/**
 * The package as a stranger gets it: packed, unpacked into an empty folder, and beside it only the packages that
 * it declares, as an install would leave them. Nothing is fetched.
 */
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const Names = z.record(z.string(), z.string()).default({});
/** What an install reads of a package. */
const Manifest = z.looseObject({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  dependencies: Names,
  peerDependencies: Names,
  peerDependenciesMeta: z.record(z.string(), z.looseObject({ optional: z.boolean().optional() })).default({}),
});

export const manifest = Manifest.parse(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));

export interface Installed {
  /** The empty folder of somebody else's project. */
  readonly folder: string;
  readonly tarball: string;
  /** Where the package lies in it. */
  readonly packed: string;
  remove(): void;
}

export function install(): Installed {
  const folder = mkdtempSync(join(tmpdir(), "capital-loop-install-"));
  // A package of its own: one that lies further up could be called as ours is.
  writeFileSync(join(folder, "package.json"), "{}\n");
  execFileSync("npm", ["pack", "--ignore-scripts", "--offline", "--pack-destination", folder], {
    cwd: ROOT,
    stdio: "ignore",
  });
  const tarball = join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "");
  const packed = join(folder, "node_modules/capital-loop");
  mkdirSync(packed, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", packed, "--strip-components=1"]);
  for (const name of withPeers(Object.keys(manifest.dependencies))) link(folder, name);
  return { folder, tarball, packed, remove: () => rmSync(folder, { recursive: true }) };
}

/** Packages and the peers they ask for, which an install brings too. */
function withPeers(names: readonly string[]): Set<string> {
  const all = new Set<string>();
  const add = (name: string) => {
    const path = join(ROOT, "node_modules", name, "package.json");
    if (all.has(name) || !existsSync(path)) return;
    all.add(name);
    const { peerDependencies, peerDependenciesMeta } = Manifest.parse(JSON.parse(readFileSync(path, "utf8")));
    for (const peer of Object.keys(peerDependencies)) {
      if (peerDependenciesMeta[peer]?.optional !== true) add(peer);
    }
  };
  for (const name of names) add(name);
  return all;
}

function link(folder: string, name: string): void {
  const place = join(folder, "node_modules", name);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(join(ROOT, "node_modules", name), place);
}
