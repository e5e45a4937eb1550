/** Maximum flow, and the cheapest one where every edge costs the same: Dinic's blocking flows. */

/** Edges come in twos: `2e` forward, `2e + 1` back, so that the residual of one is the other. */
export class Network {
  readonly #head: Int32Array;
  readonly #next: number[] = [];
  readonly #to: number[] = [];
  readonly #residual: number[] = [];
  readonly #cost: number[] = [];
  #most = 0;

  constructor(readonly size: number) {
    this.#head = new Int32Array(size).fill(-1);
  }

  /** Adds an edge and gives its number. */
  add(from: number, to: number, capacity: number, cost = 0): number {
    const edge = this.#to.length;
    this.#put(from, to, capacity, cost);
    this.#put(to, from, 0, -cost);
    this.#most = Math.max(this.#most, capacity);
    return edge;
  }

  #put(from: number, to: number, capacity: number, cost: number) {
    this.#to.push(to);
    this.#residual.push(capacity);
    this.#cost.push(cost);
    this.#next.push(this.#head[from] as number);
    this.#head[from] = this.#to.length - 1;
  }

  /** What runs over an edge. */
  flowOn(edge: number): number {
    return this.#residual[edge ^ 1] as number;
  }

  /**
   * Sends as much as can go from `s` to `t`, over the cheapest ways first; costs are whole numbers of 0 or more.
   *
   * @returns how much arrives.
   * @remarks Without costs O(n² m); with unit costs at most as many rounds as entities, each one search for
   * distances and one blocking flow. What is below 1e-13 of the largest capacity is rounding and not sent.
   * @see Dinic 1970; Ahuja, Magnanti and Orlin, Network Flows (1993), sections 7.5 and 9.8.
   */
  run(s: number, t: number): number {
    const least = this.#most * 1e-13;
    const hasCosts = this.#cost.some((cost) => cost !== 0);
    let sent = 0;
    for (;;) {
      const distance = hasCosts ? this.#cheapest(s, least) : this.#fewest(s, least);
      if (distance[t] === Number.POSITIVE_INFINITY) return sent;
      const steps = hasCosts ? this.#cost : null;
      const before = sent;
      const at = Int32Array.from(this.#head);
      const onPath = new Uint8Array(this.size);
      for (;;) {
        const pushed = this.#push(s, t, distance, steps, at, onPath, least);
        if (pushed <= least) break;
        sent += pushed;
      }
      if (sent === before) return sent;
    }
  }

  /** Fewest edges from `s`. */
  #fewest(s: number, least: number): Float64Array {
    const distance = new Float64Array(this.size).fill(Number.POSITIVE_INFINITY);
    const [head, next, to, residual] = [this.#head, this.#next, this.#to, this.#residual];
    distance[s] = 0;
    const queue = [s];
    for (const v of queue)
      for (let e = head[v] as number; e !== -1; e = next[e] as number) {
        const w = to[e] as number;
        if ((residual[e] as number) <= least || distance[w] !== Number.POSITIVE_INFINITY) continue;
        distance[w] = (distance[v] as number) + 1;
        queue.push(w);
      }
    return distance;
  }

  /** Least cost from `s`; residual edges may cost less than 0, rings of them never do. */
  #cheapest(s: number, least: number): Float64Array {
    const distance = new Float64Array(this.size).fill(Number.POSITIVE_INFINITY);
    const waits = new Uint8Array(this.size);
    const [head, after, to, residual, step] = [this.#head, this.#next, this.#to, this.#residual, this.#cost];
    distance[s] = 0;
    let queue = [s];
    while (queue.length > 0) {
      const next: number[] = [];
      for (const v of queue) {
        waits[v] = 0;
        for (let e = head[v] as number; e !== -1; e = after[e] as number) {
          const w = to[e] as number;
          const cost = (distance[v] as number) + (step[e] as number);
          if ((residual[e] as number) <= least || cost >= (distance[w] as number)) continue;
          distance[w] = cost;
          if (waits[w] === 0) {
            waits[w] = 1;
            next.push(w);
          }
        }
      }
      queue = next;
    }
    return distance;
  }

  /** One way from `s` to `t` along which distance grows as it should; walked with a stack of edges. */
  #push(
    s: number,
    t: number,
    distance: Float64Array,
    costs: readonly number[] | null,
    at: Int32Array,
    onPath: Uint8Array,
    least: number,
  ): number {
    const [next, to, residual] = [this.#next, this.#to, this.#residual];
    const path: number[] = [];
    let v = s;
    onPath[s] = 1;
    while (v !== t) {
      let e = at[v] as number;
      while (e !== -1) {
        const w = to[e] as number;
        const step = costs === null ? 1 : (costs[e] as number);
        const fits = distance[w] === (distance[v] as number) + step && onPath[w] === 0;
        if (fits && (residual[e] as number) > least) break;
        e = next[e] as number;
      }
      at[v] = e;
      if (e !== -1) {
        path.push(e);
        v = to[e] as number;
        onPath[v] = 1;
        continue;
      }
      onPath[v] = 0;
      const back = path.pop();
      if (back === undefined) return 0;
      v = to[back ^ 1] as number;
      at[v] = next[at[v] as number] as number;
    }
    let pushed = Number.POSITIVE_INFINITY;
    for (const e of path) pushed = Math.min(pushed, residual[e] as number);
    for (const e of path) {
      residual[e] = (residual[e] as number) - pushed;
      residual[e ^ 1] = (residual[e ^ 1] as number) + pushed;
      onPath[to[e] as number] = 0;
    }
    onPath[s] = 0;
    return pushed;
  }
}
