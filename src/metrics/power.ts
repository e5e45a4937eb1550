/** Power in the loop: capacity promised beside capacity contracted and built, and which loops wait for it. */
import type { CapitalGraph } from "../graph/capital-graph.js";
import type { LoopSearch } from "../loops/find.js";
import type { Dataset, DealRecord } from "../model/dataset.js";
import { DEAL_KINDS, type DealKind } from "../model/deal-kinds.js";
import { compareIds } from "../model/ids.js";
import { type Firmness, firmnessRank } from "../model/status.js";
import { standingDeals } from "./standing-deals.js";

/**
 * What a deal's megawatts measure. Computing, the chips for it and the power behind it are the same megawatts
 * seen three times, so they stand beside each other and are never added. Finance restates the capacity of what
 * it finances and is left out.
 */
export const CAPACITY_OF: Readonly<Partial<Record<DealKind, CapacityKind>>> = {
  compute_purchase: "computing",
  lease: "computing",
  jv_contribution: "computing",
  capex_plan: "computing",
  partnership: "computing",
  chip_purchase: "chips",
  equipment_purchase: "chips",
  supply_agreement: "chips",
  power_purchase: "power",
  power_plant_build: "power",
};
/** What capacity is of. */
export const CAPACITY_KINDS = ["computing", "chips", "power"] as const;
/** One of `CAPACITY_KINDS`. */
export type CapacityKind = (typeof CAPACITY_KINDS)[number];

/** Megawatts by how far their deals have come: below signed, signed or closed, delivering or completed. */
export interface Megawatts {
  readonly promisedMw: number;
  readonly contractedMw: number;
  readonly builtMw: number;
}
export type Stage = "promised" | "contracted" | "built";

/** The capacity that deals name for one company or site. */
export interface CapacityRow {
  /** An entity's id, or the name of a site. */
  readonly id: string;
  /** For companies: what they take (buyers, lessees, partners, spenders) apart from what they provide. */
  readonly side: "takes" | "provides" | null;
  readonly computing: Megawatts;
  readonly chips: Megawatts;
  readonly power: Megawatts;
  readonly deals: readonly string[];
}

/** A loop that passes deals whose capacity is not there yet. */
export interface WaitingLoop {
  readonly id: string;
  readonly bottleneckUsd: number | null;
  /** By what the megawatts measure; not to be added. */
  readonly awaitedMw: Readonly<Record<CapacityKind, number>>;
  readonly deals: readonly string[];
}

/** Capacity by company and site, and the loops that wait for it. */
export interface PowerInLoops {
  readonly asOf: string;
  readonly companies: readonly CapacityRow[];
  readonly sites: readonly CapacityRow[];
  /** The one that waits for most power and computing first. */
  readonly loops: readonly WaitingLoop[];
  readonly coverage: {
    readonly deals: number;
    /** Stated in energy (MWh), which is no capacity. */
    readonly inEnergy: number;
    /** Deals of these kinds that state no capacity. */
    readonly withoutCapacity: number;
  };
  readonly warnings: readonly string[];
}

/** A deal's capacity as it stands on the day. */
interface Capacity {
  readonly deal: DealRecord;
  readonly kind: CapacityKind;
  readonly megawatts: number;
  readonly stage: Stage;
}

/**
 * Capacity by company and site on the day of a view, and the loops that depend on what is not there yet.
 * Deals of one group (a site, a venture) may state the same megawatts: of a group only the largest counts in
 * each stage.
 *
 * @param loops which loops to look at, such as `findLoops(graph)`.
 * @remarks Capacity is a matter of the facts: a graph file states none.
 */
export function powerInLoops(
  graph: CapitalGraph,
  dataset: Dataset | null,
  loops: Pick<LoopSearch, typeof Symbol.iterator>,
): PowerInLoops {
  const standing = dataset === null ? [] : standingDeals(dataset, graph);
  const capacities = standing.flatMap(({ deal, standing: { firmness } }): Capacity[] => {
    const kind = capacityKind(deal);
    const megawatts = megawattsOf(deal);
    return kind === undefined || megawatts === null
      ? []
      : [{ deal, kind, megawatts, stage: stageOf(firmness) }];
  });
  const ofKinds = standing.filter(({ deal }) => capacityKind(deal) !== undefined);
  const companies = new Map<string, Capacity[]>();
  const sites = new Map<string, Capacity[]>();
  for (const capacity of capacities) {
    for (const key of partiesOf(capacity.deal)) push(companies, key, capacity);
    const site = siteOf(capacity.deal);
    if (site !== null) push(sites, site, capacity);
  }
  return {
    asOf: graph.getAttribute("asOf"),
    companies: rowsOf(companies).map((row) => {
      const [side, id = ""] = row.id.split(" ");
      return { ...row, id, side: side === "takes" ? "takes" : "provides" };
    }),
    sites: rowsOf(sites),
    loops: waitingLoops(capacities, loops),
    coverage: {
      deals: capacities.length,
      inEnergy: ofKinds.filter(({ deal }) => deal.capacity !== undefined && megawattsOf(deal) === null)
        .length,
      withoutCapacity: ofKinds.filter(({ deal }) => deal.capacity === undefined).length,
    },
    warnings: [
      "computing, chips and power state the same megawatts three times: never add them",
      ...(dataset === null ? ["a graph file states no capacity"] : []),
    ],
  };
}

/** Equipment and supplies with a technology of power, such as turbines, are power. */
function capacityKind({ kind, technology }: DealRecord): CapacityKind | undefined {
  const measured = CAPACITY_OF[kind];
  return measured === "chips" && technology !== undefined ? "power" : measured;
}

function megawattsOf({ capacity }: DealRecord): number | null {
  if (capacity === undefined) return null;
  if (capacity.unit === "MW") return capacity.value;
  return capacity.unit === "GW" ? capacity.value * 1000 : null;
}

function stageOf(firmness: Firmness): Stage {
  if (firmnessRank(firmness) >= firmnessRank("delivering")) return "built";
  return firmnessRank(firmness) >= firmnessRank("signed") ? "contracted" : "promised";
}

/** The sides of a deal as `takes ID` and `provides ID`, each once. */
function partiesOf({ kind, parties }: DealRecord): ReadonlySet<string> {
  const provides: readonly string[] = DEAL_KINDS[kind].to;
  return new Set(
    parties.flatMap(({ role, entity }) =>
      entity === undefined ? [] : [`${provides.includes(role) ? "provides" : "takes"} ${entity}`],
    ),
  );
}

function siteOf({ site }: DealRecord): string | null {
  return (
    site?.name ?? (site?.region === undefined ? null : [site.region, site.country].filter(Boolean).join(", "))
  );
}

function rowsOf(capacities: ReadonlyMap<string, readonly Capacity[]>): CapacityRow[] {
  return [...capacities]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([id, all]) => {
      const of = (kind: CapacityKind): Megawatts => ({
        promisedMw: sumMw(all, kind, "promised"),
        contractedMw: sumMw(all, kind, "contracted"),
        builtMw: sumMw(all, kind, "built"),
      });
      return {
        id,
        side: null,
        computing: of("computing"),
        chips: of("chips"),
        power: of("power"),
        deals: all.map(({ deal }) => deal.id),
      };
    });
}

/** The sum of a stage: of the deals of one group only the largest. */
function sumMw(all: readonly Capacity[], kind: CapacityKind, stage?: Stage): number {
  const largest = new Map<string, number>();
  for (const { deal, megawatts, kind: its, stage: at } of all) {
    if (its !== kind || (stage !== undefined && at !== stage)) continue;
    const key = deal.group ?? `deal ${deal.id}`;
    largest.set(key, Math.max(largest.get(key) ?? 0, megawatts));
  }
  return [...largest.values()].reduce((sum, megawatts) => sum + megawatts, 0);
}

function waitingLoops(
  capacities: readonly Capacity[],
  loops: Pick<LoopSearch, typeof Symbol.iterator>,
): WaitingLoop[] {
  const awaited = new Map(
    capacities.filter(({ stage }) => stage !== "built").map((capacity) => [capacity.deal.id, capacity]),
  );
  const waiting: WaitingLoop[] = [];
  for (const { id, bottleneckUsd, legs } of loops) {
    const deals = [...new Set(legs.flatMap((leg) => leg.deals))];
    const waits = deals.flatMap((deal) => awaited.get(deal) ?? []);
    if (waits.length === 0) continue;
    waiting.push({
      id,
      bottleneckUsd,
      awaitedMw: {
        computing: sumMw(waits, "computing"),
        chips: sumMw(waits, "chips"),
        power: sumMw(waits, "power"),
      },
      deals: waits.map(({ deal }) => deal.id),
    });
  }
  const most = ({ awaitedMw: { computing, chips, power } }: WaitingLoop) => Math.max(computing, chips, power);
  return waiting.sort((a, b) => most(b) - most(a) || compareIds(a.id, b.id));
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
