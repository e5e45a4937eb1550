/** The best order of a few nodes, by trying every set of nodes that can come first. */

/** The most nodes for which every set is tried: 2^20 doubles are 8 MB. */
export const MOST_EXACT = 20;

/**
 * The order in which arcs from later to earlier nodes weigh least.
 *
 * `best[S] = min over v in S of best[S \ v] + weight(v -> S \ v)`: v comes last of S. A node's weight into a
 * set is the sum of two looked-up halves, so that a step costs the same for any set.
 *
 * @param weights row pays column; at most `MOST_EXACT` nodes.
 * @remarks Time O(2^s s), space 2^s doubles and as many bytes. Of equal orders the one that puts the smallest
 * number last wins.
 */
export function exactOrder(weights: readonly Float64Array[]): number[] {
  const s = weights.length;
  const lowBits = s >> 1;
  const lowMask = (1 << lowBits) - 1;
  const low = weights.map((row) => sumsOfSubsets(row.subarray(0, lowBits)));
  const high = weights.map((row) => sumsOfSubsets(row.subarray(lowBits)));
  const best = new Float64Array(1 << s);
  const last = new Uint8Array(1 << s);
  for (let set = 1; set < 1 << s; set++) {
    let least = Number.POSITIVE_INFINITY;
    let choice = 0;
    for (let v = 0; v < s; v++) {
      if ((set & (1 << v)) === 0) continue;
      const rest = set & ~(1 << v);
      const back =
        ((low[v] as Float64Array)[rest & lowMask] as number) +
        ((high[v] as Float64Array)[rest >> lowBits] as number);
      const weight = (best[rest] as number) + back;
      if (weight < least) {
        least = weight;
        choice = v;
      }
    }
    best[set] = least;
    last[set] = choice;
  }
  const order: number[] = [];
  for (let set = (1 << s) - 1; set !== 0; set &= ~(1 << (last[set] as number)))
    order.unshift(last[set] as number);
  return order;
}

/** The sum of every subset of a few numbers, by the bits of its index. */
function sumsOfSubsets(numbers: Float64Array): Float64Array {
  const sums = new Float64Array(1 << numbers.length);
  for (let set = 1; set < sums.length; set++) {
    const lowest = 31 - Math.clz32(set & -set);
    sums[set] = (sums[set & (set - 1)] as number) + (numbers[lowest] as number);
  }
  return sums;
}
