/** Who goes round, who only pays in, who is only paid, and who stands apart: facts, not tastes. */
import type { LegGraph } from "../graph/legs.js";
import { strongComponents } from "../loops/components.js";

export type Zone = "core" | "in" | "out" | "apart";

export interface Zones {
  /** The zone of each entity, by its number in the graph of legs. */
  readonly of: readonly Zone[];
  /** How many entities form the core; 0 when nothing goes round. */
  readonly coreSize: number;
}

/**
 * The core is the largest strong component (ties: the one with the smallest id). Who reaches it comes in,
 * who is reached from it goes out, all else is apart. Without a loop there is no core: then who only pays
 * comes in, who is only paid goes out, and those between them take the core's place.
 *
 * @remarks Time and space O(entities + legs).
 */
export function zonesOf(legs: LegGraph): Zones {
  const component = strongComponents(legs);
  const size = new Map<number, number>();
  for (const c of component) size.set(c, (size.get(c) ?? 0) + 1);
  let largest = -1;
  for (const c of component) if ((size.get(c) ?? 0) > (size.get(largest) ?? 1)) largest = c;

  const payees = neighboursOf(legs);
  const payers = reversed(payees);
  if (largest === -1) {
    const of = legs.ids.map((_, v): Zone => {
      const pays = (payees[v] ?? []).length > 0;
      if ((payers[v] ?? []).length > 0) return pays ? "core" : "out";
      return pays ? "in" : "apart";
    });
    return { of, coreSize: 0 };
  }

  const core = legs.ids.flatMap((_, v) => (component[v] === largest ? [v] : []));
  const reached = reachedFrom(core, payees);
  const reaching = reachedFrom(core, payers);
  const of = legs.ids.map((_, v): Zone => {
    if (component[v] === largest) return "core";
    if (reaching.has(v)) return "in";
    return reached.has(v) ? "out" : "apart";
  });
  return { of, coreSize: core.length };
}

/** Whom each entity pays; itself left out. */
export function neighboursOf({ ids, start, target }: LegGraph): readonly (readonly number[])[] {
  return ids.map((_, v) => Array.from(target.subarray(start[v], start[v + 1])).filter((w) => w !== v));
}

/** By whom each is paid. */
export function reversed(payees: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const payers: number[][] = payees.map(() => []);
  payees.forEach((those, v) => {
    for (const w of those) payers[w]?.push(v);
  });
  return payers;
}

function reachedFrom(roots: readonly number[], next: readonly (readonly number[])[]): ReadonlySet<number> {
  const reached = new Set(roots);
  // A set runs on over what is added while it is walked.
  for (const v of reached) for (const w of next[v] ?? []) reached.add(w);
  return reached;
}
