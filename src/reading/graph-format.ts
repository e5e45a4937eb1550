/** Which format a graph file has, by its name or by its first line. */
import { CapitalLoopError } from "../errors.js";

export type GraphFormat = "csv" | "tsv" | "edges" | "json" | "xml";

const FORMAT_OF: Readonly<Record<string, GraphFormat>> = {
  ".csv": "csv",
  ".tsv": "tsv",
  ".edges": "edges",
  ".txt": "edges",
  ".json": "json",
  ".gexf": "xml",
  ".graphml": "xml",
};

/** The ends of the names of files that are read; each may have `.gz` after it. */
export const READ_EXTENSIONS: readonly string[] = Object.keys(FORMAT_OF);

/**
 * The format of a file, told from the end of its name.
 *
 * @param path its name, with or without folders; errors call it so.
 * @throws CapitalLoopError `unknown-format` that names what can be read.
 */
export function formatOfName(path: string): GraphFormat {
  const name = path
    .slice(path.search(/[^\\/]*$/))
    .toLowerCase()
    .replace(/\.gz$/, "");
  const extension = name.slice(name.lastIndexOf("."));
  const format = name.includes(".") ? FORMAT_OF[extension] : undefined;
  if (format !== undefined) return format;
  const fault = name.includes(".")
    ? `${extension} files are not read`
    : "the name does not end in a known format";
  const message = `${path}: ${fault}; give ${READ_EXTENSIONS.join(", ")} (each also with .gz), or - for stdin`;
  throw new CapitalLoopError("unknown-format", message);
}

/** How much of a text is looked at to tell its format. */
const MOST_SNIFFED = 65_536;

/** Tells a text's format from its first line that says something, and gives it back whole. */
export async function sniffed(
  text: AsyncGenerator<string>,
): Promise<{ format: GraphFormat; text: AsyncIterable<string> }> {
  let seen = "";
  let format: GraphFormat | null = null;
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

function formatOfLine(line: string | null): GraphFormat | null {
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
