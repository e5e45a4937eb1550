/** The kernels that count without finding, for `planSearch`: apart, so that a page that only lists need not load them. */
import type { Counters } from "./plan.js";
import { BoundedCounter } from "./search/counting.js";
import { TimedCounter } from "./search/timed-counting.js";
import { UnboundedCounter } from "./search/unbounded-counting.js";

export const COUNTERS: Counters = {
  within: (ranked, bound, ways) => new BoundedCounter(ranked, bound, ways),
  ofAnyLength: (ranked, ways) => new UnboundedCounter(ranked, ways),
  inTimeOrder: (graph, time, bound, windowSeconds) => new TimedCounter(graph, time, bound, windowSeconds),
};
