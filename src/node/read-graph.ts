/** Any graph file, or stdin, as a graph to search. */
import { basename } from "node:path";
import { CapitalLoopError } from "../errors.js";
import type { CapitalGraph } from "../graph/capital-graph.js";
import { type LegGraph, legsOf } from "../graph/legs.js";
import { type View, viewGraph } from "../graph/view.js";
import type { Day } from "../model/dates.js";
import { readCsv } from "./graph-files/csv.js";
import { readEdges } from "./graph-files/edges.js";
import { FileFaults } from "./graph-files/faults.js";
import { readJson } from "./graph-files/json.js";
import { RowLegsSink } from "./graph-files/row-legs.js";
import { type FlowRow, graphOfRows, type RowSink } from "./graph-files/rows.js";
import { linesOf, textOf } from "./graph-files/text.js";
import { readXmlGraph } from "./graph-files/xml.js";

/** What a reader of graph files can be told. */
export interface ReadGraphOptions {
  /** The day a graph without any date is seen from; 1970-01-01 unless given. */
  readonly undatedDay?: Day | undefined;
  /** Told of what was read otherwise than written. */
  readonly onWarning?: ((text: string) => void) | undefined;
}

type Format = "csv" | "tsv" | "edges" | "json" | "xml";

const FORMAT_OF: Readonly<Record<string, Format>> = {
  ".csv": "csv",
  ".tsv": "tsv",
  ".edges": "edges",
  ".txt": "edges",
  ".json": "json",
  ".gexf": "xml",
  ".graphml": "xml",
};

/**
 * Reads `.csv` and `.tsv` (`source,target`, optionally `id,kind,amount,date`), `.edges` and `.txt` (source,
 * target, optionally Unix seconds and amount), graphology's `.json`, `.gexf` and `.graphml`; each also
 * gzipped. `-` is stdin, whose format is told from its first line.
 *
 * A table or edge list is seen from the last day that any of its dates covers; JSON from its own `asOf`.
 *
 * @throws CapitalLoopError `invalid-graph` with up to 50 problems, `unreadable`, `unknown-format`.
 * @remarks Tables and edge lists are read as they come; time and space O(flows), some hundred bytes each.
 * For millions of them, `readLegs`.
 * @example const graph = await readGraph("payments.csv.gz");
 */
export async function readGraph(path: string, options: ReadGraphOptions = {}): Promise<CapitalGraph> {
  const file = await openFile(path);
  if (file.format === "json" || file.format === "xml") return readWholeFile(file, options);
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

/**
 * Reads what `readGraph` reads, and keeps of it what a view does, as legs: the form that searches run on.
 *
 * @throws CapitalLoopError as `readGraph` and `viewGraph` do.
 * @remarks Tables and edge lists go straight into typed columns: some fifty bytes a flow. JSON is read whole.
 * @example findLoops((await readLegs("payments.csv.gz")).legs, { top: 10 });
 */
export async function readLegs(
  path: string,
  view: View = {},
  options: ReadGraphOptions = {},
): Promise<ReadLegs> {
  const file = await openFile(path);
  if (file.format === "json" || file.format === "xml")
    return legsInView(viewGraph(await readWholeFile(file, options), view));
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

interface OpenFile {
  /** What faults call it. */
  readonly name: string;
  readonly format: Format;
  readonly text: AsyncIterable<string>;
}

async function openFile(path: string): Promise<OpenFile> {
  if (path === "-") return { name: "stdin", ...(await sniff(textOf("-"))) };
  return { name: path, format: formatOf(path), text: textOf(path) };
}

async function readRows(
  { name, format, text }: OpenFile,
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
async function readWholeFile(
  { name, format, text }: OpenFile,
  { undatedDay, onWarning }: ReadGraphOptions,
): Promise<CapitalGraph> {
  const faults = new FileFaults(name);
  const graph =
    format === "xml"
      ? await readXmlGraph(text, faults, undatedDay, onWarning)
      : readJson(await whole(text), faults, undatedDay);
  faults.throwAny();
  return graph;
}

async function whole(text: AsyncIterable<string>): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of text) pieces.push(piece);
  return pieces.join("");
}

function formatOf(path: string): Format {
  const name = basename(path).toLowerCase().replace(/\.gz$/, "");
  const extension = name.slice(name.lastIndexOf("."));
  const format = name.includes(".") ? FORMAT_OF[extension] : undefined;
  if (format !== undefined) return format;
  const readable = Object.keys(FORMAT_OF).join(", ");
  const fault = name.includes(".")
    ? `${extension} files are not read`
    : "the name does not end in a known format";
  const message = `${path}: ${fault}; give ${readable} (each also with .gz), or - for stdin`;
  throw new CapitalLoopError("unknown-format", message);
}

/** How much of stdin is looked at to tell its format. */
const MOST_SNIFFED = 65_536;

/** Tells a text's format from its first line that says something. */
async function sniff(text: AsyncGenerator<string>): Promise<{ format: Format; text: AsyncIterable<string> }> {
  let seen = "";
  let format: Format | null = null;
  while (format === null) {
    const { value, done } = await text.next();
    if (done !== true) seen += value;
    const atEnd = done === true || seen.length > MOST_SNIFFED;
    format = formatOfLine(firstLine(seen, atEnd)) ?? (atEnd ? "edges" : null);
  }
  const whole = async function* () {
    yield seen;
    yield* text;
  };
  return { format, text: whole() };
}

/** The first line that is neither blank nor a comment, once it is known to be whole. */
function firstLine(seen: string, atEnd: boolean): string | null {
  const lines = seen.split("\n");
  const rest = lines.pop() ?? "";
  if (atEnd || rest.trimStart().startsWith("{")) lines.push(rest);
  return lines.find((line) => line.trim() !== "" && !line.trim().startsWith("#")) ?? null;
}

function formatOfLine(line: string | null): Format | null {
  if (line === null) return null;
  if (line.trim().startsWith("{")) return "json";
  if (line.trim().startsWith("<")) return "xml";
  const names = (sign: string) =>
    line.split(sign).map((name) => name.replaceAll('"', "").trim().toLowerCase());
  const isHeader = (sign: string) => names(sign).includes("source") && names(sign).includes("target");
  if (isHeader(",")) return "csv";
  if (isHeader("\t")) return "tsv";
  // A line without blanks is no edge: the reader of tables says what its header lacks.
  return line.includes(",") && !/\S\s+\S/.test(line) ? "csv" : "edges";
}
