/** A deal's title in Chinese, from its parties, since the facts have it in English alone. */
import type { ZhSentenceWords } from "../../src/loops/words/zh.js";
import { DEAL_KINDS, type DealKind, type FlowKind } from "../../src/model/deal-kinds.js";
import type { SaidDeal } from "./said.js";

/** The kinds that move no capital of their own, in a word. */
export type OtherKinds = Readonly<Record<Exclude<DealKind, FlowKind>, string>>;

const AND = "、";

export function chineseTitle(words: ZhSentenceWords, others: OtherKinds): (deal: SaidDeal) => string {
  return ({ title, kind, payers, payees, amount }) => {
    if (kind === "partnership" || kind === "capex_plan" || kind === "divestment")
      return `${[...payers, ...payees].join(AND)}${others[kind]}`;
    if (payers.length === 0 || payees.length === 0) return title;
    const deed = words.deed(kind, DEAL_KINDS[kind].class, amount);
    return payers.join(AND) + deed.replace("{to}", payees.join(AND));
  };
}
