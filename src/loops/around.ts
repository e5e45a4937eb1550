/** The part of a graph that goes round: nothing but the flows of some loops. */
import { type CapitalGraph, emptyGraph } from "../graph/capital-graph.js";
import type { Loop } from "./loop.js";

/**
 * The entities and flows of some loops, seen from the same day.
 *
 * @example toGexf(graphOfLoops(graph, findLoops(graph, { through: ["nvidia"], top: 10 })));
 */
export function graphOfLoops(graph: CapitalGraph, loops: Iterable<Loop>): CapitalGraph {
  return graphOfFlows(graph, flowsOfLoops(loops));
}

/** The ids of the flows of some loops. */
export function flowsOfLoops(loops: Iterable<Loop>, into: Set<string> = new Set()): Set<string> {
  for (const { legs } of loops) for (const { flows } of legs) for (const flow of flows) into.add(flow);
  return into;
}

/** Only these flows, and the entities they join. Time O(flows of the graph). */
export function graphOfFlows(graph: CapitalGraph, flows: ReadonlySet<string>): CapitalGraph {
  const { asOf, knownBy } = graph.getAttributes();
  const part = emptyGraph(asOf, knownBy);
  graph.forEachDirectedEdge((key, flow, source, target, from, to) => {
    if (!flows.has(key)) return;
    part.mergeNode(source, from);
    part.mergeNode(target, to);
    part.addDirectedEdgeWithKey(key, source, target, flow);
  });
  return part;
}
