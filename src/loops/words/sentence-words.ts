/** What a language must say to read a loop aloud. */
import type { PartialDay } from "../../model/dates.js";
import type { DealClass, FlowKind } from "../../model/deal-kinds.js";
import type { Qualifier } from "../../model/money.js";
import type { Firmness } from "../../model/status.js";

export interface SentenceWords {
  /**
   * What a payer does to a payee, as firm as the deal is and no firmer; `{to}` stands for the payee. A null
   * kind is several kinds, or a graph that names none.
   */
  readonly clause: (
    kind: FlowKind | null,
    dealClass: DealClass,
    firmness: Firmness,
    amount: string | null,
  ) => string;
  /** Between the payer and its clause. */
  readonly space: string;
  /** Leads from a payee to what it does itself. */
  readonly which: string;
  readonly end: string;
  /** An amount of US dollars. */
  readonly usd: (amountUsd: number) => string;
  /** Before an amount, by how exactly it is stated. */
  readonly prefix: Readonly<Record<Qualifier, string>>;
  /** When a deal came to stand as it does; a null firmness is a graph that knows no states. */
  readonly when: (on: PartialDay, firmness: Firmness | null) => string;
  /** Several deals in one leg, from the first day to the last. */
  readonly whenSeveral: (deals: number, first: PartialDay, last: PartialDay) => string;
  /** The most that can have gone round, how many legs state nothing, and when the last leg opened. */
  readonly round: (bottleneck: string | null, undisclosed: number, closedOn: PartialDay | null) => string;
}

/** A date as numbers; null what it does not say. */
export interface DateParts {
  readonly year: string;
  readonly month: number | null;
  readonly day: number | null;
}

export function datePartsOf(date: PartialDay): DateParts {
  const [year = "", month, day] = date.split("-");
  return {
    year,
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  };
}

/** A number to three figures, without trailing zeros. */
export function threeFigures(value: number): string {
  const figures = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  return String(Number(value.toFixed(figures)));
}
