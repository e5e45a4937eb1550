/** 金額與日期的繁體寫法。 How traditional Chinese writes amounts and days. */
import { chineseFormat } from "./zh-format.js";

export const formatZhHant = chineseFormat({
  sizes: [
    [1e12, "兆"],
    [1e8, "億"],
    [1e4, "萬"],
  ],
  dollars: "美元",
  currencies: {
    USD: "美元",
    CNY: "元人民幣",
    EUR: "歐元",
    GBP: "英鎊",
    JPY: "日圓",
    INR: "印度盧比",
    CAD: "加元",
    HKD: "港元",
    TWD: "新臺幣",
    KRW: "韓元",
    AUD: "澳元",
    SAR: "沙烏地里亞爾",
  },
});
