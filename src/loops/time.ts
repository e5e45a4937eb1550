/**
 * Can money have gone round a loop in the order of its legs? A date may be a day, a month or a year,
 * and a leg may be paid over years, so each flow is an interval of days.
 */

import type { LegFlow } from "../graph/legs.js";
import { dayNumber, firstDay, lastDay } from "../model/dates.js";

/**
 * `certain`: from some leg on, each ends no later than the next starts. `possible`: days inside the
 * intervals can be chosen that never go back. Flows of one day count as in order.
 */
export const TIME_ORDERS = ["certain", "possible", "impossible", "unknown"] as const;
/** One of `TIME_ORDERS`. */
export type TimeOrder = (typeof TIME_ORDERS)[number];

/** From when to when, as day numbers; both ends belong to it. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** The time order of a loop whose legs are made of these flows. */
export function timeOrderOf(legs: readonly (readonly LegFlow[])[]): TimeOrder {
  const intervals: Interval[][] = [];
  for (const flows of legs) {
    const dated = flows.map(intervalOf).filter((interval) => interval !== null);
    if (dated.length === 0) return "unknown";
    intervals.push(dated);
  }
  return timeOrder(intervals);
}

/**
 * The time order of legs given as intervals; a leg with several may use any of them.
 *
 * @remarks Time O(l · i) for l legs of i intervals in all.
 */
export function timeOrder(legs: readonly (readonly Interval[])[]): Exclude<TimeOrder, "unknown"> {
  const rotations = legs.map((_, first) => [...legs.slice(first), ...legs.slice(0, first)]);
  if (rotations.some(isCertain)) return "certain";
  return rotations.some(isPossible) ? "possible" : "impossible";
}

function isCertain(legs: readonly (readonly Interval[])[]): boolean {
  return legs.every((leg, i) => {
    const following = legs[i + 1];
    if (following === undefined) return true;
    return Math.max(...leg.map((of) => of.end)) <= Math.min(...following.map((of) => of.start));
  });
}

function isPossible(legs: readonly (readonly Interval[])[]): boolean {
  let time = Number.NEGATIVE_INFINITY;
  for (const leg of legs) {
    const open = leg.filter((interval) => interval.end >= time);
    if (open.length === 0) return false;
    time = Math.min(...open.map((interval) => Math.max(time, interval.start)));
  }
  return true;
}

/** When a flow is paid, where its deal states a term; else when it was announced. */
export function intervalOf(flow: LegFlow): Interval | null {
  const start = flow.paidFrom ?? flow.announced;
  if (start === null) return null;
  const end = flow.paidTo ?? start;
  const from = dayNumber(firstDay(start));
  return { start: from, end: Math.max(from, dayNumber(lastDay(end))) };
}

/**
 * Days from the first announcement on a loop to the last, taking the flow of each leg that makes the span
 * shortest; null when a leg has no date.
 */
export function spanDays(legs: readonly (readonly LegFlow[])[]): number | null {
  const days: { day: number; leg: number }[] = [];
  legs.forEach((flows, leg) => {
    for (const { announced } of flows)
      if (announced !== null) days.push({ day: dayNumber(firstDay(announced)), leg });
  });
  days.sort((a, b) => a.day - b.day);
  // The shortest stretch of days that holds a flow of every leg.
  const inside = new Map<number, number>();
  let shortest: number | null = null;
  let left = 0;
  for (const { day, leg } of days) {
    inside.set(leg, (inside.get(leg) ?? 0) + 1);
    while (inside.size === legs.length) {
      const first = days[left];
      if (first === undefined) break;
      shortest = Math.min(shortest ?? Number.POSITIVE_INFINITY, day - first.day);
      const left1 = (inside.get(first.leg) ?? 0) - 1;
      if (left1 === 0) inside.delete(first.leg);
      else inside.set(first.leg, left1);
      left++;
    }
  }
  return shortest;
}
