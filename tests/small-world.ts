/**
 * The small world: a folder of facts that a person can hold in mind, in `tests/small-world/`. Its last day
 * is 2032-06-30; all amounts are US dollars.
 *
 *     chips --2bn stake--> lab --5bn computing--> cloud --3bn order--> chips
 *     chips --warrant, undisclosed--> cloud
 *     lab --0.6bn a year, lease of 2031-08-15, lapsed 2032-01-15--> leasing
 *     leasing --1.1bn (1bn EUR at 1.1), July 2031--> chips          leasing belongs to cloud
 *     cloud sells bonds of 4bn to the market: no flow
 *
 * In view on the last day: 4 entities, 5 flows, 2 loops:
 * chips>lab>cloud (2bn of 10bn) and chips>cloud (3bn, the warrant undisclosed, equity for orders).
 * On 2031-12-31 also chips>lab>leasing: 0.6bn of 3.7bn, leasing then a vehicle with flows both ways.
 * With subsidiaries counted as cloud: cloud pays chips 4.1bn, and leasing is gone.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const SMALL_WORLD = new URL("small-world", import.meta.url).pathname;

/** In one file, this text becomes that; with `null` for what is, the file is written anew. */
export type Edit = readonly [file: string, is: string | null, becomes: string];

/** A copy of the small world with some of its files spoilt; `remove` it after use. */
export function spoiltWorld(edits: readonly Edit[]): { readonly dir: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), "capital-loop-"));
  const dir = join(root, "graph-data");
  cpSync(SMALL_WORLD, dir, { recursive: true });
  for (const [file, is, becomes] of edits) {
    const path = join(dir, file);
    if (is === null) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, becomes);
      continue;
    }
    const text = readFileSync(path, "utf8");
    if (!text.includes(is)) throw new Error(`spoiltWorld: ${file} does not hold "${is}"`);
    writeFileSync(
      path,
      text.replace(is, () => becomes),
    );
  }
  return { dir, remove: () => rmSync(root, { recursive: true }) };
}
