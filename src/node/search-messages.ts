/** What the threads of a search tell each other. */
import type { ErrorCode, Problem } from "../errors.js";
import type { View } from "../graph/view.js";
import type { StopReason } from "../loops/find.js";
import type { LegEvidence } from "../loops/leg-evidence.js";
import type { Loop } from "../loops/loop.js";
import type { LoopQuery } from "../loops/query.js";
import type { LoopMeasures } from "../metrics/loop-measures.js";
import type { GraphCounts, GraphSource } from "./open-graph.js";

/** What to search; it goes with the thread when it starts. */
export interface SearchRequest {
  readonly source: GraphSource;
  readonly view: View;
  readonly query: Omit<LoopQuery, "signal">;
  readonly count: boolean;
  /** Shared memory; 1 ends the search. */
  readonly stop: Int32Array;
}

/** What was found, but for the loops themselves. */
export interface SearchHead {
  readonly graph: GraphCounts;
  readonly count: number;
  readonly complete: boolean;
  readonly reason: StopReason | null;
  /** How many loops the list gives. */
  readonly length: number;
  /** Milliseconds that the search took, reading left out. */
  readonly elapsedMs: number;
  /** The names of entities that have one other than their id. */
  readonly names: ReadonlyMap<string, string>;
}

/** A loop with what its view says of it. */
export interface MeasuredLoop extends Loop, LoopMeasures {
  /** What each leg rests on, in order; null in a graph file. */
  readonly evidence: readonly LegEvidence[] | null;
}

/** Asks for some of the loops that were found. */
export interface ToThread {
  readonly type: "loops";
  readonly from: number;
  readonly to: number;
}

export type FromThread =
  | { readonly type: "warning"; readonly text: string }
  /** The graph is read; from now on something may be found. */
  | { readonly type: "open" }
  | { readonly type: "found"; readonly head: SearchHead }
  | { readonly type: "loops"; readonly loops: readonly MeasuredLoop[] }
  | {
      readonly type: "failed";
      /** Null for a fault of ours. */
      readonly code: ErrorCode | null;
      readonly message: string;
      readonly problems: readonly Problem[];
      readonly stack: string | undefined;
    };
