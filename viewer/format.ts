/** Amounts, days and counts as English writes them on screen. Other languages have their own in `text/`. */
import { day, shortNumber } from "../src/loops/words/en.js";
import type { PartialDay } from "../src/model/dates.js";

export { day, shortNumber };

const LONG_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

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
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
