/**
 * Days, and dates known only to the month or the year. A partial date stands for every day it
 * covers: it starts on its first day and ends on its last.
 */
import * as z from "zod";

/** An ISO day, `2026-11-21`. */
export type Day = string;
/** A day, month or year: `2026-11-21`, `2026-11`, `2026`. */
export type PartialDay = string;

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether a text is a day, month or year that the calendar has. */
export function isPartialDay(text: string): boolean {
  const match = SHAPE.exec(text);
  if (match === null) return false;
  const month = match[2] === undefined ? 1 : Number(match[2]);
  const day = match[3] === undefined ? 1 : Number(match[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(match[1]), month);
}

/** Whether a text is a whole day that the calendar has. */
export function isDay(text: string): boolean {
  return text.length === 10 && isPartialDay(text);
}

/**
 * The first day a partial date covers.
 *
 * @example firstDay("2028-02"); // "2028-02-01"
 */
export function firstDay(date: PartialDay): Day {
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

/**
 * The last day a partial date covers.
 *
 * @example lastDay("2028-02"); // "2028-02-29"
 */
export function lastDay(date: PartialDay): Day {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 7) {
    const days = daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
    return `${date}-${String(days).padStart(2, "0")}`;
  }
  return date;
}

/** Whole days since 1970-01-01, for arithmetic on days. */
export function dayNumber(day: Day): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A date as exact as its source: a day, a month or a year. */
export const PartialDate = z
  .string({ error: 'a date is written 2026-11-21, 2026-11 or "2026" in quotes' })
  .refine(isPartialDay, { error: 'not a date of the calendar: write 2026-11-21, 2026-11 or "2026"' });

/** A whole day. */
export const WholeDay = z
  .string({ error: "a day is written 2026-11-21" })
  .refine(isDay, { error: "not a day of the calendar: write 2026-11-21" });
