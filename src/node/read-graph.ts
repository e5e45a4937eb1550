/** Any graph file, or stdin, as a graph to search. */
import { promises as fs } from "node:fs";
import { CapitalLoopError } from "../errors.js";
import type { CapitalGraph } from "../graph/capital-graph.js";
import type { View } from "../graph/view.js";
import { formatOfName, sniffed } from "../reading/graph-format.js";
import {
  type GraphText,
  graphOfText,
  legsOfText,
  type ReadGraphOptions,
  type ReadLegs,
} from "../reading/read-graph-text.js";
import { textOf } from "./graph-text.js";

/**
 * Reads `.csv` and `.tsv` (`source,target`, optionally `id,kind,amount,date`), `.edges` and `.txt` (source,
 * target, optionally Unix seconds and amount), graphology's `.json`, `.gexf` and `.graphml`; each also
 * gzipped. `-` is stdin, whose format is told from its first line.
 *
 * A table or edge list is seen from the last day that any of its dates covers; JSON from its own `asOf`.
 *
 * @throws CapitalLoopError `invalid-graph` with up to 50 problems, `unreadable`, `unknown-format`.
 * @remarks Tables, edge lists and XML are read as they come, JSON whole; time and space O(flows), some hundred bytes
 * each. For millions of them, `readLegs`. What is read otherwise than written is told to `onWarning`.
 * @example const graph = await readGraph("payments.csv.gz");
 */
export async function readGraph(path: string, options: ReadGraphOptions = {}): Promise<CapitalGraph> {
  return graphOfText(await openFile(path), options);
}

/**
 * Reads what `readGraph` reads, and keeps of it what a view does, as legs: the form that searches run on.
 *
 * @throws CapitalLoopError as `readGraph` and `viewGraph` do.
 * @remarks Tables and edge lists go straight into typed columns: some fifty bytes a flow. JSON is read whole.
 * @example findLoops((await readLegs("payments.csv.gz")).legs, { top: 10 });
 */
export async function readLegs(
  path: string,
  view: View = {},
  options: ReadGraphOptions = {},
): Promise<ReadLegs> {
  return legsOfText(await openFile(path), view, options);
}

async function openFile(path: string): Promise<GraphText> {
  if (path === "-") return { name: "stdin", ...(await sniffed(textOf("-"))) };
  // Before its name is judged: a folder's has no ending.
  const stats = await fs.stat(path).catch(() => null);
  if (stats?.isDirectory())
    throw new CapitalLoopError(
      "unreadable",
      `${path}: this is a folder; give a file, or a folder of facts with --data`,
    );
  return { name: path, format: formatOfName(path), text: textOf(path) };
}
