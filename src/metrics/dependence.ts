/** How much of what a seller is paid comes from parties that it finances itself. */
import type { CapitalGraph } from "../graph/capital-graph.js";
import { compareIds } from "../model/ids.js";
import type { Coverage } from "./coverage.js";
import { type FlowMatrix, flowMatrix, type MatrixOptions } from "./flow-matrix.js";
import { type Partner, partnersOf } from "./partners.js";
import { shareOf } from "./share.js";

/** A customer that the seller also finances. */
export interface FinancedCustomer {
  readonly id: string;
  /** What it pays for goods and services on the basis; null when no such deal states an amount that counts. */
  readonly purchasesUsd: number | null;
  /** Capital the seller supplied to it on the basis; null when none states an amount that counts. */
  readonly suppliedUsd: number | null;
  /** Whether the seller also stands behind it with a guarantee or a backstop. */
  readonly isSupported: boolean;
  readonly deals: readonly string[];
}

/** Shares are 0 to 1, of a recorded part of sales; null where the whole is not known. */
export interface Dependence {
  readonly seller: string;
  /** Everything the seller is paid on the basis, capital among it. */
  readonly inflowUsd: number;
  /** Of it, payments for goods and services. */
  readonly salesUsd: number;
  /** Of those, from parties it finances. A lower bound when `undisclosed` is above 0. */
  readonly fromFinancedUsd: number;
  readonly shareOfInflow: number | null;
  readonly shareOfSales: number | null;
  readonly revenueUsd: number | null;
  /** Above 1 where orders of many years stand beside the revenue of one. */
  readonly overRevenue: number | null;
  readonly backlogUsd: number | null;
  readonly overBacklog: number | null;
  /** Financed customers whose purchases state no amount. */
  readonly undisclosed: number;
  readonly customers: readonly FinancedCustomer[];
}

/** Which amounts count, and what companies report beside them. */
export interface DependenceOptions extends MatrixOptions {
  /** Reported revenue by entity, of a period that fits the basis. */
  readonly revenue?: ReadonlyMap<string, number> | undefined;
  /** Reported backlog by entity: orders not yet filled. */
  readonly backlog?: ReadonlyMap<string, number> | undefined;
}

/** Sellers that finance their own customers, and how much of what they sell goes to those. */
export interface DependenceTable {
  readonly basis: string;
  readonly coverage: Coverage;
  readonly warnings: readonly string[];
  /** The largest amount from financed parties first. */
  readonly sellers: readonly Dependence[];
}

/**
 * Every seller that finances (FIN) or supports (CONT) at least one of its own customers.
 *
 * @throws CapitalLoopError as `flowMatrix` does.
 * @example dependence(view);
 */
export function dependence(graph: CapitalGraph, options: DependenceOptions = {}): DependenceTable {
  const matrix = flowMatrix(graph, options);
  const partners = partnersOf(graph);
  const sellers = matrix.ids.flatMap((seller, i) => {
    const customers = (partners.get(seller) ?? []).flatMap((payee) =>
      financedCustomer(matrix, seller, payee, partners),
    );
    if (customers.length === 0) return [];
    const salesUsd = (matrix.into[i] ?? []).reduce(
      (sum, pair) => sum + (matrix.usd[pair] as number) - (matrix.financingUsd[pair] as number),
      0,
    );
    const fromFinancedUsd = customers.reduce((sum, { purchasesUsd }) => sum + (purchasesUsd ?? 0), 0);
    const inflowUsd = matrix.inflow[i] as number;
    const revenueUsd = options.revenue?.get(seller) ?? null;
    const backlogUsd = options.backlog?.get(seller) ?? null;
    const row: Dependence = {
      seller,
      inflowUsd,
      salesUsd,
      fromFinancedUsd,
      shareOfInflow: shareOf(fromFinancedUsd, inflowUsd),
      shareOfSales: shareOf(fromFinancedUsd, salesUsd),
      revenueUsd,
      overRevenue: revenueUsd === null || revenueUsd <= 0 ? null : fromFinancedUsd / revenueUsd,
      backlogUsd,
      overBacklog: backlogUsd === null || backlogUsd <= 0 ? null : fromFinancedUsd / backlogUsd,
      undisclosed: customers.filter(({ purchasesUsd }) => purchasesUsd === null).length,
      customers,
    };
    return [row];
  });
  return {
    basis: matrix.basis,
    coverage: matrix.coverage,
    warnings: matrix.warnings,
    sellers: sellers.sort((a, b) => b.fromFinancedUsd - a.fromFinancedUsd || compareIds(a.seller, b.seller)),
  };
}

function financedCustomer(
  matrix: FlowMatrix,
  seller: string,
  { id, flows }: Partner,
  partners: ReadonlyMap<string, readonly Partner[]>,
): FinancedCustomer[] {
  const gives = flows.filter((flow) => flow.class !== "OPS");
  const back = partners.get(id)?.find((payee) => payee.id === seller)?.flows ?? [];
  const buys = back.filter((flow) => flow.class === "OPS");
  if (gives.length === 0 || buys.length === 0) return [];
  const deals = new Set([...gives, ...buys].map(({ deal }) => deal));
  return [
    {
      id,
      purchasesUsd: countedUsd(matrix, id, seller, "OPS"),
      suppliedUsd: countedUsd(matrix, seller, id, "FIN"),
      isSupported: gives.some((flow) => flow.class === "CONT"),
      deals: [...deals].sort(compareIds),
    },
  ];
}

/** What counts of one class from a payer to a payee; null when nothing does. */
function countedUsd(matrix: FlowMatrix, from: string, to: string, only: "FIN" | "OPS"): number | null {
  const i = matrix.indexOf.get(from) ?? -1;
  const j = matrix.indexOf.get(to) ?? -1;
  for (let pair = matrix.start[i] as number; pair < (matrix.start[i + 1] as number); pair++) {
    if (matrix.target[pair] !== j) continue;
    const counted = (matrix.counted[pair] ?? []).filter((flow) => flow.class === only);
    return counted.length === 0 ? null : counted.reduce((sum, { usd }) => sum + usd, 0);
  }
  return null;
}
