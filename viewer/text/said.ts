/** What a title is about, before a language puts it in words. */
import type { DealKind } from "../../src/model/deal-kinds.js";

/** A deal as its title needs it; names and amount are already in the reader's language. */
export interface SaidDeal {
  /** The title on file, in English. */
  readonly title: string;
  readonly kind: DealKind;
  readonly payers: readonly string[];
  readonly payees: readonly string[];
  /** With its qualifier; null where nobody states one. */
  readonly amount: string | null;
}
