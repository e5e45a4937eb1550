/**
 * Plans a search: which kernel, from which roots, so that each loop is found once. A plan follows from the
 * graph and the question alone, so that every thread that makes it makes the same.
 */
import type { CompactGraph } from "../graph/compact.js";
import { BoundedFinder } from "./search/bounded.js";
import {
  BatchWriter,
  type FirstLegs,
  type LoopCounter,
  type LoopFinder,
  type RunEnd,
  type ShouldStop,
} from "./search/kernel.js";
import { type RankedGraph, rankGraph } from "./search/ranked.js";
import { TimedFinder } from "./search/timed.js";
import { waysOfLegs } from "./search/ways.js";

/** A question in numbers. */
export interface Question {
  readonly minLength: number;
  /** Most legs; null for no bound. */
  readonly maxLength: number | null;
  /** The entity that every loop passes; -1 for any. */
  readonly through: number;
  /** The legs of which every loop passes one, ascending; null for any. */
  readonly via: readonly number[] | null;
  /** Whether parallel flows count apart; outside a count, only a search in the order of time sees to it. */
  readonly perFlow: boolean;
  /** In the order of time, most seconds from the first flow to the last; else null. */
  readonly windowSeconds: number | null;
}

/** A search in parts; every loop belongs to one of them, and the order of parts is the order of the search. */
export interface Plan {
  readonly parts: number;
  /** Legs of the longest loop there can be. */
  readonly longest: number;
  /** Whether it goes by the times of flows. */
  readonly isTimed: boolean;
  /** Whether batches say which flow of each leg, after the legs. */
  readonly givesFlows: boolean;
  /** Turns the search to a part, or to those of its loops that leave their root by some of its legs. */
  begin(part: number, first?: FirstLegs): void;
  /** Writes loops of the part; see `LoopFinder`. */
  run(writer: BatchWriter, stop: ShouldStop): RunEnd;
  /** Counts the loops of a part; those counted by then when `stop` ends it. */
  count(part: number, stop: ShouldStop, first?: FirstLegs): PartCount;
  /** The graph whose loops the parts after the first are, all of them and by legs alone; null for other questions. */
  readonly whole: RankedGraph | null;
  /** How many loops the count under way has come to. */
  readonly counted: number;
  /** The legs that loops of a part leave their root by, in ranges of so many. */
  ranges(part: number, legs: number): readonly FirstLegs[];
}

export interface PartCount {
  readonly isDone: boolean;
  /** How many loops have each length. */
  readonly byLength: ReadonlyMap<number, number>;
}

/** The loops of some roots, each searched among those after it. */
interface Stretch {
  readonly roots: number;
  readonly longest: number;
  readonly entity: (root: number) => number;
  /** The only legs that roots may be left by. */
  readonly only: FirstLegs | undefined;
  readonly whole: RankedGraph | null;
  readonly finder: () => LoopFinder;
  /** Null where loops are counted by finding them. */
  readonly counter: () => LoopCounter | null;
}

/** Kernels that count loops without finding them; see `COUNTERS`. */
export interface Counters {
  within(graph: RankedGraph, bound: number, ways: Float64Array | null): LoopCounter;
  ofAnyLength(graph: RankedGraph, ways: Float64Array | null): LoopCounter;
  inTimeOrder(
    graph: CompactGraph,
    time: Float64Array,
    bound: number,
    windowSeconds: number,
  ): LoopCounter & { readonly roots: number };
}

/**
 * @param counters what counts a part; without them its loops are found and counted.
 * @remarks Time and space O(entities + legs), once more for each leg of `via`.
 */
export function planSearch(graph: CompactGraph, question: Question, counters: Counters | null = null): Plan {
  const { minLength, through, via, perFlow, windowSeconds } = question;
  const selves = minLength <= 1 ? ownLegs(graph, question) : [];
  const isTimed = windowSeconds !== null && graph.time !== null;
  const givesFlows = isTimed && perFlow;
  const ways = perFlow ? waysOfLegs(graph) : null;
  const stretches = isTimed
    ? [timedStretch(graph, graph.time ?? new Float64Array(), question, counters)]
    : via === null
      ? [stretchFrom(graph, question, { counters, ways }, through, undefined, undefined)]
      : via.map((leg, i) => {
          // Loops over two of the legs belong to the first.
          const dropped = new Uint8Array(graph.target.length);
          for (const before of via.slice(0, i)) dropped[before] = 1;
          const only = { from: leg, to: leg + 1 };
          return stretchFrom(graph, question, { counters, ways }, graph.source[leg] as number, only, dropped);
        });
  const ends: number[] = [];
  let parts = 1;
  for (const { roots } of stretches) {
    parts += roots;
    ends.push(parts);
  }
  const longest = Math.max(2, ...stretches.map((stretch) => stretch.longest));
  // Part 0 is what entities pay themselves.
  const placeOf = (part: number): { stretch: Stretch; root: number } => {
    const i = ends.findIndex((end) => part < end);
    return { stretch: stretches[i] as Stretch, root: part - (ends[i - 1] ?? 1) };
  };
  const scratchOf = once(() => new BatchWriter(2 * longest));
  // Beyond, most of it would be read in vain after each root.
  const counted = new Float64Array(longest <= LONGEST_BY_PLACE ? longest + 1 : 0);
  let finder: LoopFinder | null = null;
  let nextSelf = 0;

  const begin = (part: number, first?: FirstLegs) => {
    finder = null;
    nextSelf = 0;
    if (part === 0) return;
    const { stretch, root } = placeOf(part);
    finder = stretch.finder();
    finder.begin(root, first ?? stretch.only);
  };
  const run = (writer: BatchWriter, stop: ShouldStop): RunEnd => {
    if (finder !== null) return finder.run(writer, stop);
    for (; nextSelf < selves.length; nextSelf++) {
      if (writer.used + 2 > writer.batch.length) return "full";
      writer.batch[writer.used++] = 1;
      writer.batch[writer.used++] = selves[nextSelf] as number;
    }
    return "done";
  };
  const countByFinding = (stop: ShouldStop): PartCount => {
    const byLength = new Map<number, number>();
    const scratch = scratchOf();
    for (;;) {
      const end = run(scratch, stop);
      const batch = scratch.take();
      for (let at = 0; at < batch.length; ) {
        const length = batch[at] as number;
        let choices = 1;
        if (ways !== null && !isTimed)
          for (let i = 1; i <= length; i++) choices *= ways[batch[at + i] as number] as number;
        byLength.set(length, (byLength.get(length) ?? 0) + choices);
        at += 1 + (givesFlows ? 2 : 1) * length;
      }
      if (end !== "full") return { isDone: end === "done", byLength };
    }
  };
  return {
    parts,
    longest,
    isTimed,
    givesFlows,
    whole: stretches[0]?.whole ?? null,
    begin,
    run,
    get counted() {
      return counted.reduce((sum, loops) => sum + loops, 0);
    },
    count(part, stop, first) {
      const place = part === 0 ? null : placeOf(part);
      const counter = counted.length === 0 ? null : (place?.stretch.counter() ?? null);
      if (place === null || counter === null) {
        begin(part, first);
        return countByFinding(stop);
      }
      counted.fill(0);
      const isDone = counter.count(place.root, counted, stop, first ?? place.stretch.only);
      return { isDone, byLength: countsFrom(counted, Math.max(2, minLength)) };
    },
    ranges(part, legs) {
      if (part === 0 || isTimed) return [{ from: 0, to: 0 }];
      const { stretch, root } = placeOf(part);
      if (stretch.only !== undefined) return [stretch.only];
      const payer = stretch.entity(root);
      const [from, to] = [graph.start[payer] as number, graph.start[payer + 1] as number];
      const ranges: FirstLegs[] = [];
      for (let leg = from; leg < to; leg += legs)
        ranges.push({ from: leg, to: Math.min(to, leg + legs), isShare: true });
      return ranges;
    },
  };
}

/** The search from one entity, which then is the only root, or from all in turn with -1. */
function stretchFrom(
  graph: CompactGraph,
  { minLength, maxLength }: Question,
  { counters, ways }: { readonly counters: Counters | null; readonly ways: Float64Array | null },
  entity: number,
  only: FirstLegs | undefined,
  dropped: Uint8Array | undefined,
): Stretch {
  const ranked = rankGraph(graph, entity, dropped);
  const bound = Math.min(maxLength ?? Number.POSITIVE_INFINITY, ranked.size);
  const isThere = ranked.size > 0 && ranked.entity[0] === entity;
  const isBounded = maxLength !== null && maxLength < ranked.size;
  return {
    roots: bound < 2 ? 0 : entity === -1 ? ranked.size : isThere ? 1 : 0,
    longest: bound,
    entity: (root) => ranked.entity[root] as number,
    only,
    whole: entity === -1 ? ranked : null,
    finder: once(() => new BoundedFinder(ranked, minLength, bound)),
    counter: once(() =>
      counters === null
        ? null
        : isBounded
          ? counters.within(ranked, bound, ways)
          : counters.ofAnyLength(ranked, ways),
    ),
  };
}

/** The search in the order of the times of flows. */
function timedStretch(
  graph: CompactGraph,
  time: Float64Array,
  question: Question,
  counters: Counters | null,
): Stretch {
  const { minLength, maxLength, perFlow } = question;
  const windowSeconds = question.windowSeconds ?? Number.POSITIVE_INFINITY;
  const bound = maxLength ?? graph.nodes;
  // Each goes over all flows when it is made, and a search needs one of them.
  const finder = once(
    () => new TimedFinder(graph, time, { minLength, maxLength: bound, windowSeconds, perFlow }),
  );
  const counter = once(() =>
    perFlow ? (counters?.inTimeOrder(graph, time, bound, windowSeconds) ?? null) : null,
  );
  return {
    roots: (counter() ?? finder()).roots,
    longest: Math.min(bound, graph.nodes),
    entity: () => -1,
    only: undefined,
    whole: null,
    finder,
    counter,
  };
}

/** Longest loops whose counts by length are kept by place. */
const LONGEST_BY_PLACE = 20_000;

/** What entities pay themselves, as far as the question asks. */
function ownLegs({ source, target }: CompactGraph, { through, via }: Question): readonly number[] {
  const own: number[] = [];
  for (let leg = 0; leg < target.length; leg++) {
    if (source[leg] !== target[leg]) continue;
    if ((through === -1 || source[leg] === through) && (via === null || via.includes(leg))) own.push(leg);
  }
  return own;
}

/** The counts of lengths from one on, where there are any. */
function countsFrom(counted: Float64Array, least: number): Map<number, number> {
  const byLength = new Map<number, number>();
  for (let length = least; length < counted.length; length++) {
    const loops = counted[length] as number;
    if (loops !== 0) byLength.set(length, loops);
  }
  return byLength;
}

/** Makes a thing when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly thing: T } | null = null;
  return () => {
    made ??= { thing: make() };
    return made.thing;
  };
}
