/** The marginal value of a deal: how much more circular it makes the whole. */
import { type Block, type Blocks, blocksOf } from "./blocks.js";
import { cycling } from "./cycling.js";
import { type FlowMatrix, withoutDeals } from "./flow-matrix.js";
import { inverse } from "./linear.js";
import { asShare, shareOf } from "./share.js";

/** A deal, and how much less circular the whole would be without it. */
export interface MarginalDeal {
  readonly deal: string;
  /** US dollars of the deal on the matrix's basis. */
  readonly usd: number;
  /** The cycling index of everything but this deal; null when nothing else flows. */
  readonly indexWithout: number | null;
  /** The index less that; below 0 for a deal that only dilutes. */
  readonly change: number;
}

/**
 * For every deal that counts: the cycling index minus the index without it, the balance closed again. The
 * largest change comes first.
 *
 * @remarks Taking a deal out changes a few rows of I - G, so its inverse is mended (Woodbury) and not made
 * anew: time O(s³ + d s) for d deals. Where that fails, as when the rest is closed, one deal takes O(s³).
 */
export function marginalDeals(matrix: FlowMatrix): readonly MarginalDeal[] {
  const blocks = blocksOf(matrix);
  const whole = cycling(matrix, blocks).finnCyclingIndex ?? 0;
  const usd = new Map<string, number>();
  for (const counted of matrix.counted)
    for (const flow of counted) usd.set(flow.deal, (usd.get(flow.deal) ?? 0) + flow.usd);
  const pairsOf = new Map<string, number[]>();
  matrix.counted.forEach((counted, pair) => {
    for (const deal of new Set(counted.map((flow) => flow.deal)))
      pairsOf.set(deal, [...(pairsOf.get(deal) ?? []), pair]);
  });
  return [...usd]
    .map(([deal, amount]) => {
      const indexWithout =
        mendedIndex(matrix, blocks, deal, pairsOf.get(deal) ?? []) ??
        cycling(withoutDeals(matrix, new Set([deal]))).finnCyclingIndex;
      return { deal, usd: amount, indexWithout, change: whole - (indexWithout ?? 0) };
    })
    .sort((a, b) => b.change - a.change || (a.deal < b.deal ? -1 : 1));
}

/** The index without a deal from the inverses of the whole; null where they cannot be mended. */
function mendedIndex(
  matrix: FlowMatrix,
  blocks: Blocks,
  deal: string,
  pairs: readonly number[],
): number | null {
  const { throughflow, source, target } = matrix;
  const less = lessWithout(matrix, deal, pairs);
  const handled = throughflow.slice();
  const touched = new Set(pairs.flatMap((pair) => [source[pair] as number, target[pair] as number]));
  for (const i of touched) {
    const into = (matrix.inflow[i] as number) - (less.into.get(i) ?? 0) + (matrix.outside[i] as number);
    handled[i] = Math.max(0, into, (matrix.outflow[i] as number) - (less.outOf.get(i) ?? 0));
  }
  let cycled = 0;
  for (const [number, block] of blocks.all.entries()) {
    if (block.visits === null) return null;
    const rows = [...touched].filter((i) => blocks.of[i] === number);
    const own = ownVisits(matrix, blocks, block, rows, less.onPair, handled);
    if (own === null) return null;
    block.members.forEach((i, at) => {
      cycled += (handled[i] as number) * asShare(1 - 1 / (own[at] as number));
    });
  }
  return shareOf(
    cycled,
    handled.reduce((sum, usd) => sum + usd, 0),
  );
}

/** What a deal takes off each pair, payer and payee. */
function lessWithout(matrix: FlowMatrix, deal: string, pairs: readonly number[]) {
  const onPair = new Map<number, number>();
  const outOf = new Map<number, number>();
  const into = new Map<number, number>();
  for (const pair of pairs) {
    const counted = matrix.counted[pair] ?? [];
    const usd = counted.reduce((sum, flow) => sum + (flow.deal === deal ? flow.usd : 0), 0);
    // A deal that is all of a pair leaves nothing, not what rounding leaves.
    onPair.set(pair, counted.every((flow) => flow.deal === deal) ? (matrix.usd[pair] as number) : usd);
    const i = matrix.source[pair] as number;
    const j = matrix.target[pair] as number;
    outOf.set(i, (outOf.get(i) ?? 0) + usd);
    into.set(j, (into.get(j) ?? 0) + usd);
  }
  return { onPair, outOf, into };
}

/** Past this, a group is all but closed, and mending loses too many digits. */
const MOST_VISITS = 1e6;

/**
 * The diagonal of N once some rows of G have changed: A' = A + sum of e_r d_r, so
 * N' = N - N U (I + D N U)^-1 D N with U the unit columns of the rows and D their differences.
 */
function ownVisits(
  matrix: FlowMatrix,
  blocks: Blocks,
  { members, visits }: Block,
  rows: readonly number[],
  lessOnPair: ReadonlyMap<number, number>,
  handled: Float64Array,
): Float64Array | null {
  if (visits === null) return null;
  const s = members.length;
  const own = Float64Array.from(members, (_, at) => visits[at * s + at] as number);
  if (rows.length === 0) return own;
  const differences = rows.map((i) => {
    const product = new Float64Array(s);
    for (let pair = matrix.start[i] as number; pair < (matrix.start[i + 1] as number); pair++) {
      const j = matrix.target[pair] as number;
      if (blocks.of[j] !== blocks.of[i]) continue;
      const usd = matrix.usd[pair] as number;
      const before = usd / (matrix.throughflow[i] as number);
      const left = usd - (lessOnPair.get(pair) ?? 0);
      const after = left > 0 ? left / (handled[i] as number) : 0;
      const row = (blocks.place[j] as number) * s;
      for (let k = 0; k < s; k++)
        product[k] = (product[k] as number) + (before - after) * (visits[row + k] as number);
    }
    return product;
  });
  const k = rows.length;
  const small = new Float64Array(k * k);
  const columns = rows.map((i) => blocks.place[i] as number);
  for (let a = 0; a < k; a++)
    for (let b = 0; b < k; b++)
      small[a * k + b] = Number(a === b) + (differences[a]?.[columns[b] as number] as number);
  const mend = inverse(small, k);
  if (mend === null) return null;
  for (let at = 0; at < s; at++) {
    let off = 0;
    for (let b = 0; b < k; b++) {
      let row = 0;
      for (let a = 0; a < k; a++)
        row += (mend[b * k + a] as number) * ((differences[a] as Float64Array)[at] as number);
      off += (visits[at * s + (columns[b] as number)] as number) * row;
    }
    own[at] = (own[at] as number) - off;
  }
  return own.every((value) => value >= 1 - 1e-9 && value < MOST_VISITS) ? own : null;
}
