/**
 * An observation: one figure of a company or a market for one period, as one source gives it. Where sources
 * differ each figure stays, and those that differ share a `conflict`.
 */
import * as z from "zod";
import { firstDay, isPartialDay, lastDay, PartialDate, type PartialDay } from "./dates.js";
import { Id, SourceId } from "./ids.js";
import { METRIC_NAMES, METRICS, unitKind, unitsOf } from "./metrics.js";
import { QUALIFIERS } from "./money.js";

/** How a source states a figure; `guidance` (the company's own) and `forecast` are no actuals. */
export const FIGURE_QUALIFIERS = [...QUALIFIERS, "guidance", "forecast"] as const;
export type FigureQualifier = (typeof FIGURE_QUALIFIERS)[number];

export const FigureEvidence = z.strictObject({
  source: SourceId,
  supports: z.array(z.enum(["value", "period"])).min(1),
  says: z.string().min(1).optional().describe("what it states, in our own words"),
  at: z.string().min(1).optional().describe("where in the document: page, note, section"),
});
export type FigureEvidence = z.infer<typeof FigureEvidence>;

/** What a later comparison can set beside a published figure. */
export const COMPARED = ["payments", "inflow", "outflow", "top_share", "external", "round_trip"] as const;

const Comparison = z.strictObject({
  measure: z.enum(COMPARED),
  from: Id.optional(),
  to: Id.optional(),
  classes: z.array(z.enum(["FIN", "OPS", "CONT"])).optional(),
});

/** The schema of one figure, and what it holds once checked. */
export const Observation = z
  .strictObject({
    metric: z.enum(METRIC_NAMES),
    what: z
      .string()
      .min(1)
      .optional()
      .describe("which part or variant of the metric, where it is not all of it"),
    with: Id.optional().describe("the other entity a figure is about: a customer, a supplier"),
    period: z
      .string()
      .min(1)
      .optional()
      .describe("2024, FY2025, Q3 2025, 2025-04-08; left out when not stated"),
    ends: PartialDate.optional().describe("the last day of the period, where it does not say so itself"),
    said: PartialDate.optional().describe(
      "when the figure was given, where the source's day does not say it",
    ),
    value: z.number().optional(),
    range: z.tuple([z.number(), z.number()]).optional().describe("lowest and highest"),
    text: z.string().min(1).optional().describe("where the source gives no number"),
    unit: z.string().min(1).optional().describe("a currency such as USD, percent, GW, TWh, weeks, count…"),
    qualifier: z.enum(FIGURE_QUALIFIERS).default("exact"),
    method: z.string().min(1).optional().describe("how it was measured, or whose estimate it is"),
    evidence: z.array(FigureEvidence).min(1, "a figure rests on at least one source"),
    conflict: Id.optional().describe("a word shared by the figures that differ over one thing"),
    compare: Comparison.optional().describe("the computed figure it can be set beside"),
    note: z.string().min(1).optional(),
  })
  .superRefine((row, context) => {
    const fault = (path: string, message: string, words: string) =>
      context.addIssue({ code: "custom", path: [path], message, params: { fault: words } });
    const stated = (["value", "range", "text"] as const).filter((field) => row[field] !== undefined);
    if (stated.length === 0) fault("value", "write value, range or text", "nothing is stated");
    if (stated.length > 1)
      fault(stated[1] ?? "text", `keep one of ${stated.join(", ")}`, "a figure is stated once");
    if (row.range !== undefined && row.range[0] > row.range[1])
      fault("range", "write the lower end first", `${row.range[0]} is above ${row.range[1]}`);
    const known = unitsOf(row.metric);
    const kinds: readonly string[] = METRICS[row.metric].units;
    if (row.unit === undefined) {
      if (row.value !== undefined || row.range !== undefined)
        fault("unit", `add unit: ${known.join(", ")}`, "a number without a unit");
    } else if (!kinds.includes(unitKind(row.unit) ?? "")) {
      const mend =
        known.length === 0 ? "leave the unit out: it is told in words" : `write ${known.join(", ")}`;
      fault("unit", mend, `"${row.unit}" is no unit of ${row.metric}`);
    }
  });
export type Observation = z.infer<typeof Observation>;

/** A file of observations: all that is known in figures of one entity or market. Its name is the subject's id. */
export const ObservationFile = z
  .strictObject({
    entity: Id.optional().describe("the entity observed; the file bears its id"),
    market: z.string().min(1).optional().describe("what is observed, where it is no entity"),
    observations: z.record(z.string(), Observation),
  })
  .refine((file) => (file.entity === undefined) !== (file.market === undefined), {
    path: [],
    error: "give entity: or market:",
    params: { fault: "observations are of an entity or of a market, not both and not neither" },
  });
export type ObservationFile = z.infer<typeof ObservationFile>;

/** An observation by its id, `subject/record`, with what it is about. */
export interface ObservationRecord extends Observation {
  readonly id: string;
  /** An entity's or a market's id. */
  readonly subject: string;
}

/** What is observed and is no entity. */
export interface Market {
  readonly id: string;
  readonly name: string;
}

/** `2024` and `FY2025`: a period of a whole year. */
export function isYear(period: string | undefined): boolean {
  return period !== undefined && /^(?:FY)?\d{4}$/.test(period);
}

/** The last day of an observation's period; null when nothing says. */
export function endOf({ ends, period }: Pick<Observation, "ends" | "period">): PartialDay | null {
  if (ends !== undefined) return lastDay(ends);
  return period !== undefined && isPartialDay(period) ? lastDay(period) : null;
}

/** An actual: neither expected nor put into words alone. */
export function isActual({ qualifier, value }: Pick<Observation, "qualifier" | "value">): boolean {
  return value !== undefined && qualifier !== "guidance" && qualifier !== "forecast";
}

/**
 * The days an observation counts from: `seen`, when there was such a figure (the end of its period, or the day
 * it was said where it looks ahead), and `known`, when it could be read. Null is always.
 */
export function observationDays(
  row: Observation,
  publishedOn: (source: string) => PartialDay | undefined,
  lastDayOfFacts: PartialDay,
): { readonly seen: PartialDay | null; readonly known: PartialDay | null } {
  const days = row.evidence
    .flatMap(({ source }) => publishedOn(source) ?? [])
    .map(firstDay)
    .sort();
  const published = days[0] ?? null;
  const said = row.said === undefined ? null : firstDay(row.said);
  const end = endOf(row);
  const past = end !== null && end <= lastDayOfFacts && isActual({ ...row, value: 0 }) ? end : null;
  const seen = said ?? [past, published].filter((day) => day !== null).sort()[0] ?? null;
  return { seen, known: published ?? said ?? past };
}
