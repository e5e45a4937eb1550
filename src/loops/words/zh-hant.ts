/** A loop's sentence in traditional Chinese. */
import { type ZhWords, zhDay, zhSentence } from "./zh.js";

const WORDS: ZhWords = {
  verbs: {
    equity_investment: { amount: "以{usd}入股{to}", bare: "入股{to}" },
    convertible_note: { amount: "認購{to}{usd}的可轉債", bare: "認購{to}的可轉債" },
    fund_commitment: { amount: "向{to}出資{usd}", bare: "向{to}出資" },
    acquisition: { amount: "以{usd}收購{to}", bare: "收購{to}" },
    jv_contribution: { amount: "向{to}注資{usd}", bare: "向{to}注資" },
    bond: { amount: "購買{to}{usd}的債券", bare: "購買{to}的債券" },
    loan: { amount: "向{to}提供{usd}的貸款", bare: "向{to}提供貸款" },
    credit_facility: { amount: "向{to}提供{usd}的授信", bare: "向{to}提供授信" },
    vendor_financing: { amount: "為{to}的採購提供{usd}的融資", bare: "為{to}的採購提供融資" },
    warrant: { amount: "向{to}授予計價{usd}的認股權證", bare: "向{to}授予認股權證" },
    compute_purchase: { amount: "向{to}採購{usd}的算力", bare: "向{to}採購算力" },
    chip_purchase: { amount: "向{to}採購{usd}的晶片", bare: "向{to}採購晶片" },
    equipment_purchase: { amount: "向{to}採購{usd}的設備", bare: "向{to}採購設備" },
    supply_agreement: { amount: "向{to}採購{usd}的貨品", bare: "向{to}採購貨品" },
    service: { amount: "向{to}購買{usd}的服務", bare: "向{to}購買服務" },
    license: { amount: "向{to}支付{usd}的授權費", bare: "向{to}支付授權費" },
    revenue_share: { amount: "與{to}分享{usd}的收入", bare: "與{to}分享收入" },
    lease: { amount: "向{to}支付{usd}的租金", bare: "向{to}支付租金" },
    power_purchase: { amount: "向{to}購買{usd}的電力", bare: "向{to}購買電力" },
    power_plant_build: { amount: "委託{to}建設{usd}的電源", bare: "委託{to}建設電源" },
    guarantee: { amount: "為{to}擔保{usd}的付款", bare: "為{to}的付款擔保" },
    backstop: { amount: "為{to}{usd}的付款兜底", bare: "為{to}的付款兜底" },
  },
  mixed: {
    FIN: { amount: "向{to}提供{usd}的資金", bare: "向{to}提供資金" },
    OPS: { amount: "向{to}支付{usd}的貨款與服務費", bare: "向{to}支付貨款與服務費" },
    CONT: { amount: "為{to}擔保{usd}的付款", bare: "為{to}的付款擔保" },
  },
  starts: {
    reported: "據報導將",
    letter_of_intent: "已簽意向書，擬",
    announced: "將",
    signed: "已同意",
  },
  done: "已",
  doing: "正",
  states: {
    reported: "見報導",
    letter_of_intent: "簽意向書",
    announced: "宣布",
    signed: "簽署",
    closed: "交割",
    delivering: "起履行",
    completed: "完成",
  },
  which: "，後者",
  dollars: "美元",
  sizes: [
    [1e12, "兆"],
    [1e8, "億"],
    [1e4, "萬"],
  ],
  about: "約",
  upTo: "最多",
  atLeast: "至少",
  deals: "筆交易",
  to: "至",
  round: (bottleneck, undisclosed, closedOn) => {
    const most = bottleneck === null ? "各段均未揭露金額" : `能走完一圈的金額最多為${bottleneck}`;
    const open = bottleneck === null || undisclosed === 0 ? "" : `，另有${undisclosed}段未揭露金額`;
    return `${most}${open}${closedOn === null ? "" : `；最後一段始於${zhDay(closedOn)}`}。`;
  },
};

export const SENTENCE_ZH_HANT = zhSentence(WORDS);
