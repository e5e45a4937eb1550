/** Loops at the end of each month, counted a few at a time while the page has nothing else to do. */
import type { CapitalGraph } from "../src/graph/capital-graph.js";
import type { countLoops } from "../src/loops/count.js";
import type { DealFacts } from "./facets.js";
import { type Filter, filteredGraph } from "./filtered.js";
import type { Month } from "./months.js";

/** Milliseconds of counting before the page gets its turn. */
const SLICE = 12;
/** The first screen comes first: so long until what counts is loaded, ms. */
const FIRST_WAIT = 1000;

let counter: Promise<{ readonly countLoops: typeof countLoops }> | null = null;

/**
 * Counts the loops of every month under a filter, the month's own day in place of the filter's.
 *
 * @param done gets one count a month, once all are there.
 * @returns ends the counting.
 */
export function countMonths(
  graph: CapitalGraph,
  months: readonly Month[],
  filter: Omit<Filter, "asOf">,
  deals: DealFacts,
  done: (counts: readonly number[]) => void,
): () => void {
  const counts: number[] = [];
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const work = (count: typeof countLoops) => {
    const end = performance.now() + SLICE;
    for (let month = months[counts.length]; month !== undefined; month = months[counts.length]) {
      counts.push(count(filteredGraph(graph, { ...filter, asOf: month.asOf }, deals)).count);
      if (performance.now() > end) {
        timer = setTimeout(work, SLICE, count);
        return;
      }
    }
    done(counts);
  };
  const begin = async () => {
    counter ??= import("../src/loops/count.js");
    const { countLoops } = await counter;
    if (!isOver) work(countLoops);
  };
  timer = setTimeout(begin, counter === null ? FIRST_WAIT : 10 * SLICE);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
