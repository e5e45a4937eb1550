/** Every figure of a view at once: one row for the whole, one row for each entity. */
import type { CapitalGraph } from "../graph/capital-graph.js";
import type { LoopQuery } from "../loops/query.js";
import { countLoopsThroughEach } from "../loops/through-each.js";
import type { Day } from "../model/dates.js";
import type { FlowBasis } from "./basis.js";
import { blocksOf } from "./blocks.js";
import { centralities } from "./centrality.js";
import { type CirculatingLoop, maximumCirculation } from "./circulation.js";
import { concentration, concentrationOf } from "./concentration.js";
import type { Coverage } from "./coverage.js";
import { cycling } from "./cycling.js";
import { type FlowMatrix, flowMatrix, type MatrixOptions } from "./flow-matrix.js";
import { netting } from "./netting.js";
import { type RoundTrip, type RoundTripScope, roundTrip } from "./round-trip.js";

/** The whole. Amounts are US dollars of the basis, shares 0 to 1; what is not defined is null. */
export interface SystemMetrics {
  readonly asOf: Day;
  readonly basis: FlowBasis;
  readonly entities: number;
  readonly flows: number;
  readonly grossUsd: number;
  /** Sum of all that entities handle. */
  readonly throughflowUsd: number;
  readonly finnCyclingIndex: number | null;
  readonly cycledUsd: number;
  readonly averagePathLength: number | null;
  readonly circulationUsd: number;
  readonly circulationShare: number | null;
  readonly bilateralUsd: number;
  readonly netFundingUsd: number;
  readonly excessUsd: number;
  readonly excessShare: number | null;
  /** How concentrated throughflow is among entities. */
  readonly hhi: number | null;
  /** How many loops there are up to the length asked for. */
  readonly loops: number;
  readonly loopsComplete: boolean;
  /** A maximum circulation as loops, the largest first. */
  readonly circulation: readonly CirculatingLoop[];
  readonly closedEntities: readonly string[];
  readonly coverage: Coverage;
  readonly warnings: readonly string[];
}

/** The shares of a round trip that a row shows; they belong together. */
export type RoundTripShares = Pick<RoundTrip, "lower" | "proRata" | "upper" | "direct">;

/** One entity. */
export interface EntityMetrics {
  readonly id: string;
  readonly name: string;
  readonly partners: number;
  readonly inflowUsd: number;
  readonly outflowUsd: number;
  readonly throughflowUsd: number;
  readonly outsideSourceUsd: number;
  readonly outsideUseUsd: number;
  readonly cyclingShare: number;
  /** Of recorded sales, the part that is capital this entity supplied. */
  readonly roundTrip: RoundTripShares;
  /** The same with what it spent as a buyer. */
  readonly roundTripAny: RoundTripShares;
  /** Recorded payments to it for goods and services. */
  readonly recordedSalesUsd: number;
  readonly hhiIn: number | null;
  readonly hhiOut: number | null;
  readonly topPayer: string | null;
  readonly topPayee: string | null;
  readonly pagerank: number;
  readonly betweenness: number;
  readonly loops: number;
}

/** Every figure of a view: of the whole, and of each entity. */
export interface Metrics {
  readonly system: SystemMetrics;
  /** In the order of their ids. */
  readonly entities: readonly EntityMetrics[];
}

/** Which amounts count, and which loops are counted. */
export interface MetricsOptions extends MatrixOptions {
  /** Which loops are counted: up to five legs unless given. */
  readonly loops?: Pick<LoopQuery, "maxLength" | "budgetMs" | "signal"> | undefined;
}

/**
 * The figures of a view, on one basis.
 *
 * @throws CapitalLoopError as `flowMatrix` does.
 * @remarks Time O(s³) for a group of s entities that money goes round in, and the count of loops.
 * @example metricsOf(viewGraph(graph), { basis: "contracted" }).system.finnCyclingIndex;
 */
export function metricsOf(graph: CapitalGraph, options: MetricsOptions = {}): Metrics {
  const matrix = flowMatrix(graph, options);
  const blocks = blocksOf(matrix);
  const cycles = cycling(matrix, blocks);
  const { usd: circulationUsd, share: circulationShare, loops: circulation } = maximumCirculation(matrix);
  const { bilateralUsd, netFundingUsd, excessUsd, excessShare } = netting(matrix);
  const loops = countLoopsThroughEach(graph, options.loops);
  const partners = concentration(matrix);
  const central = centralities(graph, matrix);
  const tripShares = (id: string, scope: RoundTripScope): RoundTripShares & { recordedUsd: number } => {
    const { lower, proRata, upper, direct, recordedUsd } = roundTrip(matrix, id, { scope, blocks });
    return { lower, proRata, upper, direct, recordedUsd };
  };
  const entities = matrix.ids.map((id, i): EntityMetrics => {
    const { recordedUsd, ...trip } = tripShares(id, "financing");
    const { recordedUsd: _, ...asBuyerToo } = tripShares(id, "any");
    return {
      id,
      name: graph.getNodeAttribute(id, "label"),
      partners: central[i]?.partners ?? 0,
      inflowUsd: matrix.inflow[i] as number,
      outflowUsd: matrix.outflow[i] as number,
      throughflowUsd: matrix.throughflow[i] as number,
      outsideSourceUsd: matrix.outsideSource[i] as number,
      outsideUseUsd: matrix.outsideUse[i] as number,
      cyclingShare: cycles.cyclingShare[i] as number,
      roundTrip: trip,
      roundTripAny: asBuyerToo,
      recordedSalesUsd: recordedUsd,
      hhiIn: partners[i]?.inflow?.hhi ?? null,
      hhiOut: partners[i]?.outflow?.hhi ?? null,
      topPayer: partners[i]?.inflow?.top ?? null,
      topPayee: partners[i]?.outflow?.top ?? null,
      pagerank: central[i]?.pagerank ?? 0,
      betweenness: central[i]?.betweenness ?? 0,
      loops: loops.through.get(id) ?? 0,
    };
  });
  return {
    system: {
      asOf: graph.getAttribute("asOf"),
      basis: matrix.basis,
      entities: graph.order,
      flows: graph.size,
      grossUsd: matrix.grossUsd,
      throughflowUsd: cycles.throughflowUsd,
      finnCyclingIndex: cycles.finnCyclingIndex,
      cycledUsd: cycles.cycledUsd,
      averagePathLength: cycles.averagePathLength,
      circulationUsd,
      circulationShare,
      bilateralUsd,
      netFundingUsd,
      excessUsd,
      excessShare,
      hhi: handledHhi(matrix),
      loops: loops.count,
      loopsComplete: loops.complete,
      circulation: circulation.toSorted((a, b) => b.usd - a.usd),
      closedEntities: cycles.closedEntities,
      coverage: matrix.coverage,
      warnings: [
        ...matrix.warnings,
        ...(loops.complete ? [] : ["the count of loops was stopped: there are more"]),
      ],
    },
    entities,
  };
}

function handledHhi({ ids, throughflow }: FlowMatrix): number | null {
  const handled = ids.map((id, i): [string, number] => [id, throughflow[i] as number]);
  return concentrationOf(handled)?.hhi ?? null;
}
