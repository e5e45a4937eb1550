/** The words of the bar for views and instruments, in every language: part of the first screen, so kept few. */
import type { Language } from "../language.js";
import type { Pane, Tool } from "../url.js";

export interface BarWords {
  readonly view: string;
  readonly views: Readonly<Record<Pane, string>>;
  readonly tools: Readonly<Record<Tool, string>>;
  readonly take: string;
  readonly stories: string;
  readonly menu: string;
  readonly open: string;
}

export const BAR_WORDS: Readonly<Record<Language, BarWords>> = {
  en: {
    view: "View",
    views: { graph: "Graph", table: "Table", timeline: "Timeline", matrix: "Matrix" },
    tools: { "what-if": "What if", paths: "Paths", breaks: "Breaks" },
    take: "Export",
    stories: "Stories",
    menu: "Menu",
    open: "Open a file…",
  },
  "zh-Hans": {
    view: "视图",
    views: { graph: "图", table: "表格", timeline: "时间线", matrix: "矩阵" },
    tools: { "what-if": "假设", paths: "路径", breaks: "断点" },
    take: "导出",
    stories: "故事",
    menu: "菜单",
    open: "打开文件…",
  },
  "zh-Hant": {
    view: "檢視",
    views: { graph: "圖", table: "表格", timeline: "時間線", matrix: "矩陣" },
    tools: { "what-if": "假設", paths: "路徑", breaks: "斷點" },
    take: "匯出",
    stories: "故事",
    menu: "選單",
    open: "開啟檔案…",
  },
};
