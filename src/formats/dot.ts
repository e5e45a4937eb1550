/**
 * DOT, for Graphviz. With a layout, entities stand where the explorer has them under `neato -n2`; `dot` places
 * them anew.
 *
 * @see https://graphviz.org/doc/info/lang.html
 */
import type { CapitalGraph } from "../graph/capital-graph.js";
import { tenth } from "../layout/measures.js";
import { placedAt } from "../layout/placed.js";
import type { WriteOptions } from "./format.js";
import { legalIds } from "./legal-ids.js";
import { dotColour, hex } from "./paint.js";
import { inPieces } from "./pieces.js";
import { edgesOf, entityIds, type GraphRows, rowsOf } from "./rows.js";
import { legal } from "./xml.js";

/** A graph as DOT, in pieces. */
export function writeDot(graph: CapitalGraph | GraphRows, options: WriteOptions = {}): Generator<string> {
  return inPieces(statements(rowsOf(graph), options));
}

/**
 * A graph as DOT, in one piece; with `positions` entities stand where the explorer has them.
 *
 * @example toDot(view, { merge: "legs" });
 */
export function toDot(graph: CapitalGraph | GraphRows, options: WriteOptions = {}): string {
  return [...writeDot(graph, options)].join("");
}

function* statements(graph: GraphRows, { merge, positions }: WriteOptions): Generator<string> {
  const { asOf, knownBy } = graph;
  const title = `Flows of capital as of ${asOf}${knownBy === null ? "" : `, as known by ${knownBy}`}`;
  yield "digraph capital_loop {\n";
  yield `  graph [label=${label(title)}, labelloc=t, fontname="Helvetica", overlap=false, splines=true];\n`;
  yield '  node [shape=plaintext, fontname="Helvetica", fontsize=11];\n';
  yield '  edge [fontname="Helvetica", fontsize=9, arrowsize=0.6];\n';
  const idOf = legalIds(() => entityIds(graph));
  for (const { id, entity } of graph.entities()) {
    const place = placedAt(positions, id);
    const isCore = place?.place === "hub" || place?.place === "bracket";
    // Graphviz counts y upwards, in points.
    const at =
      place === undefined || positions === undefined
        ? ""
        : `, pos="${place.x},${tenth(positions.stage.height - place.y)}!", fontcolor="${hex(dotColour(isCore))}"`;
    yield `  ${quoted(idOf(id))} [label=${label(entity.label)}${at}];\n`;
  }
  const edges = edgesOf(graph, merge);
  const edgeIdOf = legalIds(edges.ids);
  for (const { id, source, target, label: text, weight, colour } of edges.rows()) {
    const look = `penwidth=${weight}, color="${hex(colour)}"`;
    const ends = `${quoted(idOf(source))} -> ${quoted(idOf(target))}`;
    yield `  ${ends} [id=${quoted(edgeIdOf(id))}, tooltip=${label(text)}, ${look}];\n`;
  }
  yield "}\n";
}

/** A text in quotes. Only the quote has a meaning in a name; a backslash before one would hide it. */
function quoted(text: string): string {
  return `"${legal(text).replace(/["\\]/g, (sign) => (sign === '"' ? "&quot;" : "&#92;"))}"`;
}

/** A text that is shown: Graphviz reads escapes such as `\n` in it, and entities such as `&amp;`. */
function label(text: string): string {
  const safe = legal(text).replaceAll("&", "&amp;").replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  return `"${safe.replace(/[\r\n]+/g, " ")}"`;
}
