/** The sweep against trying every path, and against what is known of complete graphs, grids, rings and chains. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompactGraph, compactGraph } from "../../src/graph/compact.js";
import { countLoops } from "../../src/loops/find.js";
import { BoundedCounter } from "../../src/loops/search/counting.js";
import { UNBOUNDED } from "../../src/loops/search/near.js";
import { rankGraph } from "../../src/loops/search/ranked.js";
import { Sweep } from "../../src/loops/search/sweep.js";
import { waysOfLegs } from "../../src/loops/search/ways.js";
import { legGraph } from "../graphs.js";

type Row = readonly [from: number, to: number];

function graphOf(nodes: number, rows: readonly Row[]): CompactGraph {
  return compactGraph(nodes, {
    from: Int32Array.from(rows, ([from]) => from),
    to: Int32Array.from(rows, ([, to]) => to),
  });
}

/** How many loops there are by length, each choice of parallel rows apart, by trying every row. */
function naiveCounts(nodes: number, rows: readonly Row[], maxLength: number): number[] {
  const byLength: number[] = Array(Math.min(nodes, maxLength) + 1).fill(0);
  const extend = (first: number, at: number, path: readonly number[]) => {
    for (const [from, to] of rows) {
      if (from !== at || from === to) continue;
      if (to === first && path.length <= maxLength) byLength[path.length] = (byLength[path.length] ?? 0) + 1;
      if (to > first && !path.includes(to)) extend(first, to, [...path, to]);
    }
  };
  for (let first = 0; first < nodes; first++) extend(first, first, [first]);
  return byLength;
}

/** All loops by length, however long it takes. */
function swept(graph: CompactGraph, maxLength = UNBOUNDED, ways: Float64Array | null = null): number[] {
  const found = new Sweep(rankGraph(graph), maxLength, ways).run(Number.POSITIVE_INFINITY, () => false);
  return [...(found ?? [])];
}

const sum = (byLength: readonly number[]) => byLength.reduce((all, loops) => all + loops, 0);

const both = (rows: readonly Row[]): Row[] =>
  rows.flatMap(([a, b]): Row[] => [
    [a, b],
    [b, a],
  ]);

/** A square grid of entities, next to each other paying each other. */
function grid(side: number): CompactGraph {
  const rows: Row[] = [];
  for (let v = 0; v < side * side; v++) {
    if ((v + 1) % side !== 0) rows.push([v, v + 1]);
    if (v + side < side * side) rows.push([v, v + side]);
  }
  return graphOf(side * side, both(rows));
}

/** Diamonds in a chain whose end pays its beginning. */
function diamondRing(many: number): CompactGraph {
  const rows: Row[] = [[3 * many, 0]];
  for (let v = 0; v < 3 * many; v += 3) rows.push([v, v + 1], [v, v + 2], [v + 1, v + 3], [v + 2, v + 3]);
  return graphOf(3 * many + 1, rows);
}

/** A ring whose entities also pay the one so many places on. */
function chordRing(nodes: number, chord: number): CompactGraph {
  const rows = [...Array(nodes).keys()].flatMap((v): Row[] => [
    [v, (v + 1) % nodes],
    [v, (v + chord) % nodes],
  ]);
  return graphOf(nodes, rows);
}

describe("every loop counted once, none walked", () => {
  test("on 20,000 small graphs, thin and dense, of several parts, within any bound", () => {
    const node = fc.nat(6);
    const rows = fc.array(fc.tuple(node, node), { maxLength: 22, size: "max" });
    fc.assert(
      fc.property(rows, fc.option(fc.integer({ min: 2, max: 7 }), { nil: UNBOUNDED }), (rows, maxLength) => {
        const graph = graphOf(7, rows);
        const counts = naiveCounts(7, rows, maxLength);
        const byLength = swept(graph, maxLength, waysOfLegs(graph));

        expect(sum(byLength)).toBe(sum(counts));
        expect(byLength.every((loops, length) => loops === counts[length])).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  }, 240_000);

  test("on graphs with a wider front, as walking counts them", () => {
    const node = fc.nat(13);
    const rows = fc.array(fc.tuple(node, node), { minLength: 25, maxLength: 45, size: "max" });
    fc.assert(
      fc.property(rows, fc.integer({ min: 5, max: 13 }), (rows, maxLength) => {
        const ranked = rankGraph(graphOf(14, rows));
        const counter = new BoundedCounter(ranked, maxLength);
        const byLength = new Float64Array(15);
        for (let root = 0; root < ranked.size; root++) counter.count(root, byLength, () => false);

        const found = swept(graphOf(14, rows), maxLength);

        expect(found).toEqual([...byLength.subarray(0, found.length)]);
        expect(sum(found)).toBe(sum([...byLength]));
      }),
      { numRuns: 1000 },
    );
  }, 240_000);

  // OEIS A006231: circuits of the complete digraph on n nodes.
  test.each([
    [2, 1],
    [3, 5],
    [4, 20],
    [5, 84],
    [6, 409],
    [7, 2365],
    [8, 16_064],
    [9, 125_664],
  ])("%i entities, all paying all: %i", (nodes, count) => {
    const all = [...Array(nodes).keys()];
    const rows = all.flatMap((a) => all.filter((b) => b !== a).map((b): Row => [a, b]));

    expect(sum(swept(graphOf(nodes, rows)))).toBe(count);
  });

  // OEIS A140517: cycles in an n × n grid graph; each goes round both ways, and each pair is a loop of two.
  test.each([
    [2, 1],
    [3, 13],
    [4, 213],
    [5, 9349],
    [6, 1_222_363],
    [7, 487_150_371],
  ])("a grid of side %i: %i rings, both ways round, and its pairs", (side, rings) => {
    const byLength = swept(grid(side));

    expect(byLength[2]).toBe(2 * side * (side - 1));
    expect(sum(byLength)).toBe(2 * rings + 2 * side * (side - 1));
  });

  test("diamonds in a ring make two loops of one length to the power of their number", () => {
    expect(swept(diamondRing(24)).flatMap((loops, length) => (loops > 0 ? [[length, loops]] : []))).toEqual([
      [49, 2 ** 24],
    ]);
    expect(sum(swept(diamondRing(24), 48))).toBe(0);
  });

  test("a ring with chords of seven has the 450,955 loops that networkx finds", () => {
    expect(sum(swept(chordRing(40, 7)))).toBe(450_955);
  });
});

describe("a count that takes the shorter way", () => {
  // The walk finds as many, in a minute.
  test("comes out in a moment where walking would take a minute", () => {
    const { count, complete, isExact } = countLoops(legGraph(chordRing(60, 7)), { maxLength: null });

    expect({ count, complete, isExact }).toEqual({ count: 414_851_301, complete: true, isExact: true });
  });

  test("says when there are more loops than a number can hold to the last", () => {
    const many = countLoops(legGraph(diamondRing(60)), { maxLength: null });

    expect(many).toMatchObject({ count: 2 ** 60, complete: true, isExact: false });
    expect(countLoops(legGraph(diamondRing(50)), { maxLength: 151 })).toMatchObject({
      count: 2 ** 50,
      isExact: true,
    });
  });

  test("takes in what entities pay themselves, and no loop below the least length", () => {
    const graph = chordRing(60, 7);
    const rows: Row[] = [...graph.source].map((from, leg) => [from, graph.target[leg] ?? -1]);
    const legs = legGraph(graphOf(60, [...rows, [5, 5], [6, 6]]));
    const all = countLoops(legs, { maxLength: null, minLength: 1 });
    const long = countLoops(legs, { maxLength: null, minLength: 30 });

    expect(all.count).toBe(414_851_303);
    expect(all.byLength.get(1)).toBe(2);
    expect(Math.min(...long.byLength.keys())).toBe(30);
    for (const [length, loops] of long.byLength) expect(all.byLength.get(length)).toBe(loops);
  });

  test("counts each choice of parallel flows", () => {
    const graph = diamondRing(20);
    const rows: Row[] = [...graph.source].map((from, leg) => [from, graph.target[leg] ?? -1]);
    // Each way through each diamond twice: four ways for one.
    const twice = rows.filter(([from]) => from % 3 === 0 && from < 60);

    const { count } = countLoops(legGraph(graphOf(61, [...rows, ...twice])), {
      maxLength: null,
      perFlow: true,
    });

    expect(count).toBe(4 ** 20);
  });

  test("ends when it is told to, and goes on from there", () => {
    const legs = legGraph(chordRing(40, 7));
    let looks = 0;
    const signal = {
      get aborted() {
        // Some looks of the first try have passed by then.
        return ++looks > 150;
      },
    };

    const first = countLoops(legs, { maxLength: null, signal });
    const rest = countLoops(legs, { maxLength: null, from: first.cursor ?? "" });

    expect(first).toMatchObject({ complete: false, reason: "aborted" });
    expect(first.count + rest.count).toBe(450_955);
  });
});

describe("a sweep that is given up", () => {
  test("by its front, by its steps, or when it is stopped", () => {
    const all = [...Array(30).keys()];
    const wide = rankGraph(
      graphOf(
        30,
        all.flatMap((a) => all.filter((b) => b !== a).map((b): Row => [a, b])),
      ),
    );
    const narrow = rankGraph(grid(5));

    expect(new Sweep(wide, UNBOUNDED).run(Number.POSITIVE_INFINITY, () => false)).toBeNull();
    expect(new Sweep(narrow, UNBOUNDED).run(1000, () => false)).toBeNull();
    expect(new Sweep(narrow, UNBOUNDED).run(Number.POSITIVE_INFINITY, () => true)).toBeNull();
  });

  test("it can be run again", () => {
    const sweep = new Sweep(rankGraph(grid(5)), UNBOUNDED);
    sweep.run(3000, () => false);

    const again = sweep.run(Number.POSITIVE_INFINITY, () => false);

    expect(again).toEqual(Float64Array.from(swept(grid(5))));
  });
});
