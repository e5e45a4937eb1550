/** What tools can be asked: fields that several of them share, under the names the library has. */
import * as z from "zod";
import type { View } from "../../graph/view.js";
import { isDay } from "../../model/dates.js";
import { FLOW_KIND_NAMES, type FlowKind } from "../../model/deal-kinds.js";
import { LAYERS, type Layer } from "../../model/entity.js";
import { DEAL_STATES, type DealState, FIRMNESS, type Firmness } from "../../model/status.js";

/** One of the words of a table, typed as such. */
function oneOf<T extends string>(words: readonly T[]) {
  return z.enum(words as readonly [T, ...T[]]);
}

/** A day of the calendar. */
export const Day = z.string().refine(isDay, "give a day of the calendar, such as 2026-11-21");
/** Ids are short; a longer text is no id, and is not looked up. */
export const KnownId = z.string().min(1).max(200);

/** Which part of the facts: the fields of a `View`. */
export const VIEW_FIELDS = {
  asOf: Day.optional().describe("see the graph from this day; the last day of the facts unless given"),
  knownBy: Day.optional().describe("leave out what was not yet published that day"),
  status: z
    .union([z.enum(["live", "all"]), z.array(oneOf(Object.keys(DEAL_STATES) as DealState[])).max(20)])
    .optional()
    .describe("live (the default), all, or the states to keep"),
  firm: oneOf<Firmness>(FIRMNESS).optional().describe("only deals at least this firm"),
  level: z.enum(["entity", "group"]).optional().describe("group counts subsidiaries with their parent"),
  kinds: z.array(oneOf<FlowKind>(FLOW_KIND_NAMES)).max(50).optional().describe("only flows of these kinds"),
  layers: z
    .array(oneOf(Object.keys(LAYERS) as Layer[]))
    .max(50)
    .optional()
    .describe("only flows between these layers"),
} as const;

/** The most rows that one list of an answer holds. */
export const MOST_ROWS = 100;

export const Top = z
  .int()
  .min(1)
  .max(MOST_ROWS)
  .default(10)
  .describe(`at most so many rows in a list; 10 unless given, ${MOST_ROWS} at most`);

/** Searches for longer ones are left to the command line, which can be interrupted. */
function mostLegs(of: "loop" | "path", least: number) {
  return z.int().min(least).max(8).default(5).describe(`most legs of a ${of}; 5 unless given`);
}
export const MaxLength = mostLegs("loop", 2);
export const MaxPathLength = mostLegs("path", 1);

/** How many deals or entities one scenario may name. */
export const MOST_NAMED = 50;

export const Basis = z
  .string()
  .regex(/^(?:announced|contracted|paid|\d{4})$/, "give announced, contracted, paid, or a year such as 2026")
  .default("announced")
  .describe("which amounts count: announced (the default), contracted, paid, or a year");

export const Share = z.number().min(0).max(1);

/** The view among an input's fields. */
export function viewOf(input: View): View {
  const { asOf, knownBy, status, firm, level, kinds, layers } = input;
  return { asOf, knownBy, status, firm, level, kinds, layers };
}
