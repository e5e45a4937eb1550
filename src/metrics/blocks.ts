/**
 * Blocks: the strong components of a flow matrix of two entities or more, the only places where money goes
 * round, each with the sums over all paths in it.
 */
import { CapitalLoopError } from "../errors.js";
import { strongComponents } from "../loops/components.js";
import type { FlowMatrix } from "./flow-matrix.js";
import { inverse } from "./linear.js";

export interface Block {
  /** Its entities, by their places in the matrix, in order. */
  readonly members: Int32Array;
  /**
   * N = (I - G)^-1 over the members, row by row: N[i][j] is how often a dollar that i handles comes by j. Null
   * in a closed block, where every dollar stays and I - G is singular.
   */
  readonly visits: Float64Array | null;
}

export interface Blocks {
  readonly all: readonly Block[];
  /** The block of each entity, by its number in `all`; -1 for entities in none. */
  readonly of: Int32Array;
  /** The place of each entity in its block. */
  readonly place: Int32Array;
}

/** A block larger than this takes minutes to solve, and gigabytes. */
const MOST_MEMBERS = 2000;

/** Nothing beside an entity's throughflow. */
const NOTHING = 1e-12;

/**
 * The blocks of a matrix. A block is closed when none of its entities has an outside use and no pair leads out.
 *
 * @throws CapitalLoopError `invalid-query` for a block of more than 2,000 entities.
 * @remarks Time O(s³) for each block of s entities.
 */
export function blocksOf(matrix: FlowMatrix): Blocks {
  const n = matrix.ids.length;
  const component = strongComponents(matrix);
  const members = new Map<number, number[]>();
  for (let i = 0; i < n; i++) {
    const c = component[i] as number;
    const list = members.get(c);
    if (list === undefined) members.set(c, [i]);
    else list.push(i);
  }
  const of = new Int32Array(n).fill(-1);
  const place = new Int32Array(n).fill(-1);
  const all: Block[] = [];
  for (const list of members.values()) {
    if (list.length < 2) continue;
    if (list.length > MOST_MEMBERS)
      throw new CapitalLoopError(
        "invalid-query",
        `money goes round among ${list.length} entities at once, and at most ${MOST_MEMBERS} can be solved; ` +
          "look at fewer with --kind, --layer, --firm or --as-of",
      );
    list.forEach((i, at) => {
      of[i] = all.length;
      place[i] = at;
    });
    const inside = (i: number) => component[i] === component[list[0] as number];
    const places = Int32Array.from(list);
    all.push({ members: places, visits: visitsOf(matrix, places, place, inside) });
  }
  return { all, of, place };
}

/** @param inside whether an entity is a member. */
export function visitsOf(
  matrix: FlowMatrix,
  members: Int32Array,
  place: Int32Array,
  inside: (i: number) => boolean,
): Float64Array | null {
  const { start, target, usd, throughflow, outsideUse } = matrix;
  const s = members.length;
  const a = new Float64Array(s * s);
  let isClosed = true;
  members.forEach((i, row) => {
    a[row * s + row] = (a[row * s + row] as number) + 1;
    const total = throughflow[i] as number;
    let away = outsideUse[i] as number;
    for (let pair = start[i] as number; pair < (start[i + 1] as number); pair++) {
      const j = target[pair] as number;
      if (!inside(j)) away += usd[pair] as number;
      else {
        const at = row * s + (place[j] as number);
        a[at] = (a[at] as number) - (usd[pair] as number) / total;
      }
    }
    if (away > NOTHING * total) isClosed = false;
  });
  return isClosed ? null : inverse(a, s);
}
