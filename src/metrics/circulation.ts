/** How much of the gross can be money going round at most, and round which loops. */
import { blocksOf } from "./blocks.js";
import type { FlowMatrix } from "./flow-matrix.js";
import { Network } from "./max-flow.js";
import { shareOf } from "./share.js";

/** One loop of a decomposition, with what goes round it. */
export interface CirculatingLoop {
  /** From the smallest id on. */
  readonly entities: readonly string[];
  readonly usd: number;
}

/** The most money that can go round, and the loops it can go round in. */
export interface Circulation {
  /** The largest sum of pairs that balances everywhere. */
  readonly usd: number;
  /** Of the gross; null when nothing flows. */
  readonly share: number | null;
  /** One way to do it, of which there may be others with the same sum, as loops. */
  readonly loops: readonly CirculatingLoop[];
}

/**
 * The maximum circulation: the largest part of all pairs, each up to its amount, with which every entity pays
 * just what it is paid. What is left has no loop. The value is unique, the loops are not; they do not depend on
 * the order of the input.
 *
 * @remarks Solved from the other end: the cheapest flow to take away, each dollar on each pair costing 1, from
 * those who pay more than they are paid to those who are paid more. Successive shortest paths, each round a
 * blocking flow; at most as many rounds as entities.
 * @see Ahuja, Magnanti and Orlin, Network Flows (1993), chapter 9; D'Errico and Roukny 2021, Oper Res 69.
 * @example maximumCirculation(flowMatrix(view)).loops[0];
 */
export function maximumCirculation(matrix: FlowMatrix): Circulation {
  const kept = matrix.usd.slice();
  const { of } = blocksOf(matrix);
  const n = matrix.ids.length;
  const balance = new Float64Array(n);
  const network = new Network(n + 2);
  const edges = new Map<number, number>();
  for (let pair = 0; pair < kept.length; pair++) {
    const i = matrix.source[pair] as number;
    const j = matrix.target[pair] as number;
    if (of[i] === -1 || of[i] !== of[j]) {
      kept[pair] = 0;
      continue;
    }
    const usd = matrix.usd[pair] as number;
    edges.set(pair, network.add(i, j, usd, 1));
    balance[i] = (balance[i] as number) - usd;
    balance[j] = (balance[j] as number) + usd;
  }
  balance.forEach((more, i) => {
    if (more < 0) network.add(n, i, -more);
    if (more > 0) network.add(i, n + 1, more);
  });
  network.run(n, n + 1);
  for (const [pair, edge] of edges) kept[pair] = (matrix.usd[pair] as number) - network.flowOn(edge);
  const loops = decompose(matrix, kept);
  const usd = loops.reduce((sum, loop) => sum + loop.usd * loop.entities.length, 0);
  return { usd, share: shareOf(usd, matrix.grossUsd), loops };
}

/** A balanced flow as at most one loop a pair: walks on from the smallest id, always to the smallest id. */
function decompose({ ids, start, source, target, usd }: FlowMatrix, flow: Float64Array): CirculatingLoop[] {
  const least = usd.reduce((most, one) => Math.max(most, one), 0) * 1e-12;
  const next = (v: number) => {
    for (let pair = start[v] as number; pair < (start[v + 1] as number); pair++)
      if ((flow[pair] as number) > least) return pair;
    return -1;
  };
  const loops: CirculatingLoop[] = [];
  for (let root = 0; root < ids.length; root++)
    while (next(root) !== -1) {
      const path: number[] = [];
      const placeOf = new Map<number, number>();
      let v = root;
      while (!placeOf.has(v)) {
        placeOf.set(v, path.length);
        const pair = next(v);
        if (pair === -1) break;
        path.push(pair);
        v = target[pair] as number;
      }
      const from = placeOf.get(v) ?? 0;
      const ring = next(v) === -1 ? [] : path.slice(from);
      // What rounding leaves of a walk that ends nowhere is no loop.
      const taken = ring.length === 0 ? path : ring;
      const amount = Math.min(...taken.map((pair) => flow[pair] as number));
      for (const pair of taken) {
        const rest = (flow[pair] as number) - amount;
        flow[pair] = rest > least ? rest : 0;
      }
      if (ring.length > 0) loops.push({ entities: rotated(ring, source, ids), usd: amount });
    }
  return loops;
}

function rotated(ring: readonly number[], source: Int32Array, ids: readonly string[]): string[] {
  // Pairs are numbered by payer, so the smallest number leaves the smallest id.
  const first = ring.indexOf(Math.min(...ring));
  const turned = [...ring.slice(first), ...ring.slice(0, first)];
  return turned.map((pair) => ids[source[pair] as number] ?? "");
}
