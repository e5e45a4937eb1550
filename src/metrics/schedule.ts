/** The cash schedule: commitments of many years spread over the years of their terms. */
import type { CapitalGraph } from "../graph/capital-graph.js";
import { compareIds } from "../model/ids.js";
import { countLeg } from "./basis.js";
import { checkAmount } from "./flow-matrix.js";
import { partnersOf } from "./partners.js";
import { paymentsOf, type Terms } from "./schedule-of.js";

/** One year of one entity, US dollars. */
export interface ScheduledYear {
  readonly year: number;
  /** What it pays: capital it supplies, and goods and services. */
  readonly paysUsd: number;
  /** Of that, for goods and services. */
  readonly paysForGoodsUsd: number;
  readonly isPaidUsd: number;
  /** Its reported revenue of that year; null where it is not known. */
  readonly revenueUsd: number | null;
  /** What it pays for goods and services over that revenue. */
  readonly overRevenue: number | null;
}

/** What one entity pays and is paid, by year. */
export interface ScheduledEntity {
  readonly id: string;
  readonly years: readonly ScheduledYear[];
  /** Stated amounts it pays, and is paid, of which nothing says when. */
  readonly undatedPaysUsd: number;
  readonly undatedIsPaidUsd: number;
}

/** Payments by year, as far as the terms of deals say when they fall due. US dollars. */
export interface CashSchedule {
  readonly basis: "scheduled";
  readonly years: readonly { readonly year: number; readonly usd: number }[];
  /** In the order of their ids; those without a payment are left out. */
  readonly entities: readonly ScheduledEntity[];
  readonly coverage: {
    readonly flows: number;
    readonly undatedFlows: number;
    readonly undatedUsd: number;
    readonly flowsWithoutAmount: number;
  };
  readonly warnings: readonly string[];
}

/** The terms that dates come from, and revenue to set payments beside. */
export interface ScheduleOptions {
  /** The deals' own terms: `dataset.deals`. */
  readonly terms?: Terms | undefined;
  /** Reported revenue by entity and year; null where it is not known. */
  readonly revenueOf?: ((id: string, year: number) => number | null) | undefined;
}

/** Payments by year, summed for one entity and way. */
class Ledger {
  readonly pays = new Map<number, number>();
  readonly goods = new Map<number, number>();
  readonly isPaid = new Map<number, number>();
  undatedPays = 0;
  undatedIsPaid = 0;
}

/**
 * Who pays how much in which year, by the rules of `paymentsOf`: evenly over a term, a yearly figure in each
 * year of it, capital on closing. It takes deals announced or firmer, of FIN and OPS; guarantees, valuations and
 * letters of intent have no place in it. Amounts of which nothing says when are counted apart, never spread.
 *
 * @remarks Time O(flows × years).
 * @example cashSchedule(view, { terms: dataset.deals });
 */
export function cashSchedule(graph: CapitalGraph, options: ScheduleOptions = {}): CashSchedule {
  const { terms, revenueOf = () => null } = options;
  const ledgers = new Map<string, Ledger>();
  const total = new Map<number, number>();
  const ledgerOf = (id: string) => {
    const known = ledgers.get(id) ?? new Ledger();
    ledgers.set(id, known);
    return known;
  };
  let flows = 0;
  let undatedFlows = 0;
  let undatedUsd = 0;
  let flowsWithoutAmount = 0;
  for (const [from, payees] of partnersOf(graph)) {
    for (const { id: to, flows: all } of payees) {
      for (const flow of all) checkAmount(`flow ${flow.id}: amount`, flow.amountUsd);
      // Why a flow has no place in any year; the year itself changes nothing.
      const { left } = countLeg(all, "0000", terms);
      for (const flow of all) {
        const reason = left.get(flow.id);
        if (reason === "undisclosed") flowsWithoutAmount++;
        if (reason !== undefined && reason !== "no-term") continue;
        const payments = paymentsOf(flow, terms);
        if (payments === "no-term") {
          undatedFlows++;
          undatedUsd += flow.amountUsd ?? 0;
          ledgerOf(from).undatedPays += flow.amountUsd ?? 0;
          ledgerOf(to).undatedIsPaid += flow.amountUsd ?? 0;
          continue;
        }
        flows++;
        for (const [year, usd] of payments) {
          add(total, year, usd);
          add(ledgerOf(from).pays, year, usd);
          if (flow.class === "OPS") add(ledgerOf(from).goods, year, usd);
          add(ledgerOf(to).isPaid, year, usd);
        }
      }
    }
  }
  return {
    basis: "scheduled",
    years: [...total].sort(([a], [b]) => a - b).map(([year, usd]) => ({ year, usd })),
    entities: [...ledgers]
      .sort(([a], [b]) => compareIds(a, b))
      .map(([id, ledger]) => ({
        id,
        years: yearsOf(id, ledger, revenueOf),
        undatedPaysUsd: ledger.undatedPays,
        undatedIsPaidUsd: ledger.undatedIsPaid,
      })),
    coverage: { flows, undatedFlows, undatedUsd, flowsWithoutAmount },
    warnings: [
      "amounts are spread evenly over their terms: no plan of payments is on file",
      ...(undatedFlows === 0 ? [] : [`${undatedFlows} amounts state no term and are in no year`]),
      ...(flowsWithoutAmount === 0 ? [] : [`${flowsWithoutAmount} flows without an amount left out`]),
    ],
  };
}

function yearsOf(
  id: string,
  { pays, goods, isPaid }: Ledger,
  revenueOf: (id: string, year: number) => number | null,
): ScheduledYear[] {
  const years = [...new Set([...pays.keys(), ...isPaid.keys()])].sort((a, b) => a - b);
  return years.map((year) => {
    const revenueUsd = revenueOf(id, year);
    const paysForGoodsUsd = goods.get(year) ?? 0;
    return {
      year,
      paysUsd: pays.get(year) ?? 0,
      paysForGoodsUsd,
      isPaidUsd: isPaid.get(year) ?? 0,
      revenueUsd,
      overRevenue: revenueUsd === null || revenueUsd <= 0 ? null : paysForGoodsUsd / revenueUsd,
    };
  });
}

function add(sums: Map<number, number>, year: number, usd: number): void {
  sums.set(year, (sums.get(year) ?? 0) + usd);
}
