/** A loop's sentence in simplified Chinese. */
import { type ZhWords, zhDay, zhSentence } from "./zh.js";

const WORDS: ZhWords = {
  verbs: {
    equity_investment: { amount: "以{usd}入股{to}", bare: "入股{to}" },
    convertible_note: { amount: "认购{to}{usd}的可转债", bare: "认购{to}的可转债" },
    fund_commitment: { amount: "向{to}出资{usd}", bare: "向{to}出资" },
    acquisition: { amount: "以{usd}收购{to}", bare: "收购{to}" },
    jv_contribution: { amount: "向{to}注资{usd}", bare: "向{to}注资" },
    bond: { amount: "购买{to}{usd}的债券", bare: "购买{to}的债券" },
    loan: { amount: "向{to}提供{usd}的贷款", bare: "向{to}提供贷款" },
    credit_facility: { amount: "向{to}提供{usd}的授信", bare: "向{to}提供授信" },
    vendor_financing: { amount: "为{to}的采购提供{usd}的融资", bare: "为{to}的采购提供融资" },
    warrant: { amount: "向{to}授予计价{usd}的认股权证", bare: "向{to}授予认股权证" },
    compute_purchase: { amount: "向{to}采购{usd}的算力", bare: "向{to}采购算力" },
    chip_purchase: { amount: "向{to}采购{usd}的芯片", bare: "向{to}采购芯片" },
    equipment_purchase: { amount: "向{to}采购{usd}的设备", bare: "向{to}采购设备" },
    supply_agreement: { amount: "向{to}采购{usd}的货品", bare: "向{to}采购货品" },
    service: { amount: "向{to}购买{usd}的服务", bare: "向{to}购买服务" },
    license: { amount: "向{to}支付{usd}的许可费", bare: "向{to}支付许可费" },
    revenue_share: { amount: "与{to}分享{usd}的收入", bare: "与{to}分享收入" },
    lease: { amount: "向{to}支付{usd}的租金", bare: "向{to}支付租金" },
    power_purchase: { amount: "向{to}购买{usd}的电力", bare: "向{to}购买电力" },
    power_plant_build: { amount: "委托{to}建设{usd}的电源", bare: "委托{to}建设电源" },
    guarantee: { amount: "为{to}担保{usd}的付款", bare: "为{to}的付款担保" },
    backstop: { amount: "为{to}{usd}的付款兜底", bare: "为{to}的付款兜底" },
  },
  mixed: {
    FIN: { amount: "向{to}提供{usd}的资金", bare: "向{to}提供资金" },
    OPS: { amount: "向{to}支付{usd}的货款与服务费", bare: "向{to}支付货款与服务费" },
    CONT: { amount: "为{to}担保{usd}的付款", bare: "为{to}的付款担保" },
  },
  starts: {
    reported: "据报道将",
    letter_of_intent: "已签意向书，拟",
    announced: "将",
    signed: "已同意",
  },
  done: "已",
  doing: "正",
  states: {
    reported: "见报道",
    letter_of_intent: "签意向书",
    announced: "宣布",
    signed: "签署",
    closed: "交割",
    delivering: "起履行",
    completed: "完成",
  },
  which: "，后者",
  dollars: "美元",
  sizes: [
    [1e12, "万亿"],
    [1e8, "亿"],
    [1e4, "万"],
  ],
  about: "约",
  upTo: "最多",
  atLeast: "至少",
  deals: "笔交易",
  to: "至",
  round: (bottleneck, undisclosed, closedOn) => {
    const most = bottleneck === null ? "各段均未披露金额" : `能走完一圈的金额最多为${bottleneck}`;
    const open = bottleneck === null || undisclosed === 0 ? "" : `，另有${undisclosed}段未披露金额`;
    return `${most}${open}${closedOn === null ? "" : `；最后一段始于${zhDay(closedOn)}`}。`;
  },
};

export const SENTENCE_ZH_HANS = zhSentence(WORDS);
