/** Loops that share no weight: each needs an arc removed, so together they bound the removal from below. */

/**
 * A lower bound on the weight of any feedback arc set: short loops are taken one after another, each as
 * often as its lightest arc has weight left, and what they use is used up.
 *
 * @param weights row pays column.
 * @remarks O(loops taken x s (s + arcs)); each loop uses up at least one arc.
 */
export function loopPacking(weights: readonly Float64Array[]): number {
  const left = weights.map((row) => row.slice());
  let bound = 0;
  for (let loop = shortestLoop(left); loop !== null; loop = shortestLoop(left)) {
    const steps = loop.map((v, i) => ({ v, w: loop[(i + 1) % loop.length] as number }));
    const least = Math.min(...steps.map(({ v, w }) => left[v]?.[w] ?? 0));
    for (const { v, w } of steps) {
      const row = left[v] as Float64Array;
      const rest = (row[w] as number) - least;
      row[w] = rest > 0 ? rest : 0;
    }
    bound += least;
  }
  return bound;
}

/** A loop of the fewest arcs; among those, the one of the smallest first node. */
function shortestLoop(weights: readonly Float64Array[]): number[] | null {
  let best: number[] | null = null;
  for (let root = 0; root < weights.length; root++) {
    const loop = loopThrough(root, weights, best === null ? weights.length + 1 : best.length);
    if (loop !== null) best = loop;
    if (best?.length === 2) return best;
  }
  return best;
}

/** A shortest loop through a node with fewer than so many arcs, breadth first. */
function loopThrough(root: number, weights: readonly Float64Array[], below: number): number[] | null {
  const from = new Map<number, number>();
  let layer = [root];
  for (let length = 1; length < below && layer.length > 0; length++) {
    const next: number[] = [];
    for (const v of layer) {
      const row = weights[v] as Float64Array;
      for (let w = 0; w < row.length; w++) {
        if (!((row[w] as number) > 0)) continue;
        if (w === root) return pathTo(v, root, from);
        if (from.has(w)) continue;
        from.set(w, v);
        next.push(w);
      }
    }
    layer = next;
  }
  return null;
}

function pathTo(v: number, root: number, from: ReadonlyMap<number, number>): number[] {
  const path = [v];
  for (let at = v; at !== root; ) {
    at = from.get(at) as number;
    path.unshift(at);
  }
  return path;
}
