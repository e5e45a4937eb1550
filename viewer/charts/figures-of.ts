/** The figures of one company or market in the order they are read: by group, then metric, each in the shape it can be drawn in. */
import { METRICS, type Metric } from "../../src/model/metrics.js";
import { endOf, isYear, type ObservationRecord } from "../../src/model/observation.js";

/** What figures are grouped by, in the order they stand. */
export const FIGURE_GROUPS = [
  "spending",
  "earnings",
  "orders",
  "balance",
  "value",
  "rates",
  "power",
  "other",
] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];

/** Where each metric stands, in the order in which they are read. */
const GROUP_OF: Readonly<Record<Metric, FigureGroup>> = {
  capex: "spending",
  operating_cash_flow: "spending",
  free_cash_flow: "spending",
  depreciation: "spending",
  investment: "spending",
  cost: "spending",
  shareholder_returns: "spending",
  funding_gap: "spending",
  revenue: "earnings",
  revenue_run_rate: "earnings",
  operating_income: "earnings",
  net_income: "earnings",
  backlog: "orders",
  remaining_performance_obligations: "orders",
  commitments: "orders",
  customer_concentration: "orders",
  funding_share: "orders",
  debt: "balance",
  net_debt: "balance",
  loans: "balance",
  assets: "balance",
  leverage: "balance",
  valuation: "value",
  market_cap: "value",
  market_cap_change: "value",
  net_worth_change: "value",
  net_inflow: "value",
  share_price: "value",
  share_price_change: "value",
  price_to_earnings: "value",
  revenue_growth: "rates",
  net_income_growth: "rates",
  earnings_per_share_growth: "rates",
  free_cash_flow_growth: "rates",
  shareholder_returns_growth: "rates",
  capex_growth: "rates",
  growth: "rates",
  beat: "rates",
  capex_to_revenue: "rates",
  capex_to_operating_cash_flow: "rates",
  depreciation_to_net_income: "rates",
  market_share: "rates",
  share: "rates",
  ratio: "rates",
  power_demand: "power",
  power_contracted: "power",
  power_capacity: "power",
  power_planned: "power",
  power_shortfall: "power",
  gas_turbine_orders: "power",
  gas_turbine_backlog: "power",
  electricity_use: "power",
  electricity_use_growth: "power",
  share_of_electricity: "power",
  storage_demand: "power",
  reserve_margin: "power",
  electricity_price: "power",
  electricity_price_change: "power",
  capacity_price: "power",
  outage_time: "power",
  outage_time_change: "power",
  outages: "power",
  gpu_count: "other",
  gpu_purchases: "other",
  chip_shipments: "other",
  units_sold: "other",
  tariff: "other",
  trade: "other",
  count: "other",
  rank: "other",
  wait: "other",
  construction_time: "other",
  useful_life: "other",
  duration: "other",
  year: "other",
  distance: "other",
  finding: "other",
};

const METRICS_IN_ORDER = Object.keys(GROUP_OF) as Metric[];

/** Over what a figure of a period is summed; a figure of one day has no such thing. */
export const SPANS = ["year", "quarter", "day"] as const;
export type Span = (typeof SPANS)[number];

/** Figures of one metric that belong on one picture, or in one list. */
export interface FigureSet {
  readonly metric: Metric;
  /**
   * `time`: of the whole company, in one unit, over years, over quarters or of days, the oldest first. `parts`:
   * of its parts, in one unit, the largest first. `told`: whatever can be set beside nothing.
   */
  readonly shape: "time" | "parts" | "told";
  readonly span: Span | null;
  readonly unit: string | null;
  readonly rows: readonly ObservationRecord[];
}

export interface GroupedFigures {
  readonly group: FigureGroup;
  readonly sets: readonly FigureSet[];
}

/** Figures with these units are counted or measured; a year or a rank has no length to draw. */
const UNDRAWN: readonly string[] = ["year", "rank"];

/** The least and the greatest that a figure says; null where it is told in words. */
export function rangeOf({ value, range }: ObservationRecord): readonly [number, number] | null {
  if (range !== undefined) return range;
  return value === undefined ? null : [value, value];
}

/** Groups the figures of one subject; groups without any are left out. */
export function figuresOf(rows: readonly ObservationRecord[]): readonly GroupedFigures[] {
  return FIGURE_GROUPS.flatMap((group) => {
    const sets = METRICS_IN_ORDER.filter((metric) => GROUP_OF[metric] === group).flatMap((metric) =>
      setsOf(
        metric,
        rows.filter((row) => row.metric === metric),
      ),
    );
    return sets.length === 0 ? [] : [{ group, sets }];
  });
}

function setsOf(metric: Metric, rows: readonly ObservationRecord[]): readonly FigureSet[] {
  const drawn = new Map<string, ObservationRecord[]>();
  const told: ObservationRecord[] = [];
  for (const row of rows) {
    const span = spanOf(row);
    const isDrawn = rangeOf(row) !== null && row.unit !== undefined && !UNDRAWN.includes(row.unit);
    const key = !isDrawn ? null : row.what !== undefined ? "parts" : span;
    if (key === null) told.push(row);
    else drawn.set(`${key} ${row.unit}`, [...(drawn.get(`${key} ${row.unit}`) ?? []), row]);
  }
  const sets: FigureSet[] = [];
  for (const span of SPANS) {
    for (const [key, own] of drawn) {
      if (!key.startsWith(`${span} `)) continue;
      // One figure alone is no course of anything.
      if (own.length < 2) told.push(...own);
      else sets.push({ metric, shape: "time", span, unit: own[0]?.unit ?? null, rows: byDay(own) });
    }
  }
  for (const [key, own] of drawn) {
    if (!key.startsWith("parts ")) continue;
    if (own.length < 2) told.push(...own);
    else sets.push({ metric, shape: "parts", span: null, unit: own[0]?.unit ?? null, rows: bySize(own) });
  }
  if (told.length > 0) sets.push({ metric, shape: "told", span: null, unit: null, rows: byDay(told) });
  return sets;
}

/** What a figure stands beside others over; null where its period is none of these. */
function spanOf(row: ObservationRecord): Span | null {
  if (endOf(row) === null) return null;
  if (METRICS[row.metric].over === "day") return "day";
  if (isYear(row.period)) return "year";
  return /^Q[1-4] /.test(row.period ?? "") ? "quarter" : null;
}

function byDay(rows: readonly ObservationRecord[]): readonly ObservationRecord[] {
  return [...rows].sort(
    (a, b) => (endOf(a) ?? "").localeCompare(endOf(b) ?? "", "en") || (a.id < b.id ? -1 : 1),
  );
}

function bySize(rows: readonly ObservationRecord[]): readonly ObservationRecord[] {
  const size = (row: ObservationRecord) => Math.abs(rangeOf(row)?.[1] ?? 0);
  return [...rows].sort((a, b) => size(b) - size(a) || (a.id < b.id ? -1 : 1));
}
