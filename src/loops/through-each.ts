/** How many loops pass each entity, without keeping any. */
import { legFrom, type Searchable } from "../graph/legs.js";
import { findLoops, type StopReason } from "./find.js";
import { LoopReader } from "./found.js";
import type { LoopQuery } from "./query.js";

/** How many loops pass each entity. */
export interface LoopsThroughEach {
  /** All loops found. */
  readonly count: number;
  /** Of them, how many pass an entity; those on none are left out. */
  readonly through: ReadonlyMap<string, number>;
  readonly complete: boolean;
  readonly reason: StopReason | null;
}

/**
 * Counts the loops that `findLoops` would find for the same query, by entity.
 *
 * @throws CapitalLoopError as `findLoops` does.
 * @remarks Every loop is walked, none is kept: bound the length, or give a budget or a signal. Space O(entities).
 * @example countLoopsThroughEach(view, { maxLength: 3 }).through.get("nvidia");
 */
export function countLoopsThroughEach(graph: Searchable, query: LoopQuery = {}): LoopsThroughEach {
  const search = findLoops(graph, query);
  const { legs } = search;
  const reader = new LoopReader(legs, query.perFlow === true);
  const counts = new Float64Array(legs.nodes);
  const batches = search.batches();
  let count = 0;
  for (const batch of batches) {
    for (let at = 0; at < batch.length; ) {
      const length = batch[at] as number;
      count++;
      for (let i = at + 1; i <= at + length; i++) {
        const v = legFrom(legs, batch[i] as number);
        counts[v] = (counts[v] as number) + 1;
      }
      at += reader.size(length);
    }
  }
  const through = new Map<string, number>();
  legs.ids.forEach((id, v) => {
    if ((counts[v] as number) > 0) through.set(id, counts[v] as number);
  });
  return { count, through, complete: batches.complete, reason: batches.reason };
}
