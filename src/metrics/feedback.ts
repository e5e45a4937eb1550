/** What to take out so that no loop is left: the least amount, or the fewest flows. */
import { CapitalLoopError } from "../errors.js";
import type { CapitalGraph } from "../graph/capital-graph.js";
import { flowsOfLeg, legsOf } from "../graph/legs.js";
import { countLoops, findLoops } from "../loops/find.js";
import { DEFAULT_MAX_LENGTH } from "../loops/query.js";
import type { Coverage } from "./coverage.js";
import { type Arc, feedbackArcSet } from "./feedback/arcs.js";
import { flowMatrix, type MatrixOptions } from "./flow-matrix.js";

/** What a removal is weighed by. */
export const BREAK_WEIGHTS = ["amount", "count"] as const;
/** One of `BREAK_WEIGHTS`. */
export type BreakWeight = (typeof BREAK_WEIGHTS)[number];

/** How the removal of loops is weighed, and on which basis. */
export interface BreakOptions extends MatrixOptions {
  /** `amount` (the default): the least US dollars. `count`: the fewest flows, undisclosed ones among them. */
  readonly weight?: BreakWeight | undefined;
  /** Loops before and after are counted to this length; 5 unless given. */
  readonly maxLength?: number | undefined;
}

/** A flow that is taken out. */
export interface RemovedFlow {
  readonly id: string;
  readonly deal: string;
  readonly from: string;
  readonly to: string;
  readonly usd: number | null;
}

/** The flows whose removal leaves no loop. */
export interface BreakSet {
  readonly weight: BreakWeight;
  /** Whether nothing lighter would do; false above 20 entities in one strong component, where it is not known. */
  readonly exact: boolean;
  /** Nothing lighter than this can do: US dollars, or flows. */
  readonly lowerBound: number;
  /** What the removed flows weigh: US dollars, or flows. */
  readonly totalWeight: number;
  readonly removed: readonly RemovedFlow[];
  readonly removedFlows: readonly string[];
  readonly removedDeals: readonly string[];
  readonly loops: {
    readonly maxLength: number;
    readonly before: number;
    /** By amount, loops over flows that have none, or that are contingent, stay. */
    readonly after: number;
    /** The first of those that stay. */
    readonly left: readonly string[];
    /** Whether both counts are all there are. */
    readonly complete: boolean;
  };
  readonly basis: string;
  readonly coverage: Coverage;
  readonly warnings: readonly string[];
}

/** Counting loops ends after this long; the counts then say that they are not all. */
const COUNT_MS = 10_000;
const MOST_NAMED = 10;

/**
 * The minimum feedback arc set of a view.
 *
 * By amount it weighs the flows that count on the basis; those without an amount and contingent ones are left
 * where they are, and the loops they keep alive are counted. By count every flow weighs one. What an entity pays
 * itself is always taken out.
 *
 * @throws CapitalLoopError `invalid-query` for an unknown weight, and as `flowMatrix`.
 * @remarks Several sets can weigh the same: compare weights, never ids. Costs as `feedbackArcSet`.
 * @example feedbackArcs(view, { weight: "count", maxLength: 3 }).removedDeals;
 */
export function feedbackArcs(graph: CapitalGraph, options: BreakOptions = {}): BreakSet {
  const { weight = "amount", maxLength = DEFAULT_MAX_LENGTH } = options;
  if (!BREAK_WEIGHTS.includes(weight))
    throw new CapitalLoopError(
      "invalid-query",
      `weight: "${weight}" is not known; one of ${BREAK_WEIGHTS.join(", ")}`,
    );
  const matrix = flowMatrix(graph, options);
  const legs = legsOf(graph);
  const flows: RemovedFlow[] = [];
  const arcs: Arc[] = [];
  const add = (id: string, usd: number | null, arcWeight: number) => {
    const from = graph.source(id);
    const to = graph.target(id);
    flows.push({ id, deal: graph.getEdgeAttribute(id, "deal"), from, to, usd });
    arcs.push({ from: legs.indexOf.get(from) ?? -1, to: legs.indexOf.get(to) ?? -1, weight: arcWeight });
  };
  for (let leg = 0; leg < legs.target.length; leg++)
    for (const { id, amountUsd } of flowsOfLeg(legs, leg))
      if (weight === "count") add(id, amountUsd, 1);
      else if (graph.source(id) === graph.target(id)) add(id, amountUsd, amountUsd ?? 0);
  if (weight === "amount")
    for (const pair of matrix.counted) for (const { id, usd } of pair) add(id, usd, usd);

  const { removed, exact, lowerBound, weight: totalWeight } = feedbackArcSet(arcs, legs.ids.length);
  const taken = removed.map((i) => flows[i] as RemovedFlow);
  const rest = graph.copy();
  for (const { id } of taken) rest.dropEdge(id);
  const before = countLoops(graph, { maxLength, budgetMs: COUNT_MS });
  const after = countLoops(rest, { maxLength, budgetMs: COUNT_MS });
  const left = findLoops(rest, { maxLength, top: MOST_NAMED, budgetMs: COUNT_MS });
  return {
    weight,
    exact,
    lowerBound,
    totalWeight,
    removed: taken,
    removedFlows: taken.map(({ id }) => id),
    removedDeals: [...new Set(taken.map(({ deal }) => deal))],
    loops: {
      maxLength,
      before: before.count,
      after: after.count,
      left: left.slice().map(({ id }) => id),
      complete: before.complete && after.complete,
    },
    basis: matrix.basis,
    coverage: matrix.coverage,
    warnings: matrix.warnings,
  };
}
