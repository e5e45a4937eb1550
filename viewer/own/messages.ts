/** What the page and the worker of a dropped file tell each other. */
import type { ErrorCode, Problem } from "../../src/errors.js";
import type { EntityAttributes, FlowAttributes, GraphAttributes } from "../../src/graph/capital-graph.js";
import type { BareLegs } from "../../src/graph/legs.js";
import type { LineClass } from "../../src/layout/line-class.js";
import type { WidthScale } from "../../src/layout/line-look.js";
import type { Layout } from "../../src/layout/placed.js";
import type { Zone } from "../../src/layout/zones.js";
import type { Loop } from "../../src/loops/loop.js";
import type { Filter } from "../filtered.js";
import type { OwnQuery, Tells } from "./own.js";

/** Searches of one slot take each other's place. */
export type Slot = "list" | "order" | "through";

export type ToWorker =
  | { readonly type: "read"; readonly file: File }
  | {
      readonly type: "search";
      readonly id: number;
      readonly slot: Slot;
      readonly filter: Filter;
      readonly query: OwnQuery;
    }
  /** Loops of a search up to a rank. */
  | { readonly type: "more"; readonly id: number; readonly to: number }
  | { readonly type: "stop" | "goOn"; readonly id: number };

/** Some of the graph: it comes in parts, so that the page can take each in a moment. */
export interface GraphPart {
  readonly nodes: readonly (readonly [id: string, attributes: EntityAttributes])[];
  readonly edges: readonly (readonly [key: string, from: string, to: string, flow: FlowAttributes])[];
}

/** What was worked out of a graph where it was read. */
export interface GraphHead {
  readonly attributes: GraphAttributes;
  readonly entities: number;
  readonly flows: number;
  readonly tells: Tells;
  readonly warnings: readonly string[];
  /** Null where the graph is too large or too much of it goes round for a wheel. */
  readonly layout: Layout | null;
  /** What widths stand for; null where there are no amounts to compare. */
  readonly scale: WidthScale | null;
  readonly zones: readonly Zone[];
  readonly coreSize: number;
  /** Whether a loop of any length passes each, by the order of ids. */
  readonly circling: Uint8Array;
  readonly deals: number;
  readonly byClass: Readonly<Record<LineClass, number>>;
  /** The legs of the view without filters. */
  readonly legs: BareLegs;
  /** Whether that view is the graph as it was read. */
  readonly isAsRead: boolean;
}

/** How far a search has come. */
export interface LoopsState {
  readonly count: number;
  /** The first of them, in order. */
  readonly loops: readonly Loop[];
  /** How many can be had: a list of millions would fill the memory. */
  readonly listed: number;
  readonly goes: boolean;
  /** Whether nothing is left to be found. */
  readonly complete: boolean;
  /** Why it rests: the reader's word, or its time is up. */
  readonly rests: "stopped" | "time" | null;
  /** How many pass each entity, by the order of ids; once it rests or is done. */
  readonly passes: { readonly ids: readonly string[]; readonly counts: Float64Array } | null;
}

/** Why a file was not read. */
export interface OwnFault {
  /** Null for a fault of ours. */
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly problems: readonly Problem[];
  /** Problems beyond those that are told. */
  readonly more: number;
}

export type FromWorker =
  | { readonly type: "progress"; readonly bytes: number; readonly lines: number; readonly isRead: boolean }
  | { readonly type: "part"; readonly part: GraphPart }
  | { readonly type: "read"; readonly head: GraphHead }
  | { readonly type: "failed"; readonly fault: OwnFault }
  | { readonly type: "loops"; readonly id: number; readonly state: LoopsState };
