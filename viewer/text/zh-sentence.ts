/** Sentences and titles in Chinese, from the phrases of one script. */
import type { DealClass, DealKind, FlowKind } from "../../src/model/deal-kinds.js";
import type { Firmness } from "../../src/model/status.js";
import type { Run, SaidClause, SaidDeal } from "./said.js";

/** What a payer does: with an amount and without. `{to}` stands for the payee, `{usd}` for the amount. */
type Phrase = readonly [amount: string, bare: string];

export interface Phrases {
  readonly kinds: Readonly<Record<FlowKind, Phrase>>;
  /** Several kinds in one leg, or a graph that names none. */
  readonly mixed: Readonly<Record<DealClass, Phrase>>;
  /** How firm it is, before the phrase. */
  readonly starts: Readonly<
    Record<"reported" | "letter_of_intent" | "announced" | "signed" | "done" | "doing" | "agreed", string>
  >;
  /** The kinds that move no capital of their own. */
  readonly others: Readonly<Record<Exclude<DealKind, FlowKind>, string>>;
  readonly and: string;
}

export function chineseSentence({ kinds, mixed, starts, others, and }: Phrases) {
  const startOf = (firmness: Firmness, dealClass: DealClass): string => {
    if (firmness === "closed" || firmness === "delivering" || firmness === "completed") {
      if (dealClass === "CONT") return starts.agreed;
      // An order is filled over years: until it is completed, nobody has bought all of it.
      return dealClass === "OPS" && firmness !== "completed" ? starts.doing : starts.done;
    }
    return starts[firmness];
  };
  const filled = ([withAmount, bare]: Phrase, amount: string | null) =>
    amount === null ? bare : withAmount.replace("{usd}", amount);

  /** A loop in a sentence: each payee is the payer of the next clause. */
  const sentence = (clauses: readonly SaidClause[]): readonly Run[] => {
    const runs = clauses.flatMap((said, i): Run[] => {
      const phrase = said.kind === null ? mixed[said.class] : kinds[said.kind];
      const [before = "", after = ""] = filled(phrase, said.amount).split("{to}");
      return [
        { text: said.from, name: true },
        { text: startOf(said.firmness, said.class) + before, name: false },
        { text: said.to, name: true },
        { text: `${after}${i + 1 < clauses.length ? "；" : "。"}`, name: false },
      ];
    });
    return runs;
  };

  /** A deal's title from its parties, since the facts have it in English alone. */
  const title = (deal: SaidDeal): string => {
    const payers = deal.payers.join(and);
    if (deal.kind === "partnership" || deal.kind === "capex_plan" || deal.kind === "divestment")
      return `${[payers, ...deal.payees].filter((name) => name !== "").join(and)}${others[deal.kind]}`;
    const payees = deal.payees.join(and);
    if (payers === "" || payees === "") return deal.title;
    return payers + filled(kinds[deal.kind], deal.amount).replace("{to}", payees);
  };

  return { sentence, title };
}
