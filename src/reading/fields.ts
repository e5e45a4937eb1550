/** One field of a row: its value, or why it has none. Every format reads its fields the same way. */
import { isPartialDay, type PartialDay } from "../model/dates.js";
import type { FlowKind } from "../model/deal-kinds.js";
import type { FileFaults } from "./faults.js";
import { readKind } from "./kinds.js";

/** Where a field stands; faults are noted there. */
export interface FieldPlace {
  readonly faults: FileFaults;
  readonly line: number;
  readonly column: number;
  readonly name: string;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const DIGITS = /^\d+$/;
const CONTROL = /(?![\t\n\r])\p{Cc}/u;

function fault(at: FieldPlace, message: string, hint: string): null {
  at.faults.add(at.line, at.column, at.name, message, hint);
  return null;
}

/** An entity's or flow's id: a text that can be seen. */
export function idField(text: string, at: FieldPlace): string | null {
  const id = text.trim();
  // The ids of most large lists are numbers, and a number is never wrong.
  if (DIGITS.test(id)) return id;
  if (id === "") return fault(at, "is missing", "name the entity");
  if (CONTROL.test(id))
    return fault(at, "holds a control character", "an id is plain text; is the file UTF-8 text?");
  if (isReserved(id)) return fault(at, `"${id}" ${RESERVED}`, RESERVED_HINT);
  return id;
}

/**
 * Whether an id is a name that every JavaScript object has, such as `constructor`. The graph library keeps
 * neighbours in plain objects and breaks on these.
 */
export function isReserved(id: string): boolean {
  return id in Object.prototype;
}

export const RESERVED = "cannot be an entity's id: JavaScript keeps the word for itself";
export const RESERVED_HINT = "write it another way";

/** A number of US dollars, zero or more; empty means that nothing states it. */
export function amountField(text: string, at: FieldPlace, belowZero = TURN_ROUND): number | null {
  if (text === "") return null;
  const usd = numberIn(text);
  if (usd === null)
    return fault(at, `${shown(text)} is not a number`, "write it in dollars, for example 12.5e9");
  if (usd < 0) return fault(at, `${shown(text)} is below zero`, belowZero);
  return usd;
}

const TURN_ROUND = "a flow points the way capital moves: swap source and target";

/** A day, month or year; empty means undated. */
export function dateField(text: string, at: FieldPlace): PartialDay | null {
  if (text === "" || isPartialDay(text)) return text === "" ? null : text;
  return fault(at, `${shown(text)} is not a date of the calendar`, "write 2026-11-21, 2026-11 or 2026");
}

/** A kind of deal; empty means unknown. */
export function kindField(text: string, at: FieldPlace): FlowKind | null {
  if (text === "") return null;
  const read = readKind(text);
  return "kind" in read ? read.kind : fault(at, read.message, read.hint);
}

/** The last second that has a day with a year of four digits. */
const LAST_SECOND = 253_402_300_799;

/** Whole seconds since 1970; a fraction is cut off. */
export function timeField(text: string, at: FieldPlace): number | null {
  const seconds = numberIn(text);
  if (seconds === null)
    return fault(at, `${shown(text)} is not a time`, "write seconds since 1970, for example 1795219200");
  if (seconds < 0 || seconds > LAST_SECOND)
    return fault(at, `${shown(text)} lies outside the years 1970 to 9999`, "write seconds, not milliseconds");
  return Math.trunc(seconds);
}

/** The day in UTC of a time. */
export function dayOf(seconds: number): PartialDay {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

/** A finite number as dollars are written here: no units, no thousands, a point for the fraction. */
export function numberIn(text: string): number | null {
  if (!NUMBER.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

function shown(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
