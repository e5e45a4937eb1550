/** 各類資金往來的中文說法。 What each kind of flow does, in traditional Chinese. */
import type { DealKind } from "../../src/model/deal-kinds.js";
import { chineseSentence, type Phrases } from "./zh-sentence.js";

const PHRASES: Phrases = {
  kinds: {
    equity_investment: ["向{to}投資{usd}入股", "入股{to}"],
    convertible_note: ["認購{to}{usd}的可轉債", "認購{to}的可轉債"],
    fund_commitment: ["向{to}承諾出資{usd}", "向{to}承諾出資"],
    acquisition: ["以{usd}收購{to}", "收購{to}"],
    jv_contribution: ["向{to}注資{usd}", "向{to}注資"],
    bond: ["購買{to}{usd}的債券", "購買{to}的債券"],
    loan: ["向{to}提供{usd}貸款", "向{to}提供貸款"],
    credit_facility: ["向{to}提供{usd}信貸額度", "向{to}提供信貸額度"],
    vendor_financing: ["為{to}的採購提供{usd}融資", "為{to}的採購提供融資"],
    warrant: ["向{to}授予作價{usd}的認股權證", "向{to}授予認股權證"],
    compute_purchase: ["向{to}採購{usd}的算力", "向{to}採購算力"],
    chip_purchase: ["向{to}採購{usd}的晶片", "向{to}採購晶片"],
    equipment_purchase: ["向{to}採購{usd}的設備", "向{to}採購設備"],
    supply_agreement: ["向{to}採購{usd}的供貨", "向{to}採購供貨"],
    service: ["向{to}支付{usd}服務費", "向{to}支付服務費"],
    license: ["向{to}支付{usd}授權費", "向{to}支付授權費"],
    revenue_share: ["向{to}支付{usd}收入分成", "向{to}支付收入分成"],
    lease: ["向{to}支付{usd}租金", "向{to}支付租金"],
    power_purchase: ["向{to}購買{usd}的電力", "向{to}購買電力"],
    power_plant_build: ["出資{usd}由{to}建設電源", "委託{to}建設電源"],
    guarantee: ["為{to}擔保{usd}付款", "為{to}的付款提供擔保"],
    backstop: ["為{to}的{usd}付款兜底", "為{to}的付款兜底"],
  },
  mixed: {
    FIN: ["向{to}提供{usd}資金", "向{to}提供資金"],
    OPS: ["向{to}支付{usd}貨款與服務費", "向{to}支付貨款與服務費"],
    CONT: ["為{to}擔保{usd}付款", "為{to}的付款提供擔保"],
  },
  starts: {
    reported: "據報道擬",
    letter_of_intent: "已簽意向書，擬",
    announced: "宣布將",
    signed: "已簽約",
    done: "已",
    doing: "正在",
    agreed: "已同意",
  },
  others: {
    partnership: "合作",
    capex_plan: "資本開支計畫",
    divestment: "出售所持股份",
  },
  and: "、",
};

export const { sentence, title } = chineseSentence(PHRASES);

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
