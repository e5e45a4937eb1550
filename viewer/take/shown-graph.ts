/** The graph that is taken away: what is in view, or of it only what is chosen. */
import { type CapitalGraph, emptyGraph } from "../../src/graph/capital-graph.js";
import { type Highlight, legKey } from "../highlight.js";

/** The flows of the legs that stand out, and the entities they join. */
export function chosenPart(graph: CapitalGraph, { legs, type, subject }: Highlight): CapitalGraph {
  const { asOf, knownBy } = graph.getAttributes();
  const chosen = emptyGraph(asOf, knownBy);
  graph.forEachDirectedEdge((key, flow, from, to) => {
    if (!legs.has(legKey(from, to)) || (type === "deal" && flow.deal !== subject)) return;
    for (const id of [from, to]) chosen.mergeNode(id, graph.getNodeAttributes(id));
    chosen.addDirectedEdgeWithKey(key, from, to, flow);
  });
  return chosen;
}
