/** 屏幕上的全部文字，简体中文。 Every word on the screen, in simplified Chinese. */
import { cardsZhHans } from "./cards-zh-hans.js";
import type { Text } from "./en.js";
import { formatZhHans } from "./format-zh-hans.js";

const { usd, money, day, longDay, month, count, join, labelled } = formatZhHans;

export const zhHans: Text = {
  ...cardsZhHans,
  language: "zh-Hans",
  title: "资本回路",
  usd,
  money,
  day,
  longDay,
  month,
  count,
  join,
  labelled,
  comma: "，",
  colon: "：",
  space: "",
  stop: "。",
  undisclosed: "未披露",
  notDisclosed: "金额未披露",

  bar: {
    home: "资本回路：返回全图",
    about: "关于",
    darkTheme: "深色主题",
    language: "语言",
    find: "查找",
  },

  search: {
    label: "查找公司、交易或回路",
    results: "结果",
    entities: "公司、基金、机构",
    loops: "回路",
    deals: "交易",
    none: (text) => `没有名为“${text}”的条目。请换一个中文或英文名称。`,
    loading: "正在读取名称……",
    found: (n) => `${n} 个结果`,
    close: "关闭查找",
  },

  head: {
    title: (loops) =>
      loops === 0 ? "没有回路符合这些筛选条件" : `资金可沿 ${loops}\u00a0条路\u200b绕回原处`,
    sentence: (deals, entities, circling) =>
      `${entities} 家公司、基金与机构之间有 ${deals} 笔有效交易，其中 ${circling} 家构成回路。循环不等于欺诈。`,
    none: (all) => `全部 ${all} 条回路都被日期或筛选条件隐藏。循环不等于欺诈。`,
    short: (asOf, deals) => `截至${day(asOf)} · ${deals} 笔有效交易`,
  },

  list: {
    amount: "最多可绕一圈",
    legs: (n, since) => (since === null ? `${n} 段` : `${n} 段 · 自${month(since)}`),
    undisclosed: (n) => `${n} 段未披露`,
    all: (n) => `全部 ${n} 条回路`,
    fewer: "重新显示图例",
    empty: "没有回路。",
    misses: "最接近的回路",
    weakest: (state) => `最弱一段：${state}`,
    showAll: (n) => `显示全部 ${n} 条回路`,
  },

  legend: {
    title: "交易类别",
    label: "按类别显示交易",
    classes: { fin: "融资", ops: "经营采购", pwr: "电力", cont: "或有担保" },
    widths: [
      [100e9, "1000亿"],
      [10e9, "100亿"],
      [1e9, "10亿"],
      [null, "未披露"],
    ],
    widthLabel: "线宽表示美元金额；细线表示未披露",
    dashes: { signed: "签约", announced: "宣布", reported: "报道" },
    dashLabel: "虚线表示较不确定",
  },

  stage: {
    label: "图：谁付钱给谁",
    walk: "图中的主体；用方向键走到相邻主体",
    places: {
      in: {
        title: "资金流入",
        count: (n) => `${n} 家只付不收`,
        short: (n) => `流入 ${n} 家`,
      },
      core: {
        title: "资金循环",
        count: (n) => `${n} 家既付又收`,
        short: (n) => `循环 ${n} 家`,
      },
      out: {
        title: "资金流出",
        count: (n) => `${n} 家只收不付`,
        short: (n) => `流出 ${n} 家`,
      },
      apart: {
        title: "与回路无关",
        narrow: "其他",
        count: (n) => `${n}`,
        short: (n) => `无关 ${n} 家`,
      },
    },
    more: (n) => `另有 ${n} 家`,
    folded: (n) => `${n} 家未列名`,
    zoomIn: "放大",
    zoomOut: "缩小",
    fit: "显示全部",
    fullScreen: "全屏",
    leaveFullScreen: "退出全屏",
    tools: "缩放",
    noWebGl: "此浏览器无法绘制动态图（缺少 WebGL），这里显示静态图。其他功能照常可用。",
    lost: "图形上下文丢失，这里改为静态图。其他功能照常可用。",
    hover: (pays, paid) => `付款交易 ${pays} 笔，收款交易 ${paid} 笔`,
  },

  time: {
    label: "截止日期与确定程度",
    asOf: "截至",
    pickDay: "选择截止日期",
    scrub: "逐月移动截止日期",
    scrubValue: (asOf, loops) => `${longDay(asOf)}，${loops} 条回路`,
    play: "播放",
    pause: "暂停",
    playLong: "逐月播放",
    pauseLong: "停止播放",
    histogram: "每月新宣布的交易",
    loops: (n) => `${n} 条回路`,
    firm: "至少达到",
    steps: { reported: "报道", announced: "宣布", signed: "签约", closed: "交割" },
  },

  empty: {
    title: "没有资金绕回",
    text: (n) => `${n} 个筛选条件隐藏了全部回路。`,
    noFilter: "数据中没有回路。",
    firm: (step) => `至少达到：${step}`,
    day: (asOf) => `截至${day(asOf)}`,
    hidden: (name) => `不含${name}`,
    remove: (filter) => `移除筛选条件“${filter}”`,
    reset: "重置筛选条件",
  },

  status: {
    failed: "无法读取数据",
    failedHelp: "您的浏览器没有问题。请重新加载页面，或重新生成数据：npm run build",
    again: "重试",
    shown: (loops, deals, asOf) => `${loops} 条回路，${deals} 笔有效交易，截至${longDay(asOf)}`,
    chosen: (what) => `已选择：${what}`,
  },

  sheet: {
    loops: "回路",
    filter: "筛选",
    places: "主体",
    tabs: "面板",
    larger: "放大面板",
    smaller: "缩小面板",
  },
};
