/** The view without filters of a file that is shown as it was read, from what the worker made of it. */
import type { CapitalGraph } from "../../src/graph/capital-graph.js";
import { legsFrom } from "../../src/graph/legs.js";
import type { Filter } from "../filtered.js";
import type { Loops } from "../ranked-loops.js";
import { ringsIn, type Shown } from "../shown.js";
import type { GraphHead } from "./messages.js";

/** A view whose parts take no time: which legs go round is worked out when it is first asked for. */
export function shownAsRead(graph: CapitalGraph, head: GraphHead, filter: Filter, loops: Loops): Shown {
  const legs = legsFrom(graph, head.legs);
  const circling = new Set(legs.ids.filter((_, v) => head.circling[v] === 1));
  let ringLegs: ReadonlySet<string> | null = null;
  return {
    filter,
    graph,
    legs,
    loops,
    circling,
    get ringLegs() {
      ringLegs ??= ringsIn(legs).ringLegs;
      return ringLegs;
    },
    deals: head.deals,
    byClass: head.byClass,
  };
}
