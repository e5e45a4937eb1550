import fc from "fast-check";
import { expect, test } from "vitest";
import { compactGraph, legsInto } from "../../src/graph/compact.js";

const NONE = Number.NaN;

test("parallel edges fold into a leg, in the order of time and then of the input", () => {
  const graph = compactGraph(3, {
    from: Int32Array.of(2, 0, 0, 2, 0),
    to: Int32Array.of(0, 1, 2, 0, 1),
    time: Float64Array.of(9, 5, 1, 3, 5),
    amountUsd: Float64Array.of(4, NONE, NONE, 6, 2),
  });

  expect([...graph.start]).toEqual([0, 2, 2, 3]);
  expect([...graph.source]).toEqual([0, 0, 2]);
  expect([...graph.target]).toEqual([1, 2, 0]);
  expect([...graph.edgeStart]).toEqual([0, 2, 3, 5]);
  expect([...graph.edge]).toEqual([1, 4, 2, 3, 0]);
  expect([...(graph.time ?? [])]).toEqual([5, 5, 1, 3, 9]);
  expect([...graph.amountUsd]).toEqual([2, NONE, 10]);
});

test("a leg can count for its largest edge instead of their sum", () => {
  const columns = { from: Int32Array.of(0, 0), to: Int32Array.of(1, 1), amountUsd: Float64Array.of(4, 6) };

  expect([...compactGraph(2, columns, "max").amountUsd]).toEqual([6]);
});

test("one edge without a time leaves the whole graph without", () => {
  const columns = { from: Int32Array.of(0, 1), to: Int32Array.of(1, 0), time: Float64Array.of(4, NONE) };

  expect(compactGraph(2, columns).time).toBeNull();
});

test("every edge is in the leg of its two ends, once, and legs are found from either end", () => {
  const edges = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 60 });
  fc.assert(
    fc.property(edges, (rows) => {
      const graph = compactGraph(10, {
        from: Int32Array.from(rows, ([from]) => from),
        to: Int32Array.from(rows, ([, to]) => to),
      });
      const seen: number[] = [];
      for (let v = 0; v < 10; v++) {
        for (let leg = graph.start[v] as number; leg < (graph.start[v + 1] as number); leg++) {
          expect(graph.source[leg]).toBe(v);
          for (const row of graph.edge.subarray(graph.edgeStart[leg], graph.edgeStart[leg + 1])) {
            expect(rows[row]).toEqual([v, graph.target[leg]]);
            seen.push(row);
          }
        }
      }
      expect(seen.sort((a, b) => a - b)).toEqual(rows.map((_, row) => row));
      const into = legsInto(graph);
      for (let v = 0; v < 10; v++) {
        const legs = [...into.legs.subarray(into.start[v], into.start[v + 1])];
        expect(legs).toEqual([...graph.target.keys()].filter((leg) => graph.target[leg] === v));
      }
    }),
  );
});
