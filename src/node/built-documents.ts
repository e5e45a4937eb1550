/**
 * What is built of a folder of facts: one document for the library; for the explorer what its first screen
 * needs, the details that its cards need, and where entities stand.
 */
import { gzipSync } from "node:zlib";
import { byPlace } from "../errors.js";
import { buildGraph } from "../graph/build.js";
import { layoutOfAll } from "../layout/layout.js";
import { toBuilt } from "../model/built.js";
import { checkDataset, type Dataset, invalidDataset } from "../model/dataset.js";
import { splitBuilt } from "../model/split.js";
import { checksumOf } from "./load-dataset.js";
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
  const layout = layoutOfAll(buildGraph(checked.dataset));
  const built = toBuilt(raw);
  const { about, counts, ...records } = built;
  const { core, details } = splitBuilt(built);
  const texts = new Map([
    ["dataset.json", JSON.stringify({ about, counts, checksum: checksumOf(built), ...records })],
    ["core.json", JSON.stringify(core)],
    ["details.json", JSON.stringify(details)],
    ["layout.json", JSON.stringify(layout)],
  ]);
  return { dataset: checked.dataset, texts };
}

/** What the explorer may fetch, gzipped: before it can draw, and with every card. */
const BUDGETS = [
  { what: "the first screen", documents: ["core.json", "layout.json"], bytes: 150_000 },
  { what: "the whole explorer", documents: ["core.json", "layout.json", "details.json"], bytes: 300_000 },
] as const;

/** One line for each budget that documents exceed. */
export function overBudget(texts: ReadonlyMap<string, string>): readonly string[] {
  return BUDGETS.flatMap(({ what, documents, bytes }) => {
    const size = documents.reduce(
      (sum, name) => sum + gzipSync(texts.get(name) ?? "", { level: 9 }).length,
      0,
    );
    if (size <= bytes) return [];
    return [`${documents.join(", ")}: ${size} bytes gzipped; what ${what} needs stays under ${bytes}`];
  });
}
