/** What a search for loops is asked, by its options. */
import { PATTERN_NAMES } from "../loops/patterns.js";
import { DEFAULT_MAX_LENGTH, type LoopQuery, RANKS } from "../loops/query.js";
import type { Options, Values } from "./command.js";
import { oneOf, plainNumber, usageError, wholeNumber } from "./usage.js";

export const LOOP_OPTIONS = {
  through: {
    type: "string",
    multiple: true,
    value: "ID",
    help: "only loops that pass this entity",
    example: "--through nvidia",
  },
  via: {
    type: "string",
    value: "DEAL",
    help: "only loops that this deal is part of",
    example: "--via amd-openai-warrant-2025",
  },
  "min-length": {
    type: "string",
    value: "N",
    help: "fewest legs; 2 unless given",
    example: "--min-length 3",
  },
  "max-length": {
    type: "string",
    value: "N",
    help: `most legs; ${DEFAULT_MAX_LENGTH} unless given, none for no bound`,
    example: "--max-length 8",
  },
  "min-amount": {
    type: "string",
    value: "USD",
    help: "only loops whose smallest stated leg is at least this",
    example: "--min-amount 1e9",
  },
  pattern: {
    type: "string",
    value: "NAME",
    help: "only loops of this pattern",
    example: "--pattern equity-for-orders",
  },
  "time-ordered": {
    type: "boolean",
    help: "only loops whose legs can have come one after the other",
    example: "--time-ordered",
  },
  window: {
    type: "string",
    value: "DAYS",
    help: "only loops whose legs came within so many days",
    example: "--window 90",
  },
  top: { type: "string", value: "N", help: "at most so many; all unless given", example: "--top 10" },
  rank: { type: "string", value: "RANK", help: `order: ${RANKS.join(", ")}`, example: "--rank recent" },
  "per-flow": { type: "boolean", help: "every choice of parallel flows apart", example: "--per-flow" },
  budget: {
    type: "string",
    value: "SECONDS",
    help: "end the search after so long",
    example: "--budget 10",
  },
} as const satisfies Options;

/** Only what `loops` itself can do with what it finds. */
export const COUNT_OPTION = {
  count: { type: "boolean", help: "only how many there are", example: "--count" },
} as const satisfies Options;

/** The query the options ask for, with the bound on length that holds. */
export function queryOf(values: Values<typeof LOOP_OPTIONS>): Omit<LoopQuery, "signal"> {
  const given = <T>(text: string | undefined, read: (text: string) => T) =>
    text === undefined ? undefined : read(text);
  const minLength = given(values["min-length"], (text) => wholeNumber("min-length", text, 1, 3));
  const maxLength = maxLengthOf(values["max-length"]);
  if (maxLength !== null && minLength !== undefined && minLength > maxLength)
    throw usageError(
      `--min-length ${minLength} is above --max-length ${maxLength}; raise --max-length, or give none`,
    );
  const query: Omit<LoopQuery, "signal"> = {
    maxLength,
    minLength,
    through: values.through.length === 0 ? undefined : values.through,
    via: values.via,
    minAmountUsd: given(values["min-amount"], (text) => plainNumber("min-amount", text, "1e9")),
    pattern: given(values.pattern, (text) => oneOf("pattern", text, PATTERN_NAMES)),
    timeOrdered: values["time-ordered"] || undefined,
    windowDays: given(values.window, (text) => plainNumber("window", text, "90")),
    top: given(values.top, (text) => wholeNumber("top", text, 0, 10)),
    rank: given(values.rank, (text) => oneOf("rank", text, RANKS)),
    perFlow: values["per-flow"] || undefined,
    budgetSeconds: given(values.budget, (text) => plainNumber("budget", text, "10")),
  };
  return Object.fromEntries(Object.entries(query).filter(([, part]) => part !== undefined));
}

/** The bound on length that holds; null for none. */
export function maxLengthOf(text = String(DEFAULT_MAX_LENGTH)): number | null {
  return text === "none" ? null : wholeNumber("max-length", text, 1, 8);
}
