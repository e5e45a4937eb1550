/**
 * Cytoscape's JSON, for Cytoscape and Cytoscape.js. Nodes and edges share one space of ids there, so each id
 * begins with what it is of; `key` holds it as it is here. y points down, as on the stage.
 *
 * @see https://js.cytoscape.org/#notation/elements-json
 */
import type { CapitalGraph } from "../graph/capital-graph.js";
import { placedAt } from "../layout/placed.js";
import { type Cell, cellsOf, type Declared, ENTITY_COLUMNS } from "./columns.js";
import type { WriteOptions } from "./format.js";
import { hex } from "./paint.js";
import { inPieces } from "./pieces.js";
import { edgesOf, type GraphRows, rowsOf } from "./rows.js";

/** A graph as Cytoscape's JSON, in pieces. */
export function writeCytoscape(
  graph: CapitalGraph | GraphRows,
  options: WriteOptions = {},
): Generator<string> {
  return inPieces(lines(rowsOf(graph), options));
}

/**
 * A graph as Cytoscape's JSON, in one piece.
 *
 * @example JSON.parse(toCytoscape(view)).elements.nodes;
 */
export function toCytoscape(graph: CapitalGraph | GraphRows, options: WriteOptions = {}): string {
  return [...writeCytoscape(graph, options)].join("");
}

function* lines(graph: GraphRows, { merge, positions }: WriteOptions): Generator<string> {
  const edges = edgesOf(graph, merge);
  const node = (id: string) => `entity:${id}`;
  const { asOf, knownBy } = graph;
  const about = { name: "Capital Loop", as_of: asOf, ...(knownBy === null ? {} : { known_by: knownBy }) };
  yield `{"format_version":"1.0","generated_by":"capital-loop","data":${JSON.stringify(about)},\n`;
  yield '"elements":{"nodes":[';
  let separator = "\n";
  for (const { id, entity } of graph.entities()) {
    const place = placedAt(positions, id);
    const data = {
      id: node(id),
      key: id,
      name: entity.label,
      ...stated(ENTITY_COLUMNS, cellsOf(ENTITY_COLUMNS, entity)),
    };
    const position = place === undefined ? {} : { position: { x: place.x, y: place.y } };
    yield separator + JSON.stringify({ data, ...position });
    separator = ",\n";
  }
  yield '],\n"edges":[';
  separator = "\n";
  for (const { id, source, target, label, weight, colour, values } of edges.rows()) {
    const own = { id: `flow:${id}`, key: id, source: node(source), target: node(target) };
    const look = { name: label, interaction: "pays", weight, colour: hex(colour) };
    yield separator + JSON.stringify({ data: { ...own, ...look, ...stated(edges.columns, values) } });
    separator = ",\n";
  }
  yield "]}}\n";
}

/** The values that are there, by the names of their columns. */
function stated(columns: readonly Declared[], values: readonly Cell[]): Record<string, Cell> {
  return Object.fromEntries(
    columns.flatMap(({ id }, i) => {
      const value = values[i] ?? null;
      return value === null ? [] : [[id, value]];
    }),
  );
}
