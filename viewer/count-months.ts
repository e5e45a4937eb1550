/** Loops at the end of each month, counted a few at a time while the page has nothing else to do. */
import type { CapitalGraph } from "../src/graph/capital-graph.js";
import type { countLoops } from "../src/loops/count.js";
import type { DealFacts } from "./facets.js";
import { type Filter, filteredGraph } from "./filtered.js";
import type { Month } from "./months.js";

/** Milliseconds of counting before the page gets its turn. */
const SLICE = 12;

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
  // The first screen comes first, and what counts is loaded after it.
  timer = setTimeout(async () => {
    const { countLoops } = await import("../src/loops/count.js");
    if (!isOver) work(countLoops);
  }, 10 * SLICE);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
