/** Searches cut anywhere and gone on with: what was found before and after is all, and none twice. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countLoops, findLoops, type LoopSearch } from "../../src/loops/find.js";
import type { LoopQuery } from "../../src/loops/query.js";
import { completeGraph, graphOf, smallRows } from "../world.js";

/** Cuts a search short after some looks at its signal. */
function signalAfter(looks: number) {
  let left = looks;
  return {
    get aborted() {
      return left-- <= 0;
    },
  };
}

function idsIn(search: LoopSearch): string[] {
  const ids: string[] = [];
  const batches = search.batches();
  for (const batch of batches) for (const loop of search.loopsOf(batch)) ids.push(loop.id);
  return ids;
}

const question: fc.Arbitrary<LoopQuery> = fc.record(
  {
    maxLength: fc.option(fc.integer({ min: 2, max: 7 }), { nil: null }),
    minLength: fc.integer({ min: 1, max: 3 }),
    perFlow: fc.boolean(),
    minAmountUsd: fc.integer({ min: 1, max: 5 }),
    through: fc.subarray(["0", "1"]),
  },
  { requiredKeys: [] },
);

describe("a search that was cut", () => {
  test("by a limit goes on where it ended, and gives the loops in the same order", () => {
    fc.assert(
      fc.property(smallRows, question, fc.integer({ min: 1, max: 6 }), (rows, query, limit) => {
        const graph = graphOf(rows);
        fc.pre((query.through ?? []).every((id) => graph.hasNode(id)));
        const whole = idsIn(findLoops(graph, query));
        const pieces: string[][] = [];
        for (let from: string | undefined; ; ) {
          const search = findLoops(graph, { ...query, limit, from });
          pieces.push(idsIn(search));
          if (search.complete) {
            expect(search.cursor).toBeNull();
            break;
          }
          expect([search.reason, search.count]).toEqual(["limit", limit]);
          from = search.cursor ?? "";
        }
        expect(pieces.flat()).toEqual(whole);
      }),
      { numRuns: 2_000 },
    );
  });

  test("by a limit amid a batch of several roots goes on from the root it was at", () => {
    const graph = completeGraph(6);
    const whole = idsIn(findLoops(graph, { maxLength: null }));
    const pieces: string[][] = [];
    for (let from: string | undefined; pieces.length === 0 || from !== undefined; ) {
      const search = findLoops(graph, { maxLength: null, limit: 50, from });
      pieces.push(idsIn(search));
      from = search.cursor ?? undefined;
    }
    // OEIS A006231: 409 circuits of the complete digraph on six nodes.
    expect(pieces.map((ids) => ids.length)).toEqual([50, 50, 50, 50, 50, 50, 50, 50, 9]);
    expect(pieces.flat()).toEqual(whole);
  });

  test("by its signal", () => {
    fc.assert(
      fc.property(smallRows, question, fc.nat(40), (rows, query, looks) => {
        const graph = graphOf(rows);
        fc.pre((query.through ?? []).every((id) => graph.hasNode(id)));
        const first = findLoops(graph, { ...query, signal: signalAfter(looks) });
        const found = [...first].map(({ id }) => id);
        const rest = first.cursor === null ? [] : [...findLoops(graph, { ...query, from: first.cursor })];
        const all = [...findLoops(graph, query)].map(({ id }) => id);
        expect([...found, ...rest.map(({ id }) => id)].sort()).toEqual(all.sort());
      }),
      { numRuns: 300 },
    );
  });

  test("while it counts: the counts add up, length by length", () => {
    fc.assert(
      fc.property(smallRows, question, fc.array(fc.nat(12), { maxLength: 4 }), (rows, query, cuts) => {
        const graph = graphOf(rows);
        fc.pre((query.through ?? []).every((id) => graph.hasNode(id)));
        const byLength = new Map<number, number>();
        let from: string | undefined;
        for (const looks of [...cuts, Number.POSITIVE_INFINITY]) {
          const counted = countLoops(graph, { ...query, from, signal: signalAfter(looks) });
          for (const [length, loops] of counted.byLength)
            byLength.set(length, (byLength.get(length) ?? 0) + loops);
          from = counted.cursor ?? undefined;
          if (counted.complete) break;
        }
        const whole = countLoops(graph, query);
        expect(new Map([...byLength].sort(([a], [b]) => a - b))).toEqual(whole.byLength);
      }),
      { numRuns: 300 },
    );
  });

  test("in the middle of a root whose loops are many", () => {
    // 2 to 8 of 8 entities in any order: 16,064 loops (OEIS A006231), cut by looks at every 4096th step.
    const graph = completeGraph(8);
    let count = 0;
    let pieces = 0;
    for (let from: string | undefined; ; pieces++) {
      const counted = countLoops(graph, { maxLength: null, from, signal: signalAfter(5 * (pieces + 1)) });
      count += counted.count;
      if (counted.complete) break;
      expect(counted.reason).toBe("aborted");
      from = counted.cursor ?? "";
    }

    expect(count).toBe(16_064);
    expect(pieces).toBeGreaterThan(1);
  });

  test("ends a list that takes too much memory, and says where", () => {
    const first = findLoops(completeGraph(9), { maxLength: null, maxBytes: 1 });

    expect(first).toMatchObject({ complete: false, reason: "budget" });
    const rest = findLoops(completeGraph(9), { maxLength: null, from: first.cursor ?? "" });
    // OEIS A006231: 125,664 loops of nine entities.
    expect(first.count + rest.count).toBe(125_664);
  });
});

describe("a cursor", () => {
  test("is short, and printable", () => {
    const { cursor } = findLoops(completeGraph(6), { limit: 10 });

    expect(cursor).toMatch(/^[0-9a-z~.+:]{1,60}$/);
  });

  test.each([
    ["nonsense", "is none"],
    ["", "is none"],
    ["a~1~2~3~4", "is none"],
    ["zzz~1", "belongs to another graph or question"],
  ])("%j is refused in one line", (from, fault) => {
    expect(() => findLoops(completeGraph(3), { from })).toThrow(`cursor: "${from}" ${fault}`);
  });

  test("of another question is refused", () => {
    const { cursor } = findLoops(completeGraph(6), { limit: 10 });

    expect(() => findLoops(completeGraph(6), { maxLength: 4, from: cursor ?? "" })).toThrow(
      "another graph or question",
    );
    expect(() => findLoops(completeGraph(7), { from: cursor ?? "" })).toThrow("another graph or question");
    expect(() => countLoops(completeGraph(6), { from: cursor ?? "" })).toThrow("another graph or question");
  });
});
