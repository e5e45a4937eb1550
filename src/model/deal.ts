/**
 * A deal: one agreement, issue, stake, commitment or announcement, for its whole life. Each kind
 * names the role that capital leaves and the role it reaches (`DEAL_KINDS`), so most deals need no
 * second statement of their flows.
 */
import * as z from "zod";
import { PartialDate, WholeDay } from "./dates.js";
import { DEAL_KIND_NAMES, FLOW_KIND_NAMES, ROLES } from "./deal-kinds.js";
import { Id, SourceId } from "./ids.js";
import { Money } from "./money.js";
import { DEAL_STATES, firstStepOutOfOrder } from "./status.js";

/**
 * Who takes part. A party that is not one party (the bond market, a syndicate) is written with
 * `unnamed` in place of `entity`; it makes no flow and closes no loop.
 */
export const Party = z
  .strictObject({
    role: z.enum(ROLES),
    entity: Id.optional(),
    unnamed: z.string().min(1).optional(),
    counted_in: Id.optional().describe("the deal that records this party's part; no flow is made here"),
  })
  .refine((party) => (party.entity === undefined) !== (party.unnamed === undefined), {
    error: "give entity: or unnamed:",
    params: { fault: "a party is an entity or unnamed, not both and not neither" },
  });
export type Party = z.infer<typeof Party>;

/** A flow the roles cannot say. Without `amount` it is undisclosed: the deal's own is not taken for it. */
export const StatedFlow = z.strictObject({
  from: Id,
  to: Id,
  kind: z
    .enum(FLOW_KIND_NAMES as [string, ...string[]])
    .optional()
    .describe("left out when it is the deal's own"),
  amount: Money.optional(),
});

/** One step of a deal's history: what it became, on which day, and who says so. */
export const StatusStep = z.strictObject({
  on: PartialDate,
  is: z.enum(Object.keys(DEAL_STATES) as [keyof typeof DEAL_STATES, ...(keyof typeof DEAL_STATES)[]]),
  source: SourceId,
  note: z.string().min(1).optional(),
});
export type StatusStep = z.infer<typeof StatusStep>;

/** The fields a source can speak for. */
export const SUPPORTED_FIELDS = [
  "amount",
  "announced",
  "capacity",
  "parties",
  "relation",
  "shares",
  "site",
  "status",
  "technology",
  "term",
  "units",
] as const;

/** One document that bears a deal out: which fields it supports, and where in it they stand. */
export const Evidence = z.strictObject({
  source: SourceId,
  supports: z.array(z.enum(SUPPORTED_FIELDS)).min(1),
  says: z.string().min(1).optional().describe("what it states, in our own words"),
  at: z.string().min(1).optional().describe("where in the document: page, note, section"),
});
export type Evidence = z.infer<typeof Evidence>;

/**
 * Where sources differ over one field: what each has, which one is followed, and why. A line of text may stand
 * in its place.
 */
export const Conflict = z
  .strictObject({
    over: z.enum(SUPPORTED_FIELDS),
    values: z.array(z.strictObject({ says: z.string().min(1), source: SourceId })).min(2),
    follows: SourceId.describe("the source of the value the record has"),
    why: z.string().min(1),
  })
  .refine(({ values, follows }) => values.some(({ source }) => source === follows), {
    path: ["follows"],
    error: "follow one of the sources under values:",
    params: { fault: "the source that is followed states no value" },
  });
export type Conflict = z.infer<typeof Conflict>;

/** A conflict as running text. */
export function conflictText(conflict: string | Conflict): string {
  if (typeof conflict === "string") return conflict;
  const { over, values, follows, why } = conflict;
  const each = values.map(({ says, source }) => `${says} (${source})`).join("; ");
  return `${over}: ${each}. Followed: ${follows}, ${why}`;
}

/** What a check against the sources can confirm: a field, or how the deal is filed. */
export const CHECKED_FIELDS = [...SUPPORTED_FIELDS, "kind", "roles"] as const;

/** A day on which somebody held the record against what public pages say. */
export const Check = z.strictObject({
  on: WholeDay,
  confirmed: z.array(z.enum(CHECKED_FIELDS)).min(1),
  note: z.string().min(1).optional().describe("what was corrected, or could not be confirmed"),
});
export type Check = z.infer<typeof Check>;

const Counted = z.strictObject({
  value: z.number().nonnegative(),
  what: z.string().min(1),
});

/** The schema of a deal's file, and what it holds once checked. */
export const Deal = z
  .strictObject({
    kind: z.enum(DEAL_KIND_NAMES),
    title: z.string().min(1).describe("subject, verb, object, in our own words"),
    parties: z.array(Party).min(1),
    amount: Money.optional().describe("left out when no source states one; never guessed"),
    flows: z.array(StatedFlow).optional().describe("only where the roles cannot say them; [] for none"),
    capacity: z
      .strictObject({ value: z.number().positive(), unit: z.enum(["MW", "GW", "MWh", "GWh"]) })
      .optional(),
    units: Counted.optional(),
    shares: Counted.optional(),
    term: z
      .strictObject({
        years: z.number().positive().optional(),
        start: PartialDate.optional(),
        end: PartialDate.optional(),
      })
      .optional(),
    site: z
      .strictObject({
        name: z.string().min(1).optional(),
        region: z.string().min(1).optional(),
        country: z.string().length(2).optional(),
        lat: z.number().min(-90).max(90).optional(),
        lon: z.number().min(-180).max(180).optional(),
      })
      .optional(),
    technology: z
      .enum([
        "gas",
        "nuclear",
        "solar",
        "wind",
        "hydro",
        "geothermal",
        "storage",
        "fuel_cell",
        "grid",
        "mixed",
      ])
      .optional(),
    announced: PartialDate,
    status: z
      .array(StatusStep)
      .min(1, "a deal has at least one dated status")
      .superRefine((steps, context) => {
        const late = firstStepOutOfOrder(steps);
        if (late === -1) return;
        context.addIssue({
          code: "custom",
          path: [late, "on"],
          message: "write the steps in the order of their days",
          params: { fault: `${steps[late]?.on} comes before the step above it, ${steps[late - 1]?.on}` },
        });
      }),
    summary: z.string().min(1).describe("what happened, in our own words"),
    evidence: z.array(Evidence).min(1, "a deal rests on at least one source"),
    conflicts: z
      .array(z.union([z.string().min(1), Conflict]))
      .default([])
      .describe("where sources differ, which is followed and why: as fields, or as a line of text"),
    checked: z.array(Check).default([]).describe("when the record was held against public pages again"),
    unconfirmed: z
      .strictObject({ since: WholeDay, why: z.string().min(1) })
      .optional()
      .describe("no page that could be read bears the deal out; left out of the default view"),
    confidence: z.enum(["high", "medium", "low"]).default("medium"),
    group: Id.optional().describe("ties a round, a venture or a site together; amounts inside are not added"),
    collection: z.enum(["current", "history"]).default("current"),
  })
  .refine(hasEvidenceForAmount, {
    path: ["amount"],
    error: "add it to the evidence that states it: supports: [amount]",
    params: { fault: "no evidence supports this amount" },
  });
export type Deal = z.infer<typeof Deal>;

/** A figure has a source that states it, or it is not there. */
function hasEvidenceForAmount(deal: {
  readonly amount?: Money | undefined;
  readonly evidence: readonly Evidence[];
}): boolean {
  return deal.amount === undefined || deal.evidence.some((row) => row.supports.includes("amount"));
}
