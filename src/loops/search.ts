/**
 * Plans a search: which kernel, from which roots, so that each loop is found once. What it gives is
 * neither ordered nor filtered by anything but entities, deals and lengths.
 */
import { type LegGraph, legFrom, legsOfDeal } from "../graph/legs.js";
import { strongComponents } from "./components.js";
import { DEFAULT_MAX_LENGTH, type LoopQuery } from "./query.js";
import { boundedKernel } from "./search/bounded.js";
import { BatchWriter, type LoopBatch, type ShouldStop } from "./search/kernel.js";
import { isTimed, timeOrderedLoops } from "./search/time-ordered.js";
import { unboundedKernel } from "./search/unbounded.js";

const SECONDS_A_DAY = 86_400;

/** Whether the search for a query gives single flows beside the legs in its batches. */
export function givesFlows(legs: LegGraph, query: LoopQuery): boolean {
  return query.timeOrdered === true && isTimed(legs);
}

/**
 * Batches of loops. Loops through a named entity or deal are searched from there alone; else every
 * entity is a root in turn, and a loop is found from the first of its entities.
 *
 * @returns false when `stop` ended it before it was done.
 */
export function* searchLoops(
  legs: LegGraph,
  query: LoopQuery,
  stop: ShouldStop,
): Generator<LoopBatch, boolean> {
  const n = legs.ids.length;
  const maxLength = query.maxLength === null ? n : (query.maxLength ?? DEFAULT_MAX_LENGTH);
  const minLength = query.minLength ?? 2;
  const writer = new BatchWriter(Math.min(maxLength, n));
  if (stop()) return false;

  if (givesFlows(legs, query)) {
    const windowSeconds = (query.windowDays ?? Number.POSITIVE_INFINITY) * SECONDS_A_DAY;
    const done = yield* timeOrderedLoops({ legs, minLength, maxLength, windowSeconds }, writer, stop);
    yield writer.take();
    return done;
  }

  const kernel = maxLength < n ? boundedKernel(legs, maxLength) : unboundedKernel(legs);
  const allowed = onLoops(legs, minLength);
  for (const { root, firstTo, isLast } of rootsOf(legs, query)) {
    if (allowed[root] === 1) {
      const done = yield* kernel({ legs, root, allowed, minLength, maxLength, firstTo }, writer, stop);
      if (!done) {
        yield writer.take();
        return false;
      }
    }
    // Every loop through this root has been found: later ones must not find it again.
    if (isLast) allowed[root] = 0;
  }
  yield writer.take();
  return true;
}

/** Marks the entities that some loop passes. */
function onLoops(legs: LegGraph, minLength: number): Uint8Array {
  const component = strongComponents(legs);
  const size = new Map<number, number>();
  for (const c of component) size.set(c, (size.get(c) ?? 0) + 1);
  return Uint8Array.from(component, (c) => ((size.get(c) ?? 0) > 1 || minLength <= 1 ? 1 : 0));
}

interface Root {
  readonly root: number;
  /** Where the first leg must go; -1 for anywhere. */
  readonly firstTo: number;
  /** Whether no loop through this root is left to be found. */
  readonly isLast: boolean;
}

function* rootsOf(legs: LegGraph, query: LoopQuery): Generator<Root> {
  if (query.via !== undefined) {
    for (const leg of legsOfDeal(legs, query.via)) {
      yield { root: legFrom(legs, leg), firstTo: legs.target[leg] as number, isLast: false };
    }
    return;
  }
  const [first] = query.through ?? [];
  if (first !== undefined) {
    yield { root: legs.indexOf.get(first) ?? -1, firstTo: -1, isLast: true };
    return;
  }
  for (let root = 0; root < legs.ids.length; root++) yield { root, firstTo: -1, isLast: true };
}
