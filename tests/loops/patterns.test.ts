import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { findLoops } from "../../src/loops/find.js";
import { timeOrder } from "../../src/loops/time.js";
import { dayNumber, firstDay, lastDay } from "../../src/model/dates.js";
import { DEAL_KINDS } from "../../src/model/deal-kinds.js";
import { ORACLE_KINDS } from "../metrics/oracle.js";
import { flowAttributes, graphOf } from "../world.js";

const Cases = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      input: z.object({
        deals: z.array(
          z.object({
            id: z.string(),
            from: z.string(),
            to: z.string(),
            type: z.string(),
            amount: z.number().nullable(),
            date: z.string(),
          }),
        ),
        nodeKinds: z.record(z.string(), z.string()),
      }),
      expected: z.object({ motif: z.string(), signature: z.string(), modifiers: z.array(z.string()) }),
    }),
  ),
});
const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../oracles/${name}`, import.meta.url), "utf8"));
const { cases } = Cases.parse(read("analytics-motifs.json"));

test.each(cases)("$id is a $expected.motif", ({ input, expected }) => {
  const graph = graphOf(input.deals.map(({ from, to }) => [from, to] as const));
  input.deals.forEach((deal, i) => {
    const kind = ORACLE_KINDS[deal.type] ?? "service";
    const { class: dealClass, letter } = DEAL_KINDS[kind];
    graph.replaceEdgeAttributes(
      `d${i + 1}`,
      flowAttributes({
        deal: deal.id,
        kind,
        class: dealClass,
        letter,
        amountUsd: deal.amount,
        announced: deal.date,
      }),
    );
  });
  for (const [id, kind] of Object.entries(input.nodeKinds)) {
    if (kind === "spv") graph.setNodeAttribute(id, "kind", "vehicle");
  }

  const [loop] = findLoops(graph);

  expect(loop?.pattern).toBe(expected.motif);
  expect(loop?.signature).toBe(expected.signature);
  expect(loop?.modifiers).toEqual(expected.modifiers);
});

const Orders = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      legs: z.array(z.object({ start: z.string().nullable(), end: z.string().nullable() })),
      expected: z.object({ status: z.string() }),
    }),
  ),
});

test.each(
  Orders.parse(read("analytics-temporal.json")).cases.filter((row) => row.expected.status !== "unknown"),
)("legs $id: $expected.status in time", ({ legs, expected }) => {
  const intervals = legs.map(({ start, end }) => [
    { start: dayNumber(firstDay(start ?? "")), end: dayNumber(lastDay(end ?? start ?? "")) },
  ]);

  expect(timeOrder(intervals)).toBe(expected.status);
});

test("a loop with an undated leg has an unknown order", () => {
  const graph = graphOf([
    ["a", "b"],
    ["b", "a"],
  ]);
  graph.setEdgeAttribute("d1", "announced", "2025-01-01");

  expect([...findLoops(graph)][0]?.timeOrder).toBe("unknown");
});
