/** What a day and the filters leave to see: the graph, its legs, its loops and what is counted of them. */
import type { CapitalGraph } from "../src/graph/capital-graph.js";
import { type LegGraph, legsOf } from "../src/graph/legs.js";
import { LINE_CLASS_NAMES, type LineClass, lineClassOf } from "../src/layout/line-class.js";
import { strongComponents } from "../src/loops/components.js";
import { findEveryLoop } from "../src/loops/every.js";
import type { DealFacts } from "./facets.js";
import { dealsIn, type Filter, filteredGraph } from "./filtered.js";
import { legKey } from "./highlight.js";
import { type Loops, RankedLoops } from "./ranked-loops.js";

export interface Shown {
  readonly filter: Filter;
  readonly graph: CapitalGraph;
  readonly legs: LegGraph;
  readonly loops: Loops;
  /** The entities that a loop of any length passes. */
  readonly circling: ReadonlySet<string>;
  /** The legs, as `from>to`, that a loop of any length uses. */
  readonly ringLegs: ReadonlySet<string>;
  /** Deals with a flow in view. */
  readonly deals: number;
  /** Deals of each class under the other filters, whether or not the class is shown. */
  readonly byClass: Readonly<Record<LineClass, number>>;
}

/**
 * Applies a filter to the graph of all facts. Time: some tens of milliseconds for hundreds of deals.
 *
 * @param loopsIn in place of a search here and now.
 */
export function shownOf(
  whole: CapitalGraph,
  filter: Filter,
  deals?: DealFacts,
  loopsIn: (graph: CapitalGraph) => Loops = (graph) => new RankedLoops(findEveryLoop(graph)),
): Shown {
  const graph = filteredGraph(whole, filter, deals);
  const legs = legsOf(graph);
  return {
    filter,
    graph,
    legs,
    loops: loopsIn(graph),
    ...ringsIn(legs),
    deals: dealsIn(graph).size,
    byClass: countByClass(
      filter.hidden.length === 0 ? graph : filteredGraph(whole, { ...filter, hidden: [] }, deals),
    ),
  };
}

/** What can reach itself again: a leg inside a strong component lies on a loop. */
export function ringsIn(legs: LegGraph): Pick<Shown, "circling" | "ringLegs"> {
  const component = strongComponents(legs);
  const circling = new Set<string>();
  const ringLegs = new Set<string>();
  legs.ids.forEach((from, v) => {
    for (let leg = legs.start[v] ?? 0; leg < (legs.start[v + 1] ?? 0); leg++) {
      const w = legs.target[leg] ?? v;
      if (w === v || component[w] !== component[v]) continue;
      circling.add(from);
      ringLegs.add(legKey(from, legs.ids[w] ?? ""));
    }
  });
  return { circling, ringLegs };
}

/** Deals of each class. */
export function countByClass(graph: CapitalGraph): Record<LineClass, number> {
  const deals = new Map<LineClass, Set<string>>(LINE_CLASS_NAMES.map((name) => [name, new Set()]));
  graph.forEachEdge((_key, flow) => deals.get(lineClassOf(flow))?.add(flow.deal));
  const count = (name: LineClass) => deals.get(name)?.size ?? 0;
  return { fin: count("fin"), ops: count("ops"), pwr: count("pwr"), cont: count("cont") };
}
