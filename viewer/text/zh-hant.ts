/** 螢幕上的全部文字，繁體中文。 Every word on the screen, in traditional Chinese. */
import { cardsZhHant } from "./cards-zh-hant.js";
import type { Text } from "./en.js";
import { formatZhHant } from "./format-zh-hant.js";

const { usd, money, day, longDay, month, count, join, labelled } = formatZhHant;

export const zhHant: Text = {
  ...cardsZhHant,
  language: "zh-Hant",
  title: "資本迴路",
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
  notDisclosed: "金額未披露",

  bar: {
    home: "資本迴路：返回全圖",
    about: "關於",
    darkTheme: "深色主題",
    language: "語言",
    find: "搜尋",
  },

  search: {
    label: "搜尋公司、交易或迴路",
    results: "結果",
    entities: "公司、基金、機構",
    loops: "迴路",
    deals: "交易",
    none: (text) => `沒有名為「${text}」的條目。請換一個中文或英文名稱。`,
    loading: "正在讀取名稱……",
    found: (n) => `${n} 個結果`,
    close: "關閉搜尋",
  },

  head: {
    title: (loops) =>
      loops === 0 ? "沒有迴路符合這些篩選條件" : `資金可沿 ${loops}\u00a0條路\u200b繞回原處`,
    sentence: (deals, entities, circling) =>
      `${entities} 家公司、基金與機構之間有 ${deals} 筆有效交易，其中 ${circling} 家構成迴路。循環不等於詐欺。`,
    none: (all) => `全部 ${all} 條迴路都被日期或篩選條件隱藏。循環不等於詐欺。`,
    short: (asOf, deals) => `截至${day(asOf)} · ${deals} 筆有效交易`,
  },

  list: {
    amount: "最多可繞一圈",
    legs: (n, since) => (since === null ? `${n} 段` : `${n} 段 · 自${month(since)}`),
    undisclosed: (n) => `${n} 段未披露`,
    all: (n) => `全部 ${n} 條迴路`,
    fewer: "重新顯示圖例",
    empty: "沒有迴路。",
    misses: "最接近的迴路",
    weakest: (state) => `最弱一段：${state}`,
    showAll: (n) => `顯示全部 ${n} 條迴路`,
  },

  legend: {
    title: "交易類別",
    label: "按類別顯示交易",
    classes: { fin: "融資", ops: "經營採購", pwr: "電力", cont: "或有擔保" },
    widths: [
      [100e9, "1000億"],
      [10e9, "100億"],
      [1e9, "10億"],
      [null, "未披露"],
    ],
    widthLabel: "線寬表示美元金額；細線表示未披露",
    dashes: { signed: "簽約", announced: "宣布", reported: "報導" },
    dashLabel: "虛線表示較不確定",
  },

  stage: {
    label: "圖：誰付錢給誰",
    walk: "圖中的主體；用方向鍵走到相鄰主體",
    places: {
      in: {
        title: "資金流入",
        count: (n) => `${n} 家只付不收`,
        short: (n) => `流入 ${n} 家`,
      },
      core: {
        title: "資金循環",
        count: (n) => `${n} 家既付又收`,
        short: (n) => `循環 ${n} 家`,
      },
      out: {
        title: "資金流出",
        count: (n) => `${n} 家只收不付`,
        short: (n) => `流出 ${n} 家`,
      },
      apart: {
        title: "與迴路無關",
        narrow: "其他",
        count: (n) => `${n}`,
        short: (n) => `無關 ${n} 家`,
      },
    },
    more: (n) => `另有 ${n} 家`,
    folded: (n) => `${n} 家未列名`,
    zoomIn: "放大",
    zoomOut: "縮小",
    fit: "顯示全部",
    fullScreen: "全螢幕",
    leaveFullScreen: "離開全螢幕",
    tools: "縮放",
    noWebGl: "此瀏覽器無法繪製動態圖（缺少 WebGL），這裡顯示靜態圖。其他功能照常可用。",
    lost: "繪圖環境遺失，這裡改為靜態圖。其他功能照常可用。",
    hover: (pays, paid) => `付款交易 ${pays} 筆，收款交易 ${paid} 筆`,
  },

  time: {
    label: "截止日期與確定程度",
    asOf: "截至",
    pickDay: "選擇截止日期",
    scrub: "逐月移動截止日期",
    scrubValue: (asOf, loops) => `${longDay(asOf)}，${loops} 條迴路`,
    play: "播放",
    pause: "暫停",
    playLong: "逐月播放",
    pauseLong: "停止播放",
    histogram: "每月新宣布的交易",
    loops: (n) => `${n} 條迴路`,
    firm: "至少達到",
    steps: { reported: "報導", announced: "宣布", signed: "簽約", closed: "交割" },
  },

  empty: {
    title: "沒有資金繞回",
    text: (n) => `${n} 個篩選條件隱藏了全部迴路。`,
    noFilter: "資料中沒有迴路。",
    firm: (step) => `至少達到：${step}`,
    day: (asOf) => `截至${day(asOf)}`,
    hidden: (name) => `不含${name}`,
    remove: (filter) => `移除篩選條件「${filter}」`,
    reset: "重設篩選條件",
  },

  status: {
    failed: "無法讀取資料",
    failedHelp: "您的瀏覽器沒有問題。請重新載入頁面，或重新生成資料：npm run build",
    again: "重試",
    shown: (loops, deals, asOf) => `${loops} 條迴路，${deals} 筆有效交易，截至${longDay(asOf)}`,
    chosen: (what) => `已選擇：${what}`,
  },

  sheet: {
    loops: "迴路",
    filter: "篩選",
    places: "主體",
    tabs: "面板",
    larger: "放大面板",
    smaller: "縮小面板",
  },
};
