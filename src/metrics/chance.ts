/**
 * Are there more loops than chance would make? The same entities, each with as many payers and payees of every
 * kind as it has, but joined at random, many times over.
 */
import { CapitalLoopError } from "../errors.js";
import { type CapitalGraph, emptyGraph } from "../graph/capital-graph.js";
import { countLoops } from "../loops/find.js";
import { DEFAULT_MAX_LENGTH, type StopSignal } from "../loops/query.js";

/** How many random graphs are drawn, from which seed, and which loops are counted. */
export interface ChanceOptions {
  /** Random graphs to count; 200 unless given. */
  readonly samples?: number | undefined;
  /** Where the random numbers start: the same seed gives the same answer. 1 unless given. */
  readonly seed?: number | undefined;
  /** Loops are counted to this length; 5 unless given. */
  readonly maxLength?: number | undefined;
  readonly signal?: StopSignal | undefined;
}

/** How many loops there are beside how many chance would give. */
export interface Chance {
  readonly maxLength: number;
  readonly seed: number;
  /** Random graphs counted; fewer than asked for when stopped. */
  readonly samples: number;
  readonly complete: boolean;
  /** Loops in the graph itself. */
  readonly observed: number;
  readonly mean: number | null;
  /** Standard deviation of the samples; null for fewer than two. */
  readonly deviation: number | null;
  readonly least: number | null;
  readonly most: number | null;
  /** (observed - mean) / deviation; null where the samples do not differ. */
  readonly zScore: number | null;
  /** (1 + samples with at least as many loops) / (1 + samples): small means more loops than chance. */
  readonly pAtLeast: number;
  /** By length, loops in the graph and on average in the samples. */
  readonly byLength: readonly { readonly length: number; readonly observed: number; readonly mean: number }[];
}

/** Attempts to swap for every flow: enough to forget where it started. */
const SWAPS_PER_FLOW = 10;

/**
 * Counts loops against a null model. Flows of one kind between the same two entities count once; two of the same
 * kind, a → b and c → d, become a → d and c → b unless that makes a flow to oneself or one that is there, so that
 * every entity keeps its number of payers and payees of every kind.
 *
 * @throws CapitalLoopError `invalid-query`.
 * @remarks Each sample costs 10 swaps a flow and one count of loops.
 * @see Maslov & Sneppen, Science 296 (2002) 910; the p-value as Davison & Hinkley (1997), section 4.2.
 * @example loopsAgainstChance(view, { samples: 20, maxLength: 3 }).pAtLeast;
 */
export function loopsAgainstChance(graph: CapitalGraph, options: ChanceOptions = {}): Chance {
  const { samples = 200, seed = 1, maxLength = DEFAULT_MAX_LENGTH, signal } = options;
  for (const [name, value] of Object.entries({ samples, seed }))
    if (!Number.isInteger(value) || value < 1)
      throw new CapitalLoopError(
        "invalid-query",
        `${name}: ${value} does not hold; give a whole number of at least 1`,
      );
  const links = linksOf(graph);
  const observed = countLoops(graph, { maxLength });
  const random = randomFrom(seed);
  const counts: number[] = [];
  const sums = new Map<number, number>();
  while (counts.length < samples && signal?.aborted !== true) {
    shuffle(links, random);
    const { count, byLength } = countLoops(graphOfLinks(graph, links), { maxLength });
    counts.push(count);
    for (const [length, loops] of byLength) sums.set(length, (sums.get(length) ?? 0) + loops);
  }
  const mean = counts.length === 0 ? null : counts.reduce((a, b) => a + b, 0) / counts.length;
  const deviation = deviationOf(counts, mean);
  const asMany = counts.filter((count) => count >= observed.count).length;
  const lengths = [...new Set([...observed.byLength.keys(), ...sums.keys()])].sort((a, b) => a - b);
  return {
    maxLength,
    seed,
    samples: counts.length,
    complete: counts.length === samples,
    observed: observed.count,
    mean,
    deviation,
    least: mean === null ? null : Math.min(...counts),
    most: mean === null ? null : Math.max(...counts),
    zScore:
      mean === null || deviation === null || deviation === 0 ? null : (observed.count - mean) / deviation,
    pAtLeast: (1 + asMany) / (1 + counts.length),
    byLength: lengths.map((length) => ({
      length,
      observed: observed.byLength.get(length) ?? 0,
      mean: (sums.get(length) ?? 0) / Math.max(1, counts.length),
    })),
  };
}

/** The flows of one kind: `from[i]` pays `to[i]`. */
interface Links {
  readonly from: string[];
  readonly to: string[];
  readonly taken: Set<string>;
}

/** By kind, each pair of entities once; what an entity pays itself can close no loop and is left out. */
function linksOf(graph: CapitalGraph): Links[] {
  const byKind = new Map<string, Links>();
  for (const key of graph.edges().sort()) {
    const from = graph.source(key);
    const to = graph.target(key);
    if (from === to) continue;
    const { kind, class: dealClass } = graph.getEdgeAttributes(key);
    const name = kind ?? dealClass;
    const links = byKind.get(name) ?? { from: [], to: [], taken: new Set<string>() };
    byKind.set(name, links);
    const pair = pairOf(from, to);
    if (links.taken.has(pair)) continue;
    links.taken.add(pair);
    links.from.push(from);
    links.to.push(to);
  }
  return [...byKind.values()];
}

function shuffle(all: readonly Links[], random: () => number): void {
  for (const { from, to, taken } of all) {
    for (let swap = SWAPS_PER_FLOW * from.length; swap > 0; swap--) {
      const i = Math.floor(random() * from.length);
      const j = Math.floor(random() * from.length);
      const [a, b, c, d] = [from[i], to[i], from[j], to[j]] as [string, string, string, string];
      if (a === d || c === b || taken.has(pairOf(a, d)) || taken.has(pairOf(c, b))) continue;
      taken.delete(pairOf(a, b));
      taken.delete(pairOf(c, d));
      taken.add(pairOf(a, d));
      taken.add(pairOf(c, b));
      to[i] = d;
      to[j] = b;
    }
  }
}

function graphOfLinks(graph: CapitalGraph, all: readonly Links[]): CapitalGraph {
  const random = emptyGraph(graph.getAttribute("asOf"));
  graph.forEachNode((id, attributes) => {
    random.addNode(id, attributes);
  });
  const [example] = graph.edges();
  if (example === undefined) return random;
  const attributes = graph.getEdgeAttributes(example);
  for (const { from, to } of all)
    from.forEach((payer, i) => {
      random.addDirectedEdge(payer, to[i] as string, attributes);
    });
  return random;
}

function pairOf(from: string, to: string): string {
  return `${from}\n${to}`;
}

function deviationOf(counts: readonly number[], mean: number | null): number | null {
  if (mean === null || counts.length < 2) return null;
  return Math.sqrt(counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1));
}

/** Numbers from 0 to below 1, evenly spread, the same for the same seed: mulberry32, 2^32 of them. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
