/**
 * Bases: which amounts a metric may add. A promise, a contract and a payment are different things, and so are
 * the total of a deal and one year of it; a result is computed on one basis and names it.
 */
import { CapitalLoopError } from "../errors.js";
import type { LegFlow } from "../graph/legs.js";
import type { DealClass } from "../model/deal-kinds.js";
import { type Firmness, firmnessRank } from "../model/status.js";
import { PAID_AT_CLOSING, paymentsOf, type Terms } from "./schedule-of.js";

/** The bases that are not a year. */
export const BASIS_NAMES = ["announced", "contracted", "paid"] as const;

/** A basis: one of the names, or a calendar year such as `2026`. */
export type FlowBasis = (typeof BASIS_NAMES)[number] | `${number}`;

/** Why a flow does not count on a basis. */
export const LEFT_OUT = [
  "contingent", // paid only if something happens (CONT)
  "undisclosed", // no amount, or none in US dollars
  "self", // from a party to itself
  "annual", // a yearly figure is never added to totals
  "valuation", // a price put on the whole is no payment
  "ceiling", // "up to" so much is no contract for it
  "softer", // not as firm as the basis asks, or talks beside a firmer deal of the same two
  "no-term", // nothing says in which years it is paid
] as const;
/** One of the reasons of `LEFT_OUT`. */
export type LeftOut = (typeof LEFT_OUT)[number];

/** A flow with what it counts on the basis, in US dollars. */
export interface CountedFlow {
  readonly id: string;
  readonly deal: string;
  readonly class: Exclude<DealClass, "CONT">;
  readonly usd: number;
  readonly flow: LegFlow;
}

/** What a basis makes of a single flow of FIN or OPS with an amount. */
type Count = (flow: LegFlow) => number | LeftOut;

/** A graph file has no history: its rows are what they say on every basis. */
function isPlain(flow: LegFlow): boolean {
  return flow.steps.length === 0;
}

function isAtLeast(flow: LegFlow, firmness: Firmness): boolean {
  return isPlain(flow) || firmnessRank(flow.firmness) >= firmnessRank(firmness);
}

/**
 * What counts on each basis beside a year.
 *
 * - `announced`: totals as announced, whatever their firmness and however exact, letters of intent and reports
 *   among them where nothing firmer between the same two states an amount (the rule of `legAmountUsd`).
 * - `contracted`: totals of deals signed or firmer. A ceiling ("up to") is no contract for all of it.
 * - `paid`: totals of completed deals, and of capital whose closing is the payment (`PAID_AT_CLOSING`) once
 *   closed. What was paid under a contract that still runs is not on file and is not guessed.
 */
const COUNTS: Readonly<Record<(typeof BASIS_NAMES)[number], Count>> = {
  announced: (flow) => totalOf(flow),
  contracted: (flow) => {
    if (!isAtLeast(flow, "signed")) return "softer";
    return flow.qualifier === "up_to" ? "ceiling" : totalOf(flow);
  },
  paid: (flow) => {
    const closes = PAID_AT_CLOSING.has(flow.kind);
    if (!isAtLeast(flow, closes ? "closed" : "completed")) return "softer";
    return flow.qualifier === "up_to" ? "ceiling" : totalOf(flow);
  },
};

function totalOf(flow: LegFlow): number | LeftOut {
  return flow.basis === "total" ? (flow.amountUsd ?? "undisclosed") : flow.basis;
}

/** One year: the payments that fall due in it (`paymentsOf`) by deals announced or firmer. */
function inYear(year: number, terms: Terms | undefined): Count {
  return (flow) => {
    if (!isAtLeast(flow, "announced")) return "softer";
    if (flow.basis === "valuation") return "valuation";
    const payments = paymentsOf(flow, terms);
    return payments === "no-term" ? "no-term" : (payments.get(year) ?? 0);
  };
}

/** @throws CapitalLoopError `invalid-query` when it is neither a name nor a year. */
export function checkBasis(basis: string): asserts basis is FlowBasis {
  if ((BASIS_NAMES as readonly string[]).includes(basis) || /^\d{4}$/.test(basis)) return;
  throw new CapitalLoopError(
    "invalid-query",
    `basis: "${basis}" is not known; one of ${BASIS_NAMES.join(", ")}, or a year such as 2026`,
  );
}

/**
 * The flows of one leg that count on a basis, and why the others do not.
 *
 * @param flows all flows from one entity to another.
 */
export function countLeg(
  flows: readonly LegFlow[],
  basis: FlowBasis,
  terms?: Terms,
): { readonly counted: readonly CountedFlow[]; readonly left: ReadonlyMap<string, LeftOut> } {
  const count = basis in COUNTS ? COUNTS[basis as keyof typeof COUNTS] : inYear(Number(basis), terms);
  const left = new Map<string, LeftOut>();
  const counted: CountedFlow[] = [];
  for (const flow of flows) {
    if (flow.class === "CONT") {
      left.set(flow.id, "contingent");
      continue;
    }
    const usd = flow.amountUsd === null ? "undisclosed" : count(flow);
    if (typeof usd === "string") left.set(flow.id, usd);
    else counted.push({ id: flow.id, deal: flow.deal, class: flow.class, usd, flow });
  }
  const firm = counted.filter(({ flow }) => isAtLeast(flow, "announced"));
  if (firm.length === 0) return { counted, left };
  for (const { id } of counted) if (!firm.some((row) => row.id === id)) left.set(id, "softer");
  return { counted: firm, left };
}
