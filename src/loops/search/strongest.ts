/**
 * The strongest loops without the others: legs are added from the largest amount down, and a leg closes
 * just the loops whose bottleneck it is. The search ends when there are enough.
 */
import type { CompactGraph } from "../../graph/compact.js";
import { BoundedFinder } from "./bounded.js";
import { GrowingGraph } from "./growing.js";
import { BatchWriter, type LoopBatch, type ShouldStop } from "./kernel.js";

export interface StrongestQuestion {
  readonly minLength: number;
  /** `UNBOUNDED` for loops of any length. */
  readonly maxLength: number;
  /** At least so many loops, where there are as many: those that tie with the last come with it. */
  readonly top: number;
}

export interface Strongest {
  /** How many loops were given. */
  readonly count: number;
  /** Whether `stop` left it alone: no loop that was not given comes before one that was. */
  readonly complete: boolean;
}

/**
 * The first loops by bottleneck: those with an amount on every leg before those without, whose bottleneck is
 * the smallest amount stated, and those that state none last.
 *
 * @param take is given loops as in any batch, those of a larger bottleneck first and in no order where they tie; to
 * be read, or copied, at once.
 * @remarks Time O(legs × reach) at worst, `reach` being the legs within half the bound from an end of a leg;
 * it looks at no leg smaller than the bottleneck of the last loop given. Space 80 bytes a leg,
 * however many loops tie.
 */
export function strongestLoops(
  graph: CompactGraph,
  { minLength, maxLength, top }: StrongestQuestion,
  take: (loops: LoopBatch) => void,
  stop: ShouldStop,
): Strongest {
  const growing = new GrowingGraph(graph, maxLength);
  const finder = new BoundedFinder(growing, minLength, maxLength, true);
  const writer = new BatchWriter(Math.min(maxLength, growing.size), BATCH_INTEGERS);
  let count = 0;
  const { amountUsd } = graph;
  const undisclosed = growing.legs.filter((leg) => Number.isNaN(amountUsd[leg] as number));

  /** Adds legs in order, keeping the loops they close; false when `stop` ended it. */
  const close = (legs: Iterable<number>, keeps: (loops: LoopBatch) => LoopBatch): boolean => {
    let amount = Number.NaN;
    for (const leg of legs) {
      // Undisclosed legs are NaN, and tie with one another.
      if (count >= top && !Object.is(amountUsd[leg], amount)) return true;
      amount = amountUsd[leg] as number;
      if (stop()) return false;
      if (!growing.add(leg)) continue;
      finder.begin(growing.rankOf[graph.source[leg] as number] as number, { from: leg, to: leg + 1 });
      for (let end = finder.run(writer, stop); ; end = finder.run(writer, stop)) {
        const loops = keeps(writer.take());
        for (let at = 0; at < loops.length; at += 1 + (loops[at] as number)) count++;
        take(loops);
        if (end === "stopped") return false;
        if (end === "done") break;
      }
    }
    return true;
  };
  const disclosed = () => byAmount(growing.legs, amountUsd);
  const all = (loops: LoopBatch) => loops;
  const notWhole = (loops: LoopBatch) => withUndisclosed(loops, amountUsd);
  let complete = top === 0 || close(disclosed(), all);
  if (complete && count < top && undisclosed.length > 0) {
    growing.clear();
    for (const leg of undisclosed) growing.add(leg);
    complete = close(disclosed(), notWhole);
    if (complete && count < top) {
      growing.clear();
      complete = close(undisclosed, all);
    }
  }
  return { count, complete };
}

/** A leg closes few loops. */
const BATCH_INTEGERS = 1 << 14;

/** Legs with an amount, the largest first, the smaller number where they tie; sorted as far as asked for. */
function* byAmount(legs: Int32Array, amountUsd: Float64Array): Generator<number> {
  const amounts = Float64Array.from(legs, (leg) => amountUsd[leg] as number)
    .filter((usd) => !Number.isNaN(usd))
    .sort();
  const larger = (a: number, b: number) => (amountUsd[b] as number) - (amountUsd[a] as number) || a - b;
  let above = Number.POSITIVE_INFINITY;
  let isFirst = true;
  for (let many = 4096; isFirst || above > (amounts[0] as number); many *= 4) {
    if (amounts.length === 0) return;
    const least = amounts[Math.max(0, amounts.length - many)] as number;
    const next = legs.filter((leg) => {
      const usd = amountUsd[leg] as number;
      return usd >= least && (usd < above || isFirst);
    });
    yield* next.sort(larger);
    above = least;
    isFirst = false;
  }
}

/** The loops with a leg whose amount is not known. */
function withUndisclosed(loops: LoopBatch, amountUsd: Float64Array): LoopBatch {
  const kept = new Int32Array(loops.length);
  let used = 0;
  for (let at = 0; at < loops.length; ) {
    const end = at + 1 + (loops[at] as number);
    let isKnown = true;
    for (let i = at + 1; i < end; i++)
      if (Number.isNaN(amountUsd[loops[i] as number] as number)) isKnown = false;
    if (!isKnown) {
      kept.set(loops.subarray(at, end), used);
      used += end - at;
    }
    at = end;
  }
  return kept.subarray(0, used);
}
