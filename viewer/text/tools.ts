/** The words of what-if and breaks, in every language. */
import { plural } from "../format.js";
import type { Language } from "../language.js";

const en = {
  close: "Close",
  whatIf: {
    title: "What if a deal is not honoured?",
    empty: "Choose a deal to cut: from the list, or the deal or loop you look at.",
    add: "Cut a deal",
    addHint: "Type to find a deal",
    cutThis: (title: string) => `Cut “${title}”`,
    honoured: (title: string) => `Honoured of ${title}`,
    share: (percent: number) => `${percent} % honoured`,
    remove: (title: string) => `Honour “${title}” in full`,
    undo: "Undo",
    redo: "Redo",
    reset: "Undo all",
    notInView: "not in view",
    loops: (before: number, after: number) => `${before} → ${plural(after, "loop")}`,
    direct: "lost directly",
    inAll: "lost in all",
    losses: "Who loses most",
    lost: (loops: number) => `${plural(loops, "loop")} no longer close`,
    none: "No amount is stated on what was cut, so no loss can be computed.",
    model:
      "In all: everybody passes on in full what it is not paid (a cascade over the recorded deals). An upper end, not a forecast.",
    working: "Computing…",
  },
  breaks: {
    title: "Deals whose end leaves no loop",
    how: "The set of least total amount; several sets can weigh the same.",
    weight: { amount: "Least amount", count: "Fewest deals" },
    weightLabel: "What to keep small",
    summary: (deals: number, total: string) => `${plural(deals, "deal")}, ${total} in all`,
    countSummary: (deals: number) => plural(deals, "deal"),
    proved: "Nothing lighter would do: proved.",
    bound: (bound: string) => `Not proved to be the least; nothing under ${bound} can do.`,
    after: (before: number, after: number) =>
      after === 0
        ? `${plural(before, "loop")} before, none after.`
        : `${plural(before, "loop")} before, ${after} after: over deals without an amount.`,
    cutAll: "Cut them all",
    working: "Computing…",
  },
  metrics: {
    inflow: "Is paid",
    outflow: "Pays",
    cycling: "Cycles",
    roundTrip: "Returns",
    hhiIn: "HHI in",
    hhiOut: "HHI out",
    topPayer: "Largest payer",
    pagerank: "PageRank",
    betweenness: "Betweenness",
    how: "Shares are of the amounts that count. Cycles: Finn's share of throughflow that goes round. Returns: of recorded sales, the part that is capital the entity supplied, pro rata.",
    working: "Computing…",
  },
};
export type ToolsWords = typeof en;

const zhHans: ToolsWords = {
  close: "关闭",
  whatIf: {
    title: "如果一笔交易没有兑现？",
    empty: "选择要削减的交易：从列表中选，或用正在查看的交易或回路。",
    add: "削减一笔交易",
    addHint: "输入以查找交易",
    cutThis: (title) => `削减“${title}”`,
    honoured: (title) => `${title}的兑现比例`,
    share: (percent) => `兑现 ${percent}%`,
    remove: (title) => `全额兑现“${title}”`,
    undo: "撤销",
    redo: "重做",
    reset: "全部撤销",
    notInView: "不在当前视图中",
    loops: (before, after) => `回路 ${before} → ${after} 条`,
    direct: "直接损失",
    inAll: "损失合计",
    losses: "损失最大者",
    lost: (loops) => `${loops} 条回路不再闭合`,
    none: "被削减的交易未披露金额，无法计算损失。",
    model: "合计：各方将未收到的款项全额向下传导（沿已记录交易的级联）。这是上限，并非预测。",
    working: "计算中…",
  },
  breaks: {
    title: "终止后不再有回路的交易",
    how: "总金额最小的一组；可能有多组并列。",
    weight: { amount: "金额最少", count: "笔数最少" },
    weightLabel: "以何者为小",
    summary: (deals, total) => `${deals} 笔交易，合计${total}`,
    countSummary: (deals) => `${deals} 笔交易`,
    proved: "已证明没有更小的组合。",
    bound: (bound) => `未证明为最小；低于${bound}则不可能。`,
    after: (before, after) =>
      after === 0
        ? `之前 ${before} 条回路，之后没有。`
        : `之前 ${before} 条回路，之后 ${after} 条：经由未披露金额的交易。`,
    cutAll: "全部削减",
    working: "计算中…",
  },
  metrics: {
    inflow: "收取",
    outflow: "支付",
    cycling: "循环占比",
    roundTrip: "回流占比",
    hhiIn: "收款 HHI",
    hhiOut: "付款 HHI",
    topPayer: "最大付款方",
    pagerank: "PageRank",
    betweenness: "中介中心性",
    how: "占比均按计入的金额计算。循环占比：Finn 指数，吞吐中绕圈的份额。回流占比：记录的销售额中，按比例源自该主体所提供资本的部分。",
    working: "计算中…",
  },
};

const zhHant: ToolsWords = {
  close: "關閉",
  whatIf: {
    title: "如果一筆交易沒有兌現？",
    empty: "選擇要削減的交易：從清單中選，或用正在檢視的交易或迴路。",
    add: "削減一筆交易",
    addHint: "輸入以尋找交易",
    cutThis: (title) => `削減「${title}」`,
    honoured: (title) => `${title}的兌現比例`,
    share: (percent) => `兌現 ${percent}%`,
    remove: (title) => `全額兌現「${title}」`,
    undo: "復原",
    redo: "重做",
    reset: "全部復原",
    notInView: "不在目前檢視中",
    loops: (before, after) => `迴路 ${before} → ${after} 條`,
    direct: "直接損失",
    inAll: "損失合計",
    losses: "損失最大者",
    lost: (loops) => `${loops} 條迴路不再閉合`,
    none: "被削減的交易未揭露金額，無法計算損失。",
    model: "合計：各方將未收到的款項全額向下傳導（沿已記錄交易的連鎖）。這是上限，並非預測。",
    working: "計算中…",
  },
  breaks: {
    title: "終止後不再有迴路的交易",
    how: "總金額最小的一組；可能有多組並列。",
    weight: { amount: "金額最少", count: "筆數最少" },
    weightLabel: "以何者為小",
    summary: (deals, total) => `${deals} 筆交易，合計${total}`,
    countSummary: (deals) => `${deals} 筆交易`,
    proved: "已證明沒有更小的組合。",
    bound: (bound) => `未證明為最小；低於${bound}則不可能。`,
    after: (before, after) =>
      after === 0
        ? `之前 ${before} 條迴路，之後沒有。`
        : `之前 ${before} 條迴路，之後 ${after} 條：經由未揭露金額的交易。`,
    cutAll: "全部削減",
    working: "計算中…",
  },
  metrics: {
    inflow: "收取",
    outflow: "支付",
    cycling: "循環占比",
    roundTrip: "回流占比",
    hhiIn: "收款 HHI",
    hhiOut: "付款 HHI",
    topPayer: "最大付款方",
    pagerank: "PageRank",
    betweenness: "中介中心性",
    how: "占比均按計入的金額計算。循環占比：Finn 指數，吞吐中繞圈的份額。回流占比：紀錄的銷售額中，按比例源自該主體所提供資本的部分。",
    working: "計算中…",
  },
};

export const TOOLS_WORDS: Readonly<Record<Language, ToolsWords>> = {
  en,
  "zh-Hans": zhHans,
  "zh-Hant": zhHant,
};
