/**
 * Entities that hang on the rest of a root's neighbourhood by one other entity: what goes there has to come
 * back the way it went, so no loop of the root passes them.
 */

/** A neighbourhood, as far as this looks at it. */
interface Neighbourhood {
  readonly size: number;
  readonly rowStart: Int32Array;
  readonly to: Int32Array;
  readonly inStart: Int32Array;
  readonly from: Int32Array;
  readonly closing: Int32Array;
  readonly firsts: number;
  readonly firstTo: Int32Array;
}

/**
 * Marks the entities outside every block (two-connected part, directions aside) that the root is in.
 *
 * @returns null when there are none.
 * @remarks Time and space O(entities + legs).
 * @see Hopcroft and Tarjan, Algorithm 447: efficient algorithms for graph manipulation, CACM 16 (1973) 372.
 */
export function deadEnds(near: Neighbourhood): Uint8Array | null {
  const { size, rowStart, to, inStart, from, closing, firsts, firstTo } = near;
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const parent = new Int32Array(size);
  const next = new Int32Array(size);
  const met = new Int32Array(size);
  const touchesRoot = Uint8Array.from(closing.subarray(0, size), (leg) => (leg === -1 ? 0 : 1));
  for (let i = 0; i < firsts; i++) touchesRoot[firstTo[i] as number] = 1;
  let count = 0;

  // The root is met before all others, so its place in the order is 0 and theirs start at 1.
  for (let top = 0; top < size; top++) {
    if (touchesRoot[top] === 0 || order[top] !== -1) continue;
    let v = top;
    parent[v] = -1;
    met[count] = v;
    order[v] = ++count;
    low[v] = 0;
    while (v !== -1) {
      const outs = (rowStart[v + 1] as number) - (rowStart[v] as number);
      const all = outs + (inStart[v + 1] as number) - (inStart[v] as number);
      let entered = -1;
      let i = next[v] as number;
      for (; i < all && entered === -1; i++) {
        const w = (
          i < outs ? to[(rowStart[v] as number) + i] : from[(inStart[v] as number) + i - outs]
        ) as number;
        if (order[w] === -1) entered = w;
        else if ((order[w] as number) < (low[v] as number)) low[v] = order[w] as number;
      }
      next[v] = i;
      if (entered !== -1) {
        parent[entered] = v;
        met[count] = entered;
        order[entered] = ++count;
        low[entered] = touchesRoot[entered] === 1 ? 0 : (order[entered] as number);
        v = entered;
        continue;
      }
      const up = parent[v] as number;
      if (up !== -1 && (low[v] as number) < (low[up] as number)) low[up] = low[v] as number;
      v = up;
    }
  }

  const dead = new Uint8Array(size);
  let any = false;
  for (let i = 0; i < count; i++) {
    const v = met[i] as number;
    const up = parent[v] as number;
    if (up === -1) continue;
    if (dead[up] === 1 || (low[v] as number) >= (order[up] as number)) {
      dead[v] = 1;
      any = true;
    }
  }
  return any ? dead : null;
}
