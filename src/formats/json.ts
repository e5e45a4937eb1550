/** graphology's serialised form: nothing is lost, and graphology, sigma and Gephi Lite open it. */
import type { CapitalGraph } from "../graph/capital-graph.js";
import { compareIds } from "../model/ids.js";
import { inPieces } from "./pieces.js";

/** A graph as `graph.export()` gives it, in the order of ids: one line for each entity and flow. */
export function writeJson(graph: CapitalGraph): Generator<string> {
  return inPieces(lines(graph));
}

function* lines(graph: CapitalGraph): Generator<string> {
  const { type, multi, allowSelfLoops } = graph;
  yield `{"options":${JSON.stringify({ type, multi, allowSelfLoops })},\n`;
  yield `"attributes":${JSON.stringify(graph.getAttributes())},\n"nodes":[`;
  let separator = "\n";
  for (const key of graph.nodes().sort(compareIds)) {
    yield separator + JSON.stringify({ key, attributes: graph.getNodeAttributes(key) });
    separator = ",\n";
  }
  yield '],\n"edges":[';
  separator = "\n";
  for (const key of graph.edges().sort(compareIds)) {
    const [source, target] = graph.extremities(key);
    yield separator + JSON.stringify({ key, source, target, attributes: graph.getEdgeAttributes(key) });
    separator = ",\n";
  }
  yield "]}\n";
}
