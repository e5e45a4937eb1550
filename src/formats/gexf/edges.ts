/** The edges of a GEXF document: every flow, or every leg with the sum of its flows. */
import type { CapitalGraph } from "../../graph/capital-graph.js";
import { flowsOfLeg, leadFlow, legAmountUsd, legFrom, legsOf } from "../../graph/legs.js";
import { compareIds } from "../../model/ids.js";
import { lineColour, lineWidth, type Rgb } from "../paint.js";
import { type HeldState, heldStates, joined, liveSpans, type Sight, type Span } from "../spans.js";
import { legalIds } from "../xml.js";
import { type Column, type Declared, FLOW_COLUMNS, LEG_COLUMNS } from "./columns.js";

export interface GexfEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly label: string;
  /** Gephi keeps edges of different kinds apart. */
  readonly kind: string | null;
  /** A small number for drawing: Gephi keeps it as a single-precision float, too coarse for dollars. */
  readonly weight: number;
  readonly spans: readonly Span[];
  /** Its deal's status over time; empty for legs, which have several. */
  readonly history: readonly HeldState[];
  readonly colour: Rgb;
  readonly values: readonly (readonly [id: string, value: string])[];
}

/** Edges and the attributes they declare. */
export interface GexfEdges {
  readonly columns: readonly Declared[];
  readonly count: number;
  readonly rows: Iterable<GexfEdge>;
}

/**
 * Every flow, in the order of ids.
 *
 * @param idOf what is written for an entity's id.
 */
export function flowEdges(graph: CapitalGraph, idOf: (entity: string) => string): GexfEdges {
  const sight: Sight = graph.getAttributes();
  function* rows(): Generator<GexfEdge> {
    const keys = graph.edges().sort(compareIds);
    const edgeIdOf = legalIds(keys);
    for (const key of keys) {
      const flow = graph.getEdgeAttributes(key);
      const [source, target] = graph.extremities(key);
      const spans = liveSpans(flow, sight);
      yield {
        id: edgeIdOf(key),
        source: idOf(source),
        target: idOf(target),
        label: flow.title,
        kind: flow.kind,
        weight: lineWidth(flow.amountUsd),
        spans,
        history: heldStates(flow, sight),
        colour: lineColour(flow),
        values: valuesOf(FLOW_COLUMNS, { flow, spans }),
      };
    }
  }
  return { columns: FLOW_COLUMNS, count: graph.size, rows: rows() };
}

/** Every leg, in the order of payers and payees; its id is both of theirs. */
export function legEdges(graph: CapitalGraph, idOf: (entity: string) => string): GexfEdges {
  const sight: Sight = graph.getAttributes();
  const legs = legsOf(graph);
  function* rows(): Generator<GexfEdge> {
    for (let leg = 0; leg < legs.target.length; leg++) {
      const flows = flowsOfLeg(legs, leg);
      const source = idOf(legs.ids[legFrom(legs, leg)] ?? "");
      const target = idOf(legs.ids[legs.target[leg] ?? -1] ?? "");
      const lead = leadFlow(flows);
      const spans = joined(flows.flatMap((flow) => liveSpans(flow, sight)));
      const amountUsd = legAmountUsd(flows);
      yield {
        id: `${partOfId(source)}>${partOfId(target)}`,
        source,
        target,
        label: lead?.title ?? "",
        kind: lead?.kind ?? null,
        weight: lineWidth(amountUsd),
        spans,
        history: [],
        colour: lineColour(lead ?? { class: "OPS", letter: null }),
        values: valuesOf(LEG_COLUMNS, { flows, amountUsd, spans }),
      };
    }
  }
  return { columns: LEG_COLUMNS, count: legs.target.length, rows: rows() };
}

/** A row's values as text, in the order of the table; what is null is left out. */
export function valuesOf<Row>(
  columns: readonly Column<Row>[],
  row: Row,
): readonly [id: string, value: string][] {
  return columns.flatMap(({ id, of }): [string, string][] => {
    const value = of(row);
    if (value === null) return [];
    return [[id, typeof value === "object" ? JSON.stringify(value) : String(value)]];
  });
}

/** Ids of a graph of unknown origin may hold the sign that joins them. */
function partOfId(id: string): string {
  return id.replaceAll("%", "%25").replaceAll(">", "%3E");
}
