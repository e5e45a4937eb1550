/** The facts and their layout, fetched from beside the page: the core first, details when a card opens. */

import { buildGraph } from "../src/graph/build.js";
import type { CapitalGraph } from "../src/graph/capital-graph.js";
import type { Layout } from "../src/layout/placed.js";
import type { Counts } from "../src/model/built.js";
import { coreFacts, readCore } from "../src/model/core.js";
import { type Details, detailsOf } from "./details.js";
import type { NamedFacts } from "./names.js";

/** Everything that is known and never changes while the page is open. */
export interface Facts {
  readonly dataset: NamedFacts;
  readonly counts: Counts;
  readonly details: Details;
  /** Every entity and flow of any day. */
  readonly graph: CapitalGraph;
  readonly layout: Layout;
}

/** The documents as they are fetched: the first two started before the code that reads them is there. */
export interface FactsRequest {
  readonly core: Promise<unknown>;
  readonly layout: Promise<unknown>;
  readonly details: () => Promise<unknown>;
}

/**
 * Reads the documents.
 *
 * @throws CapitalLoopError when they are no facts, or the error of a request that failed.
 */
export async function readFacts(request: FactsRequest): Promise<Facts> {
  const [document, layout] = await Promise.all([request.core, request.layout]);
  const core = readCore(document);
  const dataset = coreFacts(core);
  return {
    dataset,
    counts: core.counts,
    details: detailsOf(core, request.details),
    graph: buildGraph(dataset),
    // The build made the layout from the same facts with the same code: it is trusted as it is.
    layout: layout as Layout,
  };
}
