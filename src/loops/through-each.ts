/** How many loops pass each entity, without keeping any. */
import type { CapitalGraph } from "../graph/capital-graph.js";
import { legFrom, legsOf } from "../graph/legs.js";
import type { StopReason } from "./find.js";
import { gather, legsWorthSearching } from "./gather.js";
import { checkQuery, type LoopQuery } from "./query.js";
import { stopClock } from "./stop-clock.js";

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
 */
export function countLoopsThroughEach(graph: CapitalGraph, query: LoopQuery = {}): LoopsThroughEach {
  checkQuery(graph, query);
  const legs = legsWorthSearching(legsOf(graph), query);
  const payer = Int32Array.from(legs.target, (_, leg) => legFrom(legs, leg));
  const counts = new Float64Array(legs.ids.length);
  const clock = stopClock(query);
  let count = 0;
  gather(
    legs,
    query,
    (id) => graph.getNodeAttribute(id, "kind"),
    clock.stop,
    (taken, from, length) => {
      count++;
      for (let i = from; i < from + length; i++) {
        const v = payer[taken[i] as number] as number;
        counts[v] = (counts[v] as number) + 1;
      }
    },
  );
  const reason = clock.reason();
  const through = new Map<string, number>();
  legs.ids.forEach((id, v) => {
    if ((counts[v] as number) > 0) through.set(id, counts[v] as number);
  });
  return { count, through, complete: reason === null, reason };
}
