/** The graph that a question is about: the built-in facts, a folder of facts, or a graph file. */
import { buildGraph } from "../graph/build.js";
import type { CapitalGraph } from "../graph/capital-graph.js";
import { type View, viewGraph } from "../graph/view.js";
import type { Dataset } from "../model/dataset.js";
import { legsInView, type ReadGraphOptions, type ReadLegs } from "../reading/read-graph-text.js";
import { loadDataset } from "./load-dataset.js";
import { readGraph, readLegs } from "./read-graph.js";

/** Where a graph comes from: the built-in facts unless one is given. */
export interface GraphSource {
  /** A folder of facts. */
  readonly data?: string | undefined;
  /** A graph file, or `-` for stdin. */
  readonly graph?: string | undefined;
}

export interface OpenedGraph {
  /** The facts behind the graph; null for a graph file. */
  readonly dataset: Dataset | null;
  /** Every flow of any day. */
  readonly whole: CapitalGraph;
  /** What the view keeps. */
  readonly graph: CapitalGraph;
}

/**
 * Reads a source and takes a view of it. Without `asOf` that is the last day of the facts, or of the file.
 *
 * @throws CapitalLoopError as `loadDataset`, `readGraph` and `viewGraph` do.
 */
export async function openGraph(
  source: GraphSource,
  view: View,
  options: ReadGraphOptions = {},
): Promise<OpenedGraph> {
  const dataset = source.graph === undefined ? await loadDataset(source.data) : null;
  const whole = dataset === null ? await readGraph(source.graph ?? "-", options) : buildGraph(dataset);
  return { dataset, whole, graph: viewGraph(whole, view) };
}

/** A view's legs, ready to be searched. */
export interface OpenedLegs extends Pick<ReadLegs, "legs" | "names"> {
  /** The facts behind the legs; null for a graph file. */
  readonly dataset: Dataset | null;
  readonly counts: GraphCounts;
}

/**
 * Reads a source and takes a view of it, for a search alone: a graph file goes straight into typed columns.
 *
 * @throws CapitalLoopError as `openGraph` does.
 */
export async function openLegs(
  source: GraphSource,
  view: View,
  options: ReadGraphOptions = {},
): Promise<OpenedLegs> {
  const opened = source.graph === undefined ? await openGraph(source, view, options) : null;
  const { legs, names, deals, asOf } =
    opened === null ? await readLegs(source.graph ?? "-", view, options) : legsInView(opened.graph);
  const counts = { entities: legs.nodes, deals, flows: legs.edge.length, asOf };
  return { dataset: opened?.dataset ?? null, legs, names, counts };
}

/** How much a graph holds, and the day it is seen from. */
export interface GraphCounts {
  readonly entities: number;
  readonly deals: number;
  readonly flows: number;
  readonly asOf: string | null;
}
