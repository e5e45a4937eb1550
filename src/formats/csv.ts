/**
 * Two tables, `nodes.csv` and `edges.csv`: what Gephi's spreadsheet import, Cytoscape, Excel and pandas take.
 * The columns `Id`, `Label`, `Source`, `Target`, `Type`, `Weight` are Gephi's own; `edges.csv` is also a graph
 * file that this program reads back, by `source,target,id,kind,amount,date`.
 *
 * @see https://gephi.org/users/supported-graph-formats/csv-format/
 */
import type { CapitalGraph } from "../graph/capital-graph.js";
import { type Cell, cellText, ENTITY_COLUMNS } from "./columns.js";
import { BYTE_ORDER_MARK, type CsvValue, csvLine } from "./csv-line.js";
import type { WriteOptions } from "./format.js";
import { wholeCharacters } from "./half-characters.js";
import { legalIds } from "./legal-ids.js";
import { inPieces } from "./pieces.js";
import { edgesOf, entityIds, type GraphRows, rowsOf } from "./rows.js";

/** The two tables, each in one piece. */
export interface CsvTables {
  readonly nodes: string;
  readonly edges: string;
}

/**
 * A graph as two tables. A cell that a spreadsheet would run as a formula gets a leading apostrophe unless
 * `rawCells` is set; `edges` is itself a graph that `readGraph` reads.
 *
 * @example toCsv(view).edges.split("\n")[0]?.split(",")[0]; // "Source"
 */
export function toCsv(graph: CapitalGraph | GraphRows, options: WriteOptions = {}): CsvTables {
  return {
    nodes: [...writeCsvNodes(graph, options)].join(""),
    edges: [...writeCsvEdges(graph, options)].join(""),
  };
}

/** The table of entities, in pieces. */
export function writeCsvNodes(
  graph: CapitalGraph | GraphRows,
  options: WriteOptions = {},
): Generator<string> {
  return table(nodeLines(rowsOf(graph)), options);
}

/** The table of flows, or of legs, in pieces. */
export function writeCsvEdges(
  graph: CapitalGraph | GraphRows,
  options: WriteOptions = {},
): Generator<string> {
  return table(edgeLines(rowsOf(graph), options), options);
}

function table(
  lines: Iterable<readonly CsvValue[]>,
  { bom = false, rawCells = false }: WriteOptions,
): Generator<string> {
  function* texts(): Generator<string> {
    if (bom) yield BYTE_ORDER_MARK;
    for (const line of lines) yield csvLine(line, rawCells);
  }
  return inPieces(texts());
}

function* nodeLines(graph: GraphRows): Generator<readonly CsvValue[]> {
  yield ["Id", "Label", ...ENTITY_COLUMNS.map(({ id }) => id)];
  const idOf = legalIds(() => entityIds(graph), wholeCharacters);
  for (const { id, entity } of graph.entities())
    yield [idOf(id), entity.label, ...ENTITY_COLUMNS.map((column) => plain(column.of(entity)))];
}

/** The columns that the reader of tables looks for, and what fills them. */
const READ_BACK = { Kind: "deal_kind", Amount: "amount_usd", Date: "announced" } as const;

function* edgeLines(graph: GraphRows, { merge }: WriteOptions): Generator<readonly CsvValue[]> {
  const edges = edgesOf(graph, merge);
  const idOf = legalIds(() => entityIds(graph), wholeCharacters);
  const edgeIdOf = legalIds(edges.ids, wholeCharacters);
  const at = (column: string) => edges.columns.findIndex(({ id }) => id === column);
  const known = Object.entries(READ_BACK).filter(([, column]) => at(column) !== -1);
  const first = known.map(([, column]) => at(column));
  // `amount` is the sum in its own currency: under that name it would be read back as dollars.
  const rest = edges.columns.flatMap(({ id }, i) => (first.includes(i) ? [] : [{ id, i }]));
  const nameOf = (id: string) => (id === "amount" ? "amount_as_stated" : id);

  yield [
    ...["Source", "Target", "Type", "Id", "Label", "Weight"],
    ...known.map(([name]) => name),
    ...rest.map(({ id }) => nameOf(id)),
  ];
  for (const { source, target, id, label, weight, values } of edges.rows()) {
    const cell = (i: number) => plain(values[i] ?? null);
    yield [
      idOf(source),
      idOf(target),
      "Directed",
      edgeIdOf(id),
      label,
      weight,
      ...first.map(cell),
      ...rest.map(({ i }) => cell(i)),
    ];
  }
}

function plain(cell: Cell): CsvValue {
  return cell === null || typeof cell === "number" ? cell : cellText(cell);
}
