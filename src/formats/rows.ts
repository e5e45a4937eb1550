/**
 * What every writer walks: entities, and flows or legs, in the order of their ids. Each row is made when it
 * is asked for, so that a large graph never stands in memory twice.
 */
import type { CapitalGraph, EntityAttributes, FlowAttributes } from "../graph/capital-graph.js";
import { flowsOfLeg, type LegGraph, leadFlow, legAmountUsd, legFrom, legsOf } from "../graph/legs.js";
import { sortedIds } from "../model/ids.js";
import { type Cell, cellsOf, type Declared, FLOW_COLUMNS, LEG_COLUMNS } from "./columns.js";
import { lineColour, lineWidth, type Rgb } from "./paint.js";
import { joined, liveSpans, type Sight, type Span } from "./spans.js";

/** `none` writes every flow as an edge; `legs` one edge from an entity to the next, with the sum. */
export const MERGES = ["none", "legs"] as const;
export type Merge = (typeof MERGES)[number];

/** One entity, and what is known of it. */
export interface EntityRow {
  readonly id: string;
  readonly entity: EntityAttributes;
}

/** One flow with its two ends. */
export interface FlowRow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly flow: FlowAttributes;
}

/**
 * A graph as writers take it. Whoever has a million flows somewhere else than in a `CapitalGraph` gives them
 * in this shape, sorted by id; each list may be walked more than once.
 */
export interface GraphRows extends Sight {
  readonly order: number;
  readonly size: number;
  entities(): Iterable<EntityRow>;
  flows(): Iterable<FlowRow>;
  legs(): LegGraph;
}

/** The ids of a graph's entities, in order. */
export function* entityIds(graph: GraphRows): Generator<string> {
  for (const { id } of graph.entities()) yield id;
}

/** The ids of a graph's flows, in order. */
export function* flowIds(graph: GraphRows): Generator<string> {
  for (const { id } of graph.flows()) yield id;
}

/** A graph's rows, in the order of ids. Time O(n log n) for n entities and flows. */
export function rowsOf(graph: CapitalGraph | GraphRows): GraphRows {
  if ("flows" in graph) return graph;
  const ids = sortedIds(graph.nodes());
  let keys: readonly string[] | null = null;
  return {
    ...graph.getAttributes(),
    order: graph.order,
    size: graph.size,
    *entities() {
      for (const id of ids) yield { id, entity: graph.getNodeAttributes(id) };
    },
    *flows() {
      keys ??= sortedIds(graph.edges());
      for (const id of keys) {
        const [source, target] = graph.extremities(id);
        yield { id, source, target, flow: graph.getEdgeAttributes(id) };
      }
    },
    legs: () => legsOf(graph),
  };
}

/** An edge of another program's graph. */
export interface EdgeRow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly label: string;
  readonly kind: string | null;
  /** A small number for drawing: Gephi keeps it as a single-precision float, too coarse for dollars. */
  readonly weight: number;
  readonly colour: Rgb;
  readonly spans: readonly Span[];
  /** The flow it stands for; null for a leg, which has several. */
  readonly flow: FlowAttributes | null;
  /** In the order of the columns. */
  readonly values: readonly Cell[];
}

/** Edges and the columns they fill. */
export interface EdgeTable {
  readonly columns: readonly Declared[];
  readonly count: number;
  ids(): Iterable<string>;
  rows(): Iterable<EdgeRow>;
}

/** Every flow, or every leg with the sum of its flows. */
export function edgesOf(graph: GraphRows, merge: Merge = "none"): EdgeTable {
  return merge === "legs" ? legEdges(graph) : flowEdges(graph);
}

function flowEdges(graph: GraphRows): EdgeTable {
  return {
    columns: FLOW_COLUMNS,
    count: graph.size,
    ids: () => flowIds(graph),
    *rows() {
      for (const { id, source, target, flow } of graph.flows()) {
        const spans = liveSpans(flow, graph);
        yield {
          id,
          source,
          target,
          label: flow.title,
          kind: flow.kind,
          weight: lineWidth(flow.amountUsd),
          colour: lineColour(flow),
          spans,
          flow,
          values: cellsOf(FLOW_COLUMNS, { flow, spans }),
        };
      }
    },
  };
}

/** In the order of payers and payees; a leg's id is both of theirs. */
function legEdges(graph: GraphRows): EdgeTable {
  const legs = graph.legs();
  const endsOf = (leg: number) => {
    const source = legs.ids[legFrom(legs, leg)] ?? "";
    const target = legs.ids[legs.target[leg] ?? -1] ?? "";
    return { id: `${partOfId(source)}>${partOfId(target)}`, source, target };
  };
  return {
    columns: LEG_COLUMNS,
    count: legs.target.length,
    *ids() {
      for (let leg = 0; leg < legs.target.length; leg++) yield endsOf(leg).id;
    },
    *rows() {
      for (let leg = 0; leg < legs.target.length; leg++) {
        const flows = flowsOfLeg(legs, leg);
        const lead = leadFlow(flows);
        const spans = joined(flows.flatMap((flow) => liveSpans(flow, graph)));
        const amountUsd = legAmountUsd(flows);
        yield {
          ...endsOf(leg),
          label: lead?.title ?? "",
          kind: lead?.kind ?? null,
          weight: lineWidth(amountUsd),
          colour: lineColour(lead ?? { class: "OPS", kind: null }),
          spans,
          flow: null,
          values: cellsOf(LEG_COLUMNS, { flows, amountUsd, spans }),
        };
      }
    },
  };
}

/** Ids of a graph of unknown origin may hold the sign that joins them. */
function partOfId(id: string): string {
  return id.replaceAll("%", "%25").replaceAll(">", "%3E");
}
