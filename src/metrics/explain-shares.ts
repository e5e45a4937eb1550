/** The deals and the arithmetic behind an entity's shares, so that a reader can do the sum again. */
import type { LeftOut } from "./basis.js";
import { blocksOf } from "./blocks.js";
import { cycling } from "./cycling.js";
import { type FlowMatrix, placeOf } from "./flow-matrix.js";
import { type RoundTrip, roundTrip } from "./round-trip.js";

/** All that counts between the entity and one other, one way. */
export interface PairPart {
  /** The other side. */
  readonly id: string;
  readonly usd: number;
  readonly deals: readonly { readonly id: string; readonly usd: number }[];
}

/** Money paid away, and the part of it that comes back. */
export interface ReturnPart extends PairPart {
  /** Of all the entity handles. */
  readonly paidShare: number;
  /** Of what is paid on this pair, the part that comes back. */
  readonly returnShare: number;
  /** The two multiplied: this pair's part of the cycling share. */
  readonly part: number;
}

/** One buyer's part of the round trip. */
export interface BuyerPart extends PairPart {
  /** Of the buyer's funding, the part that came from the vendor, directly and through others. */
  readonly vendorShare: number;
  readonly directShare: number;
  /** Purchases times the share. */
  readonly vendorUsd: number;
}

/** An entity's shares, part by part. Amounts are US dollars of the basis, shares 0..1. */
export interface ShareExplanation {
  readonly id: string;
  readonly basis: string;
  readonly inflowUsd: number;
  readonly outflowUsd: number;
  readonly outsideIncomeUsd: number;
  /** The larger of inflow with outside income, and outflow. */
  readonly throughflowUsd: number;
  readonly paidBy: readonly PairPart[];
  /** The parts add up to `cyclingShare`. */
  readonly pays: readonly ReturnPart[];
  readonly cyclingShare: number;
  readonly roundTrip: RoundTrip;
  /** Capital the entity supplied, by whom it went to. */
  readonly supplied: readonly PairPart[];
  /** `vendorUsd` of all, over recorded sales, is the pro-rata share. */
  readonly buyers: readonly BuyerPart[];
  /** Flows of the entity that do not count on this basis, and why. */
  readonly leftOut: readonly { readonly flow: string; readonly reason: LeftOut }[];
}

/**
 * The deals and the arithmetic behind an entity's shares.
 *
 * @param revenueUsd reported revenue of the basis's period, where it is known.
 * @throws CapitalLoopError `unknown-id` when nobody here has this id.
 */
export function explainShares(matrix: FlowMatrix, id: string, revenueUsd?: number): ShareExplanation {
  const i = placeOf(matrix, id);
  const blocks = blocksOf(matrix);
  const { cyclingShare, returnShare } = cycling(matrix, blocks);
  const trip = roundTrip(matrix, id, { blocks, revenueUsd });
  const total = matrix.throughflow[i] as number;
  const into = matrix.into[i] ?? [];
  const outOf = range(matrix.start[i] as number, matrix.start[i + 1] as number);
  const payer = (pair: number) => matrix.ids[matrix.source[pair] as number] ?? "";
  const payee = (pair: number) => matrix.ids[matrix.target[pair] as number] ?? "";
  return {
    id,
    basis: matrix.basis,
    inflowUsd: matrix.inflow[i] as number,
    outflowUsd: matrix.outflow[i] as number,
    outsideIncomeUsd: matrix.outside[i] as number,
    throughflowUsd: total,
    paidBy: largestFirst(into.map((pair) => partOf(matrix, pair, payer(pair)))),
    pays: largestFirst(
      outOf.map((pair) => {
        const paidShare = (matrix.usd[pair] as number) / total;
        const back = returnShare[pair] as number;
        return {
          ...partOf(matrix, pair, payee(pair)),
          paidShare,
          returnShare: back,
          part: paidShare * back,
        };
      }),
    ),
    cyclingShare: cyclingShare[i] as number,
    roundTrip: trip,
    supplied: largestFirst(outOf.map((pair) => partOf(matrix, pair, payee(pair), "FIN"))),
    buyers: largestFirst(
      into.flatMap((pair) => {
        const buyer = trip.buyers.find((row) => row.id === payer(pair));
        if (buyer === undefined) return [];
        const { vendorShare, directShare, purchasesUsd } = buyer;
        const part = partOf(matrix, pair, buyer.id, "OPS");
        return [{ ...part, vendorShare, directShare, vendorUsd: vendorShare * purchasesUsd }];
      }),
    ),
    leftOut: [...matrix.leftOut]
      .filter(([, { from, to }]) => from === id || to === id)
      .map(([flow, { reason }]) => ({ flow, reason })),
  };
}

function partOf(matrix: FlowMatrix, pair: number, id: string, only?: "FIN" | "OPS"): PairPart {
  const flows = (matrix.counted[pair] ?? []).filter((flow) => only === undefined || flow.class === only);
  const deals = new Map<string, number>();
  for (const { deal, usd } of flows) deals.set(deal, (deals.get(deal) ?? 0) + usd);
  return {
    id,
    usd: flows.reduce((sum, { usd }) => sum + usd, 0),
    deals: [...deals].map(([deal, usd]) => ({ id: deal, usd })),
  };
}

/** Parts without an amount are left out. */
function largestFirst<T extends PairPart>(parts: readonly T[]): T[] {
  return parts.filter(({ usd }) => usd > 0).sort((a, b) => b.usd - a.usd || (a.id < b.id ? -1 : 1));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
