/** The view without filters of a file that is shown as it was read, from what the worker made of it. */
import type { CapitalGraph } from "../../src/graph/capital-graph.js";
import type { LegFlow, LegGraph } from "../../src/graph/legs.js";
import type { Filter } from "../filtered.js";
import type { Loops } from "../ranked-loops.js";
import { ringsIn, type Shown } from "../shown.js";
import type { GraphHead, SentLegs } from "./messages.js";

/** A view whose parts take no time: which legs go round is worked out when it is first asked for. */
export function shownAsRead(graph: CapitalGraph, head: GraphHead, filter: Filter, loops: Loops): Shown {
  const legs = legsOfSent(graph, head.legs);
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

function legsOfSent(graph: CapitalGraph, { compact, ids, keys }: SentLegs): LegGraph {
  const indexOf = new Map(ids.map((id, v) => [id, v]));
  const known: (LegFlow | undefined)[] = new Array(keys.length);
  const flow = (edge: number): LegFlow => {
    const id = keys[edge] ?? "";
    const made = known[edge] ?? { id, ...graph.getEdgeAttributes(id) };
    known[edge] = made;
    return made;
  };
  const dealOf = (key: string) => graph.getEdgeAttribute(key, "deal");
  return {
    ...compact,
    ids,
    indexOf,
    kindOf: (id) => graph.getNodeAttribute(id, "kind"),
    flow,
    deals: () => new Set(keys.map(dealOf)),
    flowsOfDeal: (deal) => keys.flatMap((key, i) => (dealOf(key) === deal ? [i] : [])),
  };
}
