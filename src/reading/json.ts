/**
 * Graphs as graphology writes them to JSON, ours and other people's. Attributes that flows and entities
 * carry here are read back; others are passed over; missing ones are filled as for a table's row.
 */
import type * as z from "zod";
import { CapitalLoopError } from "../errors.js";
import { wholeCharacters } from "../formats/half-characters.js";
import { type CapitalGraph, emptyGraph, type FlowAttributes } from "../graph/capital-graph.js";
import { type Day, lastDay } from "../model/dates.js";
import { closest, explainIssue, type FieldPath, pathText } from "../model/explain.js";
import type { FileFaults } from "./faults.js";
import { isReserved, RESERVED, RESERVED_HINT } from "./fields.js";
import { faultPlace, valuePlace } from "./json-places.js";
import { EdgeFields, GraphFields, NodeFields, SerializedGraph } from "./json-shape.js";
import { readKind } from "./kinds.js";
import { bareEntity, bareFlow, DAY_OF_UNDATED } from "./rows.js";
import type { Place } from "./xml-text.js";

type Note = (path: FieldPath, message: string, hint: string) => void;

/** The places of faults are looked up only in texts that can be read again and again in no time. */
const MOST_CHARACTERS_TO_LOCATE = 10_000_000;
const START: Place = { line: 1, column: 1 };

/**
 * Reads a whole document. Faults are noted; the graph is worth something only when there were none. Half
 * characters, which no file or address could hold again, are read as U+FFFD, and said.
 *
 * @throws CapitalLoopError `invalid-graph` for an undirected graph: money moves one way.
 * @remarks Time and space O(characters); JSON is read whole.
 */
export function readJson(
  text: string,
  faults: FileFaults,
  undatedDay: Day = DAY_OF_UNDATED,
  onWarning: (text: string) => void = () => {},
): CapitalGraph {
  const canLocate = text.length <= MOST_CHARACTERS_TO_LOCATE;
  const note: Note = (path, message, hint) => {
    const { line, column } = canLocate && !faults.isFull ? valuePlace(text, path) : START;
    faults.add(line, column, pathText(path), message, hint);
  };

  let parsed: Parsed;
  try {
    parsed = parse(text);
  } catch (error) {
    const { line, column } = canLocate ? faultPlace(text) : START;
    const [said = ""] =
      error instanceof Error ? error.message.split(/,? "|\s+in JSON at|\s+at position/) : [];
    faults.add(line, column, "", `not JSON: ${said}`, "was the file cut off, or edited by hand?");
    return emptyGraph(undatedDay);
  }

  const graph = checked(SerializedGraph, parsed.document, [], note);
  if (graph === null) return emptyGraph(undatedDay);
  if (graph.options?.type === "undirected" || graph.edges.some((edge) => edge.undirected === true)) {
    const mend = "money moves one way: export it as a directed graph";
    throw new CapitalLoopError("invalid-graph", `${faults.file}: this graph is undirected; ${mend}`);
  }
  const filled = fill(graph, note, undatedDay);
  if (parsed.halves > 0 && !faults.hasAny) {
    const texts = parsed.halves === 1 ? "1 text holds" : `${parsed.halves} texts hold`;
    onWarning(`${faults.file}: ${texts} half a character, as where a name was cut off; read as \ufffd`);
  }
  return filled;
}

interface Parsed {
  readonly document: unknown;
  /** How many texts held half a character. */
  readonly halves: number;
}

/** What half a character is written as; most texts have neither, and a closer look takes its time. */
const HALVES = /\\u[dD][89a-fA-F]|\p{Surrogate}/u;

/** @throws SyntaxError for what is no JSON. */
function parse(text: string): Parsed {
  if (!HALVES.test(text)) return { document: JSON.parse(text), halves: 0 };
  let halves = 0;
  const document: unknown = JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== "string") return value;
    const whole = wholeCharacters(value);
    if (whole !== value) halves++;
    return whole;
  });
  return { document, halves };
}

function checked<S extends z.ZodType>(
  schema: S,
  value: unknown,
  above: FieldPath,
  note: Note,
): z.output<S> | null {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues)
    for (const { path, message, hint } of explainIssue(issue, schema))
      note([...above, ...path], message, hint);
  return null;
}

function fill(serialized: SerializedGraph, note: Note, undatedDay: Day): CapitalGraph {
  const own = checked(GraphFields, serialized.attributes ?? {}, ["attributes"], note);
  const graph = emptyGraph(own?.asOf ?? undatedDay, own?.knownBy ?? null);

  serialized.nodes.forEach(({ key, attributes = {} }, i) => {
    const id = String(key);
    const fields = checked(NodeFields, attributes, ["nodes", i, "attributes"], note);
    if (isReserved(id)) note(["nodes", i, "key"], `"${id}" ${RESERVED}`, RESERVED_HINT);
    else if (graph.hasNode(id))
      note(["nodes", i, "key"], `"${id}" stands twice`, "give each node its own key");
    else graph.addNode(id, { ...bareEntity(id), ...stated(fields ?? {}) });
  });

  let last: Day | null = null;
  serialized.edges.forEach(({ key, source, target, attributes = {} }, i) => {
    const id = String(key ?? i + 1);
    const fields = checked(EdgeFields, attributes, ["edges", i, "attributes"], note);
    const flow = fields === null ? null : flowOf(fields, id, String(source), String(target));
    if (flow !== null && "message" in flow) note(["edges", i, "attributes", "kind"], flow.message, flow.hint);
    for (const end of ["source", "target"] as const) {
      const node = String({ source, target }[end]);
      if (graph.hasNode(node) || isReserved(node)) continue;
      const near = closest(node, graph.nodes());
      const hint = near === null ? "add it to nodes, or correct the edge" : `did you mean "${near}"?`;
      note(["edges", i, end], `no node has the key "${node}"`, hint);
    }
    if (graph.hasEdge(id)) note(["edges", i, "key"], `"${id}" stands twice`, "give each edge its own key");
    else if (flow !== null && !("message" in flow) && graph.hasNode(source) && graph.hasNode(target)) {
      graph.addDirectedEdgeWithKey(id, source, target, flow);
      const day = flow.announced === null ? null : lastDay(flow.announced);
      if (day !== null && (last === null || day > last)) last = day;
    }
  });
  if (own?.asOf === undefined && last !== null) graph.setAttribute("asOf", last);
  return graph;
}

/** An edge's attributes as a flow's; a kind that is none is given back as its fault. */
function flowOf(
  fields: EdgeFields,
  id: string,
  source: string,
  target: string,
): FlowAttributes | { readonly message: string; readonly hint: string } {
  const { kind: kindText, amount, currency, date, ...rest } = fields;
  const read = kindText === null || kindText === undefined ? { kind: null } : readKind(kindText);
  if (!("kind" in read)) return read;
  const inDollars = (currency ?? "USD") === "USD" ? (amount ?? null) : null;
  const bare = bareFlow({
    source,
    target,
    id: rest.deal ?? id,
    kind: read.kind,
    amountUsd: rest.amountUsd === undefined ? inDollars : rest.amountUsd,
    announced: rest.announced ?? date ?? null,
    time: rest.time ?? null,
  });
  const asStated = amount === undefined ? {} : { amount, currency: currency ?? null };
  return { ...bare, ...stated(rest), ...asStated };
}

/** The fields that are there. */
function stated<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
