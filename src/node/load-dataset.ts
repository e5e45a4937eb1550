/** The facts, checked: from a folder, or the ones this package was built with. */
import { createHash } from "node:crypto";
import { existsSync, promises as fs } from "node:fs";
import { fileURLToPath } from "node:url";
import { byPlace, CapitalLoopError, type Problem } from "../errors.js";
import { type BuiltDataset, contentOf, fromBuilt, readBuilt } from "../model/built.js";
import { checkDataset, type Dataset, invalidDataset, parseDataset } from "../model/dataset.js";
import { readDataset } from "./read-dataset.js";

/** Where the build leaves the facts, seen from `dist/node/`. */
const BUILT = new URL("../dataset.json", import.meta.url);
/** The folder they are made from: beside `dist/` or `src/`, in a checkout and in the package alike. */
const FOLDER = fileURLToPath(new URL("../../graph-data", import.meta.url));

export interface CheckedDataset {
  readonly dataset: Dataset;
  /** Every fault of files, writing and facts, in the order of files and lines. */
  readonly problems: readonly Problem[];
}

/**
 * Checked facts from a folder, or without one those built in, which are taken as they are once their checksum
 * holds.
 *
 * @throws CapitalLoopError `unreadable`; `invalid-dataset` with every problem of the folder, or when the built
 * facts are not what was built.
 * @example const graph = buildGraph(await loadDataset());
 */
export async function loadDataset(dir?: string): Promise<Dataset> {
  const built = dir === undefined ? await readDocument() : null;
  if (built !== null) return parseDataset(fromBuilt(built), undefined, "checked");
  const { dataset, problems } = await checkFacts(dir);
  if (problems.length > 0) throw invalidDataset(problems);
  return dataset;
}

/** The same without throwing over faults in the facts, each record checked: what held, beside every problem. */
export async function checkFacts(dir?: string): Promise<CheckedDataset> {
  const built = dir === undefined ? await readDocument() : null;
  if (built !== null) return checkDataset(fromBuilt(built));
  // Without a build, as in tests of the sources, the folder stands in.
  const read = await readDataset(dir ?? FOLDER);
  const { dataset, problems } = checkDataset(read.raw, read.locate);
  return { dataset, problems: [...read.problems, ...problems].sort(byPlace) };
}

/** The checksum of a built document, as `checksum` has it. */
export function checksumOf(built: BuiltDataset): string {
  return createHash("sha256").update(contentOf(built)).digest("hex");
}

/**
 * The built facts as they were built; null where there is no build.
 *
 * @throws CapitalLoopError `invalid-dataset` when they are not, or were touched since.
 */
async function readDocument(): Promise<BuiltDataset | null> {
  if (!existsSync(BUILT)) return null;
  const built = readBuilt(parsedJson(await fs.readFile(BUILT, "utf8")));
  if (built.checksum === checksumOf(built)) return built;
  const message = "dataset.json is not what was built: its checksum differs; make it with: npm run build";
  throw new CapitalLoopError("invalid-dataset", message);
}

/** What is no JSON is no document either. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
