/** Why there is no path between two ends, and what would change that: each with how many there would be. */
import { legsOf } from "../src/graph/legs.js";
import { afterShock } from "../src/metrics/stress/shock.js";
import { activeFilters } from "./active-filters.js";
import { shockOf } from "./cuts.js";
import { filterOf, NO_FILTER } from "./filter-of.js";
import { filteredGraph } from "./filtered.js";
import { pathsBetween } from "./paths.js";
import type { Explorer } from "./state.js";
import type { Text } from "./text/en.js";
import { type Ends, PATH_LEGS, type ViewState } from "./url.js";

/** What stands in the way: an end that is not in view, one that pays nobody or is paid by nobody, or the length. */
export interface NoPath {
  readonly why: "fromHidden" | "toHidden" | "paysNobody" | "paidByNobody" | "tooFar" | "noChain";
  /** The ones that help, each with the number of paths it brings. */
  readonly helps: readonly Help[];
}

export interface Help {
  readonly by: "length" | "cuts" | "filter" | "all" | "reverse";
  /** The filter's name; how many legs it takes. */
  readonly name: string | null;
  readonly paths: number;
  readonly change: Partial<ViewState>;
}

export function noPathOf(explorer: Explorer, { from, to }: Ends, t: Text): NoPath {
  const view = explorer.view.value;
  const { shown, uncut, facts, lastDay } = explorer;
  const { legs, graph } = shown.value;
  const count = (among: typeof legs, maxLength = view.pathLegs, ends: Ends = { from, to }) =>
    pathsBetween(among, ends, maxLength)?.length ?? 0;
  const without = (change: Partial<ViewState>) => {
    const next = { ...view, ...change };
    const filter = { ...filterOf(next), asOf: next.asOf ?? lastDay };
    const there = filteredGraph(facts.graph, filter, facts.dataset.deals);
    return count(legsOf(next.cuts.length === 0 ? there : afterShock(there, shockOf(next.cuts))));
  };
  const longer = lengthsOver(view.pathLegs)
    .map((maxLength): Help => {
      const paths = count(legs, maxLength);
      return { by: "length", name: String(maxLength), paths, change: { pathLegs: maxLength } };
    })
    .find(({ paths }) => paths > 0);
  const alone = activeFilters(view, t).map(
    ({ name, without: change }): Help => ({ by: "filter", name, paths: without(change), change }),
  );
  const noCuts: Help = { by: "cuts", name: null, paths: count(uncut.value.legs), change: { cuts: [] } };
  const bare = { ...NO_FILTER, cuts: [] };
  const all: Help = { by: "all", name: null, paths: without(bare), change: bare };
  const reverse: Help = {
    by: "reverse",
    name: null,
    paths: count(legs, view.pathLegs, { from: to, to: from }),
    change: { path: { from: to, to: from } },
  };
  const each = [...(longer === undefined ? [] : [longer]), ...alone, noCuts].filter(({ paths }) => paths > 0);
  const isHidden = (id: string) => !graph.hasNode(id);
  return {
    why: isHidden(from)
      ? "fromHidden"
      : isHidden(to)
        ? "toHidden"
        : graph.outDegree(from) === 0
          ? "paysNobody"
          : graph.inDegree(to) === 0
            ? "paidByNobody"
            : longer === undefined
              ? "noChain"
              : "tooFar",
    // Where no single step helps, all of them together may.
    helps: [...(each.length > 0 ? each : [all]), reverse].filter(({ paths }) => paths > 0),
  };
}

function lengthsOver(legs: number): readonly number[] {
  return Array.from({ length: PATH_LEGS.most - legs }, (_, i) => legs + i + 1);
}
