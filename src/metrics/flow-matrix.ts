/**
 * The flow matrix: who pays whom how much on one basis, and the balance of each entity closed with an outside
 * source and an outside use. Every figure of this folder starts from it.
 */
import { CapitalLoopError } from "../errors.js";
import type { CapitalGraph } from "../graph/capital-graph.js";
import { flowsOfLeg, type LegFlow, legFrom, legsOf } from "../graph/legs.js";
import { unknownId } from "../loops/query.js";
import { type CountedFlow, checkBasis, countLeg, type FlowBasis, type LeftOut } from "./basis.js";
import { type Aside, type Coverage, coverageOf, warningsOf } from "./coverage.js";
import type { Terms } from "./schedule-of.js";

/** How a matrix is made. Every part may be left out. */
export interface MatrixOptions {
  /** `announced` unless given. */
  readonly basis?: string | undefined;
  /** Known outside income of entities, US dollars of the same basis: sales to end customers, say. */
  readonly outside?: ReadonlyMap<string, number> | undefined;
  /** The deals' own terms, for a year's basis: `dataset.deals`. */
  readonly terms?: Terms | undefined;
}

/**
 * Amounts in US dollars, sparse: entities in the order of their ids, pairs by payer and then payee, so the
 * pairs out of entity `i` are `start[i]` to `start[i + 1]`. Only pairs with an amount above zero are here.
 */
export interface FlowMatrix {
  readonly basis: FlowBasis;
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly start: Int32Array;
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** The pairs into each entity, in order. */
  readonly into: readonly (readonly number[])[];
  /** F: what the payer of a pair pays its payee. */
  readonly usd: Float64Array;
  /** The part of F that is capital supplied (FIN); the rest pays for goods and services (OPS). */
  readonly financingUsd: Float64Array;
  /** The flows that make up each pair. */
  readonly counted: readonly (readonly CountedFlow[])[];
  readonly inflow: Float64Array;
  readonly outflow: Float64Array;
  /** x: known outside income. */
  readonly outside: Float64Array;
  /** T = max(in + x, out): all that an entity handles. */
  readonly throughflow: Float64Array;
  /** z = T - in: what it has from outside. */
  readonly outsideSource: Float64Array;
  /** y = T - out: what it keeps or pays where nobody recorded it. */
  readonly outsideUse: Float64Array;
  /** The sum of all pairs. */
  readonly grossUsd: number;
  /** Flows that do not count on this basis, by id, between whom and why. */
  readonly leftOut: ReadonlyMap<string, Aside>;
  readonly coverage: Coverage;
  readonly warnings: readonly string[];
}

/**
 * The flow matrix of what a view keeps.
 *
 * Flows from a party to itself are left out and warned of; whether subsidiaries count with their parent is
 * the view's matter. Pro rata (row sums of F/T at most 1) is an assumption of what is computed from it.
 *
 * @throws CapitalLoopError `invalid-query` for an unknown basis, an amount below zero or not finite, an
 * outside income below zero; `unknown-id` for an outside income of nobody here.
 * @remarks Time O(f log f) for f flows.
 * @example flowMatrix(view, { basis: "contracted" }).ids;
 */
export function flowMatrix(graph: CapitalGraph, options: MatrixOptions = {}): FlowMatrix {
  const { basis = "announced", outside, terms } = options;
  checkBasis(basis);
  const legs = legsOf(graph);
  const all: LegFlow[] = [];
  const leftOut = new Map<string, Aside>();
  const pairs: Pair[] = [];
  for (let leg = 0; leg < legs.target.length; leg++) {
    const flows = flowsOfLeg(legs, leg);
    for (const flow of flows) checkAmount(`flow ${flow.id}: amount`, flow.amountUsd);
    all.push(...flows);
    const from = legFrom(legs, leg);
    const to = legs.target[leg] as number;
    const setAside = (id: string, reason: LeftOut) =>
      leftOut.set(id, { from: legs.ids[from] ?? "", to: legs.ids[to] ?? "", reason });
    if (from === to) {
      for (const flow of flows) setAside(flow.id, "self");
      continue;
    }
    const { counted, left: others } = countLeg(flows, basis, terms);
    for (const [id, reason] of others) setAside(id, reason);
    pairs.push({ from, to, counted });
  }
  const indexOf = new Map(legs.ids.map((id, i) => [id, i]));
  return {
    ...balanced(legs.ids, indexOf, pairs, outsideOf(indexOf, outside)),
    basis,
    leftOut,
    coverage: coverageOf(all, leftOut),
    warnings: warningsOf(all, leftOut),
  };
}

/** All that counts between a payer and a payee. */
interface Pair {
  readonly from: number;
  readonly to: number;
  readonly counted: readonly CountedFlow[];
}

/**
 * The same matrix without some deals, its balance closed again. A softer deal that stood aside for a deal now
 * gone is not brought in.
 */
export function withoutDeals(matrix: FlowMatrix, deals: ReadonlySet<string>): FlowMatrix {
  const pairs = matrix.counted.map((counted, pair) => ({
    from: matrix.source[pair] as number,
    to: matrix.target[pair] as number,
    counted: counted.filter(({ deal }) => !deals.has(deal)),
  }));
  return { ...matrix, ...balanced(matrix.ids, matrix.indexOf, pairs, matrix.outside) };
}

function balanced(
  ids: readonly string[],
  indexOf: ReadonlyMap<string, number>,
  all: readonly Pair[],
  outside: Float64Array,
): Omit<FlowMatrix, "basis" | "leftOut" | "coverage" | "warnings"> {
  const sum = (counted: readonly CountedFlow[]) => counted.reduce((total, { usd }) => total + usd, 0);
  const pairs = all.filter(({ counted }) => sum(counted) > 0);
  const usd = Float64Array.from(pairs, ({ counted }) => sum(counted));
  const start = new Int32Array(ids.length + 1);
  const into: number[][] = ids.map(() => []);
  const inflow = new Float64Array(ids.length);
  const outflow = new Float64Array(ids.length);
  pairs.forEach(({ from, to }, pair) => {
    start[from + 1] = pair + 1;
    into[to]?.push(pair);
    outflow[from] = (outflow[from] as number) + (usd[pair] as number);
    inflow[to] = (inflow[to] as number) + (usd[pair] as number);
  });
  for (let i = 0; i < ids.length; i++) if ((start[i + 1] as number) === 0) start[i + 1] = start[i] as number;
  const throughflow = inflow.map((usd, i) => Math.max(usd + (outside[i] as number), outflow[i] as number));
  return {
    ids,
    indexOf,
    start,
    source: Int32Array.from(pairs, ({ from }) => from),
    target: Int32Array.from(pairs, ({ to }) => to),
    into,
    usd,
    financingUsd: Float64Array.from(pairs, ({ counted }) =>
      sum(counted.filter((flow) => flow.class === "FIN")),
    ),
    counted: pairs.map(({ counted }) => counted),
    inflow,
    outflow,
    outside,
    throughflow,
    outsideSource: throughflow.map((usd, i) => usd - (inflow[i] as number)),
    outsideUse: throughflow.map((usd, i) => usd - (outflow[i] as number)),
    grossUsd: usd.reduce((total, one) => total + one, 0),
  };
}

function outsideOf(
  indexOf: ReadonlyMap<string, number>,
  given: ReadonlyMap<string, number> | undefined,
): Float64Array {
  const outside = new Float64Array(indexOf.size);
  for (const [id, usd] of given ?? []) {
    const place = indexOf.get(id);
    if (place === undefined) throw unknownId("entity", id, indexOf.keys());
    checkAmount(`outside income of ${id}`, usd);
    outside[place] = usd;
  }
  return outside;
}

/** @throws CapitalLoopError `invalid-query`, naming the field. */
export function checkAmount(field: string, usd: number | null): void {
  if (usd === null || (Number.isFinite(usd) && usd >= 0)) return;
  throw new CapitalLoopError("invalid-query", `${field}: ${usd} does not hold; give US dollars of 0 or more`);
}

/** The place of an entity. @throws CapitalLoopError `unknown-id`. */
export function placeOf({ indexOf }: FlowMatrix, id: string): number {
  const place = indexOf.get(id);
  if (place === undefined) throw unknownId("entity", id, indexOf.keys());
  return place;
}
