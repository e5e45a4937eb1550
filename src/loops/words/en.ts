/** A loop's sentence in English: a payer, the words here, a payee. */
import type { PartialDay } from "../../model/dates.js";
import type { DealClass, FlowKind } from "../../model/deal-kinds.js";
import type { Firmness } from "../../model/status.js";
import { datePartsOf, type SentenceWords, threeFigures } from "./sentence-words.js";

/**
 * One kind's verb: infinitive, present participle, past participle, then what follows it with an amount
 * and without one. `{usd}` stands for the amount.
 */
interface Verb {
  readonly forms: readonly [infinitive: string, doing: string, done: string];
  readonly amount: string;
  readonly bare: string;
}

const BUY = ["buy", "buying", "bought"] as const;
const PUT = ["put", "putting", "put"] as const;
const PAY = ["pay", "paying", "paid"] as const;

const VERBS: Readonly<Record<FlowKind, Verb>> = {
  equity_investment: { forms: PUT, amount: "{usd} into shares of", bare: "money into shares of" },
  convertible_note: { forms: BUY, amount: "{usd} of convertible notes of", bare: "convertible notes of" },
  fund_commitment: {
    forms: ["commit", "committing", "committed"],
    amount: "{usd} to",
    bare: "capital to",
  },
  acquisition: { forms: PAY, amount: "{usd} to acquire", bare: "to acquire" },
  jv_contribution: { forms: PUT, amount: "{usd} into", bare: "capital into" },
  bond: { forms: BUY, amount: "{usd} of bonds of", bare: "bonds of" },
  loan: { forms: ["lend", "lending", "lent"], amount: "{usd} to", bare: "money to" },
  credit_facility: {
    forms: ["give", "giving", "given"],
    amount: "a credit line of {usd} to",
    bare: "a credit line to",
  },
  vendor_financing: {
    forms: ["finance", "financing", "financed"],
    amount: "{usd} of purchases by",
    bare: "purchases by",
  },
  warrant: {
    forms: ["grant", "granting", "granted"],
    amount: "warrants put at {usd} to",
    bare: "warrants to",
  },
  compute_purchase: { forms: BUY, amount: "{usd} of computing from", bare: "computing from" },
  chip_purchase: { forms: BUY, amount: "{usd} of chips from", bare: "chips from" },
  equipment_purchase: { forms: BUY, amount: "{usd} of equipment from", bare: "equipment from" },
  supply_agreement: { forms: BUY, amount: "{usd} of supplies from", bare: "supplies from" },
  service: { forms: PAY, amount: "{usd} for services of", bare: "for services of" },
  license: { forms: PAY, amount: "{usd} for licences of", bare: "for licences of" },
  revenue_share: {
    forms: ["share", "sharing", "shared"],
    amount: "{usd} of revenue with",
    bare: "revenue with",
  },
  lease: { forms: PAY, amount: "{usd} of rent to", bare: "rent to" },
  power_purchase: { forms: BUY, amount: "{usd} of power from", bare: "power from" },
  power_plant_build: { forms: PAY, amount: "{usd} for power built by", bare: "for power built by" },
  guarantee: {
    forms: ["guarantee", "guaranteeing", "guaranteed"],
    amount: "{usd} of payments for",
    bare: "payments for",
  },
  backstop: {
    forms: ["stand behind", "standing behind", "stood behind"],
    amount: "{usd} of payments for",
    bare: "payments for",
  },
};

/** Several kinds in one leg, or a graph that names none: what can be said of the whole. */
const MIXED: Readonly<Record<"FIN" | "OPS" | "CONT", Verb>> = {
  FIN: {
    forms: ["supply", "supplying", "supplied"],
    amount: "{usd} of capital to",
    bare: "capital to",
  },
  OPS: { forms: PAY, amount: "{usd} for goods and services of", bare: "for goods and services of" },
  CONT: VERBS.guarantee,
};

/** How far a deal has come, for a day in brackets. */
const STATES: Readonly<Record<Firmness, string>> = {
  reported: "reported",
  letter_of_intent: "letter of intent",
  announced: "announced",
  signed: "signed",
  closed: "closed",
  delivering: "delivering since",
  completed: "completed",
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const SIZES = [
  [1e12, "tn"],
  [1e9, "bn"],
  [1e6, "m"],
  [1e3, "k"],
] as const;

/** `30.1bn` for 30100000000: three figures at most, no trailing zero. */
export function shortNumber(value: number): string {
  // A value that would round up to 1000 of a size is 1 of the next one.
  const [size, word] = SIZES.find(([least]) => value >= least * 0.9995) ?? [1, ""];
  return `${threeFigures(value / size)}${word}`;
}

/** A date as exact as it is known: `21 Nov 2026`, `Nov 2026`, `2026`. */
export function day(date: PartialDay): string {
  const { year, month, day } = datePartsOf(date);
  if (month === null) return year;
  const name = MONTHS[month - 1] ?? String(month);
  return day === null ? `${name} ${year}` : `${day} ${name} ${year}`;
}

/**
 * The words between payer and payee, as firm as the deal is and no firmer: `has put about $30bn into
 * shares of`, `is reported to buy $40bn of chips from`.
 */
function words(
  kind: FlowKind | null,
  dealClass: DealClass,
  firmness: Firmness,
  amount: string | null,
): string {
  const verb = kind === null ? MIXED[dealClass] : VERBS[kind];
  const [infinitive, doing, done] = verb.forms;
  const rest = amount === null ? verb.bare : verb.amount.replace("{usd}", amount);
  // An order is filled over years: until it is completed, nobody "has bought" all of it.
  const closed =
    dealClass === "FIN"
      ? `has ${done}`
      : dealClass === "CONT"
        ? `has agreed to ${infinitive}`
        : `is ${doing}`;
  const starts: Readonly<Record<Firmness, string>> = {
    reported: `is reported to ${infinitive}`,
    letter_of_intent: `has signed a letter of intent to ${infinitive}`,
    announced: `is to ${infinitive}`,
    signed: `has agreed to ${infinitive}`,
    closed,
    delivering: closed,
    completed: dealClass === "CONT" ? closed : `has ${done}`,
  };
  return `${starts[firmness]} ${rest}`;
}

function isWhole(date: PartialDay): boolean {
  return datePartsOf(date).day !== null;
}

export const SENTENCE_EN: SentenceWords = {
  clause: (kind, dealClass, firmness, amount) => `${words(kind, dealClass, firmness, amount)} {to}`,
  space: " ",
  which: ", which ",
  end: ".",
  usd: (amountUsd) => `$${shortNumber(amountUsd)}`,
  prefix: { exact: "", about: "about ", up_to: "up to ", at_least: "at least ", reported: "" },
  when: (on, firmness) => ` (${firmness === null ? "" : `${STATES[firmness]} `}${day(on)})`,
  whenSeveral: (deals, first, last) =>
    first === last ? ` (${deals} deals, ${day(first)})` : ` (${deals} deals, ${day(first)} to ${day(last)})`,
  round: (bottleneck, undisclosed, closedOn) => {
    const most =
      bottleneck === null
        ? " No leg states an amount"
        : ` At most ${bottleneck} can have gone all the way round`;
    const legs = undisclosed === 1 ? "one leg states" : `${undisclosed} legs state`;
    const open = bottleneck === null || undisclosed === 0 ? "" : `; ${legs} no amount`;
    return `${most}${open}${closedOn === null ? "" : `; the last leg opened ${isWhole(closedOn) ? "on" : "in"} ${day(closedOn)}`}.`;
  },
};
