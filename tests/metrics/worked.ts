/** The worked systems of companies whose every metric is known, and published clearing cases: see `tests/oracles`. */
import { readFileSync } from "node:fs";
import * as z from "zod";

const Numbers = z.record(z.string(), z.number());

const Worked = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      input: z.object({
        nodes: z.array(z.string()),
        externalIn: Numbers.nullish(),
        edges: z.array(
          z.object({
            id: z.string(),
            from: z.string(),
            to: z.string(),
            class: z.enum(["FIN", "OPS", "CONT"]),
            type: z.string(),
            amount: z.number().nullable(),
            date: z.string().nullish(),
          }),
        ),
      }),
      expected: z.object({
        whatIf: z
          .array(
            z.object({
              cuts: Numbers,
              phi: z.number(),
              buffers: Numbers.nullable(),
              result: z.object({
                directLoss: Numbers,
                inflowLoss: Numbers,
                inflowLossShare: z.record(z.string(), z.number().nullable()),
                edgeLoss: Numbers,
                totalDirect: z.number(),
                totalLoss: z.number(),
                multiplier: z.number().nullable(),
              }),
            }),
          )
          .default([]),
        feedbackArcSet: z.object({
          byAmount: z.object({ weight: z.number() }),
          byCount: z.object({ weight: z.number() }).optional(),
        }),
      }),
    }),
  ),
});
export type WorkedSystem = z.infer<typeof Worked>["cases"][number];

/** A file of `tests/oracles`. */
export function oracle(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../oracles/${name}`, import.meta.url).pathname, "utf8"));
}

export const WORKED_SYSTEMS: readonly WorkedSystem[] = [
  "analytics-worked.json",
  "analytics-headline-2025.json",
].flatMap((name) => Worked.parse(oracle(name)).cases);
