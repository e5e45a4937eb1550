/** Tools that follow capital: round a loop, or from one entity to another. */
import * as z from "zod";
import { viewGraph } from "../../graph/view.js";
import { findLoops } from "../../loops/find.js";
import { findPaths } from "../../loops/paths.js";
import { PATTERN_NAMES, type PatternName } from "../../loops/patterns.js";
import { RANKS } from "../../loops/query.js";
import { CITATIONS, cite } from "./citations.js";
import { KnownId, MaxLength, MaxPathLength, Top, VIEW_FIELDS, viewOf } from "./inputs.js";
import { tool } from "./tool.js";

/** Nobody waits longer for one answer. */
const MOST_SECONDS = 5;

const Usd = z.number().nullable().describe("US dollars; null is undisclosed, never zero");

/** What a loop and a path both have. */
const WAY = {
  id: z.string(),
  length: z.int(),
  entities: z.array(z.string()),
  legs: z.array(
    z.looseObject({ from: z.string(), to: z.string(), amountUsd: Usd, deals: z.array(z.string()) }),
  ),
  bottleneckUsd: Usd,
  totalUsd: z.number(),
  undisclosedLegs: z.int(),
  firmness: z.string(),
} as const;
const LoopRow = z.looseObject({
  ...WAY,
  pattern: z.string().nullable(),
  closedOn: z.string().nullable(),
});

export const loops = tool({
  title: "Loops of capital",
  description:
    "Lists the loops that capital can travel between entities, strongest first, each leg with its deals. A loop's bottleneck is its smallest stated leg: at most that much has gone all the way round. A loop is a shape, not a verdict.",
  input: z.strictObject({
    through: z.array(KnownId).max(10).optional().describe("only loops that pass all of these entities"),
    via: KnownId.optional().describe("only loops that this deal is part of"),
    minLength: z.int().min(2).max(8).optional().describe("fewest legs"),
    maxLength: MaxLength,
    minAmountUsd: z.number().min(0).optional().describe("only loops whose bottleneck is at least this"),
    pattern: z
      .enum(PATTERN_NAMES as readonly PatternName[] as [PatternName, ...PatternName[]])
      .optional()
      .describe("only loops of this pattern"),
    timeOrdered: z.boolean().optional().describe("only loops whose legs can have come one after the other"),
    rank: z.enum(RANKS).optional().describe("the order; bottleneck unless given"),
    top: Top,
    ...VIEW_FIELDS,
  }),
  output: z.looseObject({
    count: z.int().describe("how many there are, shown or not"),
    complete: z.boolean().describe("whether count is all there are"),
    loops: z.array(LoopRow),
    ...CITATIONS,
  }),
  answer({ dataset, whole }, input) {
    const graph = viewGraph(whole, viewOf(input));
    const { through, via, minLength, maxLength, minAmountUsd, pattern, timeOrdered, rank, top } = input;
    const query = { through, via, minLength, maxLength, minAmountUsd, pattern, timeOrdered, rank, top };
    const found = findLoops(graph, { ...query, budgetMs: 1000 * MOST_SECONDS });
    const rows = found.slice();
    const deals = dealsOn(rows);
    const { count, complete, reason } = found;
    const leftOut = { loops: count - rows.length };
    return {
      count,
      complete,
      reason,
      loops: rows,
      ...cite(dataset, graph.getAttribute("asOf"), { deals }, leftOut),
    };
  },
});

/** The deals of some ways, leg by leg. */
function dealsOn(ways: readonly { readonly legs: readonly { readonly deals: readonly string[] }[] }[]) {
  return ways.flatMap(({ legs }) => legs.flatMap(({ deals }) => deals));
}

export const paths = tool({
  title: "Ways from one entity to another",
  description:
    "Shows how capital gets from one entity to another: paths that pass no entity twice, strongest first, each leg with its deals. A path's bottleneck is its smallest stated leg: at most that much has gone all the way.",
  input: z.strictObject({
    from: KnownId.describe("the entity that capital leaves"),
    to: KnownId.describe("the entity that it reaches"),
    maxLength: MaxPathLength,
    top: Top,
    ...VIEW_FIELDS,
  }),
  output: z.looseObject({
    from: z.string(),
    to: z.string(),
    count: z.int().describe("how many there are, shown or not"),
    complete: z.boolean().describe("whether count is all there are"),
    paths: z.array(z.looseObject(WAY)),
    ...CITATIONS,
  }),
  answer({ dataset, whole }, input) {
    const graph = viewGraph(whole, viewOf(input));
    const { from, to, maxLength, top } = input;
    const found = findPaths(graph, from, to, { maxLength, budgetMs: 1000 * MOST_SECONDS });
    const { length: count, complete, reason } = found;
    const rows = found.slice(0, top);
    const leftOut = { paths: count - rows.length };
    const citations = cite(dataset, graph.getAttribute("asOf"), { deals: dealsOn(rows) }, leftOut);
    return { from, to, count, complete, reason, paths: rows, ...citations };
  },
});
