/** Amounts, days and counts as English writes them on screen. Other languages have their own in `text/`. */
import type { PartialDay } from "../src/model/dates.js";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
// biome-ignore format: a list read as a list
const LONG_MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

const SIZES = [
  [1e12, "tn"],
  [1e9, "bn"],
  [1e6, "m"],
  [1e3, "k"],
] as const;

/** `30.1bn` for 30100000000: three figures at most, no trailing zero. */
export function shortNumber(value: number): string {
  // A value that would round up to 1000 of a size is 1 of the next one.
  const [size, word] = SIZES.find(([least]) => value >= least * 0.9995) ?? [1, ""];
  const scaled = value / size;
  const figures = scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2;
  return `${Number(scaled.toFixed(figures))}${word}`;
}

/** `$30.1bn`. */
export function usd(amountUsd: number): string {
  return `$${shortNumber(amountUsd)}`;
}

const SIGNS: Readonly<Record<string, string>> = { USD: "$", EUR: "€", GBP: "£", JPY: "¥", INR: "₹" };

/** An amount in its own currency: `€1.7bn`, `CNY 8bn`. */
export function money(value: number, currency: string): string {
  const sign = SIGNS[currency];
  return sign === undefined ? `${currency} ${shortNumber(value)}` : `${sign}${shortNumber(value)}`;
}

/** A date as exact as it is known: `21 Nov 2026`, `Nov 2026`, `2026`. */
export function day(date: PartialDay): string {
  const [year = "", month, ofMonth] = date.split("-");
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1] ?? month;
  return ofMonth === undefined ? `${name} ${year}` : `${Number(ofMonth)} ${name} ${year}`;
}

/** A date with its month written out: `21 November 2026`. */
export function longDay(date: PartialDay): string {
  const [year = "", month, ofMonth] = date.split("-");
  if (month === undefined) return year;
  const name = LONG_MONTHS[Number(month) - 1] ?? month;
  return ofMonth === undefined ? `${name} ${year}` : `${Number(ofMonth)} ${name} ${year}`;
}

/** The month of a date, `Nov 2026`, or its year where nothing finer is known. */
export function month(date: PartialDay): string {
  return day(date.slice(0, 7));
}

/** `1 leg`, `3 legs`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
