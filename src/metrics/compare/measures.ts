/** The computed figures that a published one can be held against, each by its name. */
import type { CapitalGraph } from "../../graph/capital-graph.js";
import type { DealClass } from "../../model/deal-kinds.js";
import type { COMPARED } from "../../model/observation.js";
import type { FlowMatrix } from "../flow-matrix.js";
import { roundTrip } from "../round-trip.js";

/** US dollars, or a share 0..1. */
export type FigureUnit = "USD" | "share";

/** What a published figure is of: capital from, to, and by which classes of deals. */
export interface Comparable {
  readonly unit: FigureUnit;
  readonly measure: (typeof COMPARED)[number];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly classes?: readonly DealClass[] | undefined;
}

type Ends = Pick<Comparable, "from" | "to" | "classes">;

export interface Measured {
  /** US dollars or a share 0..1; null where nothing on file answers. */
  readonly value: number | null;
  readonly bounds: readonly [least: number, most: number] | null;
  readonly deals: readonly string[];
  /** Flows that belong to it and state no amount. */
  readonly undisclosed: number;
  /** Amounts in it that are stated as "up to". */
  readonly ceilings: number;
  /** US dollars of reports and letters of intent that firmer deals of the same two keep out. */
  readonly softUsd: number;
}

type Measure = (matrix: FlowMatrix, graph: CapitalGraph, asked: Comparable) => Measured;

const NOTHING: Measured = { value: null, bounds: null, deals: [], undisclosed: 0, ceilings: 0, softUsd: 0 };

export const MEASURES: Readonly<Record<Comparable["measure"], Measure>> = {
  payments: sumOf,
  inflow: sumOf,
  outflow: sumOf,

  /** The largest payer's share of what an entity is paid for goods and services. */
  top_share: (matrix, graph, asked) => {
    const byPayer = new Map<string, number>();
    for (const { from, usd } of countedRows(matrix, { ...asked, classes: asked.classes ?? ["OPS"] }))
      byPayer.set(from, (byPayer.get(from) ?? 0) + usd);
    const all = sumOf(matrix, graph, { ...asked, classes: asked.classes ?? ["OPS"] });
    const most = Math.max(0, ...byPayer.values());
    return { ...all, value: all.value === null || all.value === 0 ? null : most / all.value };
  },

  /** What an entity pays out beyond what it is recorded to get; as a share, of all it handles. */
  external: (matrix, graph, asked) => {
    const place = matrix.indexOf.get(asked.to ?? "");
    if (place === undefined) return NOTHING;
    const usd = matrix.outsideSource[place] as number;
    const handled = matrix.throughflow[place] as number;
    const value = asked.unit === "USD" ? usd : handled === 0 ? null : usd / handled;
    return { ...sumOf(matrix, graph, { from: asked.to }), value };
  },

  /**
   * Of a vendor's sales, what it financed itself; with a buyer named, of that buyer's funding, what came from the
   * vendor; with a buyer alone, of its funding, what came from all it buys from.
   */
  round_trip: (matrix, graph, asked) => {
    const { from, to } = asked;
    if (from === undefined) return fromVendors(matrix, graph, to ?? "");
    if (!matrix.indexOf.has(from)) return NOTHING;
    const trip = roundTrip(matrix, from);
    if (to === undefined) {
      const { lower, upper, proRata: value } = trip;
      const bounds: Measured["bounds"] = lower === null || upper === null ? null : [lower, upper];
      return { ...sumOf(matrix, graph, { from, classes: ["FIN"] }), value, bounds };
    }
    const buyer = trip.buyers.find(({ id }) => id === to);
    const between = sumOf(matrix, graph, { from, to, classes: ["FIN"] });
    return { ...between, value: buyer?.vendorShare ?? null, bounds: null };
  },
};

/** The flows of the named classes between the named ends, added up. */
function sumOf(matrix: FlowMatrix, graph: CapitalGraph, asked: Ends): Measured {
  const wanted = (from: string, to: string, dealClass: DealClass) =>
    (asked.from === undefined || asked.from === from) &&
    (asked.to === undefined || asked.to === to) &&
    (asked.classes === undefined ? dealClass !== "CONT" : asked.classes.includes(dealClass));
  const rows = countedRows(matrix, asked);
  let contingent = 0;
  let undisclosed = 0;
  let softUsd = 0;
  const contingentDeals: string[] = [];
  graph.forEachDirectedEdge((key, flow, from, to) => {
    if (!wanted(from, to, flow.class)) return;
    if (flow.amountUsd === null) undisclosed++;
    else if (matrix.leftOut.get(key)?.reason === "softer") softUsd += flow.amountUsd;
    else if (flow.class === "CONT") {
      contingent += flow.amountUsd;
      contingentDeals.push(flow.deal);
    }
  });
  const deals = [...rows.map(({ deal }) => deal), ...contingentDeals];
  return {
    value: deals.length === 0 ? null : rows.reduce((sum, { usd }) => sum + usd, contingent),
    bounds: null,
    deals,
    undisclosed,
    ceilings: rows.filter(({ isCeiling }) => isCeiling).length,
    softUsd,
  };
}

function countedRows({ counted, ids, source, target }: FlowMatrix, { from, to, classes }: Ends) {
  return counted.flatMap((flows, pair) => {
    const payer = ids[source[pair] as number] as string;
    const payee = ids[target[pair] as number] as string;
    if ((from !== undefined && from !== payer) || (to !== undefined && to !== payee)) return [];
    return flows
      .filter((flow) => flow.usd > 0 && (classes === undefined || classes.includes(flow.class)))
      .map(({ deal, usd, flow }) => ({ from: payer, deal, usd, isCeiling: flow.qualifier === "up_to" }));
  });
}

/** Of all that an entity handles, what is capital from those it buys from. */
function fromVendors(matrix: FlowMatrix, graph: CapitalGraph, buyer: string): Measured {
  const place = matrix.indexOf.get(buyer);
  if (place === undefined) return NOTHING;
  const vendors = graph
    .outEdges(buyer)
    .filter((key) => graph.getEdgeAttribute(key, "class") === "OPS")
    .map((key) => graph.target(key));
  const parts = [...new Set(vendors)].map((from) =>
    sumOf(matrix, graph, { from, to: buyer, classes: ["FIN"] }),
  );
  const handled = matrix.throughflow[place] as number;
  const usd = parts.reduce((sum, { value }) => sum + (value ?? 0), 0);
  return {
    value: handled === 0 ? null : usd / handled,
    bounds: null,
    deals: parts.flatMap(({ deals }) => deals),
    undisclosed: parts.reduce((sum, part) => sum + part.undisclosed, 0),
    ceilings: parts.reduce((sum, part) => sum + part.ceilings, 0),
    softUsd: parts.reduce((sum, part) => sum + part.softUsd, 0),
  };
}
