/** What if: a view in which some deals are honoured only in part. */
import { computed } from "@preact/signals";
import { legsOf } from "../src/graph/legs.js";
import { findEveryLoop } from "../src/loops/every.js";
import { afterShock } from "../src/metrics/stress/shock.js";
import { RankedLoops } from "./ranked-loops.js";
import { ringsIn, type Shown } from "./shown.js";
import type { Explorer } from "./state.js";
import { type Cut, FIRST_VIEW, formatView } from "./url.js";

/** Cuts as the library's measures take them. */
export function shockOf(cuts: readonly Cut[]): { readonly cuts: ReadonlyMap<string, number> } {
  return { cuts: new Map(cuts.map(({ deal, honoured }) => [deal, honoured])) };
}

/** The view after its cuts: what nobody honours is gone, what is honoured in part is smaller. */
export function afterCuts(shown: Shown, cuts: readonly Cut[]): Shown {
  const graph = afterShock(shown.graph, shockOf(cuts));
  // An entity that nobody pays and that pays nobody is no longer part of the picture.
  for (const id of graph.filterNodes((node) => graph.degree(node) === 0)) graph.dropNode(id);
  const legs = legsOf(graph);
  return {
    ...shown,
    graph,
    legs,
    loops: new RankedLoops(findEveryLoop(graph)),
    ...ringsIn(legs),
    deals: new Set(graph.mapEdges((_key, flow) => flow.deal)).size,
  };
}

/** The explorer whose picture, list and sums follow the cuts of its view; `uncut` stays as it was. */
export function withCuts(explorer: Explorer): Explorer {
  const { view, uncut } = explorer;
  // A text, so that a change of the selection alone counts nothing anew.
  const key = computed(() => formatView({ ...FIRST_VIEW, cuts: view.value.cuts }));
  const shown = computed(() => (key.value === "" ? uncut.value : afterCuts(uncut.value, view.peek().cuts)));
  return { ...explorer, shown };
}

/** Some cuts with one of them set anew; a deal honoured in full is no cut. */
export function withCut(cuts: readonly Cut[], deal: string, honoured: number): readonly Cut[] {
  const others = cuts.filter((cut) => cut.deal !== deal);
  if (honoured >= 1) return others;
  return [...others, { deal, honoured }].sort((a, b) => (a.deal < b.deal ? -1 : 1));
}
