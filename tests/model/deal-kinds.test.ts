/** The direction table as it is published: which role capital leaves, which it reaches, its class and letter. */
import { expect, test } from "vitest";
import { DEAL_KINDS, type DealKind } from "../../src/model/deal-kinds.js";

/** Kind, the first role on either side, class, letter. It states again what the code states: both must be changed. */
const PUBLISHED = [
  ["equity_investment", "investor", "investee", "FIN", "E"],
  ["convertible_note", "investor", "investee", "FIN", "E"],
  ["fund_commitment", "investor", "investee", "FIN", "E"],
  ["acquisition", "acquirer", "target", "FIN", "E"],
  ["jv_contribution", "sponsor", "investee", "FIN", "S"],
  ["bond", "lender", "borrower", "FIN", "L"],
  ["loan", "lender", "borrower", "FIN", "L"],
  ["credit_facility", "lender", "borrower", "FIN", "L"],
  ["vendor_financing", "lender", "borrower", "FIN", "L"],
  ["warrant", "issuer", "holder", "FIN", "W"],
  ["compute_purchase", "buyer", "seller", "OPS", "C"],
  ["chip_purchase", "buyer", "seller", "OPS", "O"],
  ["equipment_purchase", "buyer", "seller", "OPS", "O"],
  ["supply_agreement", "buyer", "seller", "OPS", "O"],
  ["service", "buyer", "seller", "OPS", "O"],
  ["license", "licensee", "licensor", "OPS", "O"],
  ["revenue_share", "buyer", "seller", "OPS", "O"],
  ["lease", "lessee", "lessor", "OPS", "R"],
  ["power_purchase", "buyer", "seller", "OPS", "P"],
  ["power_plant_build", "buyer", "seller", "OPS", "P"],
  ["guarantee", "guarantor", "beneficiary", "CONT", "G"],
  ["backstop", "guarantor", "beneficiary", "CONT", "G"],
  ["partnership", undefined, undefined, null, null],
  ["capex_plan", undefined, undefined, null, null],
  ["divestment", undefined, undefined, null, null],
] as const satisfies readonly (readonly [DealKind, ...unknown[]])[];

test.each(PUBLISHED)("%s: capital leaves the %s for the %s (%s, %s)", (kind, from, to, capital, letter) => {
  const row = DEAL_KINDS[kind];

  expect([row.from[0], row.to[0], row.class, row.letter]).toEqual([from, to, capital, letter]);
});

test("no kind is unpublished, and no role is on both sides of one", () => {
  expect(PUBLISHED.map(([kind]) => kind).sort()).toEqual(Object.keys(DEAL_KINDS).sort());
  for (const { from, to } of Object.values(DEAL_KINDS)) {
    const sides: readonly string[] = to;
    expect(from.filter((role) => sides.includes(role))).toEqual([]);
  }
});
