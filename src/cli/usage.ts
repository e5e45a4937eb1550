/** Wrong usage, in one line: the flag, the value, and what would be right. */
import { CapitalLoopError } from "../errors.js";
import { isDay } from "../model/dates.js";
import { closest } from "../model/explain.js";

export function usageError(message: string): CapitalLoopError {
  return new CapitalLoopError("usage", message);
}

function wrong(flag: string, value: string, mend: string): CapitalLoopError {
  return usageError(`--${flag}: "${value}" does not hold; ${mend}`);
}

/** A whole number of at least so much. */
export function wholeNumber(flag: string, text: string, least: number, example: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least)
    throw wrong(flag, text, `give a whole number of at least ${least}, such as --${flag} ${example}`);
  return value;
}

/** A number of zero or more, written plainly or as `1.5e9`. */
export function plainNumber(flag: string, text: string, example: string): number {
  const value = Number(text);
  if (!/^(?:\d+\.?\d*|\.\d+)(?:e\+?\d+)?$/i.test(text) || !Number.isFinite(value))
    throw wrong(flag, text, `give a plain number of 0 or more, such as --${flag} ${example}`);
  return value;
}

/** A share, 0 to 1. */
export function share(flag: string, text: string, example: string): number {
  const value = Number(text);
  if (!/^(?:0|1|0?\.\d+|[01]\.\d*)$/.test(text) || !(value >= 0 && value <= 1))
    throw wrong(flag, text, `give a share from 0 to 1, such as --${flag} ${example}`);
  return value;
}

/** A day of the calendar. */
export function day(flag: string, text: string): string {
  if (isDay(text)) return text;
  throw wrong(flag, text, `give a day of the calendar, such as --${flag} 2026-11-21`);
}

/** A day of the calendar among a command's arguments. */
export function dayArgument(name: string, text: string): string {
  if (isDay(text)) return text;
  throw usageError(`${name}: "${text}" does not hold; give a day of the calendar, such as 2026-11-21`);
}

/** One of some words. */
export function oneOf<T extends string>(flag: string, text: string, known: readonly T[]): T {
  const found = known.find((word) => word === text);
  if (found !== undefined) return found;
  const near = closest(text, known);
  throw wrong(flag, text, near === null ? `give one of ${known.join(", ")}` : `did you mean "${near}"?`);
}

/** Some of some words, parted by commas. */
export function someOf<T extends string>(flag: string, text: string, known: readonly T[]): readonly T[] {
  return text.split(",").map((word) => oneOf(flag, word.trim(), known));
}
