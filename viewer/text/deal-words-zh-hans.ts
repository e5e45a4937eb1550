/** 各类资金往来的中文说法。 What each kind of flow does, in simplified Chinese. */
import type { DealKind } from "../../src/model/deal-kinds.js";
import { chineseSentence, type Phrases } from "./zh-sentence.js";

const PHRASES: Phrases = {
  kinds: {
    equity_investment: ["向{to}投资{usd}入股", "入股{to}"],
    convertible_note: ["认购{to}{usd}的可转债", "认购{to}的可转债"],
    fund_commitment: ["向{to}承诺出资{usd}", "向{to}承诺出资"],
    acquisition: ["以{usd}收购{to}", "收购{to}"],
    jv_contribution: ["向{to}注资{usd}", "向{to}注资"],
    bond: ["购买{to}{usd}的债券", "购买{to}的债券"],
    loan: ["向{to}提供{usd}贷款", "向{to}提供贷款"],
    credit_facility: ["向{to}提供{usd}信贷额度", "向{to}提供信贷额度"],
    vendor_financing: ["为{to}的采购提供{usd}融资", "为{to}的采购提供融资"],
    warrant: ["向{to}授予作价{usd}的认股权证", "向{to}授予认股权证"],
    compute_purchase: ["向{to}采购{usd}的算力", "向{to}采购算力"],
    chip_purchase: ["向{to}采购{usd}的芯片", "向{to}采购芯片"],
    equipment_purchase: ["向{to}采购{usd}的设备", "向{to}采购设备"],
    supply_agreement: ["向{to}采购{usd}的供货", "向{to}采购供货"],
    service: ["向{to}支付{usd}服务费", "向{to}支付服务费"],
    license: ["向{to}支付{usd}许可费", "向{to}支付许可费"],
    revenue_share: ["向{to}支付{usd}收入分成", "向{to}支付收入分成"],
    lease: ["向{to}支付{usd}租金", "向{to}支付租金"],
    power_purchase: ["向{to}购买{usd}的电力", "向{to}购买电力"],
    power_plant_build: ["出资{usd}由{to}建设电源", "委托{to}建设电源"],
    guarantee: ["为{to}担保{usd}付款", "为{to}的付款提供担保"],
    backstop: ["为{to}的{usd}付款兜底", "为{to}的付款兜底"],
  },
  mixed: {
    FIN: ["向{to}提供{usd}资金", "向{to}提供资金"],
    OPS: ["向{to}支付{usd}货款与服务费", "向{to}支付货款与服务费"],
    CONT: ["为{to}担保{usd}付款", "为{to}的付款提供担保"],
  },
  starts: {
    reported: "据报道拟",
    letter_of_intent: "已签意向书，拟",
    announced: "宣布将",
    signed: "已签约",
    done: "已",
    doing: "正在",
    agreed: "已同意",
  },
  others: {
    partnership: "合作",
    capex_plan: "资本开支计划",
    divestment: "出售所持股份",
  },
  and: "、",
};

export const { sentence, title } = chineseSentence(PHRASES);

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
