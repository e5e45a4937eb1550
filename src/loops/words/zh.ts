/** What both Chinese scripts share: the order of words, the parts of a clause, how days are written. */
import type { PartialDay } from "../../model/dates.js";
import type { DealClass, FlowKind } from "../../model/deal-kinds.js";
import type { Firmness } from "../../model/status.js";
import { datePartsOf, type SentenceWords, threeFigures } from "./sentence-words.js";

/** What a payer does: `{to}` the payee, `{usd}` the amount. */
export interface ZhVerb {
  readonly amount: string;
  readonly bare: string;
}

/** One script's own words. */
export interface ZhWords {
  readonly verbs: Readonly<Record<FlowKind, ZhVerb>>;
  /** Several kinds in one leg, or none named. */
  readonly mixed: Readonly<Record<DealClass, ZhVerb>>;
  /** Before the verb, by how far the deal has come. */
  readonly starts: Readonly<Record<Exclude<Firmness, "closed" | "delivering" | "completed">, string>>;
  readonly done: string;
  /** An order is filled over years. */
  readonly doing: string;
  /** How far a deal has come, after its day. */
  readonly states: Readonly<Record<Firmness, string>>;
  readonly which: string;
  readonly dollars: string;
  /** Sizes, the largest first. */
  readonly sizes: readonly (readonly [least: number, word: string])[];
  readonly about: string;
  readonly upTo: string;
  readonly atLeast: string;
  readonly deals: string;
  readonly to: string;
  readonly round: SentenceWords["round"];
}

/** A date as exact as it is known: `2026年11月21日`, `2026年11月`, `2026年`. */
export function zhDay(date: PartialDay): string {
  const { year, month, day } = datePartsOf(date);
  return `${year}年${month === null ? "" : `${month}月`}${day === null ? "" : `${day}日`}`;
}

export function zhSentence(words: ZhWords): SentenceWords {
  return {
    clause: (kind, dealClass, firmness, amount) => {
      const verb = kind === null ? words.mixed[dealClass] : words.verbs[kind];
      const closed =
        dealClass === "FIN" ? words.done : dealClass === "CONT" ? words.starts.signed : words.doing;
      const start =
        firmness === "closed" || firmness === "delivering"
          ? closed
          : firmness === "completed"
            ? dealClass === "CONT"
              ? closed
              : words.done
            : words.starts[firmness];
      return start + (amount === null ? verb.bare : verb.amount.replace("{usd}", amount));
    },
    space: "",
    which: words.which,
    end: "。",
    usd: (amountUsd) => {
      const [size, word] = words.sizes.find(([least]) => amountUsd >= least * 0.9995) ?? [1, ""];
      return `${amountIn(amountUsd / size)}${word}${words.dollars}`;
    },
    prefix: { exact: "", about: words.about, up_to: words.upTo, at_least: words.atLeast, reported: "" },
    when: (on, firmness) => `（${zhDay(on)}${firmness === null ? "" : words.states[firmness]}）`,
    whenSeveral: (deals, first, last) =>
      first === last
        ? `（${deals}${words.deals}，${zhDay(first)}）`
        : `（${deals}${words.deals}，${zhDay(first)}${words.to}${zhDay(last)}）`,
    round: words.round,
  };
}

/** Chinese sizes step by ten thousand, so a number may have four whole figures. */
function amountIn(value: number): string {
  return value >= 99.95 ? String(Math.round(value)) : threeFigures(value);
}
