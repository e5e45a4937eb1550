/** What changed between two days: the deals and loops that opened, closed, or are no longer what they were. */
import { datedSteps, END_OF_TIME } from "../graph/build.js";
import type { CapitalGraph } from "../graph/capital-graph.js";
import { keepsDeal, type View, viewGraph } from "../graph/view.js";
import { findLoops } from "../loops/find.js";
import type { Loop } from "../loops/loop.js";
import type { LoopQuery } from "../loops/query.js";
import type { Dataset } from "../model/dataset.js";
import type { Day } from "../model/dates.js";
import { compareIds } from "../model/ids.js";
import { toUsd } from "../model/money.js";
import { type DealState, type Firmness, standingOn } from "../model/status.js";

export const CHANGES = ["opened", "closed", "changed"] as const;
/** One of `CHANGES`. */
export type Change = (typeof CHANGES)[number];

/** A deal on one day. */
export interface DealSide {
  readonly title: string;
  readonly state: DealState;
  readonly firmness: Firmness;
  readonly live: boolean;
  /** The stated amounts of its flows in view together; of a deal without a flow, its own. */
  readonly amountUsd: number | null;
}

/** A loop on one day. */
export type LoopSide = Pick<Loop, "bottleneckUsd" | "totalUsd" | "undisclosedLegs" | "firmness" | "pattern">;

/** A deal or loop on two days. */
export interface Changed<Side> {
  readonly id: string;
  /** Null where it was not there. */
  readonly before: Side | null;
  readonly after: Side | null;
  /** The fields that differ, where it was there on both days. */
  readonly fields: readonly (keyof Side & string)[];
}

/** What happened between two days, by the facts of one version. */
export interface Diff {
  readonly from: Day;
  readonly to: Day;
  readonly deals: Readonly<Record<Change, readonly Changed<DealSide>[]>>;
  readonly loops: Readonly<Record<Change, readonly Changed<LoopSide>[]>>;
  /** Whether every loop of both days was found. */
  readonly complete: boolean;
}

/**
 * Compares two days. A deal opens when it becomes live and closes when it ends; one that is live on both days
 * has changed when its state, firmness or amount is another. Loops are the same when they pass the same entities.
 *
 * @param dataset the facts behind the graph: with them, deals that make no flow are compared too.
 * @remarks Time: two searches for loops.
 * @throws CapitalLoopError `invalid-query` for a day that is none, and as `findLoops` does.
 * @example diffDays(graph, dataset, ["2025-09-30", "2025-12-31"]).deals.opened.map(({ id }) => id);
 */
export function diffDays(
  graph: CapitalGraph,
  dataset: Dataset | null,
  [from, to]: readonly [Day, Day],
  view: Omit<View, "asOf" | "status"> = {},
  query: LoopQuery = {},
): Diff {
  const [before, after] = [from, to].map((asOf) => {
    const search = findLoops(viewGraph(graph, { ...view, asOf }), query);
    return {
      deals: dealsOn(graph, dataset, { ...view, asOf }),
      loops: new Map([...search].map((loop) => [loop.id, loopSide(loop)])),
      complete: search.complete,
    };
  });
  if (before === undefined || after === undefined) throw new RangeError("diffDays: two days are compared");
  const isLive = (side: DealSide | undefined) => side?.live === true;
  return {
    from,
    to,
    deals: changesOf(before.deals, after.deals, ["state", "firmness", "amountUsd"], isLive),
    loops: changesOf(
      before.loops,
      after.loops,
      ["bottleneckUsd", "totalUsd", "undisclosedLegs", "firmness", "pattern"],
      (side) => side !== undefined,
    ),
    complete: before.complete && after.complete,
  };
}

function changesOf<Side>(
  before: ReadonlyMap<string, Side>,
  after: ReadonlyMap<string, Side>,
  compared: readonly (keyof Side & string)[],
  isThere: (side: Side | undefined) => boolean,
): Record<Change, Changed<Side>[]> {
  const found: Record<Change, Changed<Side>[]> = { opened: [], closed: [], changed: [] };
  for (const id of [...new Set([...before.keys(), ...after.keys()])].sort(compareIds)) {
    const [old, now] = [before.get(id), after.get(id)];
    const [was, is] = [isThere(old), isThere(now)];
    const fields = compared.filter((field) => old?.[field] !== now?.[field]);
    const row = { id, before: old ?? null, after: now ?? null };
    if (!was && is) found.opened.push({ ...row, fields: [] });
    else if (was && !is) found.closed.push({ ...row, fields: [] });
    else if (was && is && fields.length > 0) found.changed.push({ ...row, fields });
  }
  return found;
}

function loopSide({ bottleneckUsd, totalUsd, undisclosedLegs, firmness, pattern }: Loop): LoopSide {
  return { bottleneckUsd, totalUsd, undisclosedLegs, firmness, pattern };
}

function dealsOn(graph: CapitalGraph, dataset: Dataset | null, view: View): Map<string, DealSide> {
  const deals = new Map<string, DealSide>();
  viewGraph(graph, { ...view, status: "all" }).forEachEdge((_edge, flow) => {
    const { title, state, firmness, live } = flow;
    const sum = deals.get(flow.deal)?.amountUsd ?? null;
    const amountUsd = flow.amountUsd === null ? sum : (sum ?? 0) + flow.amountUsd;
    deals.set(flow.deal, { title, state, firmness, live, amountUsd });
  });
  const isFiltered = view.kinds !== undefined || view.layers !== undefined || view.firm !== undefined;
  if (dataset === null || isFiltered) return deals;
  const moving = new Set(graph.mapEdges((_edge, { deal }) => deal));
  for (const [id, deal] of dataset.deals) {
    if (moving.has(id) || !keepsDeal(deal, view)) continue;
    const steps = datedSteps(deal, dataset);
    const standing = standingOn(steps, view.asOf ?? dataset.about.asOf, view.knownBy ?? END_OF_TIME);
    if (standing === null) continue;
    const { state, firmness, live } = standing;
    const year = Number(deal.announced.slice(0, 4));
    const amountUsd = deal.amount === undefined ? null : toUsd(deal.amount, year, dataset.rates);
    deals.set(id, { title: deal.title, state, firmness, live, amountUsd });
  }
  return deals;
}
