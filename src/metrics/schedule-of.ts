/** When a flow is paid: its amount spread over the years of its term. */
import type { LegFlow } from "../graph/legs.js";
import type { DealRecord } from "../model/dataset.js";
import { dayNumber, firstDay, lastDay } from "../model/dates.js";
import type { FlowKind } from "../model/deal-kinds.js";
import { firmnessRank } from "../model/status.js";

/** What a deal says of its own length beside first and last day, by deal id. */
export type Terms = ReadonlyMap<string, Pick<DealRecord, "term">>;

/** Kinds whose closing is the payment; money of the others comes and goes over time. */
export const PAID_AT_CLOSING: ReadonlySet<FlowKind | null> = new Set<FlowKind>([
  "equity_investment",
  "convertible_note",
  "acquisition",
  "bond",
  "loan",
]);

/** Kinds whose term is the life of a debt, a line or a right, and not the time over which it is paid. */
const NEVER_SPREAD: ReadonlySet<FlowKind | null> = new Set<FlowKind>([
  "convertible_note",
  "acquisition",
  "bond",
  "loan",
  "credit_facility",
  "warrant",
]);

/** Why a flow has no place in a schedule. */
export type Unscheduled = "no-term";

/** US dollars by calendar year, in the order of the years. */
export type Payments = ReadonlyMap<number, number>;

/** A stretch of days, both ends in it. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The payments of one flow with an amount.
 *
 * - A total is spread evenly over the days of its term; a yearly figure falls due in full in each year of it.
 * - A term of so many years without a first day runs from the announcement.
 * - Without a term, capital of the kinds in `PAID_AT_CLOSING` is paid on the day it closed, and a row of a
 *   graph file, which has no history, on its date.
 * - The term of a loan, bond, note, credit line or warrant is its life: it spreads nothing.
 *
 * @returns `no-term` when nothing says when it is paid. It is an even spread, not a payment plan.
 */
export function paymentsOf(flow: LegFlow, terms?: Terms): Payments | Unscheduled {
  const usd = flow.amountUsd ?? 0;
  const span = spanOf(flow, terms);
  if (span === null) {
    const year = flow.basis === "annual" ? null : paidInYear(flow);
    return year === null ? "no-term" : new Map([[year, usd]]);
  }
  const payments = new Map<number, number>();
  const days = span.end - span.start + 1;
  for (let year = yearOf(span.start); year <= yearOf(span.end); year++) {
    const first = dayNumber(firstDay(yearText(year)));
    const last = dayNumber(lastDay(yearText(year)));
    const inside = Math.min(last, span.end) - Math.max(first, span.start) + 1;
    payments.set(year, usd * (flow.basis === "annual" ? inside / (last - first + 1) : inside / days));
  }
  return payments;
}

function spanOf(flow: LegFlow, terms: Terms | undefined): Span | null {
  if (NEVER_SPREAD.has(flow.kind)) return null;
  const years = terms?.get(flow.deal)?.term?.years;
  if (flow.paidTo === null && years === undefined) return null;
  const from = flow.paidFrom ?? flow.announced;
  if (from === null) return null;
  const start = dayNumber(firstDay(from));
  const end =
    flow.paidTo === null
      ? start + Math.round((years ?? 0) * DAYS_A_YEAR) - 1
      : dayNumber(lastDay(flow.paidTo));
  return { start, end: Math.max(start, end) };
}

const DAYS_A_YEAR = 365.2425;

/** The year in which a flow without a term was paid at once. */
function paidInYear(flow: LegFlow): number | null {
  if (flow.steps.length === 0) return flow.announced === null ? null : Number(flow.announced.slice(0, 4));
  if (!PAID_AT_CLOSING.has(flow.kind) || firmnessRank(flow.firmness) < firmnessRank("closed")) return null;
  const closed = flow.steps.find((step) => step.is === "closed" || step.is === "completed");
  return closed === undefined ? null : Number(closed.on.slice(0, 4));
}

function yearOf(day: number): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}

function yearText(year: number): string {
  return String(year).padStart(4, "0");
}
