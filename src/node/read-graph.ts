/** Any graph file, or stdin, as a graph to search. */
import { basename } from "node:path";
import { CapitalLoopError } from "../errors.js";
import type { CapitalGraph } from "../graph/capital-graph.js";
import type { Day } from "../model/dates.js";
import { readCsv } from "./graph-files/csv.js";
import { readEdges } from "./graph-files/edges.js";
import { FileFaults } from "./graph-files/faults.js";
import { readJson } from "./graph-files/json.js";
import { graphOfRows } from "./graph-files/rows.js";
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
 * @remarks Tables and edge lists are read as they come; time and space O(flows).
 * @example const graph = await readGraph("payments.csv.gz");
 */
export async function readGraph(path: string, options: ReadGraphOptions = {}): Promise<CapitalGraph> {
  const name = path === "-" ? "stdin" : path;
  const { format, text } =
    path === "-" ? await sniff(textOf("-")) : { format: formatOf(path), text: textOf(path) };
  const faults = new FileFaults(name);
  const graph = await readAs(format, text, faults, options);
  faults.throwAny();
  return graph;
}

async function readAs(
  format: Format,
  text: AsyncIterable<string>,
  faults: FileFaults,
  { undatedDay, onWarning }: ReadGraphOptions,
): Promise<CapitalGraph> {
  switch (format) {
    case "csv":
    case "tsv":
      return graphOfRows(await readCsv(text, format === "csv" ? "," : "\t", faults), undatedDay);
    case "edges": {
      const { rows, negative } = await readEdges(linesOf(text, faults.file), faults);
      if (negative > 0)
        onWarning?.(`${faults.file}: ${negative} amounts below zero are no payments; read as undisclosed`);
      return graphOfRows(rows, undatedDay);
    }
    case "xml":
      return readXmlGraph(text, faults, undatedDay, onWarning);
    case "json": {
      const pieces: string[] = [];
      for await (const piece of text) pieces.push(piece);
      return readJson(pieces.join(""), faults, undatedDay);
    }
  }
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
