/**
 * What formats say of an entity, a flow and a leg: one table each, in the order it is written. A value that
 * is null is not written, and never becomes zero.
 */
import type { EntityAttributes, FlowAttributes } from "../graph/capital-graph.js";
import { type LegFlow, leadFlow } from "../graph/legs.js";
import { type Firmness, firmnessRank } from "../model/status.js";
import type { Span } from "./spans.js";

/** The types that every reader of graphs knows. */
export type ColumnType = "string" | "double" | "integer" | "liststring";
export type Cell = string | number | readonly string[] | null;

/** A column's name and type. */
export interface Declared {
  readonly id: string;
  readonly type: ColumnType;
}

export interface Column<Row> extends Declared {
  of(row: Row): Cell;
}

export const ENTITY_COLUMNS: readonly Column<EntityAttributes>[] = [
  { id: "name_zh_hans", type: "string", of: (entity) => entity.nameZhHans },
  { id: "name_zh_hant", type: "string", of: (entity) => entity.nameZhHant },
  { id: "kind", type: "string", of: (entity) => entity.kind },
  { id: "layer", type: "string", of: (entity) => entity.layer },
  { id: "country", type: "string", of: (entity) => entity.country },
  { id: "ticker", type: "string", of: (entity) => entity.ticker },
];

/** When an edge was live. Most readers drop the edge's own `start` and `end`, so they stand here again. */
const SPAN_COLUMNS: readonly Column<{ readonly spans: readonly Span[] }>[] = [
  { id: "start", type: "string", of: ({ spans }) => spans[0]?.start ?? null },
  { id: "start_precision", type: "string", of: ({ spans }) => spans[0]?.startPrecision ?? null },
  { id: "end", type: "string", of: ({ spans }) => spans.at(-1)?.end ?? null },
  { id: "end_precision", type: "string", of: ({ spans }) => spans.at(-1)?.endPrecision ?? null },
];

export interface FlowRow {
  readonly flow: FlowAttributes;
  readonly spans: readonly Span[];
}

export const FLOW_COLUMNS: readonly Column<FlowRow>[] = [
  { id: "deal", type: "string", of: ({ flow }) => flow.deal },
  { id: "title", type: "string", of: ({ flow }) => flow.title },
  // Gephi calls the edge's own kind `kind`; other readers drop it, so it stands here under a name of its own.
  { id: "deal_kind", type: "string", of: ({ flow }) => flow.kind },
  { id: "class", type: "string", of: ({ flow }) => flow.class },
  { id: "letter", type: "string", of: ({ flow }) => flow.letter },
  { id: "amount_usd", type: "double", of: ({ flow }) => flow.amountUsd },
  { id: "amount", type: "double", of: ({ flow }) => flow.amount },
  { id: "currency", type: "string", of: ({ flow }) => flow.currency },
  { id: "qualifier", type: "string", of: ({ flow }) => flow.qualifier },
  { id: "basis", type: "string", of: ({ flow }) => flow.basis },
  { id: "announced", type: "string", of: ({ flow }) => flow.announced },
  { id: "paid_from", type: "string", of: ({ flow }) => flow.paidFrom },
  { id: "paid_to", type: "string", of: ({ flow }) => flow.paidTo },
  // Seconds since 1970; a double holds them exactly, and every reader has one.
  { id: "time", type: "double", of: ({ flow }) => flow.time },
  { id: "state", type: "string", of: ({ flow }) => flow.state },
  { id: "firmness", type: "string", of: ({ flow }) => flow.firmness },
  ...SPAN_COLUMNS,
];

export interface LegRow {
  readonly flows: readonly LegFlow[];
  readonly amountUsd: number | null;
  readonly spans: readonly Span[];
}

export const LEG_COLUMNS: readonly Column<LegRow>[] = [
  { id: "deals", type: "liststring", of: ({ flows }) => [...new Set(flows.map((flow) => flow.deal))] },
  { id: "flows", type: "integer", of: ({ flows }) => flows.length },
  // The deal that stands for the leg in words: the largest that counts, else the firmest.
  { id: "title", type: "string", of: ({ flows }) => leadFlow(flows)?.title ?? null },
  { id: "deal_kind", type: "string", of: ({ flows }) => leadFlow(flows)?.kind ?? null },
  { id: "class", type: "string", of: ({ flows }) => leadFlow(flows)?.class ?? null },
  { id: "letter", type: "string", of: ({ flows }) => leadFlow(flows)?.letter ?? null },
  { id: "amount_usd", type: "double", of: ({ amountUsd }) => amountUsd },
  { id: "firmness", type: "string", of: ({ flows }) => firmest(flows) },
  ...SPAN_COLUMNS,
];

/** A row's values in the order of its table. */
export function cellsOf<Row>(columns: readonly Column<Row>[], row: Row): readonly Cell[] {
  return columns.map((column) => column.of(row));
}

/** A value as text; a list as JSON, which Gephi reads and other readers keep. */
export function cellText(cell: Exclude<Cell, null>): string {
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell);
}

/** A leg is as firm as its firmest flow. */
function firmest(flows: readonly FlowAttributes[]): Firmness | null {
  return flows.reduce<Firmness | null>(
    (best, { firmness }) => (best !== null && firmnessRank(best) >= firmnessRank(firmness) ? best : firmness),
    null,
  );
}
