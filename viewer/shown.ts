/** What a day and the filters leave to see: the graph, its legs, its loops and what is counted of them. */
import type { CapitalGraph } from "../src/graph/capital-graph.js";
import { type LegGraph, legsOf } from "../src/graph/legs.js";
import { viewGraph } from "../src/graph/view.js";
import { LINE_CLASS_NAMES, type LineClass, lineClassOf } from "../src/layout/line-class.js";
import { strongComponents } from "../src/loops/components.js";
import { findLoops } from "../src/loops/find.js";
import type { Day } from "../src/model/dates.js";
import { DEAL_KINDS, FLOW_KIND_NAMES, type FlowKind } from "../src/model/deal-kinds.js";
import { legKey } from "./highlight.js";
import { RankedLoops } from "./ranked-loops.js";
import type { FirmStep } from "./url.js";

/** The part of a view that decides which deals are seen. */
export interface Filter {
  readonly asOf: Day;
  readonly firm: FirmStep;
  readonly hidden: readonly LineClass[];
}

export interface Shown {
  readonly filter: Filter;
  readonly graph: CapitalGraph;
  readonly legs: LegGraph;
  readonly loops: RankedLoops;
  /** The entities that a loop of any length passes. */
  readonly circling: ReadonlySet<string>;
  /** The legs, as `from>to`, that a loop of any length uses. */
  readonly ringLegs: ReadonlySet<string>;
  /** Deals with a flow in view. */
  readonly deals: number;
  /** Deals of each class on the day, whether or not the class is shown. */
  readonly byClass: Readonly<Record<LineClass, number>>;
}

/** Applies a filter to the graph of all facts. Time: some tens of milliseconds for hundreds of deals. */
export function shownOf(whole: CapitalGraph, filter: Filter): Shown {
  const { asOf, firm, hidden } = filter;
  const onDay = viewGraph(whole, { asOf, firm });
  const graph = hidden.length === 0 ? onDay : viewGraph(whole, { asOf, firm, kinds: kindsWithout(hidden) });
  const legs = legsOf(graph);
  return {
    filter,
    graph,
    legs,
    loops: new RankedLoops(findLoops(graph)),
    ...ringsIn(legs),
    deals: dealsIn(graph).size,
    byClass: countByClass(onDay),
  };
}

/** The kinds of flow that are left when some classes are hidden. */
export function kindsWithout(hidden: readonly LineClass[]): readonly FlowKind[] {
  return FLOW_KIND_NAMES.filter(
    (kind) => !hidden.includes(lineClassOf({ kind, class: DEAL_KINDS[kind].class })),
  );
}

/** What can reach itself again: a leg inside a strong component lies on a loop. */
function ringsIn(legs: LegGraph): Pick<Shown, "circling" | "ringLegs"> {
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

function dealsIn(graph: CapitalGraph): ReadonlySet<string> {
  return new Set(graph.mapEdges((_key, flow) => flow.deal));
}

function countByClass(graph: CapitalGraph): Record<LineClass, number> {
  const deals = new Map<LineClass, Set<string>>(LINE_CLASS_NAMES.map((name) => [name, new Set()]));
  graph.forEachEdge((_key, flow) => deals.get(lineClassOf(flow))?.add(flow.deal));
  const count = (name: LineClass) => deals.get(name)?.size ?? 0;
  return { fin: count("fin"), ops: count("ops"), pwr: count("pwr"), cont: count("cont") };
}
