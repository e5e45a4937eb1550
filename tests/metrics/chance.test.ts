import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countLoops } from "../../src/loops/find.js";
import { loopsAgainstChance } from "../../src/metrics/chance.js";
import { type FlowRow, graphOf, smallRows } from "../world.js";

describe("against chance", () => {
  test("the same seed gives the same answer, another seed another", () => {
    const graph = graphOf(ring(12));
    const one = loopsAgainstChance(graph, { samples: 30, seed: 7 });
    expect(loopsAgainstChance(graph, { samples: 30, seed: 7 })).toEqual(one);
    expect(loopsAgainstChance(graph, { samples: 30, seed: 8 })).not.toEqual(one);
  });

  test("pairs that all pay each other back are far more loops than chance makes", () => {
    const rows = Array.from({ length: 20 }, (_, i): FlowRow[] => [
      [`a${i}`, `b${i}`],
      [`b${i}`, `a${i}`],
    ]).flat();
    const found = loopsAgainstChance(graphOf(rows), { samples: 100 });
    expect(found.observed).toBe(20);
    expect(found.mean).toBeLessThan(5);
    expect(found.zScore).toBeGreaterThan(5);
    expect(found.pAtLeast).toBe(1 / 101);
    expect(found.byLength[0]).toMatchObject({ length: 2, observed: 20 });
  });

  test("where every entity pays every other there is nothing to join anew", () => {
    const ids = ["a", "b", "c", "d"];
    const rows = ids.flatMap((from) => ids.filter((to) => to !== from).map((to): FlowRow => [from, to]));
    const found = loopsAgainstChance(graphOf(rows), { samples: 10 });
    expect(found).toMatchObject({ observed: 20, mean: 20, deviation: 0, zScore: null, pAtLeast: 1 });
  });

  test("kinds are not mixed: who gives warrants goes on giving warrants, and only that", () => {
    // Sellers s give warrants to buyers b, buyers pay sellers: any joining by kinds leads from s to b and back.
    const rows = Array.from({ length: 6 }, (_, i): FlowRow[] => [
      [`s${i}`, `b${i}`, null, "warrant"],
      [`b${i}`, `s${(i + 1) % 6}`, null, "compute_purchase"],
    ]).flat();
    const { byLength } = loopsAgainstChance(graphOf(rows), { samples: 50, maxLength: 12 });
    expect(byLength.map(({ length }) => length).filter((length) => length % 2 === 1)).toEqual([]);
    // Six buyers' and six sellers' one link each make one cycle of all or several smaller: never none.
    expect(byLength.reduce((sum, { mean }) => sum + mean, 0)).toBeGreaterThan(1);
  });

  test("the count of the graph itself is the search's, whatever the graph", () => {
    fc.assert(
      fc.property(smallRows, (rows) => {
        const graph = graphOf(rows);
        const found = loopsAgainstChance(graph, { samples: 3 });
        expect(found.observed).toBe(countLoops(graph).count);
        expect(found.pAtLeast).toBeGreaterThan(0);
        expect(found.pAtLeast).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });

  test("stopped, it says how many samples it has", () => {
    const found = loopsAgainstChance(graphOf(ring(5)), { signal: { aborted: true } });
    expect(found).toMatchObject({ samples: 0, complete: false, mean: null, zScore: null, observed: 1 });
  });

  test.each([
    [{ samples: 0 }, "samples: 0"],
    [{ seed: 1.5 }, "seed: 1.5"],
  ])("what cannot be is said in one line: %o", (options, words) => {
    expect(() => loopsAgainstChance(graphOf([]), options)).toThrow(words);
  });
});

function ring(n: number): FlowRow[] {
  return Array.from({ length: n }, (_, i): FlowRow => [`e${i}`, `e${(i + 1) % n}`]);
}
