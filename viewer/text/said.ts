/** What a sentence or a title is about, before a language puts it in words. */
import type { DealClass, DealKind, FlowKind } from "../../src/model/deal-kinds.js";
import type { Firmness } from "../../src/model/status.js";

/** A run of a sentence; names stand out. */
export interface Run {
  readonly text: string;
  readonly name: boolean;
}

/** What a payer does to a payee; names and amount are already in the reader's language. */
export interface SaidClause {
  readonly from: string;
  readonly to: string;
  /** Null where a leg has several kinds, or a graph names none. */
  readonly kind: FlowKind | null;
  readonly class: DealClass;
  readonly firmness: Firmness;
  /** With its qualifier; null where nobody states one. */
  readonly amount: string | null;
}

/** A deal as its title needs it. */
export interface SaidDeal {
  /** The title on file, in English. */
  readonly title: string;
  readonly kind: DealKind;
  readonly payers: readonly string[];
  readonly payees: readonly string[];
  /** With its qualifier; null where nobody states one. */
  readonly amount: string | null;
}
