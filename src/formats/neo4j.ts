/**
 * The files of `neo4j-admin database import`, and `loops.cypher`: how to import them, and queries that find
 * the loops. Flows stand as they are; legs stand beside them with the sums that this program gives, so that
 * a query over legs finds the same loops, once each.
 *
 * @see https://neo4j.com/docs/operations-manual/current/import/
 */
import type { CapitalGraph } from "../graph/capital-graph.js";
import { legAt } from "../graph/legs.js";
import { firstDay, type PartialDay } from "../model/dates.js";
import { type CsvValue, csvLine } from "./csv-line.js";
import type { Writer } from "./format.js";
import { wholeCharacters } from "./half-characters.js";
import { legalIds } from "./legal-ids.js";
import { loopQueries } from "./neo4j/queries.js";
import { inPieces } from "./pieces.js";
import { entityIds, flowIds, type GraphRows, rowsOf } from "./rows.js";

/** Between the parts of a list: a sign that no text holds. */
const BETWEEN = "\u001f";

type Lines = Generator<readonly CsvValue[]>;

/** Every file of the set by its name. */
export const NEO4J_PARTS: Readonly<Record<string, Writer>> = {
  "entities.csv": (graph) => lines(entities(rowsOf(graph))),
  "flows.csv": (graph) => lines(flows(rowsOf(graph))),
  "legs.csv": (graph) => lines(legs(rowsOf(graph))),
  "loops.cypher": (graph) => inPieces([loopQueries(rowsOf(graph).asOf)]),
};

/**
 * A graph as the files of an import, each in one piece, by their names.
 *
 * @example Object.keys(toNeo4j(view)); // ["entities.csv", "flows.csv", "legs.csv", "loops.cypher"]
 */
export function toNeo4j(graph: CapitalGraph | GraphRows): Readonly<Record<string, string>> {
  const rows = rowsOf(graph);
  return Object.fromEntries(
    Object.entries(NEO4J_PARTS).map(([name, write]) => [name, [...write(rows)].join("")]),
  );
}

/** The importer runs no formulas: cells stand as they are. */
function lines(rows: Lines): Generator<string> {
  function* texts(): Generator<string> {
    for (const row of rows) yield csvLine(row, true);
  }
  return inPieces(texts());
}

/** `rank` is the place of an id in their order: a loop is written from its smallest. */
function* entities(graph: GraphRows): Lines {
  yield [
    "id:ID(Entity)",
    "rank:int",
    "name",
    "nameZhHans",
    "nameZhHant",
    "kind",
    "layer",
    "country",
    "ticker",
    ":LABEL",
  ];
  const idOf = legalIds(() => entityIds(graph), wholeCharacters);
  let rank = 0;
  for (const { id, entity } of graph.entities()) {
    const { label, nameZhHans, nameZhHant, kind, layer, country, ticker } = entity;
    yield [idOf(id), rank++, label, nameZhHans, nameZhHant, kind, layer, country, ticker, "Entity"];
  }
}

function* flows(graph: GraphRows): Lines {
  yield [
    ...[":START_ID(Entity)", ":END_ID(Entity)", ":TYPE", "id", "deal", "title", "kind", "class", "letter"],
    ...["amountUsd:double", "amount:double", "currency", "qualifier", "basis"],
    ...[
      "announced:date",
      "announcedAs",
      "paidFrom",
      "paidTo",
      "time:long",
      "state",
      "firmness",
      "live:boolean",
    ],
  ];
  const idOf = legalIds(() => entityIds(graph), wholeCharacters);
  const flowIdOf = legalIds(() => flowIds(graph), wholeCharacters);
  for (const { id, source, target, flow } of graph.flows()) {
    yield [
      ...[
        idOf(source),
        idOf(target),
        "FLOW",
        flowIdOf(id),
        flow.deal,
        flow.title,
        flow.kind,
        flow.class,
        flow.letter,
      ],
      ...[flow.amountUsd, flow.amount, flow.currency, flow.qualifier, flow.basis],
      ...[dayOf(flow.announced), flow.announced, flow.paidFrom, flow.paidTo, flow.time],
      ...[flow.state, flow.firmness, flow.live],
    ];
  }
}

function* legs(graph: GraphRows): Lines {
  yield [
    ":START_ID(Entity)",
    ":END_ID(Entity)",
    ":TYPE",
    "amountUsd:double",
    "deals:string[]",
    "flows:string[]",
  ];
  const idOf = legalIds(() => entityIds(graph), wholeCharacters);
  const flowIdOf = legalIds(() => flowIds(graph), wholeCharacters);
  const all = graph.legs();
  for (let leg = 0; leg < all.target.length; leg++) {
    const { from, to, amountUsd, deals, flows: keys } = legAt(all, leg);
    const list = keys.map(flowIdOf).join(BETWEEN);
    yield [idOf(from), idOf(to), "LEG", amountUsd, deals.join(BETWEEN), list];
  }
}

/** A date of the database is a whole day: a month or a year begins on its first. */
function dayOf(date: PartialDay | null): string | null {
  return date === null ? null : firstDay(date);
}
