/** Small graphs for tests: made by hand, complete, or at random. */
import fc from "fast-check";
import type { CapitalGraph, EntityAttributes, FlowAttributes } from "../src/graph/capital-graph.js";
import { emptyGraph } from "../src/graph/capital-graph.js";
import { DEAL_KINDS, type FlowKind } from "../src/model/deal-kinds.js";

/** From, to, US dollars (null is undisclosed), and the kind where it matters. */
export type FlowRow = readonly [from: string, to: string, amountUsd?: number | null, kind?: FlowKind];

const DAY = "2031-01-01";

/** What a flow carries where a test does not say. */
export function flowAttributes(over: Partial<FlowAttributes> = {}): FlowAttributes {
  return {
    deal: "deal",
    title: "A deal",
    kind: null,
    class: "OPS",
    letter: null,
    amountUsd: null,
    amount: null,
    currency: null,
    qualifier: null,
    basis: "total",
    announced: null,
    paidFrom: null,
    paidTo: null,
    time: null,
    steps: [],
    collection: "current",
    state: "signed",
    firmness: "signed",
    live: true,
    ...over,
  };
}

/** An entity of which only the name is known. */
export function entityAttributes(label: string, over: Partial<EntityAttributes> = {}): EntityAttributes {
  return {
    label,
    nameZhHans: null,
    nameZhHant: null,
    kind: null,
    layer: null,
    country: null,
    ticker: null,
    parents: [],
    ...over,
  };
}

/** A graph of these flows; flow `n` is deal `d<n>`, counted from 1. */
export function graphOf(rows: readonly FlowRow[]): CapitalGraph {
  const graph = emptyGraph(DAY);
  rows.forEach(([from, to, amountUsd = null, kind], i) => {
    for (const id of [from, to]) if (!graph.hasNode(id)) graph.addNode(id, entityAttributes(id));
    const deal = `d${i + 1}`;
    const row = kind === undefined ? null : DEAL_KINDS[kind];
    const attributes = flowAttributes({
      deal,
      kind: kind ?? null,
      class: row?.class ?? "OPS",
      letter: row?.letter ?? null,
      amountUsd,
      amount: amountUsd,
      currency: amountUsd === null ? null : "USD",
    });
    graph.addDirectedEdgeWithKey(deal, from, to, attributes);
  });
  return graph;
}

/** Every entity pays every other: `n` of them, called `0` to `n - 1`. */
export function completeGraph(n: number): CapitalGraph {
  const ids = Array.from({ length: n }, (_, i) => String(i));
  return graphOf(ids.flatMap((from) => ids.filter((to) => to !== from).map((to): FlowRow => [from, to, 1])));
}

/** Up to seven entities and twenty flows, parallel ones and flows to oneself among them. */
export const smallRows: fc.Arbitrary<readonly FlowRow[]> = fc.array(
  fc
    .record({
      from: fc.nat(6).map(String),
      to: fc.nat(6).map(String),
      usd: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 4, nil: null }),
    })
    .map(({ from, to, usd }): FlowRow => [from, to, usd]),
  { maxLength: 20 },
);

/** The same flows under other names, in another order. */
export function renamed(rows: readonly FlowRow[], names: readonly string[]): FlowRow[] {
  const nameOf = (id: string) => names[Number(id)] ?? id;
  return rows.map(([from, to, usd = null]): FlowRow => [nameOf(from), nameOf(to), usd]);
}

/**
 * Every loop, by trying every path: slow, and plain enough to be believed. Each is written from its
 * smallest id, `a>b>c`.
 */
export function naiveLoops(
  rows: readonly FlowRow[],
  minLength = 2,
  maxLength = Number.POSITIVE_INFINITY,
): string[] {
  const pays = new Set(rows.map(([from, to]) => `${from}>${to}`));
  const ids = [...new Set(rows.flatMap((row) => row.slice(0, 2).map(String)))].sort();
  const loops: string[] = [];
  const extend = (path: readonly string[]) => {
    const first = path[0] ?? "";
    const last = path.at(-1) ?? "";
    if (path.length >= minLength && path.length <= maxLength && pays.has(`${last}>${first}`))
      loops.push(path.join(">"));
    for (const id of ids)
      if (id > first && !path.includes(id) && pays.has(`${last}>${id}`)) extend([...path, id]);
  };
  for (const id of ids) extend([id]);
  return loops.sort();
}
