/** Kinds of deals in a word or two, in English. */
import type { DealKind } from "../../src/model/deal-kinds.js";

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
