/** The words of the filters, in every language. */
import type { ListFacet } from "../facets.js";
import { plural } from "../format.js";
import type { Language } from "../language.js";

export interface FilterWords {
  readonly title: string;
  readonly open: string;
  readonly done: string;
  readonly active: string;
  readonly facets: Readonly<Record<ListFacet, string>>;
  /** What a list asks of the two ends of a flow; empty where that is plain. */
  readonly ends: Readonly<Record<ListFacet, string>>;
  readonly none: Readonly<Record<"layers" | "countries" | "technologies", string>>;
  readonly only: string;
  readonly onlyThis: (name: string) => string;
  readonly all: string;
  readonly allOf: (facet: string) => string;
  readonly others: (count: number) => string;
  readonly amount: string;
  readonly least: string;
  readonly most: string;
  readonly any: string;
  readonly atLeast: (usd: string) => string;
  readonly atMost: (usd: string) => string;
  readonly undisclosed: string;
  readonly noUndisclosed: string;
  readonly ghosts: string;
  readonly hides: (deals: number) => string;
  readonly hidden: (deals: number) => string;
}

export const FILTER_WORDS: Readonly<Record<Language, FilterWords>> = {
  en: {
    title: "Filters",
    open: "More filters",
    done: "Close the filters",
    active: "Active filters",
    facets: {
      kinds: "Kind",
      states: "Status",
      layers: "Layer",
      countries: "Country",
      technologies: "Power technology",
    },
    ends: { kinds: "", states: "", layers: "both sides", countries: "either side", technologies: "" },
    none: { layers: "No layer", countries: "Not known", technologies: "Not about power" },
    only: "Only",
    onlyThis: (name) => `Only: ${name}`,
    all: "All",
    allOf: (facet) => `All of ${facet.toLowerCase()}`,
    others: (count) => `${count} more`,
    amount: "Amount",
    least: "At least",
    most: "At most",
    any: "any",
    atLeast: (usd) => `At least ${usd}`,
    atMost: (usd) => `At most ${usd}`,
    undisclosed: "No amount stated",
    noUndisclosed: "Without undisclosed amounts",
    ghosts: "Show what has ended, dotted",
    hides: (deals) => `hides ${plural(deals, "deal")}`,
    hidden: (deals) => `${plural(deals, "deal")} of the last day hidden`,
  },
  "zh-Hans": {
    title: "筛选",
    open: "更多筛选",
    done: "关闭筛选",
    active: "生效的筛选条件",
    facets: {
      kinds: "类型",
      states: "状态",
      layers: "产业层",
      countries: "国家或地区",
      technologies: "电力技术",
    },
    ends: { kinds: "", states: "", layers: "两端均在", countries: "任一端在", technologies: "" },
    none: { layers: "未分层", countries: "未知", technologies: "与电力无关" },
    only: "仅此项",
    onlyThis: (name) => `仅此项：${name}`,
    all: "全选",
    allOf: (facet) => `全选：${facet}`,
    others: (count) => `另 ${count} 项`,
    amount: "金额",
    least: "至少",
    most: "最多",
    any: "不限",
    atLeast: (usd) => `至少${usd}`,
    atMost: (usd) => `最多${usd}`,
    undisclosed: "未披露金额",
    noUndisclosed: "不含未披露金额",
    ghosts: "以点线显示已终止的交易",
    hides: (deals) => `隐藏 ${deals} 笔交易`,
    hidden: (deals) => `最新一日的交易中有 ${deals} 笔被隐藏`,
  },
  "zh-Hant": {
    title: "篩選",
    open: "更多篩選",
    done: "關閉篩選",
    active: "生效的篩選條件",
    facets: {
      kinds: "類型",
      states: "狀態",
      layers: "產業層",
      countries: "國家或地區",
      technologies: "電力技術",
    },
    ends: { kinds: "", states: "", layers: "兩端均在", countries: "任一端在", technologies: "" },
    none: { layers: "未分層", countries: "未知", technologies: "與電力無關" },
    only: "僅此項",
    onlyThis: (name) => `僅此項：${name}`,
    all: "全選",
    allOf: (facet) => `全選：${facet}`,
    others: (count) => `另 ${count} 項`,
    amount: "金額",
    least: "至少",
    most: "最多",
    any: "不限",
    atLeast: (usd) => `至少${usd}`,
    atMost: (usd) => `最多${usd}`,
    undisclosed: "未披露金額",
    noUndisclosed: "不含未披露金額",
    ghosts: "以點線顯示已終止的交易",
    hides: (deals) => `隱藏 ${deals} 筆交易`,
    hidden: (deals) => `最新一日的交易中有 ${deals} 筆被隱藏`,
  },
};
