/** What the flow matrix says of a loop: the share that goes once round, and between what the most can lie. */
import {
  countedFlows,
  flowsOfLeg,
  type Leg,
  type LegFlow,
  type LegGraph,
  legFrom,
  legsIn,
  type Searchable,
} from "../graph/legs.js";
import type { Loop } from "../loops/loop.js";
import { asShare } from "./share.js";

/** Measures of one loop. */
export interface LoopMeasures {
  /**
   * Of a dollar at any entity of the loop, the part that goes once round it: the product over the legs of what
   * is paid on over all the payer handles. Null when a leg states no amount.
   */
  readonly loopGain: number | null;
  /** Whether a leg states no amount, so that the bottleneck is only an upper bound. */
  readonly upperBoundOnly: boolean;
  /**
   * Between what the true bottleneck lies. The lower is 0 as soon as a leg is undisclosed or only "up to" some
   * amount; the upper is null when every stated leg is "at least".
   */
  readonly bounds: { readonly lowerUsd: number; readonly upperUsd: number | null };
}

/**
 * A function that measures loops of one view, on the `announced` basis, that of their legs.
 *
 * @param outside known outside income, US dollars by entity.
 * @remarks What entities handle is added up once, O(flows); then O(flows) for each loop.
 */
export function loopMeasures(
  graph: Searchable,
  outside?: ReadonlyMap<string, number>,
): (loop: Loop) => LoopMeasures {
  const legs = legsIn(graph);
  let handled: Float64Array | null = null;
  return (loop) => {
    handled ??= handledIn(legs, outside);
    const bounds = loop.legs.map((leg) => boundsOf(legs, leg));
    const uppers = bounds.flatMap(({ upperUsd }) => (upperUsd === null ? [] : [upperUsd]));
    return {
      loopGain: gainOf(legs, handled, loop.legs),
      upperBoundOnly: loop.undisclosedLegs > 0,
      bounds: {
        lowerUsd: Math.min(...bounds.map(({ lowerUsd }) => lowerUsd)),
        upperUsd: uppers.length === 0 ? null : Math.min(...uppers),
      },
    };
  };
}

/** T = max(in + x, out) of each entity: the flow matrix's, without the matrix, which a large file has no room for. */
function handledIn(legs: LegGraph, outside?: ReadonlyMap<string, number>): Float64Array {
  const inflow = Float64Array.from(legs.ids, (id) => outside?.get(id) ?? 0);
  const outflow = new Float64Array(legs.nodes);
  legs.target.forEach((to, leg) => {
    const from = legFrom(legs, leg);
    const usd = legs.amountUsd[leg] as number;
    if (from === to || Number.isNaN(usd) || !countsInTotals(legs, leg)) return;
    inflow[to] = (inflow[to] as number) + usd;
    outflow[from] = (outflow[from] as number) + usd;
  });
  return inflow.map((usd, i) => Math.max(usd, outflow[i] as number));
}

/** A leg of a yearly figure alone is no part of any total. */
function countsInTotals(legs: LegGraph, leg: number): boolean {
  return countedFlows(flowsOfLeg(legs, leg)).some(({ basis }) => basis === "total");
}

function gainOf(
  { indexOf }: Pick<LegGraph, "indexOf">,
  handled: Float64Array,
  legs: readonly Leg[],
): number | null {
  let gain = 1;
  for (const { from, amountUsd } of legs) {
    const all = handled[indexOf.get(from) ?? -1] ?? 0;
    if (amountUsd === null) return null;
    if (amountUsd === 0) return 0;
    if (amountUsd > all) return null;
    gain *= amountUsd / all;
  }
  return asShare(gain);
}

/** Between what the true amount of a leg lies. */
function boundsOf(legs: LegGraph, leg: Leg): { lowerUsd: number; upperUsd: number | null } {
  if (leg.amountUsd === null) return { lowerUsd: 0, upperUsd: null };
  const chosen = new Set(leg.flows);
  const flows = countedFlows(flowsBetween(legs, leg).filter(({ id }) => chosen.has(id)));
  const ceilings = flows.filter(({ qualifier }) => qualifier === "up_to");
  const hasFloor = flows.some(({ qualifier }) => qualifier === "at_least");
  const maybe = ceilings.reduce((sum, { amountUsd }) => sum + (amountUsd ?? 0), 0);
  return {
    lowerUsd: Math.max(0, leg.amountUsd - maybe),
    upperUsd: hasFloor ? null : leg.amountUsd,
  };
}

function flowsBetween(legs: LegGraph, { from, to }: Leg): readonly LegFlow[] {
  const payer = legs.indexOf.get(from) ?? -1;
  const payee = legs.indexOf.get(to) ?? -1;
  const place = legs.target.subarray(legs.start[payer], legs.start[payer + 1]).indexOf(payee);
  return place === -1 ? [] : flowsOfLeg(legs, (legs.start[payer] as number) + place);
}
