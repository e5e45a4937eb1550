/** One version of the facts, wherever it was kept: a folder of facts, or what a build made of one. */
import { promises as fs } from "node:fs";
import { CapitalLoopError } from "../errors.js";
import { fromBuilt } from "../model/built.js";
import { type Dataset, parseDataset } from "../model/dataset.js";
import { loadDataset } from "./load-dataset.js";

/** A version is read whole; the built facts of today are 2 MB. */
const MOST_BYTES = 512 * 2 ** 20;

/**
 * Checked facts from a folder or from a `dataset.json`.
 *
 * @throws CapitalLoopError `unreadable`; `invalid-dataset` with every problem.
 * @example datasetChanges(await loadVersion("dataset.json"), await loadVersion("after")).deals.added;
 */
export async function loadVersion(path: string): Promise<Dataset> {
  const stats = await fs.stat(path).catch(() => null);
  if (stats === null)
    throw new CapitalLoopError(
      "unreadable",
      `${path}: there is no such file or folder; give a folder of facts or a dataset.json`,
    );
  if (stats.isDirectory()) return loadDataset(path);
  if (stats.size > MOST_BYTES)
    throw new CapitalLoopError(
      "unreadable",
      `${path}: more than ${MOST_BYTES / 2 ** 20} MB; this is no set of built facts`,
    );
  return parseDataset(fromBuilt(await readJson(path), path));
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await fs.readFile(path, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new CapitalLoopError(
        "invalid-dataset",
        `${path} is not JSON; give a folder of facts or a dataset.json`,
      );
    throw new CapitalLoopError("unreadable", `${path}: cannot be read; check who owns it`);
  }
}
