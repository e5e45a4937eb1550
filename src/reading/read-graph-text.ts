/** Any graph file's text as a graph to search, wherever the text comes from. */
import type { CapitalGraph } from "../graph/capital-graph.js";
import { type LegGraph, legsOf } from "../graph/legs.js";
import { type View, viewGraph } from "../graph/view.js";
import type { Day } from "../model/dates.js";
import { readCsv } from "./csv.js";
import { readEdges } from "./edges.js";
import { FileFaults } from "./faults.js";
import { formatOfName, type GraphFormat } from "./graph-format.js";
import { linesOf } from "./lines.js";
import { RowLegsSink } from "./row-legs.js";
import { type FlowRow, graphOfRows, type RowSink } from "./rows.js";

/** What a reader of graph files can be told. */
export interface ReadGraphOptions {
  /** The day a graph without any date is seen from; 1970-01-01 unless given. */
  readonly undatedDay?: Day | undefined;
  /** Told of what was read otherwise than written. */
  readonly onWarning?: ((text: string) => void) | undefined;
}

/** A file that is being read. */
export interface GraphText {
  /** What faults call it. */
  readonly name: string;
  readonly format: GraphFormat;
  /** In pieces, as they come, without a byte order mark. */
  readonly text: AsyncIterable<string>;
}

/**
 * Reads a text as `readGraph` reads a file, in Node, a browser or a worker.
 *
 * @param name the file's name, whose end says the format; faults call it so.
 * @param text what it holds, unpacked, in pieces as they come.
 * @throws CapitalLoopError `invalid-graph` with up to 50 problems, `unreadable`, `unknown-format`.
 * @remarks Time and space O(flows), some hundred bytes each; JSON is read whole. A text in gzip is unpacked by whoever
 * gives it.
 * @example const graph = await readGraphText(file.name, file.stream().pipeThrough(new TextDecoderStream()));
 */
export async function readGraphText(
  name: string,
  text: AsyncIterable<string>,
  options: ReadGraphOptions = {},
): Promise<CapitalGraph> {
  return graphOfText({ name, format: formatOfName(name), text }, options);
}

/** The graph of a text whose format is known. */
export async function graphOfText(file: GraphText, options: ReadGraphOptions): Promise<CapitalGraph> {
  if (file.format === "json" || file.format === "xml") return readWhole(file, options);
  const rows: FlowRow[] = [];
  await readRows(file, { add: (row) => rows.push(row) }, options);
  return graphOfRows(rows, options.undatedDay);
}

/** The legs of a file in view, ready to be searched. */
export interface ReadLegs {
  readonly legs: LegGraph;
  /** The names of entities that have one other than their id. */
  readonly names: ReadonlyMap<string, string>;
  /** Deals in view. */
  readonly deals: number;
  /** The day the file is seen from. */
  readonly asOf: Day;
}

/** What a view keeps of a text, as legs; a table's rows go straight into typed columns. */
export async function legsOfText(file: GraphText, view: View, options: ReadGraphOptions): Promise<ReadLegs> {
  if (file.format === "json" || file.format === "xml")
    return legsInView(viewGraph(await readWhole(file, options), view));
  const sink = new RowLegsSink(view);
  await readRows(file, sink, options);
  const { legs, deals, asOf } = sink.take(options.undatedDay);
  return { legs, names: new Map(), deals, asOf };
}

/** The legs of a graph. */
export function legsInView(graph: CapitalGraph): ReadLegs {
  const names = new Map<string, string>();
  graph.forEachNode((id, { label }) => {
    if (label !== id) names.set(id, label);
  });
  const legs = legsOf(graph);
  return { legs, names, deals: new Set(legs.deals()).size, asOf: graph.getAttribute("asOf") };
}

async function readRows(
  { name, format, text }: GraphText,
  sink: RowSink,
  { onWarning }: ReadGraphOptions,
): Promise<void> {
  const faults = new FileFaults(name);
  if (format === "edges") {
    const negative = await readEdges(linesOf(text, name), faults, sink);
    if (negative > 0)
      onWarning?.(`${name}: ${negative} amounts below zero are no payments; read as undisclosed`);
  } else await readCsv(text, format === "csv" ? "," : "\t", faults, sink);
  faults.throwAny();
}

/** A file that says what its entities are, not only who pays whom. */
async function readWhole(
  { name, format, text }: GraphText,
  { undatedDay, onWarning }: ReadGraphOptions,
): Promise<CapitalGraph> {
  const faults = new FileFaults(name);
  // Loaded when such a file comes: most are tables, and a page has to fetch what it loads.
  const graph =
    format === "xml"
      ? await (await import("./xml.js")).readXmlGraph(text, faults, undatedDay, onWarning)
      : (await import("./json.js")).readJson(await whole(text), faults, undatedDay, onWarning);
  faults.throwAny();
  return graph;
}

async function whole(text: AsyncIterable<string>): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of text) pieces.push(piece);
  return pieces.join("");
}
