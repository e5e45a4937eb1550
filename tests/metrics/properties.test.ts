import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findLoops } from "../../src/loops/find.js";
import { maximumCirculation } from "../../src/metrics/circulation.js";
import { cycling } from "../../src/metrics/cycling.js";
import { type FlowMatrix, flowMatrix, withoutDeals } from "../../src/metrics/flow-matrix.js";
import { inverse } from "../../src/metrics/linear.js";
import { marginalDeals } from "../../src/metrics/marginal.js";
import { netting } from "../../src/metrics/netting.js";
import { ROUND_TRIP_SCOPES, roundTrip } from "../../src/metrics/round-trip.js";
import type { FlowKind } from "../../src/model/deal-kinds.js";
import { type FlowRow, graphOf } from "../world.js";

const KINDS: readonly FlowKind[] = ["equity_investment", "loan", "chip_purchase", "lease", "guarantee"];

const rows: fc.Arbitrary<readonly FlowRow[]> = fc.array(
  fc
    .record({
      from: fc.nat(6).map(String),
      to: fc.nat(6).map(String),
      usd: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 6, nil: null }),
      kind: fc.constantFrom(...KINDS),
    })
    .map(({ from, to, usd, kind }): FlowRow => [from, to, usd, kind]),
  { maxLength: 24 },
);
const outside = fc.dictionary(fc.nat(6).map(String), fc.nat(30), { maxKeys: 3 });
const world = fc.record({ rows, outside });

function matrixOf({
  rows,
  outside,
}: {
  rows: readonly FlowRow[];
  outside: Record<string, number>;
}): FlowMatrix {
  const graph = graphOf(rows);
  return flowMatrix(graph, { outside: new Map(Object.entries(outside).filter(([id]) => graph.hasNode(id))) });
}

const close = (actual: number, expected: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));

describe("on any graph", () => {
  test("what comes back by pairs is what cycles by entities", () => {
    fc.assert(
      fc.property(world, (given) => {
        const matrix = matrixOf(given);
        const { cyclingShare, returnShare, ownMoneyShare, cycledUsd } = cycling(matrix);

        matrix.ids.forEach((_, i) => {
          let back = 0;
          for (let pair = matrix.start[i] ?? 0; pair < (matrix.start[i + 1] ?? 0); pair++)
            back += ((matrix.usd[pair] ?? 0) / (matrix.throughflow[i] ?? 1)) * (returnShare[pair] ?? 0);
          close(back, cyclingShare[i] ?? 0);
        });
        const total = (share: Float64Array) =>
          matrix.usd.reduce((sum, usd, pair) => sum + usd * (share[pair] ?? 0), 0);
        close(total(returnShare), cycledUsd);
        close(total(ownMoneyShare), cycledUsd);
      }),
    );
  });

  test("every share lies between 0 and 1, and there is none where nothing flows", () => {
    fc.assert(
      fc.property(world, (given) => {
        const matrix = matrixOf(given);
        const { finnCyclingIndex, cyclingShare, returnShare, ownMoneyShare } = cycling(matrix);

        for (const share of [...cyclingShare, ...returnShare, ...ownMoneyShare, finnCyclingIndex ?? 0]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        const handled = matrix.throughflow.some((usd) => usd > 0);
        expect(finnCyclingIndex === null).toBe(!handled);
      }),
    );
  });

  test("without a loop nothing cycles and nothing circulates", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const matrix = flowMatrix(graphOf(all.filter(([from, to]) => from < to)));

        expect(cycling(matrix).cycledUsd).toBe(0);
        expect(maximumCirculation(matrix)).toMatchObject({ usd: 0, loops: [] });
      }),
    );
  });

  test("in another unit, every share stays as it is", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const small = flowMatrix(graphOf(all));
        const inDollars = ([from, to, usd = null, kind = "service"]: FlowRow): FlowRow => [
          from,
          to,
          usd === null ? null : usd * 1e9,
          kind,
        ];
        const large = flowMatrix(graphOf(all.map(inDollars)));

        cycling(small).cyclingShare.forEach((share, i) => {
          close(cycling(large).cyclingShare[i] ?? -1, share);
        });
        close(maximumCirculation(large).share ?? 0, maximumCirculation(small).share ?? 0);
        for (const id of small.ids) {
          close(roundTrip(large, id).proRata ?? -1, roundTrip(small, id).proRata ?? -1);
          close(roundTrip(large, id).lower ?? -1, roundTrip(small, id).lower ?? -1);
          close(roundTrip(large, id).upper ?? -1, roundTrip(small, id).upper ?? -1);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("results do not depend on the order of deals", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const one = flowMatrix(graphOf(all));
        const other = flowMatrix(graphOf(all.toReversed()));

        expect(other.ids).toEqual(one.ids);
        expect(cycling(other).cyclingShare).toEqual(cycling(one).cyclingShare);
        expect(maximumCirculation(other)).toEqual(maximumCirculation(one));
      }),
    );
  });

  test("a round trip lies between its bounds", () => {
    fc.assert(
      fc.property(world, (given) => {
        const matrix = matrixOf(given);
        for (const id of matrix.ids)
          for (const scope of ROUND_TRIP_SCOPES) {
            const { lower, proRata, upper, direct, recordedUsd } = roundTrip(matrix, id, { scope });
            if (lower === null || proRata === null || upper === null || direct === null) {
              expect(recordedUsd).toBe(0);
              continue;
            }
            expect(lower).toBeGreaterThanOrEqual(0);
            expect(upper).toBeLessThanOrEqual(1);
            expect(lower).toBeLessThanOrEqual(proRata + 1e-9);
            expect(proRata).toBeLessThanOrEqual(upper + 1e-9);
            expect(direct).toBeLessThanOrEqual(proRata + 1e-9);
          }
      }),
    );
  });

  test("bilateral <= circulation <= excess <= gross", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const matrix = flowMatrix(graphOf(all));
        const { bilateralUsd, excessUsd, grossUsd } = netting(matrix);
        const { usd } = maximumCirculation(matrix);

        expect(bilateralUsd).toBeLessThanOrEqual(usd);
        expect(usd).toBeLessThanOrEqual(excessUsd);
        expect(excessUsd).toBeLessThanOrEqual(grossUsd);
      }),
    );
  });

  test("no circulation is larger: along no ring of what is left or could be taken back is there a gain", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const matrix = flowMatrix(graphOf(all));
        const round = new Map<string, number>();
        for (const { entities, usd } of maximumCirculation(matrix).loops)
          entities.forEach((from, i) => {
            const key = `${from}>${entities[(i + 1) % entities.length]}`;
            round.set(key, (round.get(key) ?? 0) + usd);
          });
        const edges = [...matrix.usd].flatMap((usd, pair): [number, number, number][] => {
          const from = matrix.source[pair] ?? -1;
          const to = matrix.target[pair] ?? -1;
          const taken = round.get(`${matrix.ids[from]}>${matrix.ids[to]}`) ?? 0;
          expect(taken).toBeLessThanOrEqual(usd);
          return [
            ...(taken < usd ? [[from, to, -1] as [number, number, number]] : []),
            ...(taken > 0 ? [[to, from, 1] as [number, number, number]] : []),
          ];
        });
        // Bellman-Ford: a ring that costs less than nothing would go on getting cheaper.
        const cost = matrix.ids.map(() => 0);
        for (let turn = 0; turn < matrix.ids.length; turn++)
          for (const [from, to, step] of edges) cost[to] = Math.min(cost[to] ?? 0, (cost[from] ?? 0) + step);

        for (const [from, to, step] of edges)
          expect(cost[to] ?? 0).toBeLessThanOrEqual((cost[from] ?? 0) + step);
        expect(matrix.usd.length === 0 || round.size <= matrix.usd.length).toBe(true);
      }),
    );
  });

  test("without what circulates at most, no loop is left", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const matrix = flowMatrix(graphOf(all));
        const rest = new Map([...matrix.usd].map((usd, pair) => [pairName(matrix, pair), usd]));
        for (const { entities, usd } of maximumCirculation(matrix).loops)
          entities.forEach((from, i) => {
            const key = `${from}>${entities[(i + 1) % entities.length]}`;
            rest.set(key, (rest.get(key) ?? 0) - usd);
          });

        const left = [...rest].flatMap(([key, usd]): FlowRow[] => {
          const [from = "", to = ""] = key.split(">");
          return usd > 0 ? [[from, to, usd]] : [];
        });
        expect(findLoops(graphOf(left), { maxLength: null }).count).toBe(0);
      }),
    );
  });

  test("an inverse mended for one deal less is the inverse made anew", () => {
    fc.assert(
      fc.property(world, (given) => {
        const matrix = matrixOf(given);
        for (const { deal, indexWithout } of marginalDeals(matrix)) {
          const anew = cycling(withoutDeals(matrix, new Set([deal]))).finnCyclingIndex;
          close(indexWithout ?? -1, anew ?? -1);
        }
      }),
    );
  });
});

function pairName({ ids, source, target }: FlowMatrix, pair: number): string {
  return `${ids[source[pair] ?? -1]}>${ids[target[pair] ?? -1]}`;
}

describe("inverse", () => {
  test("times the matrix it is one", () => {
    const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(numbers, (values) => {
        const inverted = inverse(Float64Array.from(values), 4);
        if (inverted === null) return;
        for (let i = 0; i < 4; i++)
          for (let j = 0; j < 4; j++) {
            let sum = 0;
            for (let k = 0; k < 4; k++) sum += (values[i * 4 + k] ?? 0) * (inverted[k * 4 + j] ?? 0);
            expect(sum).toBeCloseTo(i === j ? 1 : 0, 6);
          }
      }),
    );
  });

  test("of a matrix whose rows depend on one another there is none", () => {
    expect(inverse(Float64Array.from([1, 2, 2, 4]), 2)).toBeNull();
  });

  test("of what is not square is refused by name", () => {
    expect(() => inverse(new Float64Array(6), 2)).toThrow(/^factor: 6 values are no square matrix/);
  });
});
