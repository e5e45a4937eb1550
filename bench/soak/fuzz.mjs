/**
 * Every reader, given what was good before chance spoilt it. Each must read it or refuse it with an error of its own;
 * anything else (a TypeError, a hang, a promise nobody waits for) is a fault of ours.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CapitalLoopError } from "../../dist/node.js";
import { fileReaders } from "./files.mjs";
import { chance } from "./spoil.mjs";
import { wordReaders } from "./words.mjs";

/** Nothing so small takes longer. */
const MOST_MS = 10_000;
/** After so many there is enough to mend. */
const MOST_FAULTS = 20;

/** Runs for so many seconds. @returns how often each reader was asked, and every fault with its seed. */
export async function fuzz(seconds, firstSeed) {
  const folder = mkdtempSync(join(tmpdir(), "capital-loop-soak-"));
  const asked = new Map();
  const faults = [];
  const loose = (error) => faults.push(`nobody waited for: ${error}`);
  process.on("unhandledRejection", loose);
  const words = await wordReaders();
  const readers = byName([...(await fileReaders(folder)), ...words.readers]);
  const names = [...readers.keys()];
  const end = Date.now() + seconds * 1000;
  for (let seed = firstSeed; Date.now() < end && faults.length < MOST_FAULTS; seed++) {
    const pick = chance(seed);
    const name = names[pick(names.length)];
    const ways = readers.get(name);
    asked.set(name, (asked.get(name) ?? 0) + 1);
    const started = Date.now();
    try {
      await ways[pick(ways.length)](pick);
    } catch (error) {
      if (!(error instanceof CapitalLoopError))
        faults.push(`${name}, seed ${seed}: ${error?.stack ?? error}`);
    }
    if (Date.now() - started > MOST_MS) faults.push(`${name}, seed ${seed}: took ${Date.now() - started} ms`);
  }
  process.off("unhandledRejection", loose);
  await words.close();
  rmSync(folder, { recursive: true });
  return { asked, faults };
}

/** Each name has the same share of the time, however many ways it has. */
function byName(readers) {
  const ways = new Map();
  for (const [name, read] of readers) ways.set(name, [...(ways.get(name) ?? []), read]);
  return ways;
}
