/** The graph that a day and the filters leave, and what each filter hides. */
import type { CapitalGraph } from "../src/graph/capital-graph.js";
import { type View, viewGraph } from "../src/graph/view.js";
import { type LineClass, lineClassOf } from "../src/layout/line-class.js";
import type { Day } from "../src/model/dates.js";
import { DEAL_KINDS, FLOW_KIND_NAMES, type FlowKind } from "../src/model/deal-kinds.js";
import type { DealState } from "../src/model/status.js";
import { type DealFacts, type Facets, keepFacets, NO_FACETS } from "./facets.js";
import type { FirmStep } from "./url.js";

/** The part of a view that decides which deals are seen. */
export interface Filter {
  readonly asOf: Day;
  readonly firm: FirmStep;
  readonly hidden: readonly LineClass[];
  /** None when left out. */
  readonly facets?: Facets | undefined;
}

const NOTHING_KNOWN: DealFacts = new Map();

/** What is no longer live. */
export const ENDED: readonly DealState[] = ["lapsed", "cancelled", "superseded"];

/**
 * The graph a filter leaves.
 *
 * @param status in place of the filter's own: `all` for what ever was.
 */
export function filteredGraph(
  whole: CapitalGraph,
  { asOf, firm, hidden, facets = NO_FACETS }: Filter,
  deals: DealFacts = NOTHING_KNOWN,
  status?: View["status"],
): CapitalGraph {
  const { states } = facets;
  const graph = viewGraph(whole, {
    asOf,
    firm,
    kinds: kindsOf(hidden, facets.kinds),
    status: status ?? (states.length === 0 ? "live" : states),
  });
  return keepFacets(graph, facets, deals);
}

/** The kinds that are left when some classes are hidden and some kinds chosen; all of them is no filter. */
function kindsOf(hidden: readonly LineClass[], chosen: readonly FlowKind[]): readonly FlowKind[] | undefined {
  if (hidden.length === 0 && chosen.length === 0) return undefined;
  return FLOW_KIND_NAMES.filter(
    (kind) =>
      !hidden.includes(lineClassOf({ kind, class: DEAL_KINDS[kind].class })) &&
      (chosen.length === 0 || chosen.includes(kind)),
  );
}

/** The deals with a flow in a graph. */
export function dealsIn(graph: CapitalGraph): ReadonlySet<string> {
  return new Set(graph.mapEdges((_key, flow) => flow.deal));
}
