/** Every kernel against trying every path, on thousands of small graphs whatever their entities are called. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompactGraph, compactGraph } from "../../src/graph/compact.js";
import { BoundedFinder } from "../../src/loops/search/bounded.js";
import { BoundedCounter } from "../../src/loops/search/counting.js";
import { BatchWriter, type LoopCounter, type LoopFinder } from "../../src/loops/search/kernel.js";
import { MOST_MASKED } from "../../src/loops/search/masked-path.js";
import { UNBOUNDED } from "../../src/loops/search/near.js";
import { type RankedGraph, rankGraph } from "../../src/loops/search/ranked.js";
import { TimedFinder } from "../../src/loops/search/timed.js";
import { TimedCounter } from "../../src/loops/search/timed-counting.js";
import { UnboundedCounter } from "../../src/loops/search/unbounded-counting.js";
import { waysOfLegs } from "../../src/loops/search/ways.js";
import { entitiesOf, findAll, findStrongest, loopsIn } from "../graphs.js";
import { naiveLoops } from "../world.js";

const NODES = 7;
/** How many graphs each kernel meets. */
const RUNS = 20_000;

/** Payer, payee, seconds and US dollars of each edge, and what each entity is called instead. */
const graphsOf = (size: "small" | "max") =>
  fc.record({
    rows: fc.array(fc.tuple(fc.nat(NODES - 1), fc.nat(NODES - 1), fc.nat(12), fc.nat(4)), {
      maxLength: 24,
      size,
    }),
    names: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: NODES }),
  });
/** Up to ten edges, and few loops: for what does not turn on how searches go. */
const thinGraph = graphsOf("small");
/** Up to 24 edges, so that searches also go deep and come to dead ends. */
const smallGraph = graphsOf("max");
/** Some of them among three entities alone, so that legs have several edges. */
const crowdedGraph = fc.tuple(smallGraph, fc.constantFrom(3, NODES)).map(([{ rows, names }, nodes]) => ({
  rows: rows.map(([from, to, ...rest]): (typeof rows)[0] => [from % nodes, to % nodes, ...rest]),
  names,
}));
type SmallGraph = typeof smallGraph extends fc.Arbitrary<infer G> ? G : never;
/** Entities of the largest neighbourhood that is walked as bits: none, or as many as fit. */
const WALKS = [0, MOST_MASKED] as const;
const walk = fc.constantFrom(...WALKS);
const bound = fc.option(fc.integer({ min: 2, max: 8 }), { nil: UNBOUNDED });

/** The graph under its other names; amounts of 0 stand for undisclosed ones. */
function compact({ rows, names }: SmallGraph): CompactGraph {
  const named = (v: number) => names[v] ?? v;
  return compactGraph(NODES, {
    from: Int32Array.from(rows, ([from]) => named(from)),
    to: Int32Array.from(rows, ([, to]) => named(to)),
    time: Float64Array.from(rows, ([, , seconds]) => seconds),
    amountUsd: Float64Array.from(rows, ([, , , usd]) => (usd === 0 ? Number.NaN : usd)),
  });
}

/** A loop under its first names, as `naiveLoops` writes it. */
function written(graph: CompactGraph, { names }: SmallGraph, legs: ArrayLike<number>): string {
  const entities = Array.from(legs, (leg) => names.indexOf(graph.source[leg] as number));
  const first = entities.indexOf(Math.min(...entities));
  return [...entities.slice(first), ...entities.slice(0, first)].join(">");
}

const naive = ({ rows }: SmallGraph, minLength: number, maxLength: number) =>
  naiveLoops(
    rows.map(([from, to]) => [String(from), String(to)] as const),
    minLength,
    maxLength,
  );

/** All loops of a search that is stopped at every other look and has a batch of hardly any room. */
function findHaltingly(finder: LoopFinder, roots: number, integers: number): Int32Array {
  const writer = new BatchWriter(1, integers);
  const all: number[] = [];
  let looks = 0;
  for (let root = 0; root < roots; root++) {
    finder.begin(root);
    for (let end = ""; end !== "done"; ) {
      end = finder.run(writer, () => looks++ % 2 === 0);
      all.push(...writer.take());
    }
  }
  return Int32Array.from(all);
}

const finderOf = (ranked: RankedGraph, minLength: number, maxLength: number, mostMasked: number) =>
  new BoundedFinder(ranked, minLength, maxLength, false, mostMasked);

const counterOf = (ranked: RankedGraph, maxLength: number, mostMasked: number, ways?: Float64Array) =>
  maxLength === UNBOUNDED
    ? new UnboundedCounter(ranked, ways, mostMasked)
    : new BoundedCounter(ranked, maxLength, ways);

function countAll(counter: LoopCounter, roots: number): number {
  const byLength = new Float64Array(NODES + 1);
  for (let root = 0; root < roots; root++) counter.count(root, byLength, () => false);
  return byLength.reduce((sum, loops) => sum + loops, 0);
}

describe("every loop, once, by every kernel", () => {
  test("bounded and unbounded, found and counted, with parallel edges one by one or together", () => {
    fc.assert(
      fc.property(smallGraph, bound, fc.integer({ min: 2, max: 4 }), (small, maxLength, minLength) => {
        const graph = compact(small);
        const ranked = rankGraph(graph);
        const all = naive(small, 2, maxLength);
        const ways = waysOfLegs(graph);

        for (const mostMasked of WALKS) {
          const found: string[] = [];
          let choices = 0;
          const finder = finderOf(ranked, minLength, maxLength, mostMasked);
          findAll(finder, ranked.size, NODES, (batch) => {
            for (const { legs } of loopsIn(batch)) {
              found.push(written(graph, small, legs));
              choices += legs.reduce((product, leg) => product * (ways[leg] as number), 1);
            }
          });
          expect(found.sort()).toEqual(all.filter((loop) => loop.split(">").length >= minLength));
          if (minLength > 2) continue;
          expect(countAll(counterOf(ranked, maxLength, mostMasked), ranked.size)).toBe(all.length);
          expect(countAll(counterOf(ranked, maxLength, mostMasked, ways), ranked.size)).toBe(choices);
        }
      }),
      { numRuns: RUNS },
    );
  }, 240_000);

  test("by root and by ranges of first legs, stopped and gone on with, in one order", () => {
    fc.assert(
      fc.property(smallGraph, bound, fc.nat(NODES - 1), walk, (small, maxLength, through, mostMasked) => {
        const graph = compact(small);
        const ranked = rankGraph(graph, through);
        const roots = ranked.entity[0] === through ? 1 : 0;
        const whole: number[] = [];
        const all = finderOf(ranked, 2, maxLength, mostMasked);
        findAll(all, roots, NODES, (batch) => whole.push(...batch));

        const passing = naive(small, 2, maxLength).filter((loop) =>
          loop.split(">").includes(String(small.names.indexOf(through))),
        );
        const loops = [...loopsIn(Int32Array.from(whole))].map(({ legs }) => written(graph, small, legs));
        expect(loops.sort()).toEqual(passing);

        const finder = finderOf(ranked, 2, maxLength, mostMasked);
        expect([...findHaltingly(finder, roots, NODES + 2)]).toEqual(whole);

        // As shares of a root they come as they do among all; alone, a leg's are the same in an order of their own.
        const writer = new BatchWriter(NODES, 0);
        const counter = counterOf(ranked, maxLength, mostMasked);
        const legsOf = (integers: readonly number[]) =>
          [...loopsIn(Int32Array.from(integers))].map(({ legs }) => legs.join());
        const byLength = new Float64Array(NODES + 1);
        for (let leg = graph.start[through] as number; leg < (graph.start[through + 1] as number); leg++) {
          if (roots === 0) break;
          const only = { from: leg, to: leg + 1, isShare: leg % 4 !== 0 };
          counter.count(0, byLength, () => false, only);
          finder.begin(0, only);
          const own: number[] = [];
          for (let end = ""; end !== "done"; ) {
            end = finder.run(writer, () => false);
            own.push(...writer.take());
          }
          const wanted = legsOf(whole).filter((legs) => legs.startsWith(`${leg},`));
          if (only.isShare) expect(legsOf(own)).toEqual(wanted);
          else expect(legsOf(own).sort()).toEqual(wanted.sort());
        }
        const counted = byLength.reduce((sum, many) => sum + many, 0);
        expect(counted).toBe(passing.length);
      }),
      { numRuns: RUNS },
    );
  }, 240_000);

  test("through long ways and past dead ends, whichever root comes first", () => {
    const last = 11;
    const rows = fc.array(fc.tuple(fc.nat(last), fc.nat(last)), {
      minLength: 20,
      maxLength: 32,
      size: "max",
    });
    fc.assert(
      fc.property(
        rows,
        fc.option(fc.integer({ min: 5, max: 11 }), { nil: UNBOUNDED }),
        walk,
        (flows, maxLength, mostMasked) => {
          const graph = compactGraph(last + 1, {
            from: Int32Array.from(flows, ([from]) => from),
            to: Int32Array.from(flows, ([, to]) => to),
          });
          const ranked = rankGraph(graph);
          const count = naiveLoops(
            flows.map(([from, to]) => [String(from), String(to)] as const),
            2,
            maxLength,
          ).length;
          const finder = finderOf(ranked, 2, maxLength, mostMasked);
          const counter = counterOf(ranked, maxLength, mostMasked);
          const roots = [...Array(ranked.size).keys()];
          for (const order of [roots, roots.toReversed()]) {
            const writer = new BatchWriter(last + 1, 1 << 14);
            const byLength = new Float64Array(last + 2);
            let found = 0;
            for (const root of order) {
              finder.begin(root);
              expect(finder.run(writer, () => false)).toBe("done");
              found += [...loopsIn(writer.take())].length;
              counter.count(root, byLength, () => false);
            }
            expect(found).toBe(count);
            expect(byLength.reduce((sum, loops) => sum + loops, 0)).toBe(count);
          }
        },
      ),
      { numRuns: RUNS },
    );
  }, 240_000);

  test("from a root that was left halfway and is begun again", () => {
    fc.assert(
      fc.property(smallGraph, fc.boolean(), walk, (small, isTimed, mostMasked) => {
        const graph = compact(small);
        const time = graph.time ?? new Float64Array();
        const question = { minLength: 2, maxLength: NODES, windowSeconds: 12, perFlow: false };
        const timed = new TimedFinder(graph, time, question);
        const finder = isTimed ? timed : finderOf(rankGraph(graph), 2, UNBOUNDED, mostMasked);
        const short = new BatchWriter(1, NODES + 2);
        const writer = new BatchWriter(NODES, 1 << 12);
        const loopsOf = (root: number) => {
          finder.begin(root);
          expect(finder.run(writer, () => false)).toBe("done");
          return [...writer.take()];
        };
        for (let root = 0; root < Math.min(timed.roots, 2); root++) {
          const whole = loopsOf(root);
          finder.begin(root);
          finder.run(short, () => false);
          short.take();
          expect(loopsOf(root)).toEqual(whole);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("in the order of time", () => {
    fc.assert(
      fc.property(crowdedGraph, bound, fc.nat(12), (small, maxLength, windowSeconds) => {
        const graph = compact(small);
        const time = graph.time ?? new Float64Array();
        const all = naiveTimed(small, maxLength, windowSeconds);
        const question = { minLength: 2, maxLength, windowSeconds };

        const each = new TimedFinder(graph, time, { ...question, perFlow: true });
        const rows = [...loopsIn(findHaltingly(each, each.roots, 4 * NODES), true)].map(({ legs, flows }) =>
          Array.from(
            legs,
            (leg, i) => graph.edge[(graph.edgeStart[leg] as number) + (flows[i] as number)],
          ).join(),
        );
        expect(rows.sort()).toEqual(all.map((loop) => loop.join()).sort());
        const counter = new TimedCounter(graph, time, maxLength, windowSeconds);
        expect(countAll(counter, counter.roots)).toBe(all.length);

        const once = new TimedFinder(graph, time, { ...question, perFlow: false });
        const loops = [...loopsIn(findHaltingly(once, once.roots, 4 * NODES))].map(({ legs }) =>
          written(graph, small, legs),
        );
        const distinct = new Set(
          all.map((loop) => {
            const entities = loop.map((row) => small.rows[row]?.[0] ?? -1);
            const first = entities.indexOf(Math.min(...entities));
            return [...entities.slice(first), ...entities.slice(0, first)].join(">");
          }),
        );
        expect(loops.sort()).toEqual([...distinct].sort());
      }),
      { numRuns: RUNS },
    );
  }, 240_000);

  test("strongest first, until there are enough, with all that tie", () => {
    fc.assert(
      fc.property(thinGraph, bound, fc.nat(12), (small, maxLength, top) => {
        const graph = compact(small);
        const ranked = rankGraph(graph);
        const all: { loop: string; strength: number }[] = [];
        const measured = (legs: Int32Array) => {
          const amounts = Array.from(legs, (leg) => graph.amountUsd[leg] as number);
          const stated = amounts.filter((usd) => !Number.isNaN(usd));
          const bottleneck = stated.length === 0 ? -1 : Math.min(...stated);
          // Loops with an amount on every leg come before all others.
          return {
            loop: entitiesOf(graph, legs).join(),
            strength: bottleneck + (stated.length < legs.length ? -100 : 0),
          };
        };
        findAll(new BoundedFinder(ranked, 2, maxLength), ranked.size, NODES, (batch) => {
          for (const { legs } of loopsIn(batch)) all.push(measured(legs));
        });
        const order = (a: (typeof all)[0], b: (typeof all)[0]) =>
          b.strength - a.strength || (a.loop < b.loop ? -1 : 1);
        all.sort(order);
        const last =
          top === 0 ? Number.POSITIVE_INFINITY : (all[top - 1]?.strength ?? Number.NEGATIVE_INFINITY);

        const found = findStrongest(graph, { minLength: 2, maxLength, top });

        const loops = [...loopsIn(found.loops)].map(({ legs }) => measured(legs));
        expect(loops.map(({ strength }) => strength)).toEqual(
          loops.map(({ strength }) => strength).sort((a, b) => b - a),
        );
        expect(loops.sort(order)).toEqual(all.filter(({ strength }) => strength >= last));
        expect(found).toMatchObject({ count: loops.length, complete: true });
      }),
      { numRuns: RUNS },
    );
  }, 240_000);
});

describe("more than fits at first", () => {
  test("one flow there and five thousand back make as many loops in the order of time", () => {
    const back = 5000;
    const time = Float64Array.from({ length: back + 1 }, (_, seconds) => seconds);
    const graph = compactGraph(2, {
      from: Int32Array.from(time, (seconds) => (seconds === 0 ? 0 : 1)),
      to: Int32Array.from(time, (seconds) => (seconds === 0 ? 1 : 0)),
      time,
    });
    const counter = new TimedCounter(graph, graph.time ?? time, 2, back);

    expect(countAll(counter, counter.roots)).toBe(back);
  });

  test("six thousand legs, all amounts different, are added once each, the largest first", () => {
    const pairs = 3000;
    const legs = Int32Array.from({ length: 2 * pairs }, (_, leg) => leg);
    const graph = compactGraph(2 * pairs, {
      from: legs,
      to: legs.map((leg) => leg ^ 1),
      amountUsd: Float64Array.from(legs, (leg) => 2 * pairs - leg),
    });

    const { loops, count } = findStrongest(graph, { minLength: 2, maxLength: 2, top: pairs });

    expect(count).toBe(pairs);
    expect([...loopsIn(loops)].map(({ legs: [leg = -1] }) => leg >> 1)).toEqual([...Array(pairs).keys()]);
  });
});

/** Rows of every loop in the order of time, by trying every next row. */
function naiveTimed({ rows }: SmallGraph, maxLength: number, windowSeconds: number): number[][] {
  const loops: number[][] = [];
  const extend = (path: readonly number[]) => {
    const [first, , opens] = rows[path[0] ?? -1] ?? [-1, -1, -1];
    const [, at, now] = rows[path.at(-1) ?? -1] ?? [-1, -1, -1];
    if (at === first) {
      if (path.length > 1) loops.push([...path]);
      return;
    }
    if (path.length >= maxLength || path.slice(0, -1).some((row) => rows[row]?.[1] === at)) return;
    rows.forEach(([from, , seconds], row) => {
      if (from === at && seconds > now && seconds <= opens + windowSeconds) extend([...path, row]);
    });
  };
  for (const row of rows.keys()) extend([row]);
  return loops;
}

describe("dead ends", () => {
  /** Diamonds in a chain from entity 0 on, the next free number, and where the chain ends. */
  const diamonds = (many: number): { rows: [number, number][]; end: number } => {
    const rows: [number, number][] = [];
    for (let i = 0; i < many; i++) {
      const [from, up, down, to] = [3 * i, 3 * i + 1, 3 * i + 2, 3 * i + 3];
      rows.push([from, up], [from, down], [up, to], [down, to]);
    }
    return { rows, end: 3 * many };
  };
  const graphIn = (order: readonly number[], rows: readonly (readonly [number, number])[]) =>
    compactGraph(order.length, {
      from: Int32Array.from(rows, ([from]) => order[from] ?? -1),
      to: Int32Array.from(rows, ([, to]) => order[to] ?? -1),
    });
  /** Steps of finding and of counting from every root, or from one alone, and how many loops there are. */
  const cost = (graph: CompactGraph, maxLength: number, through: number) => {
    const ranked = rankGraph(graph, through);
    const roots = through === -1 ? ranked.size : 1;
    const finder = new BoundedFinder(ranked, 2, maxLength);
    let loops = 0;
    findAll(finder, roots, graph.nodes, (batch) => {
      for (let at = 0; at < batch.length; at += 1 + (batch[at] as number)) loops++;
    });
    const counter =
      maxLength === UNBOUNDED ? new UnboundedCounter(ranked) : new BoundedCounter(ranked, maxLength);
    const byLength = new Float64Array(graph.nodes + 1);
    for (let root = 0; root < roots; root++) counter.count(root, byLength, () => false);
    expect(byLength.reduce((sum, many) => sum + many, 0)).toBe(loops);
    return { loops, steps: Math.max(finder.steps, counter.steps) };
  };

  // Past sixteen diamonds a hub pays 200 leaves, which pay only the hub: 2^16 ways to 200 dead ends.
  test.each([
    ["closes the loop", true],
    ["pays only leaves, and whom the chain began with", false],
  ])(
    "a hub that %s costs under a million steps, whoever comes first",
    (_title, closes) => {
      const { rows, end: hub } = diamonds(16);
      const before = hub + 1;
      const nodes = hub + 2 + 200;
      for (let leaf = hub + 2; leaf < nodes; leaf++) rows.push([hub, leaf], [leaf, hub]);
      if (closes) rows.push([hub, 0]);
      else rows.push([hub, before], [before, 0], [0, before]);
      const maxLength = 40;
      fc.assert(
        fc.property(
          fc.shuffledSubarray([...Array(nodes).keys()], { minLength: nodes }),
          fc.constantFrom(-1, 0, 1, hub, hub + 2),
          (order, through) => {
            const graph = graphIn(order, rows);
            const { steps } = cost(graph, maxLength, through === -1 ? -1 : (order[through] ?? -1));
            expect(steps).toBeLessThan(1e6);
          },
        ),
        { numRuns: 12 },
      );
    },
    60_000,
  );

  test("a chain of 24 diamonds costs next to nothing below its length", () => {
    const { rows, end } = diamonds(24);
    rows.push([end, 0]);
    const graph = graphIn([...Array(end + 1).keys()], rows);

    const { loops, steps } = cost(graph, 48, -1);

    expect(loops).toBe(0);
    expect(steps).toBeLessThan(20_000);
  });
});

describe("loops that others lose or invent", () => {
  const loopsOf = (rows: readonly (readonly [number, number])[]) => {
    const graph = compactGraph(3, {
      from: Int32Array.from(rows, ([from]) => from),
      to: Int32Array.from(rows, ([, to]) => to),
    });
    const ranked = rankGraph(graph);
    const found: string[] = [];
    findAll(new BoundedFinder(ranked, 2, UNBOUNDED), ranked.size, 3, (batch) => {
      for (const { legs } of loopsIn(batch)) found.push(entitiesOf(graph, legs).join(">"));
    });
    return found.sort();
  };

  test("two payers into a pair leave one loop", () => {
    expect(
      loopsOf([
        [0, 2],
        [1, 2],
        [2, 1],
      ]),
    ).toEqual(["1>2"]);
  });

  test("no search walks back through its start", () => {
    expect(
      loopsOf([
        [0, 1],
        [1, 0],
        [0, 2],
        [2, 0],
      ]),
    ).toEqual(["0>1", "0>2"]);
  });
});
