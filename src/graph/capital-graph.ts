/** The graph of capital: entities and flows, in graphology, with what each carries. */
import { MultiDirectedGraph } from "graphology";
import type { Day, PartialDay } from "../model/dates.js";
import type { DealClass, FlowKind, Letter } from "../model/deal-kinds.js";
import type { EntityKind, Layer } from "../model/entity.js";
import type { Basis, Qualifier } from "../model/money.js";
import type { DatedStep, DealState, Firmness } from "../model/status.js";

/** What the graph carries of an entity; null where the facts do not say. */
export interface EntityAttributes {
  readonly label: string;
  readonly nameZhHans: string | null;
  readonly nameZhHant: string | null;
  /** Null in a graph of unknown origin. */
  readonly kind: EntityKind | null;
  readonly layer: Layer | null;
  readonly country: string | null;
  readonly ticker: string | null;
  /** Whose subsidiary it is, and when; an open end is null. */
  readonly parents: readonly {
    readonly entity: string;
    readonly from: PartialDay | null;
    readonly to: PartialDay | null;
  }[];
}

/** What the graph carries of a flow: amounts in US dollars unless named otherwise, null where undisclosed. */
export interface FlowAttributes {
  /** The deal that causes it; in a graph of unknown origin, the edge's own id. */
  readonly deal: string;
  readonly title: string;
  readonly kind: FlowKind | null;
  readonly class: DealClass;
  readonly letter: Letter | null;
  /** US dollars stated for this flow alone; null when undisclosed or in a currency without a rate. */
  readonly amountUsd: number | null;
  /** The amount as stated, in its own currency. */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly qualifier: Qualifier | null;
  readonly basis: Basis;
  /** When it was announced; null when nothing says. */
  readonly announced: PartialDay | null;
  /** When it is paid, where the deal states a term. */
  readonly paidFrom: PartialDay | null;
  readonly paidTo: PartialDay | null;
  /** Seconds since 1970 in graphs timed to the second; null for facts, which know days. */
  readonly time: number | null;
  readonly steps: readonly DatedStep[];
  readonly collection: "current" | "history";
  /** There only on a deal that no page which could be read bears out. */
  readonly unconfirmed?: true;
  /** As of the view's day; before a view is taken, as of the last day on file. */
  readonly state: DealState;
  readonly firmness: Firmness;
  readonly live: boolean;
}

/** The days a graph is seen from. */
export interface GraphAttributes {
  /** The day the graph is seen from. */
  readonly asOf: Day;
  readonly knownBy: Day | null;
}

/** Directed, with parallel flows kept: one edge a flow, keyed `deal/n`. */
export type CapitalGraph = MultiDirectedGraph<EntityAttributes, FlowAttributes, GraphAttributes>;

/** An empty graph seen from a day. */
export function emptyGraph(asOf: Day, knownBy: Day | null = null): CapitalGraph {
  const graph: CapitalGraph = new MultiDirectedGraph<EntityAttributes, FlowAttributes, GraphAttributes>();
  graph.replaceAttributes({ asOf, knownBy });
  return graph;
}
