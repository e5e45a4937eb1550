/**
 * What kind of loop it is. Each pattern is a row; the first that fits names the loop. A pattern is a
 * description and never says that anything is wrong.
 */
import { type LegFlow, leadFlow } from "../graph/legs.js";
import { dayNumber, firstDay } from "../model/dates.js";
import type { FlowKind } from "../model/deal-kinds.js";
import type { TimeOrder } from "./time.js";

/** Who finances whom on a loop. */
export const CIRCULARITIES = [
  "investor-is-counterparty",
  "supplier-finances-customer",
  "customer-finances-supplier",
] as const;
/** One of `CIRCULARITIES`. */
export type Circularity = (typeof CIRCULARITIES)[number];

/** What holds of a loop beside its pattern. */
export const MODIFIERS = [
  "contingent",
  "matched",
  "near-in-time",
  "time-respecting",
  "unquantified",
] as const;
/** One of `MODIFIERS`. */
export type Modifier = (typeof MODIFIERS)[number];

/** A loop of one flow a leg, with what the rules look at. */
interface Traits {
  readonly flows: readonly LegFlow[];
  readonly kinds: readonly (string | null)[];
  readonly fin: number;
  readonly ops: number;
  readonly cont: number;
  readonly modifiers: readonly Modifier[];
}

const EQUITY: ReadonlySet<FlowKind | null> = new Set<FlowKind>([
  "equity_investment",
  "convertible_note",
  "fund_commitment",
  "acquisition",
  "jv_contribution",
]);
const LENDING: ReadonlySet<FlowKind | null> = new Set<FlowKind>([
  "bond",
  "loan",
  "credit_facility",
  "vendor_financing",
]);
const BUYING: ReadonlySet<FlowKind | null> = new Set<FlowKind>([
  "chip_purchase",
  "equipment_purchase",
  "supply_agreement",
  "service",
  "license",
  "revenue_share",
  "compute_purchase",
]);

interface PatternRow {
  readonly fits: (traits: Traits) => boolean;
  /** Which of the three kinds of circularity it is; null where nobody finances anybody. */
  readonly circularity: Circularity | null;
}

/** Every pattern, in the order the rules are tried. */
export const PATTERNS = {
  "cross-holding": {
    fits: (t) => t.fin === t.flows.length && t.flows.every((flow) => EQUITY.has(flow.kind)),
    circularity: "investor-is-counterparty",
  },
  "financing-ring": { fits: (t) => t.fin === t.flows.length, circularity: "investor-is-counterparty" },
  "sale-and-leaseback": {
    fits: (t) => isTrade(t, 2) && has(t, "lease") && t.flows.some((flow) => BUYING.has(flow.kind)),
    circularity: "customer-finances-supplier",
  },
  "capacity-swap": {
    fits: (t) => isTrade(t, 2) && t.modifiers.includes("matched") && t.modifiers.includes("near-in-time"),
    circularity: null,
  },
  "reciprocal-trade": { fits: (t) => isTrade(t, 2), circularity: null },
  "round-trip-trade": { fits: (t) => t.ops === t.flows.length, circularity: null },
  "equity-for-orders": {
    fits: (t) => has(t, "warrant") && t.flows.length === 2,
    circularity: "supplier-finances-customer",
  },
  "equity-for-orders-chain": { fits: (t) => has(t, "warrant"), circularity: "supplier-finances-customer" },
  "spv-loop": { fits: (t) => t.kinds.includes("vehicle"), circularity: "investor-is-counterparty" },
  "capacity-backstop": {
    fits: (t) => t.flows.length === 2 && t.cont === 1 && t.ops === 1,
    circularity: "supplier-finances-customer",
  },
  "contingent-support-loop": { fits: (t) => t.cont > 0, circularity: "supplier-finances-customer" },
  "vendor-loan": {
    fits: (t) => t.flows.length === 2 && t.fin === 1 && t.flows.some((flow) => LENDING.has(flow.kind)),
    circularity: "supplier-finances-customer",
  },
  "vendor-equity": {
    fits: (t) => t.flows.length === 2 && t.fin === 1,
    circularity: "investor-is-counterparty",
  },
  "vendor-financing-chain": { fits: (t) => t.fin === 1, circularity: "supplier-finances-customer" },
  "layered-financing": { fits: () => true, circularity: "investor-is-counterparty" },
} as const satisfies Record<string, PatternRow>;
/** The name of a pattern in `PATTERNS`. */
export type PatternName = keyof typeof PATTERNS;

/** The names of the patterns, in the order the rules are tried. */
export const PATTERN_NAMES = Object.keys(PATTERNS) as PatternName[];

function isTrade(t: Traits, length: number): boolean {
  return t.ops === t.flows.length && t.flows.length === length;
}

function has(t: Traits, kind: FlowKind): boolean {
  return t.flows.some((flow) => flow.kind === kind);
}

export interface Classification {
  readonly pattern: PatternName | null;
  readonly signature: string | null;
  readonly circularity: Circularity | null;
  readonly modifiers: readonly Modifier[];
}

/**
 * Names a loop by the flow that stands for each leg (`leadFlow`). In a graph whose flows have no
 * kind, nothing can be named and pattern, signature and circularity are null.
 */
export function classifyLoop(
  entities: readonly string[],
  legs: readonly (readonly LegFlow[])[],
  timeOrder: TimeOrder,
  kindOf: (entity: string) => string | null,
): Classification {
  const flows = legs.map(leadFlow).filter((flow) => flow !== undefined);
  const modifiers = modifiersOf(flows, legs, timeOrder);
  const letters = flows.map((flow) => flow.letter).filter((letter) => letter !== null);
  if (letters.length < legs.length) return { pattern: null, signature: null, circularity: null, modifiers };
  const count = (dealClass: LegFlow["class"]) => flows.filter((flow) => flow.class === dealClass).length;
  const traits: Traits = {
    flows,
    kinds: entities.map(kindOf),
    fin: count("FIN"),
    ops: count("OPS"),
    cont: count("CONT"),
    modifiers,
  };
  const pattern = PATTERN_NAMES.find((name) => PATTERNS[name].fits(traits)) ?? "layered-financing";
  const { circularity } = PATTERNS[pattern];
  return { pattern, signature: smallestRotation(letters), circularity, modifiers };
}

function modifiersOf(
  flows: readonly LegFlow[],
  legs: readonly (readonly LegFlow[])[],
  timeOrder: TimeOrder,
): readonly Modifier[] {
  const amounts = flows.map((flow) => flow.amountUsd);
  const stated = amounts.filter((usd) => usd !== null);
  const days = flows.flatMap((flow) =>
    flow.announced === null ? [] : [dayNumber(firstDay(flow.announced))],
  );
  const most = Math.max(...stated);
  const holds: Record<Modifier, boolean> = {
    contingent: legs.some((leg) => leg.some((flow) => flow.class === "CONT")),
    matched: stated.length === flows.length && most > 0 && (most - Math.min(...stated)) / most <= 0.2,
    "near-in-time": days.length === flows.length && Math.max(...days) - Math.min(...days) <= 92,
    "time-respecting": timeOrder === "certain",
    unquantified: stated.length < flows.length,
  };
  return MODIFIERS.filter((modifier) => holds[modifier]);
}

/** The letters in loop order, turned so that they read first in the alphabet. */
function smallestRotation(letters: readonly string[]): string {
  return letters.map((_, i) => [...letters.slice(i), ...letters.slice(0, i)].join("")).sort()[0] ?? "";
}
