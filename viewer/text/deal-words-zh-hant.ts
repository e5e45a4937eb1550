/** 各類資金往來的中文說法。 What each kind of flow does, in traditional Chinese. */
import { SENTENCE_ZH_HANT } from "../../src/loops/words/zh-hant.js";
import type { DealKind } from "../../src/model/deal-kinds.js";
import { chineseTitle } from "./zh-title.js";

export const title = chineseTitle(SENTENCE_ZH_HANT, {
  partnership: "合作",
  capex_plan: "資本開支計畫",
  divestment: "出售所持股份",
});

/** A kind in a word or two, for the lines of a leg. */
export const SHORT_KINDS: Readonly<Record<DealKind, string>> = {
  equity_investment: "股權",
  convertible_note: "可轉債",
  fund_commitment: "基金出資",
  acquisition: "收購",
  jv_contribution: "合資",
  bond: "債券",
  loan: "貸款",
  credit_facility: "信貸額度",
  vendor_financing: "供應商融資",
  warrant: "認股權證",
  compute_purchase: "算力",
  chip_purchase: "晶片",
  equipment_purchase: "設備",
  supply_agreement: "供貨",
  service: "服務",
  license: "授權",
  revenue_share: "收入分成",
  lease: "租賃",
  power_purchase: "電力",
  power_plant_build: "電廠",
  guarantee: "擔保",
  backstop: "兜底",
  partnership: "合作",
  capex_plan: "資本開支計畫",
  divestment: "減持",
};
