/** What the explorer reads of a folder of facts: the facts as one document, and where entities stand. */
import { byPlace } from "../errors.js";
import { buildGraph } from "../graph/build.js";
import { viewGraph } from "../graph/view.js";
import { layoutGraph } from "../layout/layout.js";
import { toBuilt } from "../model/built.js";
import { checkDataset, type Dataset, invalidDataset } from "../model/dataset.js";
import { readDataset } from "./read-dataset.js";

export interface BuiltDocuments {
  readonly dataset: Dataset;
  /** Texts by the names of their files. The same facts give the same bytes. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads and checks a folder and writes its documents.
 *
 * @throws CapitalLoopError `unreadable`; `invalid-dataset` with every problem.
 */
export async function builtDocuments(dir: string): Promise<BuiltDocuments> {
  const { raw, locate, problems } = await readDataset(dir);
  const checked = checkDataset(raw, locate);
  const all = [...problems, ...checked.problems].sort(byPlace);
  if (all.length > 0) throw invalidDataset(all);
  const layout = layoutGraph(viewGraph(buildGraph(checked.dataset)));
  const texts = new Map([
    ["dataset.json", JSON.stringify(toBuilt(raw))],
    ["layout.json", JSON.stringify(layout)],
  ]);
  return { dataset: checked.dataset, texts };
}
