/**
 * In which order to sweep over the legs of a graph so that few entities stand at the front at a time: those
 * with a leg behind and another ahead.
 */
import type { RankedGraph } from "./ranked.js";

/** Legs in the order of a sweep, and the places of the front that their entities stand at. */
export interface SweepOrder {
  readonly legs: number;
  /** The number of each leg in its graph, the place of its payer and that of its payee. */
  readonly leg: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** What ends with each leg: see `LAST_OUT` and what follows it. */
  readonly ends: Uint8Array;
  /** How many places there are. */
  readonly places: number;
  /** How many times the states before each leg are to be passed, as far as widths tell, from there to the end. */
  readonly ahead: Float64Array;
}

/** With this leg its payer has paid all it pays; its payee has got all it gets; one or the other leaves the front. */
export const LAST_OUT = 1;
export const LAST_IN = 2;
export const PAYER_LEAVES = 4;
export const PAYEE_LEAVES = 8;

/** How many times the states there are for one more entity at the front, and for one less: about so, in most graphs. */
const WIDER = 2;
const NARROWER = 0.4;
/** Beyond so many places there would be too many states to keep. */
const MOST_PLACES = 24;
/** Larger graphs are not looked at: their front is too wide, or their loops too long to keep count of. */
const MOST_ENTITIES = 1 << 12;
/** Looks at a neighbour that the choice of an order may cost: a millisecond or two. */
const MOST_LOOKS = 1 << 17;

/**
 * A good order, the best of several; none where every one found has too wide a front.
 *
 * @remarks Finding the narrowest front is NP-hard (it is the pathwidth). Each step here takes the entity that
 * lets most others leave; where they tie, one next to the oldest, as Cuthill and McKee (1969) go, or the one that
 * brings most others nearest to it.
 */
export function sweepOrder(graph: RankedGraph): SweepOrder | null {
  if (graph.size > MOST_ENTITIES) return null;
  const neighbours = neighboursOf(graph);
  let best: Arrangement | null = null;
  let looks = 0;
  // Those with few legs, which come last by rank, are good to start with.
  for (let start = graph.size - 1; start >= 0 && looks < MOST_LOOKS; start--) {
    for (const tie of ["oldest", "nearest"] as const) {
      const most = best?.cost ?? Number.POSITIVE_INFINITY;
      const found = arrange(neighbours, start, tie, most, MOST_LOOKS - looks);
      looks += found.looks;
      if (found.cost < most) best = found;
    }
  }
  return best === null ? null : legsInOrder(graph, best.place);
}

interface Neighbours {
  readonly start: Int32Array;
  readonly of: Int32Array;
}

/** Whom each entity pays or is paid by, each once. */
function neighboursOf({ size, outStart, outTo, inStart, inFrom }: RankedGraph): Neighbours {
  const start = new Int32Array(size + 1);
  const of = new Int32Array(2 * outTo.length);
  const metBy = new Int32Array(size).fill(-1);
  let used = 0;
  for (let v = 0; v < size; v++) {
    const add = (w: number) => {
      if (metBy[w] === v) return;
      metBy[w] = v;
      of[used++] = w;
    };
    for (let i = outStart[v] as number; i < (outStart[v + 1] as number); i++) add(outTo[i] as number);
    for (let i = inStart[v] as number; i < (inStart[v + 1] as number); i++) add(inFrom[i] as number);
    start[v + 1] = used;
  }
  return { start, of };
}

interface Arrangement {
  /** When each entity comes. */
  readonly place: Int32Array;
  /** Grows with the number of states to expect; infinite where the order was given up. */
  readonly cost: number;
  readonly looks: number;
}

/** Arranges the entities from a first one on, unless that comes out dearer than another order. */
function arrange(
  { start, of }: Neighbours,
  first: number,
  tie: "oldest" | "nearest",
  most: number,
  mostLooks: number,
): Arrangement {
  const size = start.length - 1;
  const place = new Int32Array(size).fill(-1);
  /** How many neighbours of each entity are still to come. */
  const ahead = new Int32Array(size);
  for (let v = 0; v < size; v++) ahead[v] = (start[v + 1] as number) - (start[v] as number);
  const isNext = new Uint8Array(size);
  const next = [first];
  let width = 0;
  let cost = 0;
  let looks = 0;
  let nextUnmet = 0;
  const givenUp = () => ({ place, cost: Number.POSITIVE_INFINITY, looks });
  for (let turn = 0; turn < size; turn++) {
    if (next.length === 0) {
      while (place[nextUnmet] !== -1) nextUnmet++;
      next.push(nextUnmet);
    }
    let best = 0;
    let bestWorth = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < next.length; i++) {
      const v = next[i] as number;
      let leaving = ahead[v] === 0 ? 1 : 0;
      let oldest = size;
      let nearer = 0;
      for (let j = start[v] as number; j < (start[v + 1] as number); j++) {
        const u = of[j] as number;
        if (place[u] === -1) continue;
        if (ahead[u] === 1) leaving++;
        oldest = Math.min(oldest, place[u] as number);
        nearer += 1 / (ahead[u] as number);
      }
      looks += (start[v + 1] as number) - (start[v] as number);
      const worth = leaving * size + (tie === "nearest" ? nearer : size - 1 - oldest);
      if (worth <= bestWorth) continue;
      bestWorth = worth;
      best = i;
    }
    const v = next[best] as number;
    next[best] = next[next.length - 1] as number;
    next.pop();
    place[v] = turn;
    width++;
    cost += 2 ** width;
    if (width > MOST_PLACES || cost >= most || looks > mostLooks) return givenUp();
    for (let j = start[v] as number; j < (start[v + 1] as number); j++) {
      const u = of[j] as number;
      ahead[u] = (ahead[u] as number) - 1;
      if (place[u] !== -1) {
        if (ahead[u] === 0) width--;
      } else if (isNext[u] === 0) {
        isNext[u] = 1;
        next.push(u);
      }
    }
    if (ahead[v] === 0) width--;
  }
  return { place, cost, looks };
}

/** Each leg comes with the later of its entities; of those, the one to the oldest first. */
function legsInOrder(graph: RankedGraph, turn: Int32Array): SweepOrder {
  const { size, outStart, outTo, outLeg } = graph;
  const legs = outTo.length;
  const payer = new Int32Array(legs);
  for (let v = 0; v < size; v++) payer.fill(v, outStart[v], outStart[v + 1]);
  const late = (i: number) =>
    Math.max(turn[payer[i] as number] as number, turn[outTo[i] as number] as number);
  const early = (i: number) =>
    Math.min(turn[payer[i] as number] as number, turn[outTo[i] as number] as number);
  const rows = Int32Array.from(outTo.keys()).sort(
    (a, b) => late(a) - late(b) || early(a) - early(b) || a - b,
  );
  const lastOut = new Int32Array(size);
  const lastIn = new Int32Array(size);
  rows.forEach((row, i) => {
    lastOut[payer[row] as number] = i;
    lastIn[outTo[row] as number] = i;
  });
  const leaves = (v: number, i: number) => (lastOut[v] as number) <= i && (lastIn[v] as number) <= i;
  const placeOf = new Int32Array(size).fill(-1);
  const free: number[] = [];
  let places = 0;
  const width = new Int32Array(legs + 1);
  const from = new Int32Array(legs);
  const to = new Int32Array(legs);
  const ends = new Uint8Array(legs);
  rows.forEach((row, i) => {
    const u = payer[row] as number;
    const v = outTo[row] as number;
    for (const w of [u, v]) if (placeOf[w] === -1) placeOf[w] = free.pop() ?? places++;
    from[i] = placeOf[u] as number;
    to[i] = placeOf[v] as number;
    ends[i] =
      (lastOut[u] === i ? LAST_OUT : 0) |
      (lastIn[v] === i ? LAST_IN : 0) |
      (leaves(u, i) ? PAYER_LEAVES : 0) |
      (leaves(v, i) ? PAYEE_LEAVES : 0);
    for (const w of [u, v]) if (leaves(w, i)) free.push(placeOf[w] as number);
    width[i + 1] = places - free.length;
  });
  return {
    legs,
    leg: rows.map((row) => outLeg[row] as number),
    from,
    to,
    ends,
    places,
    ahead: passesAhead(width),
  };
}

function passesAhead(width: Int32Array): Float64Array {
  const ahead = new Float64Array(width.length);
  for (let i = width.length - 2; i >= 0; i--) {
    const wider = (width[i + 1] as number) - (width[i] as number);
    ahead[i] = 1 + (wider > 0 ? WIDER ** wider : NARROWER ** -wider) * (ahead[i + 1] as number);
  }
  return ahead;
}
