/** Every format of graphs: one table for the command line, the explorer and the library. */
import { writeCsvEdges, writeCsvNodes } from "./csv.js";
import { writeCytoscape } from "./cytoscape.js";
import { writeDot } from "./dot.js";
import type { Format, Writer } from "./format.js";
import { writeGexf } from "./gexf.js";
import { writeGraphml } from "./graphml.js";
import { writeJson } from "./json.js";
import { writeJsonld } from "./jsonld.js";
import { NEO4J_PARTS } from "./neo4j.js";
import { writeSql } from "./sql.js";
import { writeSvg } from "./svg.js";

const TABLE = {
  gexf: {
    name: "GEXF",
    opens: "Gephi, Gephi Lite, NetworkX, igraph",
    extensions: ["gexf"],
    mediaType: "application/gexf+xml",
    write: writeGexf,
    reads: true,
  },
  graphml: {
    name: "GraphML",
    opens: "NetworkX, igraph, yEd, Gephi, Cytoscape",
    extensions: ["graphml"],
    mediaType: "application/graphml+xml",
    write: writeGraphml,
    reads: true,
  },
  json: {
    name: "JSON (graphology)",
    opens: "graphology, sigma, Gephi Lite; nothing is lost",
    extensions: ["json"],
    mediaType: "application/json",
    write: writeJson,
    reads: true,
  },
  csv: {
    name: "CSV",
    opens: "Gephi, Excel, pandas",
    extensions: ["csv", "tsv"],
    mediaType: "text/csv",
    parts: { "nodes.csv": writeCsvNodes, "edges.csv": writeCsvEdges },
    reads: true,
  },
  edges: {
    name: "edge list",
    opens: "network repositories",
    extensions: ["edges", "txt"],
    mediaType: "text/plain",
    reads: true,
  },
  cytoscape: {
    name: "Cytoscape JSON",
    opens: "Cytoscape, Cytoscape.js",
    extensions: ["cyjs"],
    mediaType: "application/json",
    write: writeCytoscape,
  },
  jsonld: {
    name: "JSON-LD",
    opens: "RDF stores; with PROV for the sources",
    extensions: ["jsonld"],
    mediaType: "application/ld+json",
    write: writeJsonld,
  },
  neo4j: {
    name: "Neo4j import files",
    opens: "neo4j-admin; with queries for loops",
    extensions: ["cypher"],
    mediaType: "text/csv",
    parts: NEO4J_PARTS,
  },
  sql: {
    name: "SQL",
    opens: "PostgreSQL; with a query for loops",
    extensions: ["sql"],
    mediaType: "application/sql",
    write: writeSql,
  },
  dot: {
    name: "DOT",
    opens: "Graphviz",
    extensions: ["dot", "gv"],
    mediaType: "text/vnd.graphviz",
    write: writeDot,
  },
  svg: {
    name: "SVG",
    opens: "browsers, print, Inkscape",
    extensions: ["svg"],
    mediaType: "image/svg+xml",
    write: writeSvg,
  },
} as const satisfies Record<string, Format>;
/** The name of a format in `FORMATS`. */
export type FormatName = keyof typeof TABLE;

/** Every format that graphs are written in or read from, by its name. */
export const FORMATS: Readonly<Record<FormatName, Format>> = TABLE;

/** The formats that can be written, in the order of the table. */
export const WRITTEN_FORMATS = (Object.keys(FORMATS) as FormatName[]).filter(
  (name) => partsOf(name) !== null,
);

/** The ends of names of the files a graph is read from. */
export const READ_EXTENSIONS: readonly string[] = Object.values(FORMATS).flatMap(({ reads, extensions }) =>
  reads === true ? extensions : [],
);

/** The files of a format with their writers; a single one has no name of its own. Null for one only read. */
export function partsOf(name: FormatName): Readonly<Record<string, Writer>> | null {
  const { write, parts } = FORMATS[name];
  return parts ?? (write === undefined ? null : { "": write });
}

export {
  type Format,
  GEXF_VERSIONS,
  type GexfVersion,
  type WriteOptions,
  type Writer,
} from "./format.js";
export { type GraphRows, MERGES, type Merge } from "./rows.js";
