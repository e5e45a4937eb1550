/** The facts, checked: from a folder, or the ones this package was built with. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { byPlace, type Problem } from "../errors.js";
import { fromBuilt } from "../model/built.js";
import { checkDataset, type Dataset, invalidDataset } from "../model/dataset.js";
import { readBuilt } from "./read-built.js";
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
 * Checked facts from a folder, or without one those built in.
 *
 * @throws CapitalLoopError `unreadable`; `invalid-dataset` with every problem of the folder.
 * @example const graph = buildGraph(await loadDataset());
 */
export async function loadDataset(dir?: string): Promise<Dataset> {
  const { dataset, problems } = await checkFacts(dir);
  if (problems.length > 0) throw invalidDataset(problems);
  return dataset;
}

/** The same without throwing over faults in the facts: what held, beside every problem of what did not. */
export async function checkFacts(dir?: string): Promise<CheckedDataset> {
  if (dir === undefined && existsSync(BUILT)) {
    return checkDataset(fromBuilt(await readBuilt(BUILT, "dataset.json"), "dataset.json"));
  }
  // Without a build, as in tests of the sources, the folder stands in.
  const read = await readDataset(dir ?? FOLDER);
  const { dataset, problems } = checkDataset(read.raw, read.locate);
  return { dataset, problems: [...read.problems, ...problems].sort(byPlace) };
}
