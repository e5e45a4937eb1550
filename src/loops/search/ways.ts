/** How many flows stand behind a leg. */
import type { CompactGraph } from "../../graph/compact.js";

/** How many parallel edges each leg has. */
export function waysOfLegs({ edgeStart, target }: CompactGraph): Float64Array {
  const ways = new Float64Array(target.length);
  for (let leg = 0; leg < ways.length; leg++)
    ways[leg] = (edgeStart[leg + 1] as number) - (edgeStart[leg] as number);
  return ways;
}
