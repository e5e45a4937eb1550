/** The words for ordering and comparing loops, in every language. */
import type { Language } from "../language.js";
import type { Order } from "../url.js";

export interface LoopWords {
  readonly loops: string;
  readonly order: string;
  readonly orders: Readonly<Record<Order, string>>;
  /** Marks over the months. */
  readonly turns: string;
  readonly compare: string;
  readonly compareTitle: string;
  readonly compareWith: (name: string) => string;
  readonly stop: string;
  readonly rows: Readonly<Record<"most" | "legs" | "weakest" | "closed" | "undisclosed", string>>;
  readonly shared: (legs: number) => string;
}

export const LOOP_WORDS: Readonly<Record<Language, LoopWords>> = {
  en: {
    loops: "Loops",
    order: "Order of the loops",
    orders: { bottleneck: "strongest first", length: "shortest first", recent: "latest first" },
    turns: "▴ loops open  ▾ loops end",
    compare: "Compare with another loop",
    compareTitle: "Side by side",
    compareWith: (name) => `Compare with ${name}`,
    stop: "Stop comparing",
    rows: {
      most: "Can go round",
      legs: "Legs",
      weakest: "Weakest leg",
      closed: "Closed",
      undisclosed: "Undisclosed legs",
    },
    shared: (legs) =>
      legs === 0 ? "They share no leg." : legs === 1 ? "They share one leg:" : `They share ${legs} legs:`,
  },
  "zh-Hans": {
    loops: "回路",
    order: "回路排序",
    orders: { bottleneck: "由强到弱", length: "由短到长", recent: "由新到旧" },
    turns: "▴ 回路形成  ▾ 回路结束",
    compare: "与另一条回路比较",
    compareTitle: "并列比较",
    compareWith: (name) => `与${name}比较`,
    stop: "结束比较",
    rows: {
      most: "最多可绕一圈",
      legs: "段数",
      weakest: "最弱一段",
      closed: "闭合时间",
      undisclosed: "未披露的段",
    },
    shared: (legs) => (legs === 0 ? "两者没有共同的段。" : `两者共有 ${legs} 段：`),
  },
  "zh-Hant": {
    loops: "迴路",
    order: "迴路排序",
    orders: { bottleneck: "由強到弱", length: "由短到長", recent: "由新到舊" },
    turns: "▴ 迴路形成  ▾ 迴路結束",
    compare: "與另一條迴路比較",
    compareTitle: "並列比較",
    compareWith: (name) => `與${name}比較`,
    stop: "結束比較",
    rows: {
      most: "最多可繞一圈",
      legs: "段數",
      weakest: "最弱一段",
      closed: "閉合時間",
      undisclosed: "未披露的段",
    },
    shared: (legs) => (legs === 0 ? "兩者沒有共同的段。" : `兩者共有 ${legs} 段：`),
  },
};
