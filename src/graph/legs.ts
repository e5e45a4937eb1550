/**
 * Legs: all flows from one entity to the next, taken together, in typed arrays. Searches run on
 * these integers; the public face speaks in ids.
 */
import { compareIds } from "../model/ids.js";
import { firmnessRank } from "../model/status.js";
import type { CapitalGraph, FlowAttributes } from "./capital-graph.js";
import { type CompactGraph, compactGraph } from "./compact.js";

/** A flow as its leg sees it. */
export interface LegFlow extends FlowAttributes {
  readonly id: string;
}

/** One leg, in the contract's words. */
export interface Leg {
  readonly from: string;
  readonly to: string;
  /** US dollars, or null when no flow that counts states an amount. */
  readonly amountUsd: number | null;
  readonly deals: readonly string[];
  readonly flows: readonly string[];
}

/**
 * A graph of legs, and what they stand for. Entities are numbered in the order of their ids, legs by payer
 * and then payee; edges, which are flows, in the order of their ids or of the rows of a file.
 */
export interface LegGraph extends CompactGraph {
  readonly ids: readonly string[];
  readonly indexOf: Pick<ReadonlyMap<string, number>, "get" | "has">;
  /** The kind of an entity; null where nothing says. */
  readonly kindOf: (id: string) => string | null;
  /** A flow by its number in `edge`, made when it is asked for. */
  readonly flow: (edge: number) => LegFlow;
  /** Every deal in the graph, to tell what an unknown one may have meant. */
  readonly deals: () => Iterable<string>;
  /** The numbers of a deal's flows; none where it is not in the graph. */
  readonly flowsOfDeal: (deal: string) => readonly number[];
}

/** Legs without what they stand for, so that they can be sent to where the graph is too. */
export interface BareLegs {
  readonly compact: CompactGraph;
  /** By number; the ids of entities. */
  readonly ids: readonly string[];
  /** By number; the edges. */
  readonly keys: readonly string[];
}

/** The legs of a graph whose entities and edges are numbered already. */
export function legsFrom(graph: CapitalGraph, { compact, ids, keys }: BareLegs): LegGraph {
  const known: (LegFlow | undefined)[] = new Array(keys.length);
  const flow = (edge: number): LegFlow => {
    const made = known[edge];
    if (made !== undefined) return made;
    const id = keys[edge] ?? "";
    const fresh = { id, ...graph.getEdgeAttributes(id) };
    known[edge] = fresh;
    return fresh;
  };
  const dealOf = (key: string) => graph.getEdgeAttribute(key, "deal");
  return {
    ...compact,
    ids,
    indexOf: new Map(ids.map((id, v) => [id, v])),
    kindOf: (id) => graph.getNodeAttribute(id, "kind"),
    flow,
    deals: () => new Set(keys.map(dealOf)),
    flowsOfDeal: (deal) => keys.flatMap((key, i) => (dealOf(key) === deal ? [i] : [])),
  };
}

/**
 * Folds parallel flows into legs. What the graph says of a flow is read when it is asked for: change the
 * graph, and its legs are no longer its own.
 *
 * @remarks Time O(f log f) for f flows.
 * @example findLoops(legsOf(view), { maxLength: 2 }).count;
 */
export function legsOf(graph: CapitalGraph): LegGraph {
  const ids = graph.nodes().sort(compareIds);
  const keys = graph.edges().sort(compareIds);
  const indexOf = new Map(ids.map((id, v) => [id, v]));
  const from = new Int32Array(keys.length);
  const to = new Int32Array(keys.length);
  const time = new Float64Array(keys.length);
  keys.forEach((key, i) => {
    from[i] = indexOf.get(graph.source(key)) ?? -1;
    to[i] = indexOf.get(graph.target(key)) ?? -1;
    time[i] = graph.getEdgeAttribute(key, "time") ?? Number.NaN;
  });
  const compact = compactGraph(ids.length, { from, to, time: keys.length === 0 ? null : time });
  const legs = legsFrom(graph, { compact, ids, keys });
  for (let leg = 0; leg < legs.amountUsd.length; leg++)
    legs.amountUsd[leg] = legAmountUsd(flowsOfLeg(legs, leg)) ?? Number.NaN;
  return legs;
}

/** What a search is asked of: a graph, or its legs where they are known already. */
export type Searchable = CapitalGraph | LegGraph;

/** The legs of what is searched. */
export function legsIn(graph: Searchable): LegGraph {
  return "edgeStart" in graph ? graph : legsOf(graph);
}

/** The flows of a leg, in the order of their ids. */
export function flowsOfLeg({ edge, edgeStart, flow }: LegGraph, leg: number): readonly LegFlow[] {
  const flows = Array.from(edge.subarray(edgeStart[leg], edgeStart[leg + 1]), flow);
  return flows.length === 1 ? flows : flows.sort((a, b) => compareIds(a.id, b.id));
}

/** How many flows a leg is made of. */
export function flowCount({ edgeStart }: CompactGraph, leg: number): number {
  return (edgeStart[leg + 1] as number) - (edgeStart[leg] as number);
}

/** One of a leg's flows, from 0 by time where all flows have one, else by number. */
export function flowAt({ edge, edgeStart, flow }: LegGraph, leg: number, choice: number): LegFlow {
  return flow(edge[(edgeStart[leg] as number) + choice] as number);
}

/** The numbers of the legs that a deal is part of, in order. Time O(flows). */
export function legsOfDeal(legs: LegGraph, deal: string): number[] {
  const wanted = new Set(legs.flowsOfDeal(deal));
  const found: number[] = [];
  if (wanted.size === 0) return found;
  for (let leg = 0, i = 0; leg < legs.target.length; leg++) {
    const end = legs.edgeStart[leg + 1] as number;
    let isPart = false;
    for (; i < end; i++) isPart ||= wanted.has(legs.edge[i] as number);
    if (isPart) found.push(leg);
  }
  return found;
}

/** The payer of a leg. */
export function legFrom({ source }: CompactGraph, leg: number): number {
  return source[leg] as number;
}

/** The same entities with only some of their legs. Time and space O(entities + flows). */
export function keepLegs(legs: LegGraph, keep: (leg: number) => boolean): LegGraph {
  const kept = Int32Array.from(legs.target.keys()).filter(keep);
  const start = new Int32Array(legs.nodes + 1);
  const edgeStart = new Int32Array(kept.length + 1);
  kept.forEach((leg, i) => {
    const payer = legs.source[leg] as number;
    start[payer + 1] = (start[payer + 1] as number) + 1;
    edgeStart[i + 1] = (edgeStart[i] as number) + flowCount(legs, leg);
  });
  for (let v = 0; v < legs.nodes; v++) start[v + 1] = (start[v + 1] as number) + (start[v] as number);
  const flows = edgeStart[kept.length] as number;
  const edge = new Int32Array(flows);
  const time = legs.time === null ? null : new Float64Array(flows);
  kept.forEach((leg, i) => {
    const [first, end] = [legs.edgeStart[leg], legs.edgeStart[leg + 1]];
    edge.set(legs.edge.subarray(first, end), edgeStart[i]);
    if (legs.time !== null) time?.set(legs.time.subarray(first, end), edgeStart[i]);
  });
  return {
    ...legs,
    start,
    source: kept.map((leg) => legs.source[leg] as number),
    target: kept.map((leg) => legs.target[leg] as number),
    amountUsd: Float64Array.from(kept, (leg) => legs.amountUsd[leg] as number),
    edgeStart,
    edge,
    time,
  };
}

/** One leg, in ids. */
export function legAt(legs: LegGraph, leg: number): Leg {
  return legOf(
    legs.ids[legFrom(legs, leg)] ?? "",
    legs.ids[legs.target[leg] ?? -1] ?? "",
    flowsOfLeg(legs, leg),
  );
}

/** The leg that these flows make from one entity to the next. */
export function legOf(from: string, to: string, flows: readonly LegFlow[]): Leg {
  return {
    from,
    to,
    amountUsd: legAmountUsd(flows),
    deals: [...new Set(flows.map((flow) => flow.deal))],
    flows: flows.map((flow) => flow.id),
  };
}

/**
 * What a leg amounts to, in US dollars.
 *
 * Only amounts that may be added are: money paid only if something happens (CONT) counts in no sum,
 * a price put on a whole company is no payment, and reported talks or letters of intent are not
 * added to firmer deals: they count only where nothing firmer states an amount. Yearly figures are not
 * added to totals: alone, the largest stands for the leg.
 *
 * @returns null when no flow that counts states an amount.
 */
export function legAmountUsd(flows: readonly FlowAttributes[]): number | null {
  const counted = countedFlows(flows);
  if (counted.length === 0) return null;
  const amounts = counted.map((flow) => flow.amountUsd ?? 0);
  return counted[0]?.basis === "annual" ? Math.max(...amounts) : amounts.reduce((sum, usd) => sum + usd, 0);
}

/** The flows whose amounts make up the leg's. */
export function countedFlows<F extends FlowAttributes>(flows: readonly F[]): readonly F[] {
  const stated = flows.filter(
    (flow) => flow.class !== "CONT" && flow.amountUsd !== null && flow.basis !== "valuation",
  );
  const firm = stated.filter(isFirm);
  const tier = firm.length > 0 ? firm : stated;
  const totals = tier.filter((flow) => flow.basis === "total");
  return totals.length > 0 ? totals : tier;
}

/**
 * The flow that stands for its leg in words: the largest of those whose amounts count, else the
 * firmest; supplied capital before payments before guarantees; then by id.
 */
export function leadFlow(flows: readonly LegFlow[]): LegFlow | undefined {
  const counted = countedFlows(flows);
  const from = counted.length > 0 ? counted : flows;
  return [...from].sort(
    (a, b) =>
      (b.amountUsd ?? 0) * (counted.length > 0 ? 1 : 0) - (a.amountUsd ?? 0) * (counted.length > 0 ? 1 : 0) ||
      firmnessRank(b.firmness) - firmnessRank(a.firmness) ||
      CLASS_ORDER[a.class] - CLASS_ORDER[b.class] ||
      compareIds(a.id, b.id),
  )[0];
}

const CLASS_ORDER = { FIN: 0, OPS: 1, CONT: 2 } as const;

/** Whether a deal is past talks and letters of intent. */
function isFirm(flow: FlowAttributes): boolean {
  return firmnessRank(flow.firmness) >= firmnessRank("announced");
}
