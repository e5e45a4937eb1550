/**
 * Every loop through a root of at most so many legs: a depth-first walk that only enters an entity
 * from which the way back to the root still fits.
 */
import type { LegGraph } from "../../graph/legs.js";
import { type Kernel, type Reach, STEPS_BETWEEN_LOOKS } from "./kernel.js";

/**
 * The kernel for one graph; its working space is made once and serves every root.
 *
 * @remarks Each step lies on a walk that could close within the bound, were no entity visited twice.
 */
export function boundedKernel(legs: LegGraph, maxLength: number): Kernel {
  const { start, target } = legs;
  const n = legs.ids.length;
  const limit = Math.min(maxLength, n);
  const taken = new Int32Array(limit + 1);
  const at = new Int32Array(limit + 1);
  const next = new Int32Array(limit + 1);
  const onPath = new Uint8Array(n);
  const payers = payersOf(legs);
  const back = new Int32Array(n).fill(-1);

  /** Fewest legs from each allowed entity to the root, -1 beyond the bound; gives the entities it reached. */
  const measure = ({ root, allowed }: Reach): number[] => {
    const reached = [root];
    back[root] = 0;
    for (let i = 0; i < reached.length; i++) {
      const v = reached[i] as number;
      const distance = (back[v] as number) + 1;
      if (distance >= limit) break;
      for (let p = payers.start[v] as number; p < (payers.start[v + 1] as number); p++) {
        const u = payers.source[p] as number;
        if (allowed[u] === 1 && back[u] === -1) {
          back[u] = distance;
          reached.push(u);
        }
      }
    }
    return reached;
  };

  return function* bounded(reach, writer, stop) {
    const { root, allowed, minLength, firstTo } = reach;
    const reached = measure(reach);
    let steps = 0;
    let depth = 0;
    let done = true;
    at[0] = root;
    next[0] = start[root] as number;
    onPath[root] = 1;
    while (depth >= 0) {
      const v = at[depth] as number;
      const leg = next[depth] as number;
      if (leg === start[v + 1]) {
        onPath[v] = 0;
        depth--;
        continue;
      }
      next[depth] = leg + 1;
      if (++steps % STEPS_BETWEEN_LOOKS === 0 && stop()) {
        done = false;
        break;
      }
      const w = target[leg] as number;
      if (depth === 0 && firstTo !== -1 && w !== firstTo) continue;
      taken[depth] = leg;
      if (w === root) {
        if (depth + 1 >= minLength && writer.push(taken, depth + 1)) yield writer.take();
      } else if (allowed[w] === 1 && onPath[w] === 0) {
        const wayBack = back[w] as number;
        // `depth + 1` legs lead to w; `wayBack` more lead home.
        if (wayBack === -1 || depth + 1 + wayBack > limit) continue;
        depth++;
        at[depth] = w;
        next[depth] = start[w] as number;
        onPath[w] = 1;
      }
    }
    for (; depth >= 0; depth--) onPath[at[depth] as number] = 0;
    for (const v of reached) back[v] = -1;
    return done;
  };
}

/** The payers of each entity: those of `v` are `source[start[v]..start[v + 1])`. */
function payersOf({ ids, start, target }: LegGraph): { start: Int32Array; source: Int32Array } {
  const n = ids.length;
  const first = new Int32Array(n + 1);
  for (const w of target) first[w + 1] = (first[w + 1] as number) + 1;
  for (let v = 0; v < n; v++) first[v + 1] = (first[v + 1] as number) + (first[v] as number);
  const fill = first.slice();
  const source = new Int32Array(target.length);
  for (let v = 0; v < n; v++) {
    for (let leg = start[v] as number; leg < (start[v + 1] as number); leg++) {
      const w = target[leg] as number;
      source[fill[w] as number] = v;
      fill[w] = (fill[w] as number) + 1;
    }
  }
  return { start: first, source };
}
