/** What a shock does to the loops: some open, some carry less. */
import type { CapitalGraph } from "../../graph/capital-graph.js";
import { findLoops } from "../../loops/find.js";
import type { Loop } from "../../loops/loop.js";
import { loopWithId } from "../../loops/named.js";
import { afterShock, type Shock } from "./shock.js";

export interface LostLoop {
  readonly id: string;
  readonly length: number;
  readonly bottleneckUsd: number | null;
}
export interface WeakenedLoop extends LostLoop {
  readonly bottleneckAfterUsd: number | null;
}
export interface LoopsHit {
  readonly maxLength: number;
  /** Loops that no longer close, strongest first. */
  readonly lost: readonly LostLoop[];
  /** Loops that close with a smaller bottleneck, strongest first. */
  readonly weakened: readonly WeakenedLoop[];
  /** Whether the search for them was complete. */
  readonly complete: boolean;
}

const SEARCH_SECONDS = 10;

/** Looks at each loop over a deal that is cut, or through an entity that fails. Costs the searches for them. */
export function loopsHit(graph: CapitalGraph, shock: Shock, maxLength: number): LoopsHit {
  const after = afterShock(graph, shock);
  const { loops, complete } = loopsThrough(graph, shock, maxLength);
  const lost: LostLoop[] = [];
  const weakened: WeakenedLoop[] = [];
  for (const { id, length, bottleneckUsd, legs } of loops) {
    const row = { id, length, bottleneckUsd };
    if (legs.some(({ from, to }) => after.outEdges(from, to).length === 0)) {
      lost.push(row);
      continue;
    }
    const bottleneckAfterUsd = loopWithId(after, id).bottleneckUsd;
    if (bottleneckAfterUsd !== bottleneckUsd) weakened.push({ ...row, bottleneckAfterUsd });
  }
  return { maxLength, lost, weakened, complete };
}

/** Each loop once, strongest first. */
function loopsThrough(
  graph: CapitalGraph,
  { cuts, defaults }: Shock,
  maxLength: number,
): { loops: readonly Loop[]; complete: boolean } {
  const searches = [
    ...[...(cuts?.keys() ?? [])].map((via) => ({ via })),
    ...(defaults ?? []).map((id) => ({ through: [id] })),
  ].map((query) => findLoops(graph, { ...query, maxLength, budgetSeconds: SEARCH_SECONDS }));
  const byId = new Map(searches.flatMap((search) => search.slice()).map((loop) => [loop.id, loop]));
  const strongest = (a: Loop, b: Loop) => (b.bottleneckUsd ?? -1) - (a.bottleneckUsd ?? -1);
  return {
    loops: [...byId.values()].sort((a, b) => strongest(a, b) || a.length - b.length),
    complete: searches.every(({ complete }) => complete),
  };
}
