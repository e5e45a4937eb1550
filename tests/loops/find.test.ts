import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countLoops, findLoops } from "../../src/loops/find.js";
import { compareIds } from "../../src/model/ids.js";
import { completeGraph, flowAttributes, graphOf, naiveLoops, renamed, smallRows } from "../world.js";

const idsOf = (loops: Iterable<{ id: string }>) => [...loops].map((loop) => loop.id);

describe("what is a loop", () => {
  test("A pays B and is paid by B and by C: two loops, and no walk back through A", () => {
    const graph = graphOf([
      ["a", "b"],
      ["b", "a"],
      ["a", "c"],
      ["c", "a"],
    ]);

    expect(idsOf(findLoops(graph)).sort()).toEqual(["a>b", "a>c"]);
  });

  test("two payers into a pair leave one loop", () => {
    const graph = graphOf([
      ["0", "2"],
      ["1", "2"],
      ["2", "1"],
    ]);

    expect(idsOf(findLoops(graph))).toEqual(["1>2"]);
  });

  test("parallel flows widen a leg; they do not multiply the loop", () => {
    const graph = graphOf([
      ["cloud", "lab", 2],
      ["cloud", "lab", 5],
      ["lab", "cloud", 3],
    ]);

    const [loop, ...others] = findLoops(graph);

    expect(others).toEqual([]);
    expect(loop?.legs.map((leg) => leg.amountUsd)).toEqual([7, 3]);
    expect(loop?.bottleneckUsd).toBe(3);
    expect(loop?.totalUsd).toBe(10);
  });

  test("every choice of parallel flows is a loop of its own when asked", () => {
    const graph = graphOf([
      ["cloud", "lab", 2],
      ["cloud", "lab", 5],
      ["lab", "cloud", 3],
    ]);

    expect(idsOf(findLoops(graph, { perFlow: true }))).toEqual(["cloud>lab#d2>d3", "cloud>lab#d1>d3"]);
    expect(countLoops(graph, { perFlow: true }).count).toBe(2);
  });

  test("an entity that pays itself closes a loop only where loops of one are asked for", () => {
    const graph = graphOf([
      ["a", "a", 4],
      ["a", "b", 1],
      ["b", "a", 1],
    ]);

    expect(idsOf(findLoops(graph))).toEqual(["a>b"]);
    expect(idsOf(findLoops(graph, { minLength: 1 }))).toEqual(["a", "a>b"]);
  });

  test("a leg without an amount is counted apart, never taken as zero", () => {
    const [loop] = findLoops(
      graphOf([
        ["a", "b", null],
        ["b", "a", 8],
      ]),
    );

    expect(loop).toMatchObject({ bottleneckUsd: 8, totalUsd: 8, undisclosedLegs: 1 });
    expect(
      [
        ...findLoops(
          graphOf([
            ["a", "b"],
            ["b", "a"],
          ]),
        ),
      ][0]?.bottleneckUsd,
    ).toBeNull();
  });
});

describe("every loop, once", () => {
  // OEIS A006231: circuits of the complete digraph on n nodes.
  test.each([
    [2, 1],
    [3, 5],
    [4, 20],
    [5, 84],
    [6, 409],
    [7, 2365],
  ])("%i entities, all paying all, make %i loops", (n, count) => {
    expect(countLoops(completeGraph(n), { maxLength: null }).count).toBe(count);
  });

  const bound = fc.option(fc.integer({ min: 2, max: 7 }), { nil: null });

  test("the same loops as trying every path, whatever the bound", () => {
    fc.assert(
      fc.property(smallRows, bound, fc.integer({ min: 1, max: 3 }), (rows, maxLength, minLength) => {
        const found = idsOf(findLoops(graphOf(rows), { maxLength, minLength }));
        expect(new Set(found).size).toBe(found.length);
        expect(found.sort()).toEqual(naiveLoops(rows, minLength, maxLength ?? undefined));
        expect(countLoops(graphOf(rows), { maxLength, minLength }).count).toBe(found.length);
      }),
      { numRuns: 2000 },
    );
  });

  test("a search through entities gives just the loops that pass them all", () => {
    fc.assert(
      fc.property(
        smallRows,
        bound,
        fc.subarray(["0", "1", "2", "3"], { minLength: 1 }),
        (rows, maxLength, through) => {
          const graph = graphOf(rows);
          fc.pre(through.every((id) => graph.hasNode(id)));
          const all = naiveLoops(rows, 2, maxLength ?? undefined);
          const passing = all.filter((id) => through.every((entity) => id.split(">").includes(entity)));
          expect(idsOf(findLoops(graph, { maxLength, through })).sort()).toEqual(passing);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("a search via a deal gives just the loops that travel one of its flows", () => {
    fc.assert(
      fc.property(smallRows, bound, fc.boolean(), (rows, maxLength, perFlow) => {
        fc.pre(rows.length >= 2);
        const graph = graphOf(rows);
        // One deal may be several flows: the second is counted to the first's deal.
        graph.setEdgeAttribute("d2", "deal", "d1");
        const via = (loop: { legs: readonly { deals: readonly string[] }[] }) =>
          loop.legs.some((leg) => leg.deals.includes("d1"));
        const all = [...findLoops(graph, { maxLength, perFlow })].filter(via).map((loop) => loop.id);
        expect(idsOf(findLoops(graph, { maxLength, perFlow, via: "d1" })).sort()).toEqual(all.sort());
      }),
      { numRuns: 1000 },
    );
  });

  test("loops counted by choice of flows are the products of the parallel flows of their legs", () => {
    fc.assert(
      fc.property(smallRows, (rows) => {
        const graph = graphOf(rows);
        const products = [...findLoops(graph)].map((loop) =>
          loop.legs.reduce((n, leg) => n * leg.flows.length, 1),
        );
        const total = products.reduce((a, b) => a + b, 0);
        expect(countLoops(graph, { perFlow: true }).count).toBe(total);
        expect([...findLoops(graph, { perFlow: true })]).toHaveLength(total);
      }),
      { numRuns: 500 },
    );
  });

  test("loops do not depend on names or on the order of flows", () => {
    const names = fc.shuffledSubarray(["nvidia", "openai", "oracle", "amd", "10", "9", "软银"], {
      minLength: 7,
    });
    fc.assert(
      fc.property(smallRows, names, (rows, chosen) => {
        const here = [...findLoops(graphOf(rows))];
        const there = [...findLoops(graphOf([...renamed(rows, chosen)].reverse()))];
        const shape = (loops: typeof here) =>
          loops.map((l) => `${l.length} ${l.bottleneckUsd} ${l.totalUsd}`).sort();
        expect(shape(there)).toEqual(shape(here));
      }),
      { numRuns: 500 },
    );
  });

  test("dead ends cost nothing below the shortest loop", () => {
    // Twenty-four diamonds in a chain: 2^24 ways forward, one way back, 49 legs at least.
    const rows: [string, string, number][] = [];
    for (let i = 0; i < 24; i++) {
      rows.push(
        [`n${i}`, `u${i}`, 1],
        [`n${i}`, `v${i}`, 1],
        [`u${i}`, `n${i + 1}`, 1],
        [`v${i}`, `n${i + 1}`, 1],
      );
    }
    rows.push(["n24", "n0", 1]);

    const search = countLoops(graphOf(rows), { maxLength: 48, budgetMs: 5000 });

    expect(search).toMatchObject({ count: 0, complete: true });
  });
});

describe("order", () => {
  test("strongest first: known amounts before upper bounds, then the larger, the shorter, the smaller ids", () => {
    const graph = graphOf([
      ["a", "b", 5],
      ["b", "a", 5],
      ["c", "d", 5],
      ["d", "c", 9],
      ["e", "f", 7],
      ["f", "e", 7],
      ["g", "h", 99],
      ["h", "g", null],
      ["i", "j", 5],
      ["j", "k", 5],
      ["k", "i", 5],
      ["l", "m", null],
      ["m", "l", null],
    ]);

    expect(idsOf(findLoops(graph))).toEqual(["e>f", "a>b", "c>d", "i>j>k", "g>h", "l>m"]);
  });

  test("another measure can lead, and the strongest still break its ties", () => {
    const graph = graphOf([
      ["a", "b", 1],
      ["b", "a", 9],
      ["c", "d", 5],
      ["d", "c", 5],
      ["e", "f", 4],
      ["f", "g", 4],
      ["g", "e", 4],
    ]);

    expect(idsOf(findLoops(graph, { rank: "total" }))).toEqual(["e>f>g", "c>d", "a>b"]);
    expect(idsOf(findLoops(graph, { rank: "length" }))).toEqual(["c>d", "a>b", "e>f>g"]);
  });

  test("the latest to close leads when asked, undated loops last", () => {
    const graph = graphOf([
      ["a", "b", 1],
      ["b", "a", 1],
      ["c", "d", 1],
      ["d", "c", 1],
      ["e", "f", 1],
      ["f", "e", 1],
    ]);
    ["2024", "2024-05-02", "2025-01", "2023-01-01"].forEach((day, i) => {
      graph.setEdgeAttribute(`d${i + 1}`, "announced", day);
    });

    const loops = [...findLoops(graph, { rank: "recent" })];

    expect(loops.map((loop) => [loop.id, loop.closedOn])).toEqual([
      ["c>d", "2025-01"],
      ["a>b", "2024-05-02"],
      ["e>f", null],
    ]);
  });

  test("top gives the first of the whole order and still counts the rest", () => {
    fc.assert(
      fc.property(smallRows, fc.nat(10), (rows, top) => {
        const all = findLoops(graphOf(rows));
        const first = findLoops(graphOf(rows), { top });
        expect(idsOf(first)).toEqual(idsOf(all).slice(0, top));
        expect(first).toMatchObject({ count: all.count, complete: true });
      }),
    );
  });

  test("top looks at every loop without amounts before it says which comes first", () => {
    const graph = graphOf([
      ["a", "b", null],
      ["b", "c", null],
      ["c", "a", null],
      ["d", "e", null],
      ["e", "d", null],
    ]);

    expect(idsOf(findLoops(graph, { top: 1 }))).toEqual(["d>e"]);
  });

  test("ids that are whole numbers are ordered by size", () => {
    expect(["10", "9", "b", "a", "0"].sort(compareIds)).toEqual(["0", "9", "10", "a", "b"]);
    expect(
      idsOf(
        findLoops(
          graphOf([
            ["10", "9"],
            ["9", "10"],
          ]),
        ),
      ),
    ).toEqual(["9>10"]);
  });
});

describe("filters", () => {
  test("a least amount keeps the loops whose bottleneck reaches it", () => {
    fc.assert(
      fc.property(smallRows, fc.integer({ min: 1, max: 9 }), (rows, minAmountUsd) => {
        const all = [...findLoops(graphOf(rows))].filter(
          (loop) => (loop.bottleneckUsd ?? -1) >= minAmountUsd,
        );
        expect(idsOf(findLoops(graphOf(rows), { minAmountUsd }))).toEqual(all.map((loop) => loop.id));
      }),
    );
  });

  test("a pattern keeps the loops it names", () => {
    const graph = graphOf([
      ["amd", "openai", null, "warrant"],
      ["openai", "amd", 9, "chip_purchase"],
      ["msft", "openai", 1, "equity_investment"],
      ["openai", "msft", 9, "compute_purchase"],
    ]);

    expect(idsOf(findLoops(graph, { pattern: "equity-for-orders" }))).toEqual(["amd>openai"]);
    expect(countLoops(graph, { pattern: "vendor-equity" }).count).toBe(1);
  });

  test("a window keeps the loops whose legs can all have come within so many days", () => {
    const graph = graphOf([
      ["a", "b"],
      ["a", "b"],
      ["b", "a"],
    ]);
    graph.setEdgeAttribute("d1", "announced", "2024-01-01");
    graph.setEdgeAttribute("d2", "announced", "2025-01-10");
    graph.setEdgeAttribute("d3", "announced", "2025-01-01");

    expect(countLoops(graph, { windowDays: 8 }).count).toBe(0);
    expect(countLoops(graph, { windowDays: 9 }).count).toBe(1);
  });
});

describe("ending early", () => {
  test("an aborted search gives nothing it did not find, and says so", () => {
    const search = findLoops(completeGraph(6), { signal: AbortSignal.abort() });

    expect(search).toMatchObject({ count: 0, complete: false, reason: "aborted" });
  });

  /** A ring of diamonds: 2^diamonds loops of two legs for each, which all tie. */
  const diamonds = (many: number) =>
    graphOf(
      [...Array(many).keys()].flatMap((i) => {
        const [from, to] = [`${i}`, `${(i + 1) % many}`];
        return ["up", "down"].flatMap((way) => [
          [from, `${way}${i}`, null] as const,
          [`${way}${i}`, to, null] as const,
        ]);
      }),
    );

  /** Ten layers of three entities, each of which pays all of the next; the last pay thirty, which pay the first. */
  const fan = () => {
    const layers = [["0"], ...[...Array(10).keys()].map((i) => ["a", "b", "c"].map((name) => `${name}${i}`))];
    const ends = [...Array(30).keys()].map((i) => `end${i}`);
    const rows = [...layers, ends, ["0"]].flatMap((layer, i, all) =>
      layer.flatMap((from) => (all[i + 1] ?? []).map((to) => [from, to] as const)),
    );
    return graphOf(rows);
  };

  test("however many loops tie, the list of the strongest ends at its budget and keeps what it gives", () => {
    const before = process.memoryUsage().arrayBuffers;
    const search = findLoops(diamonds(60), { maxLength: null, top: 2, budgetMs: 300 });

    expect(search.length).toBe(2);
    expect(search).toMatchObject({ complete: false, reason: "budget" });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 26);
  });

  test.each([
    ["thirty ways home from each path", fan(), 30 * 3 ** 10],
    ["loops of a hundred legs", diamonds(60), 2 ** 60],
  ])("a budget ends batches that are full before anybody looks: %s", (_title, graph, all) => {
    const batches = findLoops(graph, { maxLength: null, budgetMs: 5 }).batches();
    const started = performance.now();
    let loops = 0;
    for (const batch of batches) {
      for (let at = 0; at < batch.length; at += 1 + (batch[at] ?? 0)) loops++;
      if (performance.now() > started + 20_000) break;
    }

    expect(loops).toBeGreaterThan(0);
    expect(loops).toBeLessThan(all);
    expect(batches).toMatchObject({ complete: false, reason: "budget" });
  });

  test("a budget ends a search that would take hours, with loops found by then, none twice", () => {
    const search = findLoops(completeGraph(20), { maxLength: 12, budgetMs: 50 });

    const ids = idsOf(search.slice(0, 5000));
    expect(search).toMatchObject({ complete: false, reason: "budget" });
    expect(search.count).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("questions that cannot be answered", () => {
  const graph = graphOf([
    ["nvidia", "openai"],
    ["openai", "nvidia"],
  ]);

  test.each([
    [{ through: ["nvida"] }, 'no entity has the id "nvida" in this view; did you mean "nvidia"?'],
    [{ via: "d9" }, 'no deal has the id "d9" in this view; did you mean "d1"?'],
    [{ maxLength: 0 }, "maxLength: 0 does not hold; give a whole number of at least 1"],
    [{ top: 1.5 }, "top: 1.5 does not hold; give a whole number of at least 0"],
    [{ minAmountUsd: Number.NaN }, "minAmountUsd: NaN does not hold; give a number of at least 0"],
  ])("%j", (query, message) => {
    expect(() => findLoops(graph, query)).toThrow(message);
  });
});

describe("loops in the order of their flows' seconds", () => {
  const timed = (rows: readonly (readonly [string, string, number])[]) => {
    const graph = graphOf(rows.map(([from, to]) => [from, to] as const));
    rows.forEach(([, , time], i) => {
      graph.replaceEdgeAttributes(`d${i + 1}`, flowAttributes({ deal: `d${i + 1}`, time }));
    });
    return graph;
  };

  test("times rise strictly from some first flow, within the window", () => {
    const graph = timed([
      ["a", "b", 10],
      ["b", "c", 20],
      ["c", "a", 30],
      ["b", "a", 10],
    ]);

    expect(idsOf(findLoops(graph, { timeOrdered: true }))).toEqual(["a>b>c"]);
    expect(countLoops(graph, { timeOrdered: true, windowDays: 19 / 86_400 }).count).toBe(0);
  });

  test("each order of single flows counts apart when asked", () => {
    const graph = timed([
      ["a", "b", 1],
      ["a", "b", 2],
      ["b", "a", 3],
      ["b", "a", 4],
      ["b", "a", 0],
    ]);

    // 1→3, 1→4, 2→3, 2→4 from a, and 0→1, 0→2 from b.
    expect(countLoops(graph, { timeOrdered: true, perFlow: true }).count).toBe(6);
    expect(countLoops(graph, { timeOrdered: true }).count).toBe(1);
  });
});
