/** Lets a graph settle: what pays or is paid draws together, all else drifts apart (ForceAtlas2). */
import defaults from "graphology-layout-forceatlas2/defaults.js";
import iterate from "graphology-layout-forceatlas2/iterate.js";

/** What is to settle. Entities are numbers; each leg has a payer and a payee. */
export interface ToSettle {
  /** x and y of each. */
  readonly places: Float32Array;
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly steps: number;
  /** Milliseconds until the first news; each next one waits longer, for each costs the page a moment. */
  readonly newsMs: number;
}

export interface Settled {
  readonly places: Float32Array;
  /** How many of the steps are done. */
  readonly done: number;
}

/** Numbers a node and an edge, as the method keeps them. */
const NODE = 10;
const EDGE = 3;
const LONGER = 2;

addEventListener("message", ({ data }: MessageEvent<ToSettle>) => settle(data));

function settle({ places, source, target, steps, newsMs }: ToSettle): void {
  const count = places.length / 2;
  const nodes = new Float32Array(count * NODE);
  for (let v = 0; v < count; v++) {
    nodes[v * NODE] = places[2 * v] as number;
    nodes[v * NODE + 1] = places[2 * v + 1] as number;
    // Mass, convergence, size.
    nodes.set([1, 1, 1], v * NODE + 6);
  }
  const edges = new Float32Array(source.length * EDGE);
  for (let i = 0; i < source.length; i++) {
    const [from, to] = [(source[i] as number) * NODE, (target[i] as number) * NODE];
    edges.set([from, to, 1], i * EDGE);
    for (const end of [from, to]) nodes[end + 6] = (nodes[end + 6] as number) + 1;
  }
  const settings = {
    ...defaults,
    barnesHutOptimize: count > 1000,
    barnesHutTheta: 0.8,
    strongGravityMode: true,
    gravity: 0.05,
    scalingRatio: 10,
    slowDown: 1 + Math.log(count),
  };
  let wait = newsMs;
  let next = performance.now() + wait;
  for (let step = 1; step <= steps; step++) {
    iterate(settings, nodes, edges);
    if (step < steps && performance.now() < next) continue;
    wait *= LONGER;
    const now: Settled = {
      places: Float32Array.from({ length: 2 * count }, (_, i) => nodes[(i >> 1) * NODE + (i & 1)] as number),
      done: step,
    };
    postMessage(now);
    next = performance.now() + wait;
  }
}
