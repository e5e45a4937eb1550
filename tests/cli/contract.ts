/** The JSON shapes of the contract: what scripts rely on. More fields may stand beside these. */
import * as z from "zod";

const Usd = z.number().nonnegative().nullable();

export const LoopShape = z.looseObject({
  id: z.string(),
  length: z.int().min(1),
  entities: z.array(z.string()),
  legs: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      amountUsd: Usd,
      deals: z.array(z.string()).min(1),
      flows: z.array(z.string()).min(1),
    }),
  ),
  bottleneckUsd: Usd,
  totalUsd: z.number(),
  undisclosedLegs: z.int(),
  pattern: z.string().nullable(),
  signature: z.string().nullable(),
  circularity: z
    .enum(["investor-is-counterparty", "supplier-finances-customer", "customer-finances-supplier"])
    .nullable(),
  firmness: z.enum([
    "reported",
    "letter_of_intent",
    "announced",
    "signed",
    "closed",
    "delivering",
    "completed",
  ]),
  closedOn: z.string().nullable(),
  timeOrder: z.enum(["certain", "possible", "impossible", "unknown"]),
});

export const LoopsShape = z.strictObject({
  graph: z.strictObject({
    entities: z.int(),
    deals: z.int(),
    flows: z.int(),
    asOf: z.iso.date().nullable(),
  }),
  query: z.looseObject({ maxLength: z.int().nullable() }),
  count: z.int(),
  /** False above 2^53, where the last digits of the count are rounded. */
  isExact: z.boolean(),
  truncated: z.boolean(),
  reason: z.enum(["aborted", "budget", "limit"]).nullable(),
  elapsedMs: z.number(),
  loops: z.array(LoopShape),
  complete: z.boolean(),
  /** Where to go on, of a search that was cut. */
  cursor: z.string().optional(),
});

export const CountShape = z.strictObject({
  /** Null above 1.8e308, which no number in JSON can say. */
  count: z.number().nonnegative().nullable(),
  isExact: z.boolean(),
  truncated: z.boolean(),
  elapsedMs: z.number(),
  cursor: z.string().optional(),
});

export const ValidateShape = z.strictObject({
  valid: z.boolean(),
  problems: z.array(
    z.strictObject({
      file: z.string(),
      line: z.int().min(1),
      column: z.int().min(1),
      path: z.string(),
      message: z.string(),
      hint: z.string(),
    }),
  ),
});

const Share = z.number().min(0).max(1).nullable();
const Trip = z.strictObject({ lower: Share, proRata: Share, upper: Share, direct: Share });

export const MetricsShape = z.strictObject({
  system: z.looseObject({
    basis: z.string(),
    entities: z.int(),
    flows: z.int(),
    grossUsd: z.number(),
    finnCyclingIndex: Share,
    averagePathLength: z.number().nullable(),
    circulationUsd: z.number(),
    circulationShare: Share,
    bilateralUsd: z.number(),
    excessUsd: z.number(),
    hhi: Share,
    coverage: z.looseObject({ deals: z.int(), dealsWithoutAmount: z.int() }),
    warnings: z.array(z.string()),
  }),
  entities: z.array(
    z.looseObject({
      id: z.string(),
      inflowUsd: z.number(),
      outflowUsd: z.number(),
      throughflowUsd: z.number(),
      cyclingShare: Share,
      roundTrip: Trip,
      roundTripAny: Trip,
      hhiIn: Share,
      hhiOut: Share,
      topPayer: z.string().nullable(),
      topPayee: z.string().nullable(),
      pagerank: z.number(),
      betweenness: z.number(),
      loops: z.int(),
    }),
  ),
});
