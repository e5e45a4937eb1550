/**
 * GraphML, for NetworkX, igraph, yEd, Gephi, Cytoscape and Neo4j's APOC: keys sorted by what they describe,
 * lists and histories as JSON in a string, edge ids kept. Read back, the graph is the same.
 *
 * @see http://graphml.graphdrawing.org/specification.html
 */
import type { CapitalGraph, EntityAttributes, FlowAttributes } from "../graph/capital-graph.js";
import { placedAt } from "../layout/placed.js";
import {
  type Cell,
  type Column,
  type ColumnType,
  cellText,
  type Declared,
  ENTITY_COLUMNS,
} from "./columns.js";
import type { WriteOptions } from "./format.js";
import { legalIds } from "./legal-ids.js";
import { inPieces } from "./pieces.js";
import { edgesOf, entityIds, type GraphRows, rowsOf } from "./rows.js";
import { attribute, attributes, escaped } from "./xml.js";

const TYPES: Readonly<Record<ColumnType, string>> = {
  string: "string",
  double: "double",
  integer: "int",
  liststring: "string",
};

const GRAPH_COLUMNS: readonly Column<GraphRows>[] = [
  { id: "as_of", type: "string", of: ({ asOf }) => asOf },
  { id: "known_by", type: "string", of: ({ knownBy }) => knownBy },
];

const NODE_COLUMNS: readonly Column<EntityAttributes>[] = [
  { id: "label", type: "string", of: (entity) => entity.label },
  ...ENTITY_COLUMNS,
  {
    id: "parents",
    type: "string",
    of: ({ parents }) => (parents.length === 0 ? null : JSON.stringify(parents)),
  },
];

/** What only a format without loss has room for. */
const HISTORY_COLUMNS: readonly Column<FlowAttributes>[] = [
  { id: "steps", type: "string", of: ({ steps }) => (steps.length === 0 ? null : JSON.stringify(steps)) },
  {
    id: "collection",
    type: "string",
    of: ({ collection }) => (collection === "current" ? null : collection),
  },
];

const PLACE_COLUMNS: readonly Declared[] = [
  { id: "x", type: "double" },
  { id: "y", type: "double" },
  { id: "size", type: "double" },
];

/** A graph as GraphML, in pieces. */
export function writeGraphml(graph: CapitalGraph | GraphRows, options: WriteOptions = {}): Generator<string> {
  return inPieces(elements(rowsOf(graph), options));
}

/**
 * A graph as GraphML, in one piece; `readGraph` reads the same graph back.
 *
 * @example toGraphml(view, { positions: layoutGraph(view) });
 */
export function toGraphml(graph: CapitalGraph | GraphRows, options: WriteOptions = {}): string {
  return [...writeGraphml(graph, options)].join("");
}

function* elements(graph: GraphRows, { merge = "none", positions }: WriteOptions): Generator<string> {
  const edges = edgesOf(graph, merge);
  const whole = merge === "none";
  const nodeKeys = [...NODE_COLUMNS, ...(positions === undefined ? [] : PLACE_COLUMNS)];
  const edgeKeys: readonly Declared[] = [
    { id: "label", type: "string" },
    { id: "weight", type: "double" },
    ...edges.columns,
    ...(whole ? HISTORY_COLUMNS : []),
  ];
  const idOf = legalIds(() => entityIds(graph));
  const edgeIdOf = legalIds(edges.ids);

  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield keys("graph", GRAPH_COLUMNS) + keys("node", nodeKeys) + keys("edge", edgeKeys);
  yield '  <graph id="G" edgedefault="directed">\n';
  yield data("graph", GRAPH_COLUMNS, cells(GRAPH_COLUMNS, graph), "    ");
  for (const { id, entity } of graph.entities()) {
    const values = cells(NODE_COLUMNS, entity);
    const place = placedAt(positions, id);
    if (place !== undefined) values.push(place.x, place.y, place.radius);
    yield element("node", attribute("id", idOf(id)), data("node", nodeKeys, values, "      "));
  }
  for (const edge of edges.rows()) {
    const ends = { id: edgeIdOf(edge.id), source: idOf(edge.source), target: idOf(edge.target) };
    const history = edge.flow === null ? [] : cells(HISTORY_COLUMNS, edge.flow);
    const values = [edge.label, edge.weight, ...edge.values, ...history];
    yield element("edge", attributes(ends), data("edge", edgeKeys, values, "      "));
  }
  yield "  </graph>\n</graphml>\n";
}

function cells<Row>(columns: readonly Column<Row>[], row: Row): Cell[] {
  return columns.map((column) => column.of(row));
}

/** Keys are told apart by what they describe: an entity and a flow may both have a `kind`. */
function keys(of: "graph" | "node" | "edge", columns: readonly Declared[]): string {
  return columns
    .map(({ id, type }) => {
      const key = { id: `${of}_${id}`, for: of, "attr.name": id, "attr.type": TYPES[type] };
      return `  <key${attributes(key)}/>\n`;
    })
    .join("");
}

function data(of: string, columns: readonly Declared[], values: readonly Cell[], indent: string): string {
  let text = "";
  values.forEach((value, i) => {
    if (value !== null)
      text += `${indent}<data key="${of}_${columns[i]?.id}">${escaped(cellText(value))}</data>\n`;
  });
  return text;
}

function element(name: string, tag: string, inside: string): string {
  return inside === "" ? `    <${name}${tag}/>\n` : `    <${name}${tag}>\n${inside}    </${name}>\n`;
}
