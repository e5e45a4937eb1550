/** Rows of a graph file, whatever its format, as flows of a graph. */
import {
  type CapitalGraph,
  type EntityAttributes,
  emptyGraph,
  type FlowAttributes,
} from "../graph/capital-graph.js";
import { type Day, lastDay, type PartialDay } from "../model/dates.js";
import { DEAL_KINDS, type FlowKind } from "../model/deal-kinds.js";
import { dayOf } from "./fields.js";

/** One flow as a file states it. */
export interface FlowRow {
  readonly source: string;
  readonly target: string;
  readonly id: string | null;
  readonly kind: FlowKind | null;
  /** A term of the deal that its kind's short name says, such as take-or-pay. */
  readonly term?: string | undefined;
  /** US dollars; null when the file states none. */
  readonly amountUsd: number | null;
  /** When it was announced; where only `time` is known, its day. */
  readonly announced: PartialDay | null;
  /** Seconds since 1970. */
  readonly time: number | null;
}

/** Takes rows as they are read. */
export interface RowSink {
  add(row: FlowRow): void;
}

/** The day a graph is seen from when it has no date at all. */
export const DAY_OF_UNDATED: Day = "1970-01-01";

/**
 * The graph of rows: each is one flow of one signed deal. A row without an id is the deal `row-N` and the
 * edge `N`, counted from 1. The graph is seen from the last day that any date in it covers, so that nothing
 * is left out; without any date, from `undatedDay`.
 *
 * @remarks Time and space O(rows). Given ids must differ: whoever reads them sees to it.
 */
export function graphOfRows(rows: readonly FlowRow[], undatedDay: Day = DAY_OF_UNDATED): CapitalGraph {
  const taken = new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])));
  const graph = emptyGraph(lastDate(rows) ?? undatedDay);
  rows.forEach((row, i) => {
    for (const end of [row.source, row.target]) if (!graph.hasNode(end)) graph.addNode(end, bareEntity(end));
    const number = String(i + 1);
    const key = row.id ?? (taken.has(number) ? `row-${number}` : number);
    const flow = { ...bareFlow(row), deal: row.id ?? `row-${number}` };
    graph.addDirectedEdgeWithKey(key, row.source, row.target, flow);
  });
  return graph;
}

/** The last day that a date of any row covers. */
function lastDate(rows: readonly FlowRow[]): Day | null {
  let last: Day | null = null;
  for (const row of rows) {
    const announced = announcedOn(row);
    if (announced === null) continue;
    const day = lastDay(announced);
    if (last === null || day > last) last = day;
  }
  return last;
}

function announcedOn({ announced, time }: FlowRow): PartialDay | null {
  return announced ?? (time === null ? null : dayOf(time));
}

/** An entity of which only the id is known. */
export function bareEntity(id: string): EntityAttributes {
  return {
    label: id,
    nameZhHans: null,
    nameZhHant: null,
    kind: null,
    layer: null,
    country: null,
    ticker: null,
    parents: [],
  };
}

/** What a row says as a flow carries it; class and letter come from the kind, `OPS` without one. */
export function bareFlow(row: FlowRow): FlowAttributes {
  const kind = row.kind === null ? null : DEAL_KINDS[row.kind];
  return {
    deal: row.id ?? "",
    title: `${row.source} ${kind === null ? "pays" : kind.en.verb} ${row.target}${row.term === undefined ? "" : ` (${row.term})`}`,
    kind: row.kind,
    class: kind?.class ?? "OPS",
    letter: kind?.letter ?? null,
    amountUsd: row.amountUsd,
    amount: row.amountUsd,
    currency: row.amountUsd === null ? null : "USD",
    qualifier: row.amountUsd === null ? null : "exact",
    basis: "total",
    announced: announcedOn(row),
    paidFrom: null,
    paidTo: null,
    time: row.time,
    steps: [],
    collection: "current",
    state: "signed",
    firmness: "signed",
    live: true,
  };
}
