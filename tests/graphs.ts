/** The graphs of `tests/graphs/` as kernels want them, and loops in the one form that they are compared in. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type AmountRule, type CompactGraph, compactGraph } from "../src/graph/compact.js";
import type { LegGraph } from "../src/graph/legs.js";
import { BatchWriter, type LoopBatch, type LoopFinder } from "../src/loops/search/kernel.js";
import { type Strongest, type StrongestQuestion, strongestLoops } from "../src/loops/search/strongest.js";

export const GRAPHS = join(import.meta.dirname, "graphs");

/** A graph read from rows `source target time amount`; entity `v` has the id `ids[v]`. */
export function readTestGraph(
  name: string,
  rule: AmountRule = "sum",
): { graph: CompactGraph; ids: number[] } {
  const plain = join(GRAPHS, `${name}.txt`);
  const text = existsSync(plain)
    ? readFileSync(plain, "utf8")
    : gunzipSync(readFileSync(`${plain}.gz`)).toString();
  const rows = text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(/\s+/).map(Number));
  const ids = [...new Set(rows.flatMap(([from = 0, to = 0]) => [from, to]))].sort((a, b) => a - b);
  const numberOf = new Map(ids.map((id, v) => [id, v]));
  const column = (place: number) => Float64Array.from(rows, (row) => row[place] ?? Number.NaN);
  const graph = compactGraph(
    ids.length,
    {
      from: Int32Array.from(rows, ([from = 0]) => numberOf.get(from) ?? -1),
      to: Int32Array.from(rows, ([, to = 0]) => numberOf.get(to) ?? -1),
      time: column(2).map(Math.trunc),
      amountUsd: column(3),
    },
    rule,
  );
  return { graph, ids };
}

/** The legs of a graph whose flows nobody will ask for; entity `v` is called `String(v)`. */
export function legGraph(graph: CompactGraph): LegGraph {
  const ids = [...Array(graph.nodes).keys()].map(String);
  return {
    ...graph,
    ids,
    indexOf: new Map(ids.map((id, v) => [id, v])),
    kindOf: () => null,
    flow: () => {
      throw new RangeError("legGraph: its flows are not known");
    },
    deals: () => [],
    flowsOfDeal: () => [],
  };
}

/** Hands each batch of a search over all of its roots on. */
export function findAll(
  finder: LoopFinder,
  roots: number,
  longest: number,
  take: (batch: LoopBatch) => void,
): void {
  // Small graphs have few loops: room for more would cost more than the search.
  const writer = new BatchWriter(longest, longest < 16 ? 1 << 10 : undefined);
  for (let root = 0; root < roots; root++) {
    finder.begin(root);
    while (finder.run(writer, () => false) !== "done") take(writer.take());
  }
  take(writer.take());
}

/** The strongest loops, all of them kept. */
export function findStrongest(
  graph: CompactGraph,
  question: StrongestQuestion,
): Strongest & { loops: LoopBatch } {
  const loops: number[] = [];
  const found = strongestLoops(
    graph,
    question,
    (batch) => loops.push(...batch),
    () => false,
  );
  return { ...found, loops: Int32Array.from(loops) };
}

/** The entities of a loop from the smallest on. */
export function entitiesOf({ source }: CompactGraph, legs: ArrayLike<number>): number[] {
  const entities = Array.from(legs, (leg) => source[leg] as number);
  const first = entities.indexOf(Math.min(...entities));
  return [...entities.slice(first), ...entities.slice(0, first)];
}

/** The legs of each loop of a batch; with `flows`, which of its parallel edges each is. */
export function* loopsIn(
  batch: LoopBatch,
  hasFlows = false,
): Generator<{ legs: Int32Array; flows: Int32Array }> {
  for (let at = 0; at < batch.length; ) {
    const length = batch[at] as number;
    const from = at + 1;
    at = from + (hasFlows ? 2 : 1) * length;
    yield { legs: batch.slice(from, from + length), flows: batch.slice(from + length, at) };
  }
}
