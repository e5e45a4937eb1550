/** The histogram's months: how many deals of each class were announced in each. */
import type { CapitalGraph } from "../src/graph/capital-graph.js";
import { LINE_CLASS_NAMES, type LineClass, lineClassOf } from "../src/layout/line-class.js";
import { type Day, firstDay, lastDay } from "../src/model/dates.js";

export interface Month {
  /** `2024-12`. */
  readonly month: string;
  /** The day this month is seen from: its last, or the last day of the facts. */
  readonly asOf: Day;
  readonly deals: Readonly<Record<LineClass, number>>;
}

/** Years before the first one with this many deals, or this share of few, are left out of the picture, not of the graph. */
const DEALS_OF_A_SHOWN_YEAR = 10;
const SHARE_OF_A_SHOWN_YEAR = 1 / 50;

/** Every month from the January of the first busy year to the last day. */
export function monthsOf(graph: CapitalGraph, last: Day): readonly Month[] {
  const years = new Map<string, number>();
  for (const month of monthsOfDeals(graph)) {
    const year = month.announced.slice(0, 4);
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  const all = [...years.values()].reduce((sum, count) => sum + count, 0);
  const least = Math.min(DEALS_OF_A_SHOWN_YEAR, all * SHARE_OF_A_SHOWN_YEAR);
  const busy = [...years].filter(([, count]) => count >= least).map(([year]) => year);
  const first = busy.sort()[0] ?? last.slice(0, 4);
  const months = monthsBetween(`${first}-01`, last.slice(0, 7)).map((month) => ({
    month,
    asOf: lastDay(month) < last ? lastDay(month) : last,
    deals: { fin: 0, ops: 0, pwr: 0, cont: 0 },
  }));
  return countedIn(months, graph);
}

/** The same months with the deals of a graph; a deal counts once in each class. */
export function countedIn(months: readonly Month[], graph: CapitalGraph): readonly Month[] {
  const counts = new Map<string, number>();
  for (const { announced, lineClass } of monthsOfDeals(graph)) {
    const key = `${announced} ${lineClass}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return months.map(({ month, asOf }) => {
    const count = (name: LineClass) => counts.get(`${month} ${name}`) ?? 0;
    return {
      month,
      asOf,
      deals: { fin: count("fin"), ops: count("ops"), pwr: count("pwr"), cont: count("cont") },
    };
  });
}

/** The month of each deal in each of its classes. */
function monthsOfDeals(graph: CapitalGraph): Iterable<{ announced: string; lineClass: LineClass }> {
  const deals = new Map<string, { announced: string; lineClass: LineClass }>();
  graph.forEachEdge((_key, flow) => {
    if (flow.collection !== "current" || flow.announced === null) return;
    const lineClass = lineClassOf(flow);
    deals.set(`${flow.deal} ${lineClass}`, { announced: firstDay(flow.announced).slice(0, 7), lineClass });
  });
  return deals.values();
}

/** Deals of all shown classes in a month. */
export function heightOf(month: Month, hidden: readonly LineClass[]): number {
  return LINE_CLASS_NAMES.reduce((sum, name) => sum + (hidden.includes(name) ? 0 : month.deals[name]), 0);
}

/** Where a day stands on an axis of these months, 0 to 1. */
export function placeOfDay(months: readonly Month[], day: Day): number {
  const first = months[0]?.month ?? day.slice(0, 7);
  const index = monthNumber(day.slice(0, 7)) - monthNumber(first);
  const share = Number(day.slice(8, 10)) / Number(lastDay(day.slice(0, 7)).slice(8, 10));
  return Math.min(1, Math.max(0, (index + share) / Math.max(1, months.length)));
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let n = monthNumber(first); n <= monthNumber(last); n++) {
    months.push(`${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`);
  }
  return months;
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}
