/** How central each entity is, by graphology-metrics on legs: parallel flows count as one connection. */
import { DirectedGraph } from "graphology";
import metrics from "graphology-metrics";
import type { CapitalGraph } from "../graph/capital-graph.js";
import { legsOf } from "../graph/legs.js";
import type { FlowMatrix } from "./flow-matrix.js";

/** Measures of an entity's place in the whole. */
export interface Centrality {
  /** Of a dollar that wanders at random, where it is in the long run; all entities together make 1. */
  readonly pagerank: number;
  /** Of all shortest ways between two others, the part that passes here; 0 to 1. */
  readonly betweenness: number;
  /** How many others it pays or is paid by, disclosed or not. */
  readonly partners: number;
}

/**
 * PageRank follows the money: each entity passes on in proportion to the matrix's amounts, and what nobody put
 * a figure on carries nothing. Betweenness looks at who is connected: every leg of the view counts as one step,
 * with or without an amount.
 *
 * @remarks PageRank runs to 1e-10, as other tools do. Betweenness takes no weights: the library would read a
 * large amount as a long way. Time O(n m) for n entities and m legs.
 * @see Page et al. 1999; Brandes 2001, J Math Sociol 25:163.
 * @example centralities(view, flowMatrix(view))[0]?.pagerank;
 */
export function centralities(graph: CapitalGraph, matrix: FlowMatrix): readonly Centrality[] {
  const { ids, source, target, usd } = matrix;
  if (ids.length === 0) return [];
  const money = new DirectedGraph<object, { usd: number }>();
  const ways = new DirectedGraph();
  for (const id of ids) {
    money.addNode(id);
    ways.addNode(id);
  }
  usd.forEach((amount, pair) => {
    money.addDirectedEdge(ids[source[pair] as number], ids[target[pair] as number], { usd: amount });
  });
  const legs = legsOf(graph);
  ids.forEach((id, v) => {
    for (let leg = legs.start[v] as number; leg < (legs.start[v + 1] as number); leg++)
      if (legs.target[leg] !== v) ways.addDirectedEdge(id, ids[legs.target[leg] as number]);
  });
  const pagerank = metrics.centrality.pagerank(money, {
    getEdgeWeight: "usd",
    tolerance: 1e-10,
    maxIterations: MOST_ROUNDS,
  });
  const betweenness = metrics.centrality.betweenness(ways, { getEdgeWeight: null, normalized: true });
  return ids.map((id) => ({
    pagerank: pagerank[id] ?? 0,
    // Of fewer than three entities none lies between two others; the library divides by zero.
    betweenness: ids.length < 3 ? 0 : (betweenness[id] ?? 0),
    partners: ways.neighbors(id).length,
  }));
}

/** Each round leaves 0.85 of the error, so this is far more than 1e-10 takes. */
const MOST_ROUNDS = 1000;
