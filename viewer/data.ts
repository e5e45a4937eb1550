/** The facts and their layout, fetched from beside the page and checked. */

import { buildGraph } from "../src/graph/build.js";
import type { CapitalGraph } from "../src/graph/capital-graph.js";
import type { Layout } from "../src/layout/placed.js";
import { fromBuilt } from "../src/model/built.js";
import { type Dataset, parseDataset } from "../src/model/dataset.js";

/** Everything that is known and never changes while the page is open. */
export interface Facts {
  readonly dataset: Dataset;
  /** Every entity and flow of any day. */
  readonly graph: CapitalGraph;
  readonly layout: Layout;
}

/** The two documents as they are fetched: started before the code that reads them is there. */
export interface FactsRequest {
  readonly dataset: Promise<unknown>;
  readonly layout: Promise<unknown>;
}

/**
 * Reads the documents.
 *
 * @throws CapitalLoopError when the facts do not hold, or the error of a request that failed.
 */
export async function readFacts(request: FactsRequest): Promise<Facts> {
  const [document, layout] = await Promise.all([request.dataset, request.layout]);
  const dataset = parseDataset(fromBuilt(document));
  // The build made the layout from the same facts with the same code: it is trusted as it is.
  return { dataset, graph: buildGraph(dataset), layout: layout as Layout };
}
