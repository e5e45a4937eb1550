/**
 * GEXF, for Gephi, Gephi Lite, sigma, NetworkX and igraph: the profile that all of them read. Written as it
 * goes, so that a million edges never stand in memory as text; the same graph gives the same bytes.
 *
 * Gephi merges parallel edges of one kind unless it is told "Don't merge" on import. `merge: "legs"` merges
 * them here, by the rules of legs.
 *
 * @see https://gexf.net/primer.html
 */
import type { CapitalGraph } from "../graph/capital-graph.js";
import { compareIds } from "../model/ids.js";
import type { GexfVersion, WriteOptions } from "./format.js";
import { ENTITY_COLUMNS } from "./gexf/columns.js";
import { flowEdges, legEdges, valuesOf } from "./gexf/edges.js";
import { declaration, edgeElement, nodeElement } from "./gexf/elements.js";
import { inPieces } from "./pieces.js";
import { attributes, escaped, legalIds } from "./xml.js";

const NAMESPACES: Readonly<Record<GexfVersion, { readonly xmlns: string; readonly version: string }>> = {
  "1.3": { xmlns: "http://gexf.net/1.3", version: "1.3" },
  "1.2draft": { xmlns: "http://www.gexf.net/1.2draft", version: "1.2" },
};

/** A graph as GEXF, in pieces. */
export function writeGexf(graph: CapitalGraph, options: WriteOptions = {}): Generator<string> {
  return inPieces(elements(graph, options));
}

/** A graph as GEXF, in one piece. */
export function toGexf(graph: CapitalGraph, options: WriteOptions = {}): string {
  return [...writeGexf(graph, options)].join("");
}

function* elements(graph: CapitalGraph, options: WriteOptions): Generator<string> {
  const { version = "1.3", merge = "none", dynamic = false, positions } = options;
  const { xmlns, version: number } = NAMESPACES[version];
  const ids = graph.nodes().sort(compareIds);
  const idOf = legalIds(ids);
  const edges = merge === "legs" ? legEdges(graph, idOf) : flowEdges(graph, idOf);
  const timed = isTimed(graph);

  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<gexf${attributes({ xmlns, "xmlns:viz": `${xmlns}/viz`, version: number })}>\n`;
  yield metaElement(graph);
  yield `  <graph${attributes({
    defaultedgetype: "directed",
    idtype: "string",
    mode: timed ? "dynamic" : "static",
    timeformat: timed ? "date" : null,
    timerepresentation: timed && version === "1.3" ? "interval" : null,
  })}>\n`;
  yield declaration("node", "static", ENTITY_COLUMNS);
  yield declaration("edge", "static", edges.columns);
  const withHistory = dynamic && timed && merge === "none";
  if (withHistory) yield declaration("edge", "dynamic", [{ id: "status", type: "string" }]);

  yield `    <nodes count="${ids.length}">\n`;
  for (const id of ids) {
    const entity = graph.getNodeAttributes(id);
    const place =
      positions !== undefined && Object.hasOwn(positions.nodes, id) ? positions.nodes[id] : undefined;
    const node = { id: idOf(id), label: entity.label, values: valuesOf(ENTITY_COLUMNS, entity) };
    yield nodeElement(node, place, positions?.stage);
  }
  yield `    </nodes>\n    <edges count="${edges.count}">\n`;
  for (const edge of edges.rows) {
    yield edgeElement(withHistory ? edge : { ...edge, history: [] }, version, positions !== undefined);
  }
  yield "    </edges>\n  </graph>\n</gexf>\n";
}

/** Dated by the facts, not by the clock: the same facts give the same bytes. */
function metaElement(graph: CapitalGraph): string {
  const { asOf, knownBy } = graph.getAttributes();
  const known = knownBy === null ? "" : `, as known by ${knownBy}`;
  const description = `Flows of capital as of ${asOf}${known}. Edges point from payer to payee.`;
  return `  <meta${attributes({ lastmodifieddate: asOf })}>
    <creator>Capital Loop</creator>
    <description>${escaped(description)}</description>
  </meta>\n`;
}

/** Whether any flow says when it was. */
function isTimed(graph: CapitalGraph): boolean {
  return graph.someEdge(
    (_key, { announced, time, steps }) => announced !== null || time !== null || steps.length > 0,
  );
}
