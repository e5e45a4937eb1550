/** Strong components: the only places where loops can be. */
import type { LegGraph } from "../graph/legs.js";

/**
 * The component of each entity, numbered from 0; two entities share a number when each can reach the
 * other. Tarjan 1972, with an explicit stack, so that a long chain cannot overflow the call stack.
 *
 * @param allowed marks the entities to look at (1); the rest get -1.
 * @remarks Time and space O(entities + legs).
 */
export function strongComponents(legs: Pick<LegGraph, "start" | "target">, allowed?: Uint8Array): Int32Array {
  const n = legs.start.length - 1;
  const { start, target } = legs;
  const component = new Int32Array(n).fill(-1);
  const order = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const next = new Int32Array(n);
  const open: number[] = [];
  const path: number[] = [];
  let counter = 0;
  let components = 0;

  for (let root = 0; root < n; root++) {
    if (order[root] !== -1 || (allowed !== undefined && allowed[root] === 0)) continue;
    path.push(root);
    while (path.length > 0) {
      const v = path[path.length - 1] as number;
      if (order[v] === -1) {
        order[v] = low[v] = counter++;
        next[v] = start[v] as number;
        open.push(v);
      }
      const end = start[v + 1] as number;
      let went = false;
      while ((next[v] as number) < end) {
        const w = target[next[v] as number] as number;
        next[v] = (next[v] as number) + 1;
        if (allowed !== undefined && allowed[w] === 0) continue;
        if (order[w] === -1) {
          path.push(w);
          went = true;
          break;
        }
        if (component[w] === -1) low[v] = Math.min(low[v] as number, order[w] as number);
      }
      if (went) continue;
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[v] as number);
      if (low[v] === order[v]) {
        let w: number;
        do {
          w = open.pop() as number;
          component[w] = components;
        } while (w !== v);
        components++;
      }
    }
  }
  return component;
}
