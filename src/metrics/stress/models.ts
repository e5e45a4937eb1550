/** The three ways a shock can spread, over the same recorded payments. */
import { CapitalLoopError } from "../../errors.js";
import { cascade } from "../cascade.js";
import { clear } from "../clearing.js";
import { debtRank } from "../debtrank.js";

/** Recorded payments before and after a shock, entities by number. US dollars. */
export interface System {
  readonly ids: readonly string[];
  /** What each pays each. */
  readonly before: readonly Float64Array[];
  /** What is left of it once the shock has struck, and what of that is capital supplied. */
  readonly kept: readonly Float64Array[];
  readonly keptFinancing: readonly Float64Array[];
  readonly inflow: ArrayLike<number>;
  readonly throughflow: ArrayLike<number>;
  /** What each has from outside the record. */
  readonly outsideSource: ArrayLike<number>;
  /** The numbers of those that fail. */
  readonly failed: ReadonlySet<number>;
}

/** What a run can be given beside the shock. Shares are 0..1, amounts US dollars by entity. */
export interface ModelOptions {
  /** Cascade: the part of a loss that each passes on; 1 unless given. */
  readonly passOn?: number | undefined;
  /** What each can lose: cascade before it passes anything on, DebtRank in all. */
  readonly buffers?: ArrayLike<number> | undefined;
  /** Clearing: what each has in hand; its outside source unless given. */
  readonly cash?: ArrayLike<number> | undefined;
  /** Clearing: the share of its cash, and of its income, that a defaulter can still use; 1 unless given. */
  readonly alpha?: number | undefined;
  readonly beta?: number | undefined;
}

/** What a model says of each entity. */
export interface Spread {
  /** US dollars lost by the shock itself, and in all. */
  readonly direct: Float64Array;
  readonly loss: Float64Array;
  /** The loss as a share of what it is measured against; null where there is nothing. */
  readonly share: readonly (number | null)[];
  /** What `share` is a share of. */
  readonly shareOf: string;
  /** Who cannot pay in full, round by round; only clearing knows. */
  readonly waves: readonly (readonly number[])[];
  /** The share of what is still honoured that each payer does not pay on; only the cascade says. */
  readonly cutBack: ArrayLike<number> | null;
}

/** The names of the models, the default first. */
export const STRESS_MODELS = ["cascade", "debtrank", "clearing"] as const;
/** One of `STRESS_MODELS`. */
export type StressModel = (typeof STRESS_MODELS)[number];

/** Every model by its name. Formulas and sources stand with `cascade`, `debtRank` and `clear`. */
export const SPREAD: Readonly<Record<StressModel, (system: System, options: ModelOptions) => Spread>> = {
  cascade: (system, { passOn, buffers }) => {
    const { before, kept, throughflow } = system;
    const passesOn = passOn === undefined ? undefined : system.ids.map(() => passOn);
    const { direct, loss, cutBack } = cascade({
      before,
      kept,
      throughflow,
      ...(passesOn === undefined ? {} : { passesOn }),
      ...(buffers === undefined ? {} : { buffers }),
    });
    return { direct, loss, share: shares(loss, throughflow), shareOf: "all it handles", waves: [], cutBack };
  },

  // What i can lose through j: a payment j owes it (OPS j -> i), or capital it put into j (FIN i -> j).
  debtrank: (system, { buffers }) => {
    const { ids, kept, keptFinancing, throughflow, failed } = system;
    const equity = buffers ?? throughflow;
    const exposures = ids.map((_, i) =>
      Float64Array.from(ids, (_id, j) => at(kept, j, i) - at(keptFinancing, j, i) + at(keptFinancing, i, j)),
    );
    ids.forEach((id, i) => {
      if ((equity[i] as number) === 0 && exposures[i]?.some((usd) => usd > 0) === true)
        throw new CapitalLoopError(
          "invalid-query",
          `buffer of ${id}: 0 stands under an exposure; give what it can lose, above 0`,
        );
    });
    const direct = Float64Array.from(ids, (_, i) => {
      const most = equity[i] as number;
      return failed.has(i) ? most : Math.min(most, lostBy(system, i));
    });
    const shock = direct.map((usd, i) => ((equity[i] as number) > 0 ? usd / (equity[i] as number) : 0));
    const gross = Array.from(throughflow).reduce((a, b) => a + b, 0);
    const weights = ids.map((_, i) => (gross > 0 ? (throughflow[i] as number) / gross : 1 / ids.length));
    const { distress } = debtRank({ exposures, equity, shock, weights });
    const loss = distress.map((h, i) => h * (equity[i] as number));
    const shareOf = buffers === undefined ? "all it handles, taken as its buffer" : "its buffer";
    return { direct, loss, share: shares(loss, equity), shareOf, waves: [], cutBack: null };
  },

  clearing: (system, { cash, alpha = 1, beta = 1 }) => {
    const { ids, before, kept, failed, outsideSource } = system;
    const had = Float64Array.from(cash ?? outsideSource);
    const has = had.map((usd, i) => (failed.has(i) ? 0 : usd));
    const normal = clear({ liabilities: before, cash: had, alpha, beta });
    const struck = clear({ liabilities: kept, cash: has, alpha, beta });
    const means = ids.map((_, i) => (had[i] as number) + incomeOf(before, normal.owed, normal.paid, i));
    const left = ids.map((_, i) => (has[i] as number) + incomeOf(kept, struck.owed, struck.paid, i));
    const loss = Float64Array.from(means, (usd, i) => usd - (left[i] as number));
    const direct = Float64Array.from(ids, (_, i) =>
      Math.min(lostBy(system, i) + (had[i] as number) - (has[i] as number), loss[i] as number),
    );
    return {
      direct,
      loss,
      share: shares(loss, means),
      shareOf: "its cash and income",
      waves: struck.waves,
      cutBack: null,
    };
  },
};

/** What an entity is no longer paid by the shock itself. */
function lostBy({ before, kept, ids }: System, payee: number): number {
  return ids.reduce((sum, _, payer) => sum + at(before, payer, payee) - at(kept, payer, payee), 0);
}

function incomeOf(
  dues: readonly Float64Array[],
  owed: Float64Array,
  paid: Float64Array,
  payee: number,
): number {
  return dues.reduce((sum, row, payer) => {
    const due = owed[payer] as number;
    return due === 0 || payer === payee
      ? sum
      : sum + ((row[payee] as number) / due) * (paid[payer] as number);
  }, 0);
}

function shares(loss: ArrayLike<number>, of: ArrayLike<number>): (number | null)[] {
  return Array.from(of, (whole, i) => (whole > 0 ? (loss[i] as number) / whole : null));
}

function at(rows: readonly Float64Array[], i: number, j: number): number {
  return rows[i]?.[j] as number;
}
