/** graphology's serialised form: nothing is lost, and graphology, sigma and Gephi Lite open it. */
import type { CapitalGraph } from "../graph/capital-graph.js";
import { inPieces } from "./pieces.js";
import { type GraphRows, rowsOf } from "./rows.js";

/** A graph as `graph.export()` gives it, in the order of ids: one line for each entity and flow. In pieces. */
export function writeJson(graph: CapitalGraph | GraphRows): Generator<string> {
  return inPieces(lines(rowsOf(graph)));
}

/**
 * A graph as `graph.export()` gives it, in one piece and in the order of ids; `readGraph` reads the same graph back.
 *
 * @example JSON.parse(toJson(view)).options.type; // "directed"
 */
export function toJson(graph: CapitalGraph | GraphRows): string {
  return [...writeJson(graph)].join("");
}

function* lines(graph: GraphRows): Generator<string> {
  const options = { type: "directed", multi: true, allowSelfLoops: true };
  yield `{"options":${JSON.stringify(options)},\n`;
  yield `"attributes":${JSON.stringify({ asOf: graph.asOf, knownBy: graph.knownBy })},\n"nodes":[`;
  let separator = "\n";
  for (const { id, entity } of graph.entities()) {
    yield separator + JSON.stringify({ key: id, attributes: entity });
    separator = ",\n";
  }
  yield '],\n"edges":[';
  separator = "\n";
  for (const { id, source, target, flow } of graph.flows()) {
    yield separator + JSON.stringify({ key: id, source, target, attributes: flow });
    separator = ",\n";
  }
  yield "]}\n";
}
