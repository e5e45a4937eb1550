/**
 * What is observed of companies and markets: each metric's words, the units it comes in, and whether it adds
 * up over a period or is read on one day.
 */

/** What a unit measures; a metric takes units of some of these. */
export const UNITS = {
  percent: "share",
  times: "ratio",
  MW: "power",
  GW: "power",
  kWh: "energy",
  GWh: "energy",
  TWh: "energy",
  minutes: "duration",
  hours: "duration",
  days: "duration",
  weeks: "duration",
  months: "duration",
  years: "duration",
  count: "count",
  rank: "rank",
  year: "date",
  miles: "distance",
  "USD/kWh": "energy price",
  "USD/MW-day": "capacity price",
} as const;
export type UnitKind = (typeof UNITS)[keyof typeof UNITS] | "money";

export interface MetricRow {
  /** What its units measure; none for one that is told in words. */
  readonly units: readonly UnitKind[];
  /** Whether it is the sum of a period or the state of a day. */
  readonly over: "period" | "day";
  readonly en: string;
  readonly "zh-Hans": string;
  readonly "zh-Hant": string;
}

const row = (
  units: readonly UnitKind[],
  over: "period" | "day",
  en: string,
  hans: string,
  hant: string,
): MetricRow => ({ units, over, en, "zh-Hans": hans, "zh-Hant": hant });

/**
 * Every metric. Those of a company's accounts come first; where a figure is but a part or a variant of its
 * metric, the observation says so under `what`.
 */
export const METRICS = {
  revenue: row(["money"], "period", "revenue", "收入", "營收"),
  revenue_run_rate: row(["money"], "day", "annualised revenue run rate", "年化收入", "年化營收"),
  operating_income: row(["money"], "period", "operating income", "营业利润", "營業利益"),
  net_income: row(["money"], "period", "net income", "净利润", "淨利"),
  depreciation: row(["money"], "period", "depreciation and amortisation", "折旧与摊销", "折舊與攤銷"),
  operating_cash_flow: row(["money"], "period", "operating cash flow", "经营现金流", "營業現金流"),
  free_cash_flow: row(["money"], "period", "free cash flow", "自由现金流", "自由現金流"),
  capex: row(["money"], "period", "capital spending", "资本开支", "資本支出"),
  investment: row(["money"], "period", "investment", "投资", "投資"),
  cost: row(["money"], "period", "cost", "成本", "成本"),
  shareholder_returns: row(["money"], "period", "cash returned to shareholders", "股东回报", "股東回報"),
  net_inflow: row(["money"], "period", "net inflow", "净流入", "淨流入"),
  net_debt: row(["money"], "day", "net debt", "净债务", "淨負債"),
  debt: row(["money"], "day", "debt", "债务", "負債"),
  commitments: row(["money"], "day", "commitments to pay", "付款承诺", "付款承諾"),
  loans: row(["money"], "day", "loans given", "放贷", "放款"),
  funding_gap: row(["money"], "period", "funding gap", "资金缺口", "資金缺口"),
  backlog: row(["money"], "day", "backlog of orders", "在手订单", "在手訂單"),
  remaining_performance_obligations: row(
    ["money"],
    "day",
    "remaining performance obligations",
    "剩余履约义务",
    "剩餘履約義務",
  ),
  assets: row(["money"], "day", "assets", "资产", "資產"),
  valuation: row(["money"], "day", "valuation", "估值", "估值"),
  market_cap: row(["money"], "day", "market value", "市值", "市值"),
  market_cap_change: row(["money"], "period", "change of market value", "市值变动", "市值變動"),
  net_worth_change: row(["money"], "period", "change of wealth", "财富变动", "財富變動"),
  share_price: row(["money"], "day", "price of a share", "股价", "股價"),
  share_price_change: row(["share", "ratio"], "period", "change of the share price", "股价涨跌", "股價漲跌"),
  price_to_earnings: row(["ratio"], "day", "price to earnings", "市盈率", "本益比"),
  revenue_growth: row(["share", "ratio"], "period", "growth of revenue", "收入增长", "營收成長"),
  net_income_growth: row(["share"], "period", "growth of net income", "净利润增长", "淨利成長"),
  earnings_per_share_growth: row(
    ["share"],
    "period",
    "growth of earnings per share",
    "每股收益增长",
    "每股盈餘成長",
  ),
  free_cash_flow_growth: row(
    ["share"],
    "period",
    "growth of free cash flow",
    "自由现金流增长",
    "自由現金流成長",
  ),
  shareholder_returns_growth: row(
    ["share"],
    "period",
    "growth of cash returned to shareholders",
    "股东回报增长",
    "股東回報成長",
  ),
  capex_growth: row(
    ["share", "ratio"],
    "period",
    "growth of capital spending",
    "资本开支增长",
    "資本支出成長",
  ),
  growth: row(["share", "ratio"], "period", "growth", "增长", "成長"),
  beat: row(["share"], "period", "beat of expectations", "超出预期", "超出預期"),
  capex_to_revenue: row(
    ["share"],
    "period",
    "capital spending to revenue",
    "资本开支占收入",
    "資本支出占營收",
  ),
  capex_to_operating_cash_flow: row(
    ["share", "ratio"],
    "period",
    "capital spending to operating cash flow",
    "资本开支占经营现金流",
    "資本支出占營業現金流",
  ),
  depreciation_to_net_income: row(
    ["share", "ratio"],
    "period",
    "depreciation to net income",
    "折旧占净利润",
    "折舊占淨利",
  ),
  customer_concentration: row(
    ["share"],
    "period",
    "share of the largest customers",
    "客户集中度",
    "客戶集中度",
  ),
  funding_share: row(["share"], "period", "share of funding", "资金来源占比", "資金來源占比"),
  market_share: row(["share"], "period", "share of the market", "市场份额", "市占率"),
  share: row(["share"], "period", "share", "占比", "占比"),
  ratio: row(["ratio", "share"], "period", "ratio", "比率", "比率"),
  leverage: row(["ratio"], "day", "leverage", "杠杆", "槓桿"),
  tariff: row(["share"], "day", "tariff", "关税", "關稅"),
  trade: row(["money"], "period", "trade", "贸易额", "貿易額"),
  gpu_count: row(["count"], "day", "GPUs in place", "GPU 数量", "GPU 數量"),
  gpu_purchases: row(["count"], "period", "GPUs bought", "GPU 采购量", "GPU 採購量"),
  chip_shipments: row(["count"], "period", "chips shipped", "芯片出货量", "晶片出貨量"),
  units_sold: row(["count"], "period", "units ordered or sold", "订购或售出台数", "訂購或售出台數"),
  count: row(["count"], "period", "count", "数量", "數量"),
  rank: row(["rank"], "period", "rank", "排名", "排名"),
  power_demand: row(["power", "share"], "day", "power demand", "电力需求", "電力需求"),
  power_contracted: row(["power"], "day", "power under contract", "签约电力", "簽約電力"),
  power_capacity: row(["power"], "day", "power capacity", "电力容量", "電力容量"),
  power_planned: row(["power"], "day", "power planned", "规划电力", "規劃電力"),
  power_shortfall: row(["power"], "period", "power short of need", "电力缺口", "電力缺口"),
  gas_turbine_orders: row(["power"], "period", "gas turbine orders", "燃气轮机订单", "燃氣渦輪機訂單"),
  gas_turbine_backlog: row(["power"], "day", "gas turbine backlog", "燃气轮机在手订单", "燃氣渦輪機在手訂單"),
  electricity_use: row(["energy", "ratio"], "period", "electricity use", "用电量", "用電量"),
  electricity_use_growth: row(["share"], "period", "growth of electricity use", "用电增长", "用電成長"),
  share_of_electricity: row(["share"], "period", "share of electricity use", "用电占比", "用電占比"),
  storage_demand: row(["energy"], "day", "demand for storage", "储能需求", "儲能需求"),
  reserve_margin: row(["share"], "day", "reserve margin", "备用裕度", "備用容量率"),
  electricity_price: row(["energy price"], "period", "electricity price", "电价", "電價"),
  electricity_price_change: row(["share"], "period", "change of electricity price", "电价变动", "電價變動"),
  capacity_price: row(["capacity price"], "period", "price of capacity", "容量价格", "容量價格"),
  outage_time: row(["duration"], "period", "time without power per customer", "户均停电时间", "戶均停電時間"),
  outage_time_change: row(
    ["share"],
    "period",
    "change of time without power",
    "停电时间变动",
    "停電時間變動",
  ),
  outages: row(["count"], "period", "power cuts", "停电次数", "停電次數"),
  wait: row(["duration"], "day", "time to wait", "等待时间", "等待時間"),
  construction_time: row(["duration"], "day", "time to build", "建设时间", "建設時間"),
  useful_life: row(["duration"], "day", "useful life", "使用年限", "使用年限"),
  duration: row(["duration"], "day", "length of time", "时长", "時長"),
  year: row(["date"], "day", "year", "年份", "年份"),
  distance: row(["distance"], "day", "distance", "距离", "距離"),
  finding: row([], "period", "finding", "发现", "發現"),
} as const satisfies Record<string, MetricRow>;
/** The name of a metric in `METRICS`. */
export type Metric = keyof typeof METRICS;

/** Every metric, in the order of the table. */
export const METRIC_NAMES = Object.keys(METRICS) as [Metric, ...Metric[]];

const CURRENCY = /^[A-Z]{3}$/;

/** What a unit measures, or null for one that is not known. A currency is written by its ISO 4217 code. */
export function unitKind(unit: string): UnitKind | null {
  if (Object.hasOwn(UNITS, unit)) return UNITS[unit as keyof typeof UNITS];
  return CURRENCY.test(unit) ? "money" : null;
}

/** Units a metric may be written in, for an error's mend. */
export function unitsOf(metric: Metric): readonly string[] {
  const kinds: readonly UnitKind[] = METRICS[metric].units;
  const named = Object.keys(UNITS).filter((unit) => kinds.includes(UNITS[unit as keyof typeof UNITS]));
  return kinds.includes("money") ? ["a currency such as USD", ...named] : named;
}
