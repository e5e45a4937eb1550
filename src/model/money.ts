/** Money as a source states it, and what it is in US dollars. */
import * as z from "zod";

/** How exactly a source states an amount. */
export const QUALIFIERS = ["exact", "about", "up_to", "at_least", "reported"] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

/**
 * What an amount measures: money over the whole term, over one year, or a price put on the whole.
 * Amounts of different bases are never added.
 */
export const BASES = ["total", "annual", "valuation"] as const;
export type Basis = (typeof BASES)[number];

/** A currency by its ISO 4217 code. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, "a currency is an ISO 4217 code such as USD");

/** An amount as a source states it: value, currency, how exact it is and what it measures. */
export const Money = z.strictObject({
  value: z
    .number()
    .nonnegative("an amount is zero or more: which way it goes follows from the roles")
    .describe("in whole units of the currency, written 1.25e9"),
  currency: Currency,
  qualifier: z.enum(QUALIFIERS).default("exact"),
  basis: z.enum(BASES).default("total"),
});
export type Money = z.infer<typeof Money>;

/** US dollars for one unit of a currency in one calendar year, with the document that states the rate. */
export const Rate = z.strictObject({
  currency: Currency,
  year: z.number().int(),
  usdPerUnit: z.number().positive(),
  source: z.string(),
});
export type Rate = z.infer<typeof Rate>;

/** The rates the facts are converted at: one for each currency and year. */
export const Rates = z.strictObject({ rates: z.array(Rate) });

/**
 * US dollars for an amount stated in some year, or `null` when no rate for that currency and year is
 * on file: an amount is never converted at a guess.
 * @example toUsd({ value: 2, currency: "USD", qualifier: "exact", basis: "total" }, 2031, []); // 2
 */
export function toUsd(money: Money, year: number, rates: readonly Rate[]): number | null {
  if (money.currency === "USD") return money.value;
  const rate = rates.find((row) => row.currency === money.currency && row.year === year);
  return rate === undefined ? null : Math.round(money.value * rate.usdPerUnit);
}
