/** How capital gets from one entity to another: simple paths of legs, strongest first. */
import { CapitalLoopError } from "../errors.js";
import { flowsOfLeg, type Leg, type LegGraph, legAt, legsIn, type Searchable } from "../graph/legs.js";
import type { Firmness } from "../model/status.js";
import { bottleneckUsd, firmnessOf } from "./loop.js";
import { strongestPaths } from "./path-walk.js";
import { DEFAULT_MAX_LENGTH, type StopSignal, unknownId } from "./query.js";
import { type StopReason, stopClock } from "./stop-clock.js";

/** One way from an entity to another that passes no entity twice. Amounts are US dollars; null is undisclosed. */
export interface Path {
  /** The ids in order, joined by `>`. */
  readonly id: string;
  readonly length: number;
  readonly entities: readonly string[];
  readonly legs: readonly Leg[];
  /** The smallest stated leg: at most this has gone all the way. Null when no leg states an amount. */
  readonly bottleneckUsd: number | null;
  /** The sum of the stated legs; a lower bound when `undisclosedLegs` is above 0. */
  readonly totalUsd: number;
  readonly undisclosedLegs: number;
  /** A path is as firm as its weakest leg, a leg as its firmest flow. */
  readonly firmness: Firmness;
}

/** Every part may be left out. */
export interface PathQuery {
  /** Most legs; 5 unless given, `null` for no bound. */
  readonly maxLength?: number | null | undefined;
  /** At most so many paths, the first in order. */
  readonly top?: number | undefined;
  /** Ends the search; what was found by then is given. Any `AbortSignal` is one. */
  readonly signal?: StopSignal | undefined;
  /** Milliseconds after which the search ends, with what was found by then. */
  readonly budgetMs?: number | undefined;
}

/** Paths in order, and whether they are all that were asked for. */
export interface PathSearch extends Iterable<Path> {
  readonly length: number;
  readonly complete: boolean;
  readonly reason: StopReason | null;
  /** Some paths of the list, made into objects as they are asked for. */
  slice(from?: number, to?: number): Path[];
}

/**
 * Finds the simple paths from one entity to another, strongest first: paths with an amount on every leg,
 * then the larger bottleneck, the shorter, the smaller ids.
 *
 * @throws CapitalLoopError `unknown-id`; `invalid-query` for a path from an entity to itself.
 * @remarks Branch and bound: a walk goes on only where the way left fits, and, once `top` paths are kept,
 * only where it can still beat the worst of them. Paths can be exponentially many: bound the length, or give
 * `top`, a budget or a signal. Space O(maxLength · entities + paths kept).
 * @example const [strongest] = findPaths(viewGraph(graph), "nvidia", "oracle", { top: 1 });
 */
export function findPaths(graph: Searchable, from: string, to: string, query: PathQuery = {}): PathSearch {
  checkPathQuery(query);
  const legs = legsIn(graph);
  for (const id of [from, to]) if (!legs.indexOf.has(id)) throw unknownId("entity", id, legs.ids);
  if (from === to)
    throw wrong(`a way from ${from} back to itself is a loop; ask for: capital-loop loops --through ${from}`);
  const clock = stopClock(query);
  const ends = { from: legs.indexOf.get(from) ?? -1, to: legs.indexOf.get(to) ?? -1 };
  const bound = query.maxLength === undefined ? DEFAULT_MAX_LENGTH : query.maxLength;
  const limit = Math.min(bound ?? Number.POSITIVE_INFINITY, legs.ids.length - 1);
  const found = strongestPaths(legs, ends, limit, query.top ?? Number.POSITIVE_INFINITY, clock.stop);
  const reason = clock.reason();
  const slice = (first?: number, last?: number) =>
    found.slice(first, last).map((path) => pathOf(legs, path.legs));
  return {
    length: found.length,
    complete: reason === null,
    reason,
    slice,
    *[Symbol.iterator]() {
      for (const path of found) yield pathOf(legs, path.legs);
    },
  };
}

function wrong(message: string): CapitalLoopError {
  return new CapitalLoopError("invalid-query", message);
}

function checkPathQuery({ maxLength, top, budgetMs }: PathQuery): void {
  const isWhole = (value: number, least: number) => Number.isInteger(value) && value >= least;
  if (maxLength !== undefined && maxLength !== null && !isWhole(maxLength, 1))
    throw wrong(`maxLength: ${maxLength} does not hold; give a whole number of at least 1`);
  if (top !== undefined && !isWhole(top, 0))
    throw wrong(`top: ${top} does not hold; give a whole number of at least 0`);
  if (budgetMs !== undefined && !(budgetMs >= 0))
    throw wrong(`budgetMs: ${budgetMs} does not hold; give a number of at least 0`);
}

function pathOf(legs: LegGraph, taken: Int32Array): Path {
  const steps = Array.from(taken, (leg) => legAt(legs, leg));
  const entities = [...steps.map(({ from }) => from), steps.at(-1)?.to ?? ""];
  const stated = steps.flatMap(({ amountUsd }) => (amountUsd === null ? [] : [amountUsd]));
  return {
    id: entities.join(">"),
    length: steps.length,
    entities,
    legs: steps,
    bottleneckUsd: bottleneckUsd(steps),
    totalUsd: stated.reduce((sum, usd) => sum + usd, 0),
    undisclosedLegs: steps.length - stated.length,
    firmness: firmnessOf(Array.from(taken, (leg) => flowsOfLeg(legs, leg))),
  };
}
