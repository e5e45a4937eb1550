import { describe, expect, test } from "vitest";
import * as z from "zod";
import { findLoops } from "../../src/loops/find.js";
import { maximumCirculation } from "../../src/metrics/circulation.js";
import { concentration } from "../../src/metrics/concentration.js";
import { cycling } from "../../src/metrics/cycling.js";
import { withoutDeals } from "../../src/metrics/flow-matrix.js";
import { loopMeasures } from "../../src/metrics/loop-measures.js";
import { marginalDeals } from "../../src/metrics/marginal.js";
import { netting } from "../../src/metrics/netting.js";
import { roundTrip } from "../../src/metrics/round-trip.js";
import { casesOf, graphOfInput, Input, matrixOfInput, near } from "./oracle.js";

const Value = z.number().nullable();
const Finn = z.object({
  TST: z.number(),
  boundary: z.number(),
  FCI: Value,
  APL: Value,
  cycled: z.number(),
  nodes: z.record(
    z.string(),
    z.object({
      inflow: z.number(),
      outflow: z.number(),
      externalIn: z.number(),
      externalOut: z.number(),
      throughflow: z.number(),
      circulationShare: z.number(),
      cycledFlow: z.number(),
    }),
  ),
  pairs: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      amount: z.number(),
      returnShare: z.number(),
      ownMoneyShare: z.number(),
    }),
  ),
  closedNodes: z.array(z.string()),
});
const Trip = z.object({
  vendor: z.string(),
  scope: z.enum(["financing", "any"]),
  revenue: z.number(),
  directShare: Value,
  share: Value,
  lowerShare: Value,
  upperShare: Value,
  buyers: z.record(
    z.string(),
    z.object({
      purchases: z.number(),
      ownCapitalShareOfFunding: z.number(),
      directShareOfFunding: z.number(),
    }),
  ),
});
const Hhi = z
  .object({
    hhi: z.number(),
    hhi10k: z.number(),
    effectiveN: z.number(),
    top: z.string(),
    topShare: z.number(),
  })
  .nullable();
const Worked = z.object({
  id: z.string(),
  input: Input,
  expected: z.object({
    finn: Finn,
    circulation: z.object({
      gross: z.number(),
      value: z.number(),
      share: Value,
      bilateral: z.number(),
      bilateralShare: Value,
      minimumNetFunding: z.number(),
      excess: z.number(),
      excessShare: Value,
    }),
    roundTrip: z.array(Trip),
    hhi: z.record(z.string(), z.object({ inflow: Hhi, outflow: Hhi })),
    loops: z.array(
      z.object({
        nodes: z.array(z.string()),
        bottleneck: Value,
        upperBoundOnly: z.boolean(),
        loopGain: Value,
      }),
    ),
    dealLoops: z.array(
      z.object({
        edges: z.array(z.string()),
        signature: z.string(),
        weak: z.object({ status: z.string() }),
      }),
    ),
  }),
});

function expectFinn(input: Input, expected: z.output<typeof Finn>) {
  const matrix = matrixOfInput(input);
  const result = cycling(matrix);

  near(result.finnCyclingIndex, expected.FCI, "FCI");
  near(result.averagePathLength, expected.APL, "APL");
  near(result.throughflowUsd, expected.TST, "TST");
  near(result.cycledUsd, expected.cycled, "cycled");
  expect(result.closedEntities).toEqual(expected.closedNodes.toSorted());
  near(
    matrix.outsideSource.reduce((sum, z) => sum + z, 0),
    expected.boundary,
    "boundary",
  );
  for (const [id, node] of Object.entries(expected.nodes)) {
    const i = matrix.indexOf.get(id) ?? -1;
    near(matrix.inflow[i], node.inflow, `${id} in`);
    near(matrix.outflow[i], node.outflow, `${id} out`);
    near(matrix.outsideSource[i], node.externalIn, `${id} source`);
    near(matrix.outsideUse[i], node.externalOut, `${id} use`);
    near(matrix.throughflow[i], node.throughflow, `${id} throughflow`);
    near(result.cyclingShare[i], node.circulationShare, `${id} share`);
  }
  expect(matrix.usd.length).toBe(expected.pairs.length);
  for (const row of expected.pairs) {
    const pair = matrix.usd.findIndex(
      (_, at) =>
        matrix.ids[matrix.source[at] ?? -1] === row.from && matrix.ids[matrix.target[at] ?? -1] === row.to,
    );
    near(matrix.usd[pair], row.amount, `${row.from}>${row.to}`);
    near(result.returnShare[pair], row.returnShare, `${row.from}>${row.to} return`);
    near(result.ownMoneyShare[pair], row.ownMoneyShare, `${row.from}>${row.to} own`);
  }
}

function expectTrip(input: Input, expected: z.output<typeof Trip>) {
  const trip = roundTrip(matrixOfInput(input), expected.vendor, { scope: expected.scope });
  near(trip.recordedUsd, expected.revenue, "recorded");
  near(trip.direct, expected.directShare, "direct");
  near(trip.proRata, expected.share, "pro rata");
  near(trip.lower, expected.lowerShare, "lower");
  near(trip.upper, expected.upperShare, "upper");
  expect(trip.buyers.map(({ id }) => id).toSorted()).toEqual(Object.keys(expected.buyers).toSorted());
  for (const buyer of trip.buyers) {
    near(buyer.purchasesUsd, expected.buyers[buyer.id]?.purchases ?? null, buyer.id);
    near(buyer.vendorShare, expected.buyers[buyer.id]?.ownCapitalShareOfFunding ?? null, buyer.id);
    near(buyer.directShare, expected.buyers[buyer.id]?.directShareOfFunding ?? null, buyer.id);
  }
}

describe.each([...casesOf("worked", Worked), ...casesOf("headline-2025", Worked)])(
  "$id",
  ({ input, expected }) => {
    test("Finn cycling", () => expectFinn(input, expected.finn));

    test("circulation and netting", () => {
      const matrix = matrixOfInput(input);
      const { usd, share, loops } = maximumCirculation(matrix);
      const net = netting(matrix);

      near(usd, expected.circulation.value);
      near(share, expected.circulation.share);
      near(net.grossUsd, expected.circulation.gross);
      near(net.bilateralUsd, expected.circulation.bilateral);
      near(net.bilateralShare, expected.circulation.bilateralShare);
      near(net.netFundingUsd, expected.circulation.minimumNetFunding);
      near(net.excessUsd, expected.circulation.excess);
      near(net.excessShare, expected.circulation.excessShare);
      near(
        loops.reduce((sum, loop) => sum + loop.usd * loop.entities.length, 0),
        usd,
      );
    });

    test("round trips", () => {
      for (const row of expected.roundTrip) expectTrip(input, row);
    });

    test("concentration", () => {
      const matrix = matrixOfInput(input);
      const rows = concentration(matrix);
      for (const [id, { inflow, outflow }] of Object.entries(expected.hhi)) {
        const row = rows[matrix.indexOf.get(id) ?? -1];
        for (const [actual, wanted] of [
          [row?.inflow, inflow],
          [row?.outflow, outflow],
        ] as const) {
          if (wanted === null) expect(actual).toBeNull();
          near(actual?.hhi ?? null, wanted?.hhi ?? null, id);
          near(actual?.hhi10k ?? null, wanted?.hhi10k ?? null, id);
          near(actual?.effectiveNumber ?? null, wanted?.effectiveN ?? null, id);
          near(actual?.topShare ?? null, wanted?.topShare ?? null, id);
          expect(actual?.top).toBe(wanted?.top);
        }
      }
    });

    test("loops and their bottlenecks", () => {
      const graph = graphOfInput(input);
      const loops = [...findLoops(graph)];
      const measure = loopMeasures(graph, { outside: new Map(Object.entries(input.externalIn)) });
      expect(loops.length).toBe(expected.loops.length);
      for (const row of expected.loops) {
        const loop = loops.find(({ entities }) => entities.join() === row.nodes.join());
        near(loop?.bottleneckUsd, row.bottleneck, row.nodes.join());
        const measures = loop === undefined ? null : measure(loop);
        expect(measures?.upperBoundOnly).toBe(row.upperBoundOnly);
        near(measures?.loopGain, row.loopGain, `gain of ${row.nodes.join()}`);
      }
    });

    test("loops deal by deal: signature and order in time", () => {
      const loops = [...findLoops(graphOfInput(input), { perFlow: true })];
      expect(loops.length).toBe(expected.dealLoops.length);
      for (const { edges, signature, weak } of expected.dealLoops) {
        const loop = loops.find(({ legs }) => legs.flatMap(({ flows }) => flows).join() === edges.join());
        expect(loop?.signature).toBe(signature);
        expect(loop?.timeOrder === "certain").toBe(weak.status === "time-respecting");
      }
    });
  },
);

// Printed by their sources: Borrett and Lau 2014 (enaR), Finn 1980 and others, named in the file.
const Published = z.object({
  id: z.string(),
  input: Input,
  published: z.object({ FCI: z.number(), APL: z.number() }).partial(),
  computed: Finn,
});
test.each(casesOf("finn-published", Published))("$id: as printed", ({ input, published, computed }) => {
  expectFinn(input, computed);
  const { finnCyclingIndex, averagePathLength } = cycling(matrixOfInput(input));
  if (published.FCI !== undefined) expect(finnCyclingIndex).toBeCloseTo(published.FCI, 4);
  if (published.APL !== undefined) expect(averagePathLength).toBeCloseTo(published.APL, 3);
});

const Trips = z.object({
  id: z.string(),
  input: Input,
  expected: z.union([Trip, z.object({ financingScope: Trip, anyScope: Trip, finn: Finn.partial() })]),
});
test.each(casesOf("roundtrip", Trips))("round trip of $id", ({ input, expected }) => {
  if ("vendor" in expected) return expectTrip(input, expected);
  expectTrip(input, expected.financingScope);
  expectTrip(input, expected.anyScope);
});

const Marginal = z.object({
  id: z.string(),
  input: Input,
  expected: z.object({
    fci: z.number(),
    circulation: z.number(),
    deals: z.array(
      z.object({
        deal: z.string(),
        fciWithout: z.number(),
        deltaFci: z.number(),
        circulationWithout: z.number(),
      }),
    ),
  }),
});
test.each(casesOf("marginal", Marginal))("what each deal of $id adds", ({ input, expected }) => {
  const matrix = matrixOfInput(input);
  const rows = new Map(marginalDeals(matrix).map((row) => [row.deal, row]));

  for (const row of expected.deals) {
    // Deals that do not count change nothing and are not listed.
    near(rows.get(row.deal)?.change ?? 0, row.deltaFci, row.deal);
    near(rows.get(row.deal)?.indexWithout ?? expected.fci, row.fciWithout, row.deal);
    near(maximumCirculation(withoutDeals(matrix, new Set([row.deal]))).usd, row.circulationWithout, row.deal);
  }
});
