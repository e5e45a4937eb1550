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
 * A graph of legs, with what its integers stand for: entity `v` is `ids[v]`, and edge `i` of a leg is
 * `flows[leg][i - edgeStart[leg]]`, whatever its place in the order of time.
 */
export interface LegGraph extends CompactGraph {
  readonly ids: readonly string[];
  /** The flows of each leg, in the order of their ids. */
  readonly flows: readonly (readonly LegFlow[])[];
  readonly indexOf: ReadonlyMap<string, number>;
}

/** Folds parallel flows into legs. Time O(f log f) for f flows. */
export function legsOf(graph: CapitalGraph): LegGraph {
  const ids = graph.nodes().sort(compareIds);
  const indexOf = new Map(ids.map((id, i) => [id, i]));
  const source: number[] = [];
  const target: number[] = [];
  const flows: LegFlow[][] = [];
  ids.forEach((id, v) => {
    const byPayee = new Map<number, LegFlow[]>();
    graph.forEachOutboundEdge(id, (key, attributes, _source, payee) => {
      const w = indexOf.get(payee) ?? -1;
      const flow = { id: key, ...attributes };
      const leg = byPayee.get(w);
      if (leg === undefined) byPayee.set(w, [flow]);
      else leg.push(flow);
    });
    for (const w of [...byPayee.keys()].sort((a, b) => a - b)) {
      source.push(v);
      target.push(w);
      flows.push((byPayee.get(w) ?? []).sort((a, b) => compareIds(a.id, b.id)));
    }
  });
  return legGraph(
    ids,
    indexOf,
    source,
    target,
    flows,
    Float64Array.from(flows, (leg) => legAmountUsd(leg) ?? Number.NaN),
  );
}

/** The payer of a leg. */
export function legFrom({ source }: CompactGraph, leg: number): number {
  return source[leg] as number;
}

/** The same entities with only some of their legs. */
export function keepLegs(legs: LegGraph, keep: (leg: number) => boolean): LegGraph {
  const kept: number[] = [];
  for (let leg = 0; leg < legs.target.length; leg++) if (keep(leg)) kept.push(leg);
  return legGraph(
    legs.ids,
    legs.indexOf,
    kept.map((leg) => legs.source[leg] as number),
    kept.map((leg) => legs.target[leg] as number),
    kept.map((leg) => legs.flows[leg] ?? []),
    Float64Array.from(kept, (leg) => legs.amountUsd[leg] as number),
  );
}

/** Legs in order, each with its flows and its amount. */
function legGraph(
  ids: readonly string[],
  indexOf: ReadonlyMap<string, number>,
  source: readonly number[],
  target: readonly number[],
  flows: readonly (readonly LegFlow[])[],
  amountUsd: Float64Array,
): LegGraph {
  const compact = compactGraph(ids.length, {
    from: Int32Array.from(flows.flatMap((leg, i) => leg.map(() => source[i] as number))),
    to: Int32Array.from(flows.flatMap((leg, i) => leg.map(() => target[i] as number))),
    time: Float64Array.from(flows.flatMap((leg) => leg.map((flow) => flow.time ?? Number.NaN))),
  });
  return { ...compact, amountUsd, ids, indexOf, flows };
}

/** One leg, in ids. */
export function legAt(legs: LegGraph, leg: number): Leg {
  return legOf(
    legs.ids[legFrom(legs, leg)] ?? "",
    legs.ids[legs.target[leg] ?? -1] ?? "",
    legs.flows[leg] ?? [],
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
