/**
 * A graph as searches want it: entities are whole numbers, legs lie in typed arrays, parallel edges are a
 * range of their leg. Ids stay outside. A few bytes an edge, so that ten million fit.
 */

/** Edges as columns, one value a row in the order they were read. */
export interface EdgeColumns {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Seconds, on one clock for all; null or left out when there are none. */
  readonly time?: Float64Array | null;
  /** US dollars, NaN where undisclosed; null or left out when no edge has an amount. */
  readonly amountUsd?: Float64Array | null;
}

/**
 * Entities `0` to `nodes - 1`, numbered in the order of their ids, so that the smallest number is the
 * smallest id. Legs are numbered by payer and then payee; what an entity pays itself is a leg too.
 */
export interface CompactGraph {
  readonly nodes: number;
  /** The legs out of entity `v` are `start[v]` to `start[v + 1]`. */
  readonly start: Int32Array;
  /** The payer of each leg. */
  readonly source: Int32Array;
  /** The payee of each leg. */
  readonly target: Int32Array;
  /** US dollars of each leg; NaN when undisclosed. */
  readonly amountUsd: Float64Array;
  /** The parallel edges of a leg are places `edgeStart[leg]` to `edgeStart[leg + 1]` of `edge` and `time`. */
  readonly edgeStart: Int32Array;
  /** The number each edge had in the input; within a leg by time, then by this number. */
  readonly edge: Int32Array;
  /** Seconds of each place in `edge`; null unless every edge has a time. */
  readonly time: Float64Array | null;
}

/** How the amounts of parallel edges make up their leg's; undisclosed ones are passed over. */
export type AmountRule = "sum" | "max";

/**
 * The compact graph of edges given in any order. The columns are not kept.
 *
 * @param nodes how many entities there are; `from` and `to` are below it.
 * @remarks Time O(nodes + edges) by counting sorts, but for the times of one leg, which are compared. Space
 * 24 bytes an edge and 16 a leg, and 8 an edge more while it works.
 * @example compactGraph(2, { from: Int32Array.of(1, 0), to: Int32Array.of(0, 1) }).target; // 1, 0
 */
export function compactGraph(nodes: number, columns: EdgeColumns, rule: AmountRule = "sum"): CompactGraph {
  const { from, to } = columns;
  const edge = byColumn(from, nodes, byColumn(to, nodes, null));
  const time = columns.time?.some(Number.isNaN) ? null : (columns.time ?? null);
  const edges = edge.length;

  let legs = 0;
  for (let i = 0; i < edges; i++) if (i === 0 || !areParallel(columns, edge, i - 1, i)) legs++;
  const start = new Int32Array(nodes + 1);
  const source = new Int32Array(legs);
  const target = new Int32Array(legs);
  const edgeStart = new Int32Array(legs + 1);
  const amountUsd = new Float64Array(legs);
  let leg = 0;
  for (let i = 0; i < edges; leg++) {
    const first = i;
    const payer = from[edge[i] as number] as number;
    source[leg] = payer;
    target[leg] = to[edge[i] as number] as number;
    for (i++; i < edges && areParallel(columns, edge, first, i); ) i++;
    edgeStart[leg + 1] = i;
    start[payer + 1] = (start[payer + 1] as number) + 1;
    if (time !== null) sortByTime(edge, first, i, time);
    amountUsd[leg] = amountOf(edge, first, i, columns.amountUsd ?? null, rule);
  }
  for (let v = 0; v < nodes; v++) start[v + 1] = (start[v + 1] as number) + (start[v] as number);
  return {
    nodes,
    start,
    source,
    target,
    amountUsd,
    edgeStart,
    edge,
    time: time === null ? null : gathered(time, edge),
  };
}

/** The payers of each entity: those of `v` are `source[legs[i]]` for `i` in `start[v]` to `start[v + 1]`. */
export interface LegsInto {
  readonly start: Int32Array;
  /** Legs by payee, then payer. */
  readonly legs: Int32Array;
}

/** The same legs from their other end. Time and space O(nodes + legs). */
export function legsInto({ nodes, target }: CompactGraph): LegsInto {
  const start = new Int32Array(nodes + 1);
  for (const w of target) start[w + 1] = (start[w + 1] as number) + 1;
  for (let v = 0; v < nodes; v++) start[v + 1] = (start[v + 1] as number) + (start[v] as number);
  const fill = start.slice();
  const legs = new Int32Array(target.length);
  for (let leg = 0; leg < target.length; leg++) {
    const w = target[leg] as number;
    legs[fill[w] as number] = leg;
    fill[w] = (fill[w] as number) + 1;
  }
  return { start, legs };
}

/** Rows in the order of a column of numbers below `values`, rows of one number staying as they were. */
function byColumn(column: Int32Array, values: number, rows: Int32Array | null): Int32Array {
  const place = new Int32Array(values + 1);
  for (const value of column) place[value + 1] = (place[value + 1] as number) + 1;
  for (let v = 0; v < values; v++) place[v + 1] = (place[v + 1] as number) + (place[v] as number);
  const sorted = new Int32Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const row = rows === null ? i : (rows[i] as number);
    const value = column[row] as number;
    const at = place[value] as number;
    sorted[at] = row;
    place[value] = at + 1;
  }
  return sorted;
}

function areParallel({ from, to }: EdgeColumns, edge: Int32Array, a: number, b: number): boolean {
  const one = edge[a] as number;
  const other = edge[b] as number;
  return from[one] === from[other] && to[one] === to[other];
}

/** Puts `edge[first..end)` in the order of time; most legs have few edges, in order already. */
function sortByTime(edge: Int32Array, first: number, end: number, time: Float64Array): void {
  const isLater = (a: number, b: number) => (time[a] as number) - (time[b] as number) || a - b;
  for (let i = first + 1; i < end; i++) {
    if (isLater(edge[i - 1] as number, edge[i] as number) > 0) {
      edge.subarray(first, end).sort(isLater);
      return;
    }
  }
}

function amountOf(
  edge: Int32Array,
  first: number,
  end: number,
  amounts: Float64Array | null,
  rule: AmountRule,
): number {
  let amount = Number.NaN;
  if (amounts === null) return amount;
  for (let i = first; i < end; i++) {
    const usd = amounts[edge[i] as number] as number;
    if (Number.isNaN(usd)) continue;
    if (Number.isNaN(amount)) amount = usd;
    else amount = rule === "sum" ? amount + usd : Math.max(amount, usd);
  }
  return amount;
}

function gathered(values: Float64Array, rows: Int32Array): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i] as number] as number;
  return picked;
}
