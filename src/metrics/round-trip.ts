/**
 * The round-trip share of a vendor: of what it books from its buyers, how much is capital that it supplied,
 * directly or through others.
 */
import { type Blocks, blocksOf } from "./blocks.js";
import { type FlowMatrix, placeOf } from "./flow-matrix.js";
import { factor, solve } from "./linear.js";
import { Network } from "./max-flow.js";
import { asShare, shareOf } from "./share.js";

/** `financing` counts capital the vendor supplied; `any` also what it spent as a buyer. */
export const ROUND_TRIP_SCOPES = ["financing", "any"] as const;
/** One of `ROUND_TRIP_SCOPES`. */
export type RoundTripScope = (typeof ROUND_TRIP_SCOPES)[number];

/** One buyer: what it pays the vendor, and how much of its funding came from the vendor. */
export interface Buyer {
  readonly id: string;
  readonly purchasesUsd: number;
  /** Directly and through others. */
  readonly vendorShare: number;
  readonly directShare: number;
}

/** Shares are of recorded sales; all null when nothing is recorded. Show lower, pro rata and upper together. */
export interface RoundTrip {
  readonly vendor: string;
  readonly scope: RoundTripScope;
  /** Recorded payments for goods and services to the vendor. */
  readonly recordedUsd: number;
  /** If others' money is spent at the vendor first. */
  readonly lower: number | null;
  /** If money is mixed and leaves in proportion. */
  readonly proRata: number | null;
  /** If every vendor dollar is spent at the vendor. */
  readonly upper: number | null;
  /** The pro-rata share without the way through others. */
  readonly direct: number | null;
  /** Recorded sales over reported revenue of the same period, where that is known. */
  readonly revenueCoverage: number | null;
  /** The pro-rata amount over reported revenue. */
  readonly ofRevenue: number | null;
  readonly buyers: readonly Buyer[];
}

/** Which capital counts as supplied. */
export interface RoundTripOptions {
  readonly scope?: RoundTripScope | undefined;
  /** Reported revenue for the period of the basis. */
  readonly revenueUsd?: number | null | undefined;
  /** `blocksOf(matrix)`, where many vendors are asked about. */
  readonly blocks?: Blocks | undefined;
}

/**
 * The round-trip share with its bounds: lower <= proRata <= upper. Upper near 1 with a share near 0 is common:
 * the bookkeeping cannot tell.
 *
 * Pro rata solves q_i = src_i / T_i + sum over u != v of F_ui / T_i q_u; the bounds are maximum flows on the
 * graph without the vendor. Only entities that the vendor's money reaches and whose money reaches it matter:
 * its block.
 *
 * @throws CapitalLoopError `unknown-id` when the vendor is not in the graph.
 * @remarks Time O(s² + flows) beside the block's inverse, O(s³) in a closed block.
 * @example roundTrip(flowMatrix(view), "nvidia").proRata;
 */
export function roundTrip(matrix: FlowMatrix, vendor: string, options: RoundTripOptions = {}): RoundTrip {
  const { scope = "financing", revenueUsd = null, blocks = blocksOf(matrix) } = options;
  const v = placeOf(matrix, vendor);
  const sales = new Map<number, number>();
  for (const pair of matrix.into[v] ?? []) {
    const usd = (matrix.usd[pair] as number) - (matrix.financingUsd[pair] as number);
    if (usd > 0) sales.set(matrix.source[pair] as number, usd);
  }
  const supplied = new Map<number, number>();
  for (let pair = matrix.start[v] as number; pair < (matrix.start[v + 1] as number); pair++) {
    const usd = (scope === "any" ? matrix.usd : matrix.financingUsd)[pair] as number;
    if (usd > 0) supplied.set(matrix.target[pair] as number, usd);
  }
  const recordedUsd = sumOf(sales);
  const vendorShare = vendorShares(matrix, blocks, v, supplied);
  const directShare = (i: number) => (supplied.get(i) ?? 0) / (matrix.throughflow[i] as number);
  let totalUsd = 0;
  let directUsd = 0;
  for (const [i, usd] of sales) {
    totalUsd += usd * (vendorShare.get(i) ?? 0);
    directUsd += usd * directShare(i);
  }
  const bounds = totalUsd === 0 ? { lower: 0, upper: 0 } : boundsOf({ matrix, blocks, v, sales, supplied });
  const known = recordedUsd > 0;
  return {
    vendor,
    scope,
    recordedUsd,
    lower: known ? bounds.lower : null,
    proRata: shareOf(totalUsd, recordedUsd),
    upper: known ? bounds.upper : null,
    direct: shareOf(directUsd, recordedUsd),
    revenueCoverage: revenueUsd === null || revenueUsd <= 0 ? null : recordedUsd / revenueUsd,
    ofRevenue: revenueUsd === null || revenueUsd <= 0 ? null : totalUsd / revenueUsd,
    buyers: [...sales].map(([i, purchasesUsd]) => ({
      id: matrix.ids[i] ?? "",
      purchasesUsd,
      vendorShare: asShare(vendorShare.get(i) ?? 0),
      directShare: asShare(directShare(i)),
    })),
  };
}

function sumOf(amounts: ReadonlyMap<number, number>): number {
  return [...amounts.values()].reduce((sum, usd) => sum + usd, 0);
}

/** q: of each entity's funding, the part that came from the vendor. Entities without any are left out. */
function vendorShares(
  matrix: FlowMatrix,
  { all, of, place }: Blocks,
  v: number,
  supplied: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const block = all[of[v] as number];
  const sources = [...supplied].filter(([i]) => block !== undefined && of[i] === of[v]);
  if (block === undefined || sources.length === 0) return new Map();
  const { members, visits } = block;
  const s = members.length;
  if (visits === null) return closedShares(matrix, members, place, v, new Map(sources));
  const own = place[v] as number;
  const n = (row: number, column: number) => visits[row * s + column] as number;
  const shares = new Map<number, number>();
  // The chain that ends at the vendor: N less the ways that pass it.
  members.forEach((i, at) => {
    if (i === v) return;
    let funded = 0;
    for (const [j, usd] of sources) {
      const from = place[j] as number;
      funded += usd * (n(from, at) - (n(own, at) * n(from, own)) / n(own, own));
    }
    shares.set(i, funded / (matrix.throughflow[i] as number));
  });
  return shares;
}

/** The same in a block that keeps every dollar: without the vendor its system has a solution. */
function closedShares(
  matrix: FlowMatrix,
  members: Int32Array,
  place: Int32Array,
  v: number,
  supplied: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const s = members.length;
  const a = new Float64Array(s * s);
  const b = new Float64Array(s);
  members.forEach((i, row) => {
    a[row * s + row] = 1;
    if (i !== v) b[row] = (supplied.get(i) ?? 0) / (matrix.throughflow[i] as number);
  });
  for (const u of members) {
    if (u === v) continue;
    for (let pair = matrix.start[u] as number; pair < (matrix.start[u + 1] as number); pair++) {
      const i = matrix.target[pair] as number;
      if (i === v) continue;
      const at = (place[i] as number) * s + (place[u] as number);
      a[at] = (a[at] as number) - (matrix.usd[pair] as number) / (matrix.throughflow[i] as number);
    }
  }
  const factored = factor(a, s);
  const q = factored === null ? b : solve(factored, b);
  return new Map([...members].filter((i) => i !== v).map((i) => [i, q[place[i] as number] as number]));
}

interface Parts {
  readonly matrix: FlowMatrix;
  readonly blocks: Blocks;
  readonly v: number;
  readonly sales: ReadonlyMap<number, number>;
  readonly supplied: ReadonlyMap<number, number>;
}

/**
 * The bounds by maximum flow, within the vendor's block: the vendor's money leaves no trace outside it, and
 * what comes in from outside can all come in at once, since every entity there handles what it pays on.
 */
function boundsOf({ matrix, blocks, v, sales, supplied }: Parts): { lower: number; upper: number } {
  const { start, target, usd, throughflow } = matrix;
  const members = (blocks.all[blocks.of[v] as number]?.members ?? new Int32Array()).filter((i) => i !== v);
  const s = members.length;
  const placeIn = new Map([...members].map((i, at) => [i, at]));
  const fromBlock = new Float64Array(s);
  const inner: { from: number; to: number; usd: number }[] = [];
  members.forEach((i, from) => {
    for (let pair = start[i] as number; pair < (start[i + 1] as number); pair++) {
      const to = placeIn.get(target[pair] as number);
      if (to === undefined) continue;
      inner.push({ from, to, usd: usd[pair] as number });
      fromBlock[to] = (fromBlock[to] as number) + (usd[pair] as number);
    }
  });
  const arrives = (sourceUsd: (i: number, at: number) => number) => {
    const network = new Network(s + 2);
    for (const edge of inner) network.add(edge.from, edge.to, edge.usd);
    members.forEach((i, at) => {
      network.add(s, at, Math.max(0, sourceUsd(i, at)));
      network.add(at, s + 1, sales.get(i) ?? 0);
    });
    return network.run(s, s + 1);
  };
  const recorded = sumOf(sales);
  const beyond = sumOf(new Map([...sales].filter(([i]) => !placeIn.has(i))));
  const others = (i: number, at: number) =>
    (throughflow[i] as number) - (fromBlock[at] as number) - (supplied.get(i) ?? 0);
  return {
    lower: asShare(1 - (beyond + arrives(others)) / recorded),
    upper: asShare(arrives((i) => supplied.get(i) ?? 0) / recorded),
  };
}
