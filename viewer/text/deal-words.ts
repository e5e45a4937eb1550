/** What each kind of flow does, in English clauses: a payer, the words here, a payee. */
import type { DealKind, FlowKind } from "../../src/model/deal-kinds.js";
import type { Firmness } from "../../src/model/status.js";
import type { Run, SaidClause } from "./said.js";

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

/**
 * The words between payer and payee, as firm as the deal is and no firmer: `has put about $30bn into
 * shares of`, `is reported to buy $40bn of chips from`.
 */
export function clause(
  kind: FlowKind | null,
  dealClass: "FIN" | "OPS" | "CONT",
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

/** A loop in a sentence: each payee is the payer of the next clause. */
export function sentence(clauses: readonly SaidClause[]): readonly Run[] {
  const runs: Run[] = clauses.flatMap((said, i) => [
    ...(i === 0 ? [{ text: said.from, name: true }] : []),
    {
      text: `${i === 0 ? " " : ", which "}${clause(said.kind, said.class, said.firmness, said.amount)} `,
      name: false,
    },
    { text: said.to, name: true },
  ]);
  return runs.length === 0 ? runs : [...runs, { text: ".", name: false }];
}

/** A kind in a word or two, for the lines of a leg. */
export const SHORT_KINDS: Readonly<Record<DealKind, string>> = {
  equity_investment: "Shares",
  convertible_note: "Convertible notes",
  fund_commitment: "Fund commitment",
  acquisition: "Acquisition",
  jv_contribution: "Joint venture",
  bond: "Bonds",
  loan: "Loan",
  credit_facility: "Credit line",
  vendor_financing: "Vendor financing",
  warrant: "Warrants",
  compute_purchase: "Computing",
  chip_purchase: "Chips",
  equipment_purchase: "Equipment",
  supply_agreement: "Supply",
  service: "Services",
  license: "Licence",
  revenue_share: "Revenue share",
  lease: "Lease",
  power_purchase: "Power",
  power_plant_build: "Power plant",
  guarantee: "Guarantee",
  backstop: "Backstop",
  partnership: "Partnership",
  capex_plan: "Capital plan",
  divestment: "Divestment",
};
