/** Figures and their periods in the reader's language; what only the facts' own words say is marked as such. */
import { isPartialDay } from "../../src/model/dates.js";
import { unitKind } from "../../src/model/metrics.js";
import type { ObservationRecord } from "../../src/model/observation.js";
import type { Text } from "../text/en.js";
import { FIGURES_WORDS } from "../text/figures.js";

/** Words, and whether they are the facts' own, in English. */
export interface Said {
  readonly words: string;
  readonly isOnFile: boolean;
}

/** `$64.6bn`, `28.9%`, `2 GW`, `−$500m`. */
export function numberWords(value: number, unit: string, t: Text): string {
  const words = FIGURES_WORDS[t.language];
  const sign = value < 0 ? words.minus : "";
  const size = Math.abs(value);
  if (unitKind(unit) === "money") return sign + t.money(size, unit);
  if (unit === "count") return sign + t.count(size);
  const plain = unit === "year" ? String(size) : size.toLocaleString("en-US", { maximumFractionDigits: 3 });
  return sign + (unit === "percent" ? words.percent(plain) : words.unit(plain, unit));
}

/** `about $34.9bn`, `3 years to 5 years`, or what the source says in place of a number. */
export function figureWords({ value, range, text, unit = "", qualifier }: ObservationRecord, t: Text): Said {
  const words = FIGURES_WORDS[t.language];
  const before = words.before[qualifier];
  if (value !== undefined) return { words: before + numberWords(value, unit, t), isOnFile: false };
  if (range !== undefined) {
    const [low, high] = range;
    return {
      words: before + words.between(numberWords(low, unit, t), numberWords(high, unit, t)),
      isOnFile: false,
    };
  }
  return { words: text ?? "", isOnFile: true };
}

const PERIOD = /^(?:Q([1-4]) )?(FY)?(\d{4})$/;

/** `FY2025`, `Q3 2025`, `31 Mar 2026`; another period in the facts' own words. */
export function periodWords({ period }: Pick<ObservationRecord, "period">, t: Text): Said {
  const words = FIGURES_WORDS[t.language];
  if (period === undefined) return { words: words.noPeriod, isOnFile: false };
  const [, quarter, fiscal, year] = PERIOD.exec(period) ?? [];
  if (year !== undefined)
    return { words: words.period(year, quarter ?? null, fiscal !== undefined), isOnFile: false };
  return isPartialDay(period) ? { words: t.day(period), isOnFile: false } : { words: period, isOnFile: true };
}
