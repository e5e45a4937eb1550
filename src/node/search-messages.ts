/** What the threads of a search tell each other. */
import type { ErrorCode, Problem } from "../errors.js";
import type { View } from "../graph/view.js";
import type { StopReason } from "../loops/find.js";
import type { LegEvidence } from "../loops/leg-evidence.js";
import type { Loop } from "../loops/loop.js";
import type { Path } from "../loops/paths.js";
import type { LoopQuery } from "../loops/query.js";
import type { LoopMeasures } from "../metrics/loop-measures.js";
import type { GraphCounts, GraphSource } from "./open-graph.js";

/** What to search; it goes with the thread when it starts. */
export interface SearchRequest {
  readonly source: GraphSource;
  readonly view: View;
  readonly query: Omit<LoopQuery, "signal" | "onPart">;
  readonly asks: SearchAsks;
  /** Where paths lead, for a search for paths. */
  readonly ends: readonly [from: string, to: string] | null;
  readonly threads: number;
  /** Shared memory: see `STOP` and what follows it. */
  readonly shared: Int32Array;
}

/**
 * What is asked: how many loops there are; their list, in order; the loops as they are found, none of them
 * kept; or the paths from one entity to another.
 */
export type SearchAsks = "count" | "list" | "stream" | "paths";

/** Places in `SearchRequest.shared`: 1 ends the search; how many of how many parts are done. */
export const STOP = 0;
export const DONE = 1;
export const PARTS = 2;

/** What was found, but for the loops themselves. */
export interface SearchHead {
  readonly graph: GraphCounts;
  /** Null while loops are still being found. */
  readonly count: number | null;
  /** Whether the count is exact: see `LoopCount`. */
  readonly isExact: boolean;
  readonly complete: boolean;
  readonly reason: StopReason | null;
  /** Where to go on; null where nothing is left. */
  readonly cursor: string | null;
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

/** How a search that was read as it went came out. */
export type SearchTail = Pick<SearchHead, "complete" | "reason" | "cursor" | "elapsedMs"> & {
  readonly count: number;
};

/** Asks for some of what was found, or for the next of it. */
export interface ToThread {
  readonly type: "more";
  readonly from: number;
  readonly to: number;
}

export type FromThread =
  | { readonly type: "warning"; readonly text: string }
  /** The graph is read; from now on something may be found. */
  | { readonly type: "open" }
  | { readonly type: "found"; readonly head: SearchHead }
  | { readonly type: "more"; readonly rows: readonly (MeasuredLoop | Path)[] }
  | { readonly type: "tail"; readonly tail: SearchTail }
  | {
      readonly type: "failed";
      /** Null for a fault of ours. */
      readonly code: ErrorCode | null;
      readonly message: string;
      readonly problems: readonly Problem[];
      readonly stack: string | undefined;
    };
