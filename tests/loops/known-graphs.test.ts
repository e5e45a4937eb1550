/** The kernels on graphs whose loops are known: counts, lengths and hashes of `tests/graphs/expected.json`. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { BoundedFinder } from "../../src/loops/search/bounded.js";
import { BoundedCounter } from "../../src/loops/search/counting.js";
import type { LoopCounter } from "../../src/loops/search/kernel.js";
import { UNBOUNDED } from "../../src/loops/search/near.js";
import { rankGraph } from "../../src/loops/search/ranked.js";
import { TimedFinder } from "../../src/loops/search/timed.js";
import { TimedCounter } from "../../src/loops/search/timed-counting.js";
import { UnboundedCounter } from "../../src/loops/search/unbounded-counting.js";
import { waysOfLegs } from "../../src/loops/search/ways.js";
import { entitiesOf, findAll, findStrongest, GRAPHS, loopsIn, readTestGraph } from "../graphs.js";

interface Known {
  readonly graph: string;
  readonly kind: "static" | "temporal" | "topk";
  readonly maxLength: number | null;
  readonly count?: number;
  readonly edgeCycleCount?: number;
  readonly histogram?: Readonly<Record<string, number>>;
  readonly sha256?: string;
  readonly throughNode?: number;
  readonly windowSeconds?: number;
  readonly N: number;
  readonly total: number;
  readonly top: readonly (readonly [number, string])[];
}

const known: readonly Known[] = JSON.parse(readFileSync(join(GRAPHS, "expected.json"), "utf8")).expected;
const graphs = new Map<string, ReturnType<typeof readTestGraph>>();
const graphOf = (name: string) => {
  const graph = graphs.get(name) ?? readTestGraph(name);
  graphs.set(name, graph);
  return graph;
};

const titled = (kind: Known["kind"]) =>
  known
    .filter((entry) => entry.kind === kind)
    .map((entry) => {
      const { graph, maxLength, throughNode, windowSeconds } = entry;
      const through = throughNode === undefined ? "" : ` through ${throughNode}`;
      const window = windowSeconds === undefined ? "" : ` within ${windowSeconds} s`;
      return [
        `${graph}, ${maxLength === null ? "any length" : `≤ ${maxLength}`}${through}${window}`,
        entry,
      ] as const;
    });

describe("loops of legs", () => {
  // Billions of loops are counted in seconds, on a busy machine in more of them.
  test.each(titled("static"))("%s", { timeout: 120_000 }, (_title, entry) => {
    const { graph, ids } = graphOf(entry.graph);
    const maxLength = entry.maxLength ?? UNBOUNDED;
    const through = entry.throughNode === undefined ? -1 : ids.indexOf(entry.throughNode);
    const ranked = rankGraph(graph, through);
    const roots = through === -1 ? ranked.size : 1;
    const counterOf = (ways: Float64Array | null) =>
      entry.maxLength === null
        ? new UnboundedCounter(ranked, ways)
        : new BoundedCounter(ranked, entry.maxLength, ways);

    const byLength = countAll(counterOf(null), roots, graph.nodes);
    expect(sum(byLength)).toBe(entry.count);
    if (entry.histogram !== undefined) expect(histogram(byLength)).toEqual(entry.histogram);
    if (entry.edgeCycleCount !== undefined)
      expect(sum(countAll(counterOf(waysOfLegs(graph)), roots, graph.nodes))).toBe(entry.edgeCycleCount);

    if (entry.sha256 === undefined) return;
    const loops: number[][] = [];
    findAll(new BoundedFinder(ranked, 2, maxLength), roots, graph.nodes, (batch) => {
      for (const { legs } of loopsIn(batch))
        loops.push(entitiesOf(graph, legs).map((entity) => ids[entity] ?? -1));
    });
    expect(hashOf(loops)).toBe(entry.sha256);
  });
});

describe("loops of single flows in the order of time", () => {
  test.each(titled("temporal"))("%s", (_title, entry) => {
    const { graph } = graphOf(entry.graph);
    const time = graph.time ?? new Float64Array();
    const windowSeconds = entry.windowSeconds ?? Number.POSITIVE_INFINITY;
    const maxLength = entry.maxLength ?? UNBOUNDED;
    const counter = new TimedCounter(graph, time, maxLength, windowSeconds);

    const byLength = countAll(counter, counter.roots, graph.nodes);
    expect(sum(byLength)).toBe(entry.count);
    if (entry.histogram !== undefined) expect(histogram(byLength)).toEqual(entry.histogram);

    if (entry.sha256 === undefined) return;
    const loops: number[][] = [];
    const finder = new TimedFinder(graph, time, { minLength: 2, maxLength, windowSeconds, perFlow: true });
    findAll(finder, finder.roots, 2 * graph.nodes, (batch) => {
      for (const { legs, flows } of loopsIn(batch, true))
        loops.push(
          Array.from(
            legs,
            (leg, i) => graph.edge[(graph.edgeStart[leg] as number) + (flows[i] as number)] as number,
          ),
        );
    });
    expect(hashOf(loops)).toBe(entry.sha256);
  });
});

describe("the strongest loops", () => {
  test.each(titled("topk"))("%s", (_title, entry) => {
    const { graph, ids } = readTestGraph(entry.graph, "max");
    const question = { minLength: 2, maxLength: entry.maxLength ?? UNBOUNDED, top: entry.N };

    const { loops, complete } = findStrongest(graph, question);

    const found = [...loopsIn(loops)].map(({ legs }) => ({
      bottleneck: Math.min(...Array.from(legs, (leg) => graph.amountUsd[leg] as number)),
      entities: entitiesOf(graph, legs).map((entity) => ids[entity] ?? -1),
    }));
    found.sort((a, b) => b.bottleneck - a.bottleneck || byLengthThenIds(a.entities, b.entities));
    expect(complete).toBe(true);
    expect(found.slice(0, entry.N).map((loop) => [loop.bottleneck, loop.entities.join(" ")])).toEqual(
      entry.top,
    );
  });
});

function countAll(counter: LoopCounter, roots: number, longest: number): Float64Array {
  const byLength = new Float64Array(longest + 1);
  for (let root = 0; root < roots; root++) expect(counter.count(root, byLength, () => false)).toBe(true);
  return byLength;
}

function sum(byLength: Float64Array): number {
  return byLength.reduce((all, loops) => all + loops, 0);
}

function histogram(byLength: Float64Array): Record<string, number> {
  return Object.fromEntries([...byLength.entries()].filter(([, loops]) => loops > 0));
}

function byLengthThenIds(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return a.length - b.length;
  const place = a.findIndex((id, i) => id !== b[i]);
  return place === -1 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

/** The hash of loops in order, a line each. */
function hashOf(loops: number[][]): string {
  const hash = createHash("sha256");
  loops.sort(byLengthThenIds);
  for (let i = 0; i < loops.length; i += 4096)
    hash.update(
      loops
        .slice(i, i + 4096)
        .map((loop) => `${loop.join(" ")}\n`)
        .join(""),
    );
  return hash.digest("hex");
}
