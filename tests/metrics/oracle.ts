/** The oracle files: inputs with numbers computed by others, and their inputs as graphs. */
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import * as z from "zod";
import type { CapitalGraph } from "../../src/graph/capital-graph.js";
import { emptyGraph } from "../../src/graph/capital-graph.js";
import { type FlowMatrix, flowMatrix } from "../../src/metrics/flow-matrix.js";
import type { FlowKind } from "../../src/model/deal-kinds.js";
import { DEAL_KINDS } from "../../src/model/deal-kinds.js";
import { entityAttributes, flowAttributes } from "../world.js";

export const Input = z.object({
  nodes: z.array(z.string()),
  externalIn: z.record(z.string(), z.number()).default({}),
  edges: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      to: z.string(),
      class: z.enum(["FIN", "OPS", "CONT"]),
      type: z.string(),
      amount: z.number().nullable(),
      date: z.string().nullable(),
    }),
  ),
});
export type Input = z.infer<typeof Input>;

/** The short names of the oracle files and the kinds they stand for; `flow` is a flow of no kind. */
export const ORACLE_KINDS: Readonly<Record<string, FlowKind>> = {
  equity: "equity_investment",
  convertible: "convertible_note",
  spvEquity: "jv_contribution",
  debt: "loan",
  vendorLoan: "vendor_financing",
  warrant: "warrant",
  purchase: "chip_purchase",
  service: "service",
  licence: "license",
  compute: "compute_purchase",
  lease: "lease",
  power: "power_purchase",
  backstop: "backstop",
  guarantee: "guarantee",
  rvg: "guarantee",
};

/** The cases of a file, in a shape of their own. */
export function casesOf<S extends z.ZodType>(file: string, shape: S): z.output<S>[] {
  const text = readFileSync(new URL(`../oracles/analytics-${file}.json`, import.meta.url), "utf8");
  return z.object({ cases: z.array(shape) }).parse(JSON.parse(text)).cases;
}

export function graphOfInput({ nodes, edges }: Input): CapitalGraph {
  const graph = emptyGraph("2031-01-01");
  for (const id of nodes) graph.addNode(id, entityAttributes(id));
  for (const { id, from, to, class: dealClass, type, amount, date } of edges) {
    const kind = ORACLE_KINDS[type] ?? null;
    const letter = kind === null ? null : DEAL_KINDS[kind].letter;
    graph.addDirectedEdgeWithKey(
      id,
      from,
      to,
      flowAttributes({ deal: id, kind, class: dealClass, letter, amountUsd: amount, announced: date }),
    );
  }
  return graph;
}

export function matrixOfInput(input: Input): FlowMatrix {
  return flowMatrix(graphOfInput(input), { outside: new Map(Object.entries(input.externalIn)) });
}

/** To 1e-6 of the value itself, as the oracles ask. */
export function near(actual: number | null | undefined, expected: number | null, what = ""): void {
  if (expected === null || actual === null || actual === undefined) expect(actual, what).toBe(expected);
  else
    expect(Math.abs(actual - expected), `${what}: ${actual} for ${expected}`).toBeLessThanOrEqual(
      1e-6 * Math.max(Math.abs(expected), 1e-6),
    );
}
