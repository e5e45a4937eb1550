/** Tools about the record itself: what changed between two days, and how well it is borne out. */
import * as z from "zod";
import { CapitalLoopError } from "../../errors.js";
import { viewGraph } from "../../graph/view.js";
import { CHANGES, type Change, type Diff, diffDays } from "../../metrics/diff.js";
import { QUALITY_LISTS, type QualityList, qualityOf } from "../../metrics/quality.js";
import { CITATIONS, cite, cutLists } from "./citations.js";
import { Day, MaxLength, Top, VIEW_FIELDS, viewOf } from "./inputs.js";
import { tool } from "./tool.js";

const MOST_SECONDS = 5;
const { asOf: _asOf, status: _status, ...DIFF_VIEW } = VIEW_FIELDS;

const Changed = z.object(
  Object.fromEntries(CHANGES.map((change) => [change, z.array(z.looseObject({ id: z.string() }))])) as Record<
    Change,
    z.ZodArray<z.ZodObject<{ id: z.ZodString }, z.core.$loose>>
  >,
);

export const diff = tool({
  title: "What changed between two days",
  description:
    "The deals and loops that opened, closed or changed between two days, from the earlier to the later.",
  input: z.strictObject({
    from: Day.describe("the earlier day"),
    to: Day.describe("the later day"),
    maxLength: MaxLength,
    top: Top,
    ...DIFF_VIEW,
  }),
  output: z.looseObject({
    from: z.string(),
    to: z.string(),
    complete: z.boolean().describe("whether every loop of both days was found"),
    changedDeals: Changed,
    changedLoops: Changed,
    ...CITATIONS,
  }),
  answer({ dataset, whole }, input) {
    const { from, to, maxLength, top } = input;
    if (from > to)
      throw new CapitalLoopError("usage", `from: ${from} comes after ${to}; give the earlier day first`);
    const query = { maxLength, budgetMs: 1000 * MOST_SECONDS };
    const found = diffDays(whole, dataset, [from, to], viewOf(input), query);
    const deals = cutSides(found.deals, top, "deals");
    const loops = cutSides(found.loops, top, "loops");
    const named = CHANGES.flatMap((change) => deals.kept[change].map(({ id }) => id));
    return {
      from,
      to,
      complete: found.complete,
      changedDeals: deals.kept,
      changedLoops: loops.kept,
      ...cite(dataset, to, { deals: named }, { ...deals.leftOut, ...loops.leftOut }),
    };
  },
});

/** The three lists of a diff, cut; what was left out goes by `deals.opened` and the like. */
function cutSides<T extends Diff["deals"] | Diff["loops"]>(sides: T, top: number, name: string) {
  const { kept, leftOut } = cutLists(sides, CHANGES, top);
  const named = Object.entries(leftOut).map(([list, count]) => [`${name}.${list}`, count]);
  return { kept, leftOut: Object.fromEntries(named) as Record<string, number> };
}

const LIST_NAMES = Object.keys(QUALITY_LISTS) as [QualityList, ...QualityList[]];
const { asOf, knownBy } = VIEW_FIELDS;

export const quality = tool({
  title: "How well the facts are borne out",
  description:
    "How many deals rest on primary sources, which lack an amount, a check or a second source, and the gaps by entity.",
  input: z.strictObject({
    list: z.enum(LIST_NAMES).optional().describe("the deals of one list alone"),
    top: Top,
    asOf,
    knownBy,
  }),
  output: z.looseObject({
    count: z.int().describe("how many deals are on file that day"),
    byTier: z.record(z.string(), z.int()),
    lists: z.record(z.string(), z.array(z.string())),
    ...CITATIONS,
  }),
  answer({ dataset, whole }, input) {
    const { list, top } = input;
    const graph = viewGraph(whole, viewOf(input));
    const clocks = { asOf: graph.getAttribute("asOf"), knownBy: graph.getAttribute("knownBy") };
    const { deals: count, lists, byTier, entities, ...report } = qualityOf(dataset, clocks);
    const wanted = list === undefined ? LIST_NAMES : [list];
    const asked = Object.fromEntries(wanted.map((name) => [name, lists[name]]));
    const kept = cutLists<Readonly<Record<string, readonly string[]>>>(asked, wanted, top);
    const rows = cutLists({ entities }, ["entities"], top);
    const named = list === undefined ? [] : (kept.kept[list] ?? []);
    const leftOut = { ...kept.leftOut, ...rows.leftOut };
    return {
      ...report,
      count,
      byTier,
      lists: kept.kept,
      ...rows.kept,
      ...cite(dataset, clocks.asOf, { deals: named }, leftOut),
    };
  },
});
