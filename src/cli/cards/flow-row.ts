/** A flow as cards show it. */
import type { CapitalGraph, FlowAttributes } from "../../graph/capital-graph.js";
import { DEAL_KINDS } from "../../model/deal-kinds.js";
import { compareIds } from "../../model/ids.js";
import { spaced, usdOr } from "../words.js";

export interface FlowRow extends FlowAttributes {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** Some flows of a graph, the largest first, undisclosed ones last. */
export function flowRows(graph: CapitalGraph, keys: readonly string[]): FlowRow[] {
  return keys
    .map((key) => {
      const [from, to] = graph.extremities(key);
      return { id: key, from, to, ...graph.getEdgeAttributes(key) };
    })
    .sort((a, b) => (b.amountUsd ?? -1) - (a.amountUsd ?? -1) || compareIds(a.id, b.id));
}

/** The deal kind as a noun. */
export function kindNoun({ kind }: Pick<FlowAttributes, "kind">): string {
  return kind === null ? "payment" : DEAL_KINDS[kind].en.noun;
}

/** Amount, the other side, kind, day, state and deal: one line of a card. */
export function flowCells(flow: FlowRow, otherSide: string): string[] {
  return [
    flowAmount(flow),
    otherSide,
    kindNoun(flow),
    flow.announced ?? "undated",
    spaced(flow.state),
    flow.deal,
  ];
}

/** `up to $5bn a year`, as far as it is stated. */
export function flowAmount({ amountUsd, amount, currency, qualifier, basis }: FlowAttributes): string {
  // In a currency without a rate the stated amount is all there is.
  if (amountUsd === null && amount !== null)
    return `${amount.toLocaleString("en-US")} ${currency ?? ""}`.trim();
  return withTerms(usdOr(amountUsd), amountUsd === null ? null : qualifier, basis);
}

/** An amount with how exactly it is stated and what it measures. */
export function withTerms(amount: string, qualifier: string | null, basis: string): string {
  const before: Readonly<Record<string, string>> = {
    about: "about ",
    up_to: "up to ",
    at_least: "at least ",
    reported: "reportedly ",
  };
  const after: Readonly<Record<string, string>> = { annual: " a year", valuation: " (a valuation)" };
  return `${before[qualifier ?? ""] ?? ""}${amount}${after[basis] ?? ""}`;
}
