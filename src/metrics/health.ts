/**
 * The health of a company's spending: capital spending against revenue and operating cash flow, depreciation
 * against net income, year by year, from the figures on file. Which ratios, and where strain begins, the facts
 * themselves say (`layers.yaml`).
 */
import type { PartialDay } from "../model/dates.js";
import type { HealthRatio } from "../model/lenses.js";
import type { Metric } from "../model/metrics.js";
import { endOf, isActual, isYear, type ObservationRecord } from "../model/observation.js";

/** Where a ratio lies: below the usual ceiling, above it, or above what its source calls high. */
export type HealthReading = "usual" | "raised" | "high";

/** One ratio of a company for one period. */
export interface HealthValue {
  readonly ratio: string;
  readonly name: string;
  readonly of: Metric;
  readonly to: Metric;
  /** A part of one, 0.15 is 15 %; null when an input is missing, or what it is a part of is no gain. */
  readonly value: number | null;
  readonly reading: HealthReading | null;
  readonly usualBelow: number | null;
  readonly highAbove: number | null;
  /** The figures it is made of, by their ids. */
  readonly inputs: readonly string[];
  /** Inputs no figure states for this year, in one currency with the other. */
  readonly missing: readonly Metric[];
  /** Figures that say otherwise of the same inputs. */
  readonly others: readonly string[];
}

/** The ratios of a company for one period. */
export interface HealthYear {
  /** As the company counts it: `2024`, `FY2025`. */
  readonly period: string;
  readonly ends: PartialDay;
  readonly values: readonly HealthValue[];
}

const RELIABLE: readonly string[] = ["exact", "about", "reported", "at_least", "up_to"];

/**
 * The ratios of every year for which a company has at least one input, oldest first. Forecasts, guidance, parts
 * of a metric (`what`) and quarters are left out; of several figures the most exact is taken, then the first.
 *
 * @param figures one company's observations.
 */
export function healthOf(
  figures: readonly ObservationRecord[],
  ratios: Readonly<Record<string, HealthRatio>>,
): readonly HealthYear[] {
  const inputs = new Set(Object.values(ratios).flatMap(({ of, to }) => [of, to]));
  const years = new Map<string, ObservationRecord[]>();
  for (const row of figures) {
    const ends = endOf(row);
    if (!inputs.has(row.metric) || row.what !== undefined || ends === null) continue;
    if (isYear(row.period) && isActual(row)) years.set(ends, [...(years.get(ends) ?? []), row]);
  }
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([ends, rows]) => ({
      period: rows[0]?.period ?? ends,
      ends,
      values: Object.entries(ratios).map(([id, ratio]) => ratioOf(id, ratio, rows)),
    }));
}

function ratioOf(id: string, ratio: HealthRatio, rows: readonly ObservationRecord[]): HealthValue {
  const { name, of, to, usual_below, high_above } = ratio;
  const tops = inOrder(rows.filter(({ metric }) => metric === of));
  const bottoms = inOrder(rows.filter(({ metric }) => metric === to));
  const pairs = tops.flatMap((top) =>
    bottoms.filter(({ unit }) => unit === top.unit).map((bottom) => ({ top, bottom })),
  );
  const [pair] = pairs;
  const missing =
    pair === undefined
      ? [...(tops.length === 0 ? [of] : []), ...(bottoms.length === 0 || tops.length > 0 ? [to] : [])]
      : [];
  const bottom = pair?.bottom.value ?? 0;
  const value = pair === undefined || bottom <= 0 ? null : (pair.top.value ?? 0) / bottom;
  const used = pair === undefined ? [] : [pair.top.id, pair.bottom.id];
  return {
    ratio: id,
    name,
    of,
    to,
    value,
    reading: value === null ? null : readingOf(value, usual_below ?? null, high_above ?? null),
    usualBelow: usual_below ?? null,
    highAbove: high_above ?? null,
    inputs: used,
    missing,
    others: [...tops, ...bottoms].map((row) => row.id).filter((row) => !used.includes(row)),
  };
}

function readingOf(value: number, usualBelow: number | null, highAbove: number | null): HealthReading | null {
  if (highAbove !== null && value > highAbove) return "high";
  if (usualBelow === null) return null;
  return value < usualBelow ? "usual" : "raised";
}

function inOrder(rows: readonly ObservationRecord[]): readonly ObservationRecord[] {
  const rank = ({ qualifier }: ObservationRecord) => RELIABLE.indexOf(qualifier);
  return [...rows].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}
