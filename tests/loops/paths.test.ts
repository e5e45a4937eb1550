import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPaths } from "../../src/loops/paths.js";
import { completeGraph, type FlowRow, graphOf, smallRows } from "../world.js";

const idsOf = (paths: Iterable<{ id: string }>) => [...paths].map(({ id }) => id);

/** Every simple path, by trying every way, in no order. */
function naivePaths(rows: readonly FlowRow[], from: string, to: string, maxLength: number): string[] {
  const pays = new Set(rows.map(([payer, payee]) => `${payer}>${payee}`));
  const ids = [...new Set(rows.flatMap((row) => row.slice(0, 2).map(String)))];
  const paths: string[] = [];
  const extend = (path: readonly string[]) => {
    const last = path.at(-1) ?? "";
    if (last === to) paths.push(path.join(">"));
    else if (path.length <= maxLength)
      for (const id of ids) if (!path.includes(id) && pays.has(`${last}>${id}`)) extend([...path, id]);
  };
  extend([from]);
  return paths;
}

describe("paths", () => {
  test("strongest first: known amounts before upper bounds, then the larger, the shorter, the smaller ids", () => {
    const graph = graphOf([
      ["a", "z", 3],
      ["a", "b", 9],
      ["b", "z", 5],
      ["a", "c", 5],
      ["c", "d", 9],
      ["d", "z", 9],
      ["a", "e", 5],
      ["e", "z", 5],
      ["a", "f", 99],
      ["f", "z", null],
      ["a", "g"],
      ["g", "z"],
    ]);

    const paths = [...findPaths(graph, "a", "z")];

    expect(
      paths.map(({ id, bottleneckUsd, undisclosedLegs }) => [id, bottleneckUsd, undisclosedLegs]),
    ).toEqual([
      ["a>b>z", 5, 0],
      ["a>e>z", 5, 0],
      ["a>c>d>z", 5, 0],
      ["a>z", 3, 0],
      ["a>f>z", 99, 1],
      ["a>g>z", null, 2],
    ]);
    expect(paths[0]).toMatchObject({
      length: 2,
      entities: ["a", "b", "z"],
      totalUsd: 14,
      firmness: "signed",
    });
    expect(paths[0]?.legs.map(({ deals }) => deals)).toEqual([["d2"], ["d3"]]);
  });

  const bound = fc.option(fc.integer({ min: 1, max: 7 }), { nil: null });

  test("the same paths as trying every way", () => {
    fc.assert(
      fc.property(smallRows, bound, (rows, maxLength) => {
        const graph = graphOf(rows);
        fc.pre(graph.hasNode("0") && graph.hasNode("1"));
        const found = idsOf(findPaths(graph, "0", "1", { maxLength }));
        expect(found.sort()).toEqual(naivePaths(rows, "0", "1", maxLength ?? 7).sort());
      }),
      { numRuns: 2000 },
    );
  });

  test("top gives the first of the whole order", () => {
    fc.assert(
      fc.property(smallRows, bound, fc.nat(6), (rows, maxLength, top) => {
        const graph = graphOf(rows);
        fc.pre(graph.hasNode("0") && graph.hasNode("1"));
        const all = findPaths(graph, "0", "1", { maxLength });
        expect(idsOf(findPaths(graph, "0", "1", { maxLength, top }))).toEqual(idsOf(all).slice(0, top));
      }),
      { numRuns: 2000 },
    );
  });

  test("beyond the lengths that are told apart, too", () => {
    // A chain of forty, and a short cut over its last thirty-nine legs that carries less.
    const chain = Array.from({ length: 40 }, (_, i): FlowRow => [`n${i}`, `n${i + 1}`, 7]);
    const graph = graphOf([...chain, ["n1", "n40", 2]]);
    const ways = (maxLength: number | null) =>
      [...findPaths(graph, "n0", "n40", { maxLength })].map(({ length }) => length);

    expect(ways(null)).toEqual([40, 2]);
    expect(ways(39)).toEqual([2]);
    expect([...findPaths(graph, "n0", "n40", { maxLength: null, top: 1 })][0]?.bottleneckUsd).toBe(7);
  });

  test("a search that is ended early says so", () => {
    const aborted = findPaths(completeGraph(6), "0", "1", { signal: AbortSignal.abort() });
    const late = findPaths(completeGraph(16), "0", "1", { maxLength: null, budgetMs: 30 });

    expect(aborted).toMatchObject({ length: 0, complete: false, reason: "aborted" });
    expect(late).toMatchObject({ complete: false, reason: "budget" });
    expect(late.length).toBeGreaterThan(0);
  });

  test.each([
    ["nvida", "openai", {}, 'no entity has the id "nvida" in this view; did you mean "nvidia"?'],
    ["nvidia", "nvidia", {}, "a way from nvidia back to itself is a loop"],
    ["nvidia", "openai", { maxLength: 0 }, "maxLength: 0 does not hold; give a whole number of at least 1"],
    ["nvidia", "openai", { top: -1 }, "top: -1 does not hold; give a whole number of at least 0"],
  ])("%s to %s with %j cannot be answered", (from, to, query, message) => {
    const graph = graphOf([["nvidia", "openai"]]);

    expect(() => findPaths(graph, from, to, query)).toThrow(message);
  });
});
