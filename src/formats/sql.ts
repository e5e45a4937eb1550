/**
 * SQL for PostgreSQL: tables of entities, flows and legs in a schema of their own, and `loops(n)`, a recursive
 * query that finds every loop of up to n legs. One file, for `psql -f`; it refuses to run twice rather than
 * replace what is there.
 */
import type { CapitalGraph } from "../graph/capital-graph.js";
import { flowCount, legFrom } from "../graph/legs.js";
import { legalIds } from "./legal-ids.js";
import { inPieces } from "./pieces.js";
import { entityIds, flowIds, type GraphRows, rowsOf } from "./rows.js";
import { LOOPS_FUNCTION, SQL_TABLES, type SqlRow, type SqlTable } from "./sql/tables.js";
import { legal } from "./xml.js";

/** A graph as SQL, in pieces. */
export function writeSql(graph: CapitalGraph | GraphRows): Generator<string> {
  return inPieces(statements(rowsOf(graph)));
}

/**
 * A graph as SQL for PostgreSQL 14 or newer, in one piece. It refuses to run where its schema is there already.
 *
 * @example toSql(view).includes("CREATE SCHEMA capital_loop"); // true
 */
export function toSql(graph: CapitalGraph | GraphRows): string {
  return [...writeSql(graph)].join("");
}

function* statements(graph: GraphRows): Generator<string> {
  yield `-- Flows of capital as of ${graph.asOf}, for PostgreSQL 14 or newer: psql -v ON_ERROR_STOP=1 -f FILE DATABASE
-- Then: SELECT * FROM capital_loop.loops(5);
-- To load it again, first: DROP SCHEMA capital_loop CASCADE;
BEGIN;
CREATE SCHEMA capital_loop;
SET LOCAL search_path TO capital_loop;
`;
  const { entities, flows, legs } = SQL_TABLES;
  yield entities.create;
  yield* inserts(entities, entityRows(graph));
  yield flows.create;
  yield* inserts(flows, flowRows(graph));
  yield legs.create;
  yield* inserts(legs, legRows(graph));
  yield LOOPS_FUNCTION;
  yield "COMMIT;\n";
}

function* entityRows(graph: GraphRows): Generator<SqlRow> {
  const idOf = legalIds(() => entityIds(graph));
  let rank = 0;
  for (const { id, entity } of graph.entities()) {
    const { label, nameZhHans, nameZhHant, kind, layer, country, ticker } = entity;
    yield [idOf(id), rank++, label, nameZhHans, nameZhHant, kind, layer, country, ticker];
  }
}

function* flowRows(graph: GraphRows): Generator<SqlRow> {
  const idOf = legalIds(() => entityIds(graph));
  const flowIdOf = legalIds(() => flowIds(graph));
  for (const { id, source, target, flow } of graph.flows()) {
    yield [
      ...[
        flowIdOf(id),
        idOf(source),
        idOf(target),
        flow.deal,
        flow.title,
        flow.kind,
        flow.class,
        flow.letter,
      ],
      ...[flow.amountUsd, flow.amount, flow.currency, flow.qualifier, flow.basis],
      ...[flow.announced, flow.paidFrom, flow.paidTo, flow.time, flow.state, flow.firmness, flow.live],
    ];
  }
}

/** Payers and payees by their rank: integers are joined faster than names. */
function* legRows(graph: GraphRows): Generator<SqlRow> {
  const legs = graph.legs();
  for (let leg = 0; leg < legs.target.length; leg++) {
    const usd = legs.amountUsd[leg] ?? Number.NaN;
    yield [legFrom(legs, leg), legs.target[leg] ?? 0, Number.isNaN(usd) ? null : usd, flowCount(legs, leg)];
  }
}

/** Rows in one statement: many are read many times faster than one by one. */
const ROWS_AT_ONCE = 500;

function* inserts({ name, columns }: SqlTable, rows: Iterable<SqlRow>): Generator<string> {
  const before = `INSERT INTO ${name} (${columns.join(", ")}) VALUES`;
  let count = 0;
  for (const row of rows) {
    const isFirst = count % ROWS_AT_ONCE === 0;
    yield `${count === 0 ? "" : isFirst ? ";\n" : ","}${isFirst ? `${before}\n` : "\n"}  (${row.map(literal).join(", ")})`;
    count++;
  }
  if (count > 0) yield ";\n";
}

/** A value as PostgreSQL writes it: quotes doubled, and no sign that a text there cannot hold. */
function literal(value: string | number | boolean | null): string {
  if (value === null) return "NULL";
  if (typeof value !== "string") return String(value).toUpperCase();
  return `'${legal(value).replaceAll("'", "''")}'`;
}
