/** Strong components: the only places where loops can be. */
import type { CompactGraph } from "../graph/compact.js";

/**
 * The component of each entity, numbered from 0; two entities share a number when each can reach the
 * other. Tarjan 1972, with an explicit stack, so that a long chain cannot overflow the call stack.
 *
 * @param allowed marks the entities to look at (1); the rest get -1.
 * @remarks Time and space O(entities + legs).
 */
export function strongComponents(
  { nodes, start, target }: Pick<CompactGraph, "nodes" | "start" | "target">,
  allowed?: Uint8Array,
): Int32Array {
  const component = new Int32Array(nodes).fill(-1);
  const order = new Int32Array(nodes).fill(-1);
  const low = new Int32Array(nodes);
  const next = start.slice(0, nodes);
  const open = new Int32Array(nodes);
  const path = new Int32Array(nodes);
  let opened = 0;
  let counter = 0;
  let components = 0;

  for (let root = 0; root < nodes; root++) {
    if (order[root] !== -1 || (allowed !== undefined && allowed[root] === 0)) continue;
    let depth = 0;
    path[0] = root;
    order[root] = low[root] = counter++;
    open[opened++] = root;
    while (depth >= 0) {
      const v = path[depth] as number;
      const end = start[v + 1] as number;
      let leg = next[v] as number;
      let entered = -1;
      for (; leg < end && entered === -1; leg++) {
        const w = target[leg] as number;
        if (allowed !== undefined && allowed[w] === 0) continue;
        if (order[w] === -1) entered = w;
        else if (component[w] === -1 && (order[w] as number) < (low[v] as number))
          low[v] = order[w] as number;
      }
      next[v] = leg;
      if (entered !== -1) {
        order[entered] = low[entered] = counter++;
        open[opened++] = entered;
        path[++depth] = entered;
        continue;
      }
      depth--;
      if (depth >= 0) {
        const parent = path[depth] as number;
        if ((low[v] as number) < (low[parent] as number)) low[parent] = low[v] as number;
      }
      if (low[v] !== order[v]) continue;
      for (let w = -1; w !== v; ) {
        w = open[--opened] as number;
        component[w] = components;
      }
      components++;
    }
  }
  return component;
}
