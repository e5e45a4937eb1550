/** What can be asked of a search beyond a bound, against trying every path: 20,000 small graphs, asked in every way. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { compactGraph } from "../../src/graph/compact.js";
import type { LegGraph } from "../../src/graph/legs.js";
import { countLoops, findLoops } from "../../src/loops/find.js";
import type { LoopQuery } from "../../src/loops/query.js";
import { legGraph, loopsIn } from "../graphs.js";
import { flowAttributes } from "../world.js";

const NODES = 5;
const DEALS = 3;

/** Payer, payee and the deal of each flow. */
type Row = readonly [from: number, to: number, deal: number];

function legsOf(rows: readonly Row[]): LegGraph {
  const graph = compactGraph(NODES, {
    from: Int32Array.from(rows, ([from]) => from),
    to: Int32Array.from(rows, ([, to]) => to),
  });
  return {
    ...legGraph(graph),
    flow: (edge) => ({ id: `f${edge}`, ...flowAttributes({ deal: `d${rows[edge]?.[2]}` }) }),
    deals: () => rows.map(([, , deal]) => `d${deal}`),
    flowsOfDeal: (deal) => rows.flatMap((row, edge) => (`d${row[2]}` === deal ? [edge] : [])),
  };
}

/** Every loop of rows from its smallest entity on, by trying every row. */
function naiveRows(rows: readonly Row[], maxLength: number): number[][] {
  const loops: number[][] = [];
  const extend = (first: number, at: number, passed: readonly number[], taken: readonly number[]) => {
    for (const [edge, [from, to]] of rows.entries()) {
      if (from !== at || from === to || taken.length === maxLength) continue;
      if (to === first) loops.push([...taken, edge]);
      else if (to > first && !passed.includes(to)) extend(first, to, [...passed, to], [...taken, edge]);
    }
  };
  for (let first = 0; first < NODES; first++) extend(first, first, [first], []);
  return loops;
}

const rowsOf = fc.array(fc.tuple(fc.nat(NODES - 1), fc.nat(NODES - 1), fc.nat(DEALS - 1)), {
  maxLength: 13,
  size: "max",
});
const asked = fc.record({
  through: fc.option(fc.uniqueArray(fc.nat(NODES - 1), { minLength: 1, maxLength: 2 }), { nil: undefined }),
  via: fc.option(fc.nat(DEALS - 1), { nil: undefined }),
  perFlow: fc.boolean(),
  maxLength: fc.option(fc.integer({ min: 2, max: NODES }), { nil: null }),
});

test("through entities, via a deal, each choice of flows apart or together: found and counted", () => {
  fc.assert(
    fc.property(rowsOf, asked, (rows, { through, via, perFlow, maxLength }) => {
      const legs = legsOf(rows);
      const hasDeal = via !== undefined && rows.some(([, , deal]) => deal === via);
      const query: LoopQuery = {
        maxLength,
        perFlow,
        through: through?.map(String),
        via: hasDeal ? `d${via}` : undefined,
      };
      const entitiesIn = (loop: readonly number[]) => loop.map((edge) => rows[edge]?.[0] ?? -1);
      const holding = naiveRows(rows, maxLength ?? NODES).filter((loop) =>
        (through ?? []).every((v) => entitiesIn(loop).includes(v)),
      );
      // A loop of legs travels a deal that one of its flows could be of.
      const isVia = (loop: readonly number[]) => !hasDeal || loop.some((edge) => rows[edge]?.[2] === via);
      const wanted = new Set(holding.filter(isVia).map((loop) => (perFlow ? loop : entitiesIn(loop)).join()));

      const found: string[] = [];
      for (const batch of findLoops(legs, query).batches())
        for (const { legs: taken, flows } of loopsIn(batch, perFlow)) {
          const entities = [...taken].map((leg) => legs.source[leg] ?? -1);
          const edges = [...flows].map((flow, i) => legs.edge[(legs.edgeStart[taken[i] ?? -1] ?? -1) + flow]);
          const first = entities.indexOf(Math.min(...entities));
          const written = perFlow ? edges : entities;
          found.push([...written.slice(first), ...written.slice(0, first)].join());
        }

      expect(found.sort()).toEqual([...wanted].sort());
      expect(countLoops(legs, query).count).toBe(found.length);
    }),
    { numRuns: 20_000 },
  );
}, 240_000);
