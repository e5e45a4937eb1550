/** 各类资金往来的中文说法。 What each kind of flow does, in simplified Chinese. */
import { SENTENCE_ZH_HANS } from "../../src/loops/words/zh-hans.js";
import type { DealKind } from "../../src/model/deal-kinds.js";
import { chineseTitle } from "./zh-title.js";

export const title = chineseTitle(SENTENCE_ZH_HANS, {
  partnership: "合作",
  capex_plan: "资本开支计划",
  divestment: "出售所持股份",
});

/** A kind in a word or two, for the lines of a leg. */
export const SHORT_KINDS: Readonly<Record<DealKind, string>> = {
  equity_investment: "股权",
  convertible_note: "可转债",
  fund_commitment: "基金出资",
  acquisition: "收购",
  jv_contribution: "合资",
  bond: "债券",
  loan: "贷款",
  credit_facility: "信贷额度",
  vendor_financing: "供应商融资",
  warrant: "认股权证",
  compute_purchase: "算力",
  chip_purchase: "芯片",
  equipment_purchase: "设备",
  supply_agreement: "供货",
  service: "服务",
  license: "许可",
  revenue_share: "收入分成",
  lease: "租赁",
  power_purchase: "电力",
  power_plant_build: "电厂",
  guarantee: "担保",
  backstop: "兜底",
  partnership: "合作",
  capex_plan: "资本开支计划",
  divestment: "减持",
};
