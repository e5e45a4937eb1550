/**
 * Finn cycling: how much of the money that entities handle has been with them before. Money is mixed inside
 * an entity and leaves in proportion; `roundTrip` gives bounds that do not need this.
 */
import { type Blocks, blocksOf } from "./blocks.js";
import type { FlowMatrix } from "./flow-matrix.js";
import { asShare, shareOf } from "./share.js";

/** How much of what entities handle comes back to them, each and in all. */
export interface Cycling {
  /** The cycled part of all that entities handle; null when nothing flows. */
  readonly finnCyclingIndex: number | null;
  /** How many entities a dollar from outside passes; null when none comes from outside. */
  readonly averagePathLength: number | null;
  /** Sum of T: total system throughflow. */
  readonly throughflowUsd: number;
  /** Sum of f T. */
  readonly cycledUsd: number;
  /** f: of what each entity handles, the part that comes back to it. */
  readonly cyclingShare: Float64Array;
  /** Of the money on each pair, the part that comes back to its payer. */
  readonly returnShare: Float64Array;
  /** Of the money on each pair, the part that was its payee's own before. */
  readonly ownMoneyShare: Float64Array;
  /** Entities that keep every dollar among themselves: no outside source, no outside use. Shares are 1. */
  readonly closedEntities: readonly string[];
}

/**
 * The Finn cycling index and its parts.
 *
 * With N = (I - G)^-1: f_i = 1 - 1/N_ii; FCI = sum f T / sum T; return share of i -> j = N_ji / N_ii; own-money
 * share = N_ji T_j / (T_i N_jj). Closed groups count in the index and are left out of the path length.
 *
 * @remarks Time O(s³) for each group of s entities that money goes round in.
 * @see Finn 1976, J Theor Biol 56:363; Finn 1980, Ecology 61:562; Borrett and Lau 2014 (enaR).
 * @example cycling(flowMatrix(viewGraph(graph))).finnCyclingIndex;
 */
export function cycling(matrix: FlowMatrix, blocks: Blocks = blocksOf(matrix)): Cycling {
  const { ids, source, target, usd, throughflow, outsideSource } = matrix;
  const cyclingShare = new Float64Array(ids.length);
  const closed = new Set<number>();
  for (const { members, visits } of blocks.all)
    members.forEach((i, at) => {
      if (visits === null) closed.add(i);
      const own = visits === null ? Number.POSITIVE_INFINITY : (visits[at * members.length + at] as number);
      cyclingShare[i] = asShare(1 - 1 / own);
    });

  const returnShare = new Float64Array(usd.length);
  const ownMoneyShare = new Float64Array(usd.length);
  for (let pair = 0; pair < usd.length; pair++) {
    const i = source[pair] as number;
    const j = target[pair] as number;
    const block = blocks.of[i] as number;
    if (block === -1 || block !== blocks.of[j]) continue;
    const { members, visits } = blocks.all[block] as Blocks["all"][number];
    if (visits === null) {
      returnShare[pair] = ownMoneyShare[pair] = 1;
      continue;
    }
    const a = blocks.place[i] as number;
    const b = blocks.place[j] as number;
    const at = (row: number, column: number) => visits[row * members.length + column] as number;
    returnShare[pair] = asShare(at(b, a) / at(a, a));
    ownMoneyShare[pair] = asShare(
      (at(b, a) * (throughflow[j] as number)) / ((throughflow[i] as number) * at(b, b)),
    );
  }

  const open = (i: number) => !closed.has(i);
  const total = sumOf(throughflow);
  const cycled = sumOf(throughflow.map((handled, i) => handled * (cyclingShare[i] as number)));
  const entering = sumOf(outsideSource.filter((_, i) => open(i)));
  return {
    finnCyclingIndex: shareOf(cycled, total),
    averagePathLength: entering > 0 ? sumOf(throughflow.filter((_, i) => open(i))) / entering : null,
    throughflowUsd: total,
    cycledUsd: cycled,
    cyclingShare,
    returnShare,
    ownMoneyShare,
    closedEntities: ids.filter((_, i) => closed.has(i)),
  };
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
