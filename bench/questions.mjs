/** What the benchmark asks, and of whom. Graphs are those of `tests/graphs/`, but for the ring, which is made. */

const DAY = 86_400;

/**
 * `peers` are asked the same; where there are none the row stands alone. `through` is an entity's id; a
 * `window` in seconds asks for loops of single flows in the order of time; `top` for the strongest.
 */
export const QUESTIONS = [
  { graph: "flow-m", maxLength: 5, through: 0, peers: ["igraph"] },
  { graph: "flow-xs", maxLength: null, peers: ["graph-tool", "networkx"] },
  { graph: "ring-40-7", maxLength: null, peers: ["graph-tool", "networkx"] },
  { graph: "complete-8", maxLength: null, peers: ["graph-tool", "networkx"] },
  { graph: "flow-s", maxLength: 6 },
  { graph: "flow-m", maxLength: 5 },
  { graph: "flow-m", maxLength: 6, countOnly: true },
  { graph: "flow-l", maxLength: 4, countOnly: true },
  { graph: "bitcoin-alpha", maxLength: 5 },
  { graph: "ring-60-7", maxLength: null, countOnly: true },
  { graph: "flow-m", maxLength: null, window: 60 * DAY },
  { graph: "college-msg", maxLength: null, window: DAY / 2 },
  { graph: "flow-m", maxLength: 6, top: 10_000 },
];

/** What is asked of one thread and of two. */
export const SHARED = [
  { graph: "flow-m", maxLength: 6, countOnly: true },
  { graph: "flow-m", maxLength: 5 },
  { graph: "flow-m", maxLength: 6, runs: 1 },
];

/** A question in a few words. */
export function inWords({ maxLength, through, window, top }) {
  const words = [maxLength === null ? "any length" : `≤ ${maxLength}`];
  if (through !== undefined) words.push(`through ${through}`);
  if (window !== undefined) words.push(`in time order, ${window / DAY} d`);
  if (top !== undefined) words.push(`strongest ${top.toLocaleString("en")}`);
  return words.join(", ");
}
