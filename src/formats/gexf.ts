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
import { placedAt } from "../layout/placed.js";
import { ENTITY_COLUMNS } from "./columns.js";
import type { GexfVersion, WriteOptions } from "./format.js";
import { declaration, edgeElement, nodeElement, ValueWriter } from "./gexf/elements.js";
import { legalIds } from "./legal-ids.js";
import { inPieces } from "./pieces.js";
import { edgesOf, entityIds, type GraphRows, rowsOf } from "./rows.js";
import { attributes, escaped } from "./xml.js";

const NAMESPACES: Readonly<Record<GexfVersion, { readonly xmlns: string; readonly version: string }>> = {
  "1.3": { xmlns: "http://gexf.net/1.3", version: "1.3" },
  "1.2draft": { xmlns: "http://www.gexf.net/1.2draft", version: "1.2" },
};

/** A graph as GEXF, in pieces. */
export function writeGexf(graph: CapitalGraph | GraphRows, options: WriteOptions = {}): Generator<string> {
  return inPieces(elements(rowsOf(graph), options));
}

/**
 * A graph as GEXF, in one piece. Places, sizes and colours are written where `positions` are given.
 *
 * @remarks Time O(n log n) for n entities and flows; the text takes some kilobyte for each. Where that is too
 * much, `FORMATS.gexf.write` gives it in pieces.
 * @example toGexf(view, { version: "1.2draft", merge: "legs" });
 */
export function toGexf(graph: CapitalGraph | GraphRows, options: WriteOptions = {}): string {
  return [...writeGexf(graph, options)].join("");
}

function* elements(graph: GraphRows, options: WriteOptions): Generator<string> {
  const { version = "1.3", merge = "none", dynamic = false, positions } = options;
  const { xmlns, version: number } = NAMESPACES[version];
  const edges = edgesOf(graph, merge);
  const idOf = legalIds(() => entityIds(graph));
  const timed = isTimed(graph);
  const withHistory = dynamic && timed && merge === "none";

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
  if (withHistory) yield declaration("edge", "dynamic", [{ id: "status", type: "string" }]);

  yield `    <nodes count="${graph.order}">\n`;
  for (const { id, entity } of graph.entities())
    yield nodeElement(idOf(id), entity, placedAt(positions, id), positions?.stage);

  yield `    </nodes>\n    <edges count="${edges.count}">\n`;
  const edgeIdOf = legalIds(edges.ids);
  const isDrawn = positions !== undefined;
  const style = {
    version,
    values: new ValueWriter(edges.columns),
    history: withHistory ? graph : null,
    isDrawn,
  };
  for (const edge of edges.rows()) {
    const ids = { id: edgeIdOf(edge.id), source: idOf(edge.source), target: idOf(edge.target) };
    yield edgeElement(edge, ids, style);
  }
  yield "    </edges>\n  </graph>\n</gexf>\n";
}

/** Dated by the facts, not by the clock: the same facts give the same bytes. */
function metaElement({ asOf, knownBy }: GraphRows): string {
  const known = knownBy === null ? "" : `, as known by ${knownBy}`;
  const description = `Flows of capital as of ${asOf}${known}. Edges point from payer to payee.`;
  return `  <meta${attributes({ lastmodifieddate: asOf })}>
    <creator>Capital Loop</creator>
    <description>${escaped(description)}</description>
  </meta>\n`;
}

/** Whether any flow says when it was. */
function isTimed(graph: GraphRows): boolean {
  for (const { flow } of graph.flows())
    if (flow.announced !== null || flow.time !== null || flow.steps.length > 0) return true;
  return false;
}
