/** Every word on the screen, in English. Another language is another table of this shape. */
import { day, longDay, money, month, plural, shortNumber, usd } from "../format.js";
import type { Language } from "../language.js";
import { cardsEn } from "./cards-en.js";

export const en = {
  ...cardsEn,
  language: "en" as Language,
  title: "Capital Loop",
  usd,
  money,
  day,
  longDay,
  month,
  count: shortNumber,
  /** Several things in a row; empty ones are passed over. */
  join: (parts: readonly string[]) => parts.filter((part) => part !== "").join(", "),
  labelled: (name: string, value: string) => `${name}: ${value}`,
  comma: ", ",
  colon: ": ",
  /** Between sentences: in running text, and where they are only heard. */
  space: " ",
  stop: ". ",
  undisclosed: "undisclosed",
  notDisclosed: "not disclosed",

  bar: {
    home: "Capital Loop: the whole picture",
    about: "About",
    darkTheme: "Dark theme",
    language: "Language",
    find: "Find",
  },

  search: {
    label: "Find a company, deal or loop",
    results: "Results",
    entities: "Companies, funds, agencies",
    loops: "Loops",
    deals: "Deals",
    none: (text: string) => `Nothing is called “${text}”. Try another name, in English or Chinese.`,
    loading: "Reading names…",
    found: (count: number) => plural(count, "result"),
    close: "Close search",
  },

  head: {
    title: (loops: number) =>
      loops === 0
        ? "No loop passes these filters"
        : `Money can return to where it started by ${plural(loops, "route")}`,
    sentence: (deals: number, entities: number, circling: number) =>
      `${plural(deals, "live deal")} between ${entities} companies, funds and agencies; ${circling} of them form the loops. Circular does not mean fraudulent.`,
    none: (all: number) =>
      `All ${all} loops are hidden by the day or the filters. Circular does not mean fraudulent.`,
    short: (asOf: string, deals: number) => `As of ${day(asOf)} · ${plural(deals, "live deal")}`,
  },

  list: {
    amount: "Can go round",
    legs: (count: number, since: string | null) =>
      since === null ? plural(count, "leg") : `${plural(count, "leg")}, since ${month(since)}`,
    undisclosed: (count: number) => `${count} undisclosed`,
    all: (count: number) => `All ${plural(count, "loop")}`,
    fewer: "Show the legend again",
    empty: "No loop is left.",
    misses: "Nearest misses",
    weakest: (state: string) => `weakest leg ${state.toLowerCase()}`,
    showAll: (count: number) => `Show all ${plural(count, "loop")}`,
  },

  legend: {
    title: "Deals",
    label: "Show deals by class",
    classes: { fin: "Finance", ops: "Operations", pwr: "Power", cont: "Contingent" },
    widths: [
      [100e9, "$100bn"],
      [10e9, "$10bn"],
      [1e9, "$1bn"],
      [null, "n.d."],
    ] as readonly (readonly [number | null, string])[],
    widthLabel: "Width is the amount; a hairline is not disclosed",
    dashes: { signed: "Signed", announced: "Announced", reported: "Reported" },
    dashLabel: "Dashes are less firm",
  },

  stage: {
    label: "The picture: who pays whom",
    walk: "Entities of the picture; arrow keys walk to neighbours",
    places: {
      in: {
        title: "Comes in",
        count: (n: number) => `${n} ${n === 1 ? "pays" : "pay"} into the loops`,
        short: (n: number) => `${n} come in`,
      },
      core: {
        title: "Goes round",
        count: (n: number) => `${n} both pay and are paid`,
        short: (n: number) => `${n} go round`,
      },
      out: {
        title: "Goes out",
        count: (n: number) => `${n} ${n === 1 ? "is" : "are"} paid from the loops`,
        short: (n: number) => `${n} go out`,
      },
      apart: {
        title: "Apart from the loops",
        narrow: "Apart",
        count: (n: number) => `${n}`,
        short: (n: number) => `${n} apart`,
      },
    },
    more: (count: number) => `+ ${count} more`,
    folded: (count: number) => `${count} not named here`,
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Show everything",
    fullScreen: "Full screen",
    leaveFullScreen: "Leave full screen",
    tools: "Zoom",
    noWebGl:
      "This browser cannot draw the moving picture (no WebGL): this one stands still. All else works the same.",
    lost: "The picture stopped: the graphics context was lost. This one stands still; all else works the same.",
    hover: (pays: number, paid: number) =>
      `pays in ${plural(pays, "deal")}, is paid in ${plural(paid, "deal")}`,
  },

  time: {
    label: "As-of day and firmness",
    asOf: "As of",
    pickDay: "Choose the day to look from",
    scrub: "As-of day, month by month",
    scrubValue: (asOf: string, loops: number) => `${longDay(asOf)}, ${plural(loops, "loop")}`,
    play: "Play",
    pause: "Pause",
    playLong: "Play the months",
    pauseLong: "Stop playing",
    histogram: "Deals announced each month",
    loops: (count: number) => plural(count, "loop"),
    firm: "Firm at least",
    steps: { reported: "Reported", announced: "Announced", signed: "Signed", closed: "Closed" },
  },

  empty: {
    title: "Nothing goes round",
    text: (count: number) =>
      count === 1
        ? "One filter hides every loop."
        : `${["", "One filter", "Two filters", "Three filters"][count] ?? `${count} filters`} hide every loop.`,
    noFilter: "No loop is in the facts.",
    firm: (step: string) => `Firm at least: ${step.toLowerCase()}`,
    day: (asOf: string) => `As of ${day(asOf)}`,
    hidden: (name: string) => `Without ${name.toLowerCase()}`,
    remove: (filter: string) => `Remove the filter “${filter}”`,
    reset: "Reset filters",
  },

  status: {
    failed: "The facts could not be read",
    failedHelp:
      "Nothing is wrong with your browser. Reload the page, or make the facts again with: npm run build",
    again: "Try again",
    shown: (loops: number, deals: number, asOf: string) =>
      `${plural(loops, "loop")}, ${plural(deals, "live deal")}, as of ${longDay(asOf)}`,
    chosen: (what: string) => `${what} chosen`,
  },

  sheet: {
    loops: "Loops",
    filter: "Filter",
    places: "Entities",
    tabs: "Panels",
    larger: "Enlarge the panel",
    smaller: "Make the panel smaller",
  },
};
export type Text = typeof en;
