/** 金额与日期的简体写法。 How simplified Chinese writes amounts and days. */
import { chineseFormat } from "./zh-format.js";

export const formatZhHans = chineseFormat({
  sizes: [
    [1e12, "万亿"],
    [1e8, "亿"],
    [1e4, "万"],
  ],
  dollars: "美元",
  currencies: {
    USD: "美元",
    CNY: "元人民币",
    EUR: "欧元",
    GBP: "英镑",
    JPY: "日元",
    INR: "印度卢比",
    CAD: "加元",
    HKD: "港元",
    TWD: "新台币",
    KRW: "韩元",
    AUD: "澳元",
    SAR: "沙特里亚尔",
  },
});
