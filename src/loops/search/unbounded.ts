/**
 * Every loop through a root, of any length: Johnson's search. An entity that could not reach the
 * root stays blocked until one it leads to is left again, so dead ends are not walked twice.
 */
import type { LegGraph } from "../../graph/legs.js";
import { strongComponents } from "../components.js";
import { type Kernel, STEPS_BETWEEN_LOOKS } from "./kernel.js";

/**
 * The kernel for one graph.
 *
 * @remarks Time O((entities + legs) (loops + 1)) for each root.
 * @see Johnson, Finding all the elementary circuits of a directed graph, SIAM J Comput 4 (1975) 77.
 */
export function unboundedKernel(legs: LegGraph): Kernel {
  const { start, target } = legs;
  const n = legs.ids.length;
  const taken = new Int32Array(n + 1);
  const at = new Int32Array(n + 1);
  const next = new Int32Array(n + 1);
  const closes = new Uint8Array(n + 1);

  return function* unbounded({ root, allowed, minLength, firstTo }, writer, stop) {
    const component = strongComponents(legs, allowed);
    const home = component[root];
    const blocked = new Uint8Array(n);
    const waiting: (number[] | undefined)[] = [];
    const inReach = (w: number) => allowed[w] === 1 && component[w] === home;

    const unblock = (first: number) => {
      const pending = [first];
      for (let v = pending.pop(); v !== undefined; v = pending.pop()) {
        if (blocked[v] === 0) continue;
        blocked[v] = 0;
        for (const u of waiting[v] ?? []) pending.push(u);
        waiting[v] = undefined;
      }
    };

    let steps = 0;
    let depth = 0;
    at[0] = root;
    next[0] = start[root] as number;
    closes[0] = 0;
    blocked[root] = 1;
    while (depth >= 0) {
      const v = at[depth] as number;
      const leg = next[depth] as number;
      if (leg < (start[v + 1] as number)) {
        next[depth] = leg + 1;
        if (++steps % STEPS_BETWEEN_LOOKS === 0 && stop()) return false;
        const w = target[leg] as number;
        if (depth === 0 && firstTo !== -1 && w !== firstTo) continue;
        taken[depth] = leg;
        if (w === root) {
          closes[depth] = 1;
          if (depth + 1 >= minLength && writer.push(taken, depth + 1)) yield writer.take();
        } else if (inReach(w) && blocked[w] === 0) {
          depth++;
          at[depth] = w;
          next[depth] = start[w] as number;
          closes[depth] = 0;
          blocked[w] = 1;
        }
        continue;
      }
      if (closes[depth] === 1) {
        unblock(v);
        if (depth > 0) closes[depth - 1] = 1;
      } else {
        for (let i = start[v] as number; i < (start[v + 1] as number); i++) {
          const w = target[i] as number;
          if (!inReach(w)) continue;
          const list = waiting[w];
          if (list === undefined) waiting[w] = [v];
          else if (!list.includes(v)) list.push(v);
        }
      }
      depth--;
    }
    return true;
  };
}
