/**
 * Every kind of deal: which role pays, which is paid, what class of capital it is, and its wording.
 * Direction is stated here and nowhere else, so that nobody can type it backwards.
 */

/**
 * FIN capital supplied, OPS payment for goods or services, CONT paid only if something happens.
 */
export const DEAL_CLASSES = ["FIN", "OPS", "CONT"] as const;
/** One of `DEAL_CLASSES`. */
export type DealClass = (typeof DEAL_CLASSES)[number];

/** The letter of a kind in a loop's signature. */
export const LETTERS = ["E", "S", "L", "W", "C", "O", "R", "P", "G"] as const;
/** One of `LETTERS`. */
export type Letter = (typeof LETTERS)[number];

/** What a party does in a deal. */
export const ROLES = [
  "investor",
  "investee",
  "acquirer",
  "target",
  "sponsor",
  "lender",
  "borrower",
  "issuer",
  "holder",
  "buyer",
  "seller",
  "lessee",
  "lessor",
  "licensee",
  "licensor",
  "guarantor",
  "beneficiary",
  "utility",
  "spender",
  "partner",
] as const;
/** One of `ROLES`. */
export type Role = (typeof ROLES)[number];

export interface DealKindRow {
  /** The roles capital leaves, or none where the kind itself moves no capital. */
  readonly from: readonly Role[];
  /** The roles capital reaches. */
  readonly to: readonly Role[];
  readonly class: DealClass | null;
  readonly letter: Letter | null;
  /** The kind as a noun, and as what the payer does to the payee: "A <verb> B". */
  readonly en: { readonly noun: string; readonly verb: string };
  readonly "zh-Hans": { readonly noun: string; readonly verb: string };
  readonly "zh-Hant": { readonly noun: string; readonly verb: string };
}

/** Every kind of deal. Where no role is named, only a flow stated on the deal itself moves capital. */
export const DEAL_KINDS = {
  equity_investment: {
    from: ["investor"],
    to: ["investee", "issuer", "target"],
    class: "FIN",
    letter: "E",
    en: { noun: "equity investment", verb: "invests in" },
    "zh-Hans": { noun: "股权投资", verb: "入股" },
    "zh-Hant": { noun: "股權投資", verb: "入股" },
  },
  convertible_note: {
    from: ["investor", "holder", "lender"],
    to: ["investee", "issuer", "borrower"],
    class: "FIN",
    letter: "E",
    en: { noun: "convertible note", verb: "buys convertible notes of" },
    "zh-Hans": { noun: "可转换债券", verb: "认购其可转债" },
    "zh-Hant": { noun: "可轉換債券", verb: "認購其可轉債" },
  },
  fund_commitment: {
    from: ["investor", "sponsor"],
    to: ["investee"],
    class: "FIN",
    letter: "E",
    en: { noun: "fund commitment", verb: "commits capital to" },
    "zh-Hans": { noun: "基金承诺出资", verb: "承诺出资" },
    "zh-Hant": { noun: "基金承諾出資", verb: "承諾出資" },
  },
  acquisition: {
    from: ["acquirer"],
    to: ["target"],
    class: "FIN",
    letter: "E",
    en: { noun: "acquisition", verb: "buys" },
    "zh-Hans": { noun: "收购", verb: "收购" },
    "zh-Hant": { noun: "收購", verb: "收購" },
  },
  jv_contribution: {
    from: ["sponsor", "investor"],
    to: ["investee"],
    class: "FIN",
    letter: "S",
    en: { noun: "joint venture", verb: "puts capital into" },
    "zh-Hans": { noun: "合资出资", verb: "注资" },
    "zh-Hant": { noun: "合資出資", verb: "注資" },
  },
  bond: {
    from: ["lender", "holder", "investor"],
    to: ["borrower", "issuer"],
    class: "FIN",
    letter: "L",
    en: { noun: "bond", verb: "buys bonds of" },
    "zh-Hans": { noun: "债券", verb: "购买其债券" },
    "zh-Hant": { noun: "債券", verb: "購買其債券" },
  },
  loan: {
    from: ["lender"],
    to: ["borrower"],
    class: "FIN",
    letter: "L",
    en: { noun: "loan", verb: "lends to" },
    "zh-Hans": { noun: "贷款", verb: "贷款给" },
    "zh-Hant": { noun: "貸款", verb: "貸款給" },
  },
  credit_facility: {
    from: ["lender"],
    to: ["borrower"],
    class: "FIN",
    letter: "L",
    en: { noun: "credit facility", verb: "gives a credit line to" },
    "zh-Hans": { noun: "信贷额度", verb: "授信给" },
    "zh-Hant": { noun: "信貸額度", verb: "授信給" },
  },
  vendor_financing: {
    from: ["lender"],
    to: ["borrower"],
    class: "FIN",
    letter: "L",
    en: { noun: "vendor financing", verb: "finances purchases by" },
    "zh-Hans": { noun: "供应商融资", verb: "为其采购提供融资" },
    "zh-Hant": { noun: "供應商融資", verb: "為其採購提供融資" },
  },
  warrant: {
    from: ["issuer"],
    to: ["holder"],
    class: "FIN",
    letter: "W",
    en: { noun: "warrant", verb: "grants warrants to" },
    "zh-Hans": { noun: "认股权证", verb: "授予认股权证给" },
    "zh-Hant": { noun: "認股權證", verb: "授予認股權證給" },
  },
  compute_purchase: {
    from: ["buyer"],
    to: ["seller"],
    class: "OPS",
    letter: "C",
    en: { noun: "compute purchase", verb: "buys computing from" },
    "zh-Hans": { noun: "算力采购", verb: "采购算力自" },
    "zh-Hant": { noun: "算力採購", verb: "採購算力自" },
  },
  chip_purchase: {
    from: ["buyer"],
    to: ["seller"],
    class: "OPS",
    letter: "O",
    en: { noun: "chip purchase", verb: "buys chips from" },
    "zh-Hans": { noun: "芯片采购", verb: "采购芯片自" },
    "zh-Hant": { noun: "晶片採購", verb: "採購晶片自" },
  },
  equipment_purchase: {
    from: ["buyer"],
    to: ["seller"],
    class: "OPS",
    letter: "O",
    en: { noun: "equipment purchase", verb: "buys equipment from" },
    "zh-Hans": { noun: "设备采购", verb: "采购设备自" },
    "zh-Hant": { noun: "設備採購", verb: "採購設備自" },
  },
  supply_agreement: {
    from: ["buyer"],
    to: ["seller"],
    class: "OPS",
    letter: "O",
    en: { noun: "supply agreement", verb: "is supplied by" },
    "zh-Hans": { noun: "供应协议", verb: "由其供货" },
    "zh-Hant": { noun: "供應協議", verb: "由其供貨" },
  },
  service: {
    from: ["buyer"],
    to: ["seller"],
    class: "OPS",
    letter: "O",
    en: { noun: "service", verb: "pays for services of" },
    "zh-Hans": { noun: "服务", verb: "购买服务自" },
    "zh-Hant": { noun: "服務", verb: "購買服務自" },
  },
  license: {
    from: ["licensee"],
    to: ["licensor"],
    class: "OPS",
    letter: "O",
    en: { noun: "licence", verb: "licenses from" },
    "zh-Hans": { noun: "许可", verb: "获得许可自" },
    "zh-Hant": { noun: "授權", verb: "取得授權自" },
  },
  revenue_share: {
    from: ["buyer"],
    to: ["seller"],
    class: "OPS",
    letter: "O",
    en: { noun: "revenue share", verb: "shares revenue with" },
    "zh-Hans": { noun: "收入分成", verb: "分成给" },
    "zh-Hant": { noun: "收入分成", verb: "分成給" },
  },
  lease: {
    from: ["lessee"],
    to: ["lessor"],
    class: "OPS",
    letter: "R",
    en: { noun: "lease", verb: "leases from" },
    "zh-Hans": { noun: "租赁", verb: "租用自" },
    "zh-Hant": { noun: "租賃", verb: "租用自" },
  },
  power_purchase: {
    from: ["buyer"],
    to: ["seller"],
    class: "OPS",
    letter: "P",
    en: { noun: "power purchase", verb: "buys power from" },
    "zh-Hans": { noun: "购电", verb: "购电自" },
    "zh-Hant": { noun: "購電", verb: "購電自" },
  },
  power_plant_build: {
    from: ["buyer"],
    to: ["seller"],
    class: "OPS",
    letter: "P",
    en: { noun: "power plant", verb: "has power built by" },
    "zh-Hans": { noun: "电厂建设", verb: "委托建设电源于" },
    "zh-Hant": { noun: "電廠建設", verb: "委託建設電源於" },
  },
  guarantee: {
    from: ["guarantor"],
    to: ["beneficiary"],
    class: "CONT",
    letter: "G",
    en: { noun: "guarantee", verb: "guarantees payments for" },
    "zh-Hans": { noun: "担保", verb: "为其担保" },
    "zh-Hant": { noun: "擔保", verb: "為其擔保" },
  },
  backstop: {
    from: ["guarantor"],
    to: ["beneficiary"],
    class: "CONT",
    letter: "G",
    en: { noun: "backstop", verb: "stands behind" },
    "zh-Hans": { noun: "兜底", verb: "为其兜底" },
    "zh-Hant": { noun: "兜底", verb: "為其兜底" },
  },
  partnership: {
    from: [],
    to: [],
    class: null,
    letter: null,
    en: { noun: "partnership", verb: "works with" },
    "zh-Hans": { noun: "合作", verb: "合作" },
    "zh-Hant": { noun: "合作", verb: "合作" },
  },
  capex_plan: {
    from: [],
    to: [],
    class: null,
    letter: null,
    en: { noun: "capital plan", verb: "plans to spend" },
    "zh-Hans": { noun: "资本开支计划", verb: "计划支出" },
    "zh-Hant": { noun: "資本支出計畫", verb: "計畫支出" },
  },
  divestment: {
    from: [],
    to: [],
    class: null,
    letter: null,
    en: { noun: "divestment", verb: "sells a holding in" },
    "zh-Hans": { noun: "处置", verb: "出售所持" },
    "zh-Hant": { noun: "處分", verb: "出售所持" },
  },
} as const satisfies Record<string, DealKindRow>;
/** The name of a kind in `DEAL_KINDS`. */
export type DealKind = keyof typeof DEAL_KINDS;

/** Every kind of deal, in the order of the table. */
export const DEAL_KIND_NAMES = Object.keys(DEAL_KINDS) as [DealKind, ...DealKind[]];

/** A kind that moves capital: what a flow can be of. */
export type FlowKind = {
  [K in DealKind]: (typeof DEAL_KINDS)[K]["class"] extends null ? never : K;
}[DealKind];

/** The kinds that move capital. */
export const FLOW_KIND_NAMES = DEAL_KIND_NAMES.filter(
  (kind): kind is FlowKind => DEAL_KINDS[kind].class !== null,
);
