/** What a search for loops can be asked, and what makes a question impossible. */
import { CapitalLoopError } from "../errors.js";
import type { LegGraph } from "../graph/legs.js";
import { closest } from "../model/explain.js";
import { PATTERN_NAMES, type PatternName } from "./patterns.js";

/** How loops are put in order. */
export const RANKS = ["bottleneck", "total", "length", "recent"] as const;
/** One of `RANKS`. */
export type Rank = (typeof RANKS)[number];

/** What a search looks at to know whether it is still wanted: all it needs of an `AbortSignal`. */
export interface StopSignal {
  readonly aborted: boolean;
}

/** Every part may be left out. */
export interface LoopQuery {
  /** Only loops that pass all of these entities. */
  readonly through?: readonly string[] | undefined;
  /** Only loops one of whose legs this deal is part of. */
  readonly via?: string | undefined;
  /** Fewest legs; 2 unless given. With 1, an entity that pays itself counts as a loop. */
  readonly minLength?: number | undefined;
  /** Most legs; 5 unless given, `null` for no bound. */
  readonly maxLength?: number | null | undefined;
  /** Only loops whose bottleneck is at least this many US dollars; a loop without any amount is left out. */
  readonly minAmountUsd?: number | undefined;
  readonly pattern?: PatternName | undefined;
  /** Only loops whose legs can have come one after the other. */
  readonly timeOrdered?: boolean | undefined;
  /** Only loops whose legs can all have been announced within so many days. */
  readonly windowDays?: number | undefined;
  /** At most so many loops, the first in order. */
  readonly top?: number | undefined;
  /** Strongest first (`bottleneck`) unless given. */
  readonly rank?: Rank | undefined;
  /** Every choice of parallel flows counts as a loop of its own. */
  readonly perFlow?: boolean | undefined;
  /** Ends the search; what was found by then is given. Any `AbortSignal` is one. */
  readonly signal?: StopSignal | undefined;
  /** Ends the search once so many loops were found. */
  readonly limit?: number | undefined;
  /** Goes on where a search of the same graph and question ended: its `cursor`. */
  readonly from?: string | undefined;
  /** Ends a search that keeps loops once they take more memory than this. */
  readonly maxBytes?: number | undefined;
  /** Told before each part of the search, which most often is a root, how many of how many are done. */
  readonly onPart?: ((done: number, parts: number) => void) | undefined;
  /**
   * Batches come about this often, in milliseconds, empty ones too: whoever runs the search can look after
   * other things in between, and go on.
   */
  readonly pauseMs?: number | undefined;
  /** Milliseconds after which the search ends, with what was found by then. */
  readonly budgetMs?: number | undefined;
}

/** The bound on length when none is given. */
export const DEFAULT_MAX_LENGTH = 5;

const WHOLE: ReadonlySet<string> = new Set(["minLength", "maxLength", "top", "limit"]);

/** @throws CapitalLoopError `invalid-query` or `unknown-id`, in one line. */
export function checkQuery(legs: LegGraph, query: LoopQuery): void {
  const wrong = (message: string) => {
    throw new CapitalLoopError("invalid-query", message);
  };
  for (const [name, value, least] of [
    ["minLength", query.minLength, 1],
    ["maxLength", query.maxLength ?? undefined, 1],
    ["top", query.top, 0],
    ["limit", query.limit, 0],
    ["maxBytes", query.maxBytes, 0],
    ["windowDays", query.windowDays, 0],
    ["budgetMs", query.budgetMs, 0],
    ["pauseMs", query.pauseMs, 0],
    ["minAmountUsd", query.minAmountUsd, 0],
  ] as const) {
    if (value === undefined) continue;
    const whole = WHOLE.has(name);
    if (!Number.isFinite(value) || value < least || (whole && !Number.isInteger(value))) {
      wrong(`${name}: ${value} does not hold; give a ${whole ? "whole " : ""}number of at least ${least}`);
    }
  }
  if (query.rank !== undefined && !RANKS.includes(query.rank)) {
    wrong(`rank: "${query.rank}" is not known; one of ${RANKS.join(", ")}`);
  }
  if (query.pattern !== undefined && !PATTERN_NAMES.includes(query.pattern)) {
    const near = closest(query.pattern, PATTERN_NAMES);
    wrong(
      `pattern: "${query.pattern}" is not known; ${near === null ? PATTERN_NAMES.join(", ") : `did you mean "${near}"?`}`,
    );
  }
  for (const id of query.through ?? []) {
    if (!legs.indexOf.has(id)) throw unknownId("entity", id, legs.ids);
  }
  if (query.via !== undefined && legs.flowsOfDeal(query.via).length === 0)
    throw unknownId("deal", query.via, legs.deals());
}

/** The error for an id that nothing in view has. */
export function unknownId(noun: string, id: string, known: Iterable<string>): CapitalLoopError {
  const near = closest(id, known);
  const mend = near === null ? "look it up with: capital-loop search" : `did you mean "${near}"?`;
  return new CapitalLoopError("unknown-id", `no ${noun} has the id "${id}" in this view; ${mend}`);
}
