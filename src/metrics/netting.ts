/** What netting could take out of the gross: between two, and among all. */
import type { FlowMatrix } from "./flow-matrix.js";
import { shareOf } from "./share.js";

/** What is left when payments both ways between two entities are set off. */
export interface Netting {
  readonly grossUsd: number;
  /** Owed both ways by the same two: the sum over them of twice the smaller. */
  readonly bilateralUsd: number;
  readonly bilateralShare: number | null;
  /** The least outside money that could settle everything: the sum of what entities pay above what they are paid. */
  readonly netFundingUsd: number;
  /** Gross less that: what netting among all could remove. */
  readonly excessUsd: number;
  readonly excessShare: number | null;
}

/**
 * Bilateral and multilateral netting. Always bilateral <= maximum circulation <= excess <= gross.
 *
 * @remarks Time O(pairs).
 * @see D'Errico and Roukny 2021, Oper Res 69 (compression).
 * @example netting(flowMatrix(view)).grossUsd;
 */
export function netting(matrix: FlowMatrix): Netting {
  const { usd, source, target, inflow, outflow, grossUsd, ids } = matrix;
  const onPair = new Map<number, number>();
  usd.forEach((amount, pair) => {
    onPair.set((source[pair] as number) * ids.length + (target[pair] as number), amount);
  });
  let bilateralUsd = 0;
  // Each two are met from both sides, so the smaller counts once from each.
  usd.forEach((amount, pair) => {
    const back = onPair.get((target[pair] as number) * ids.length + (source[pair] as number)) ?? 0;
    bilateralUsd += Math.min(amount, back);
  });
  const netFundingUsd = outflow.reduce((sum, out, i) => sum + Math.max(0, out - (inflow[i] as number)), 0);
  const excessUsd = grossUsd - netFundingUsd;
  return {
    grossUsd,
    bilateralUsd,
    bilateralShare: shareOf(bilateralUsd, grossUsd),
    netFundingUsd,
    excessUsd,
    excessShare: shareOf(excessUsd, grossUsd),
  };
}
