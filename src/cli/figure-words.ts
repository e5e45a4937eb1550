/** Figures in words for people. */
import { METRICS } from "../model/metrics.js";
import type { Observation } from "../model/observation.js";
import { usd } from "./words.js";

const BEFORE: Readonly<Record<string, string>> = {
  about: "about ",
  up_to: "up to ",
  at_least: "at least ",
  reported: "reportedly ",
  guidance: "guidance: ",
  forecast: "forecast: ",
};

/** `about $34.9bn`, `3 to 5 years`, or the words a source has in place of a number. */
export function figureText(
  row: Pick<Observation, "value" | "range" | "text" | "unit" | "qualifier">,
): string {
  const before = BEFORE[row.qualifier] ?? "";
  if (row.value !== undefined) return before + numberText(row.value, row.unit ?? "");
  if (row.range !== undefined) {
    const [low, high] = row.range;
    return `${before}${numberText(low, row.unit ?? "")} to ${numberText(high, row.unit ?? "")}`;
  }
  return before + (row.text ?? "");
}

/** `capital spending, in the United States`. */
export function metricText({ metric, what }: Pick<Observation, "metric" | "what">): string {
  const words = METRICS[metric].en;
  return what === undefined ? words : `${words}, ${what}`;
}

/** A part of one as a percentage: `28.9%`. */
export function percentText(share: number): string {
  return `${Number((share * 100).toPrecision(3)).toLocaleString("en-US")}%`;
}

function numberText(value: number, unit: string): string {
  const sign = value < 0 ? "-" : "";
  const size = Math.abs(value);
  if (unit === "percent") return `${value.toLocaleString("en-US")}%`;
  if (unit === "year" || unit === "count")
    return unit === "year" ? String(value) : value.toLocaleString("en-US");
  if (/^[A-Z]{3}$/.test(unit)) {
    const amount = usd(size);
    return sign + (unit === "USD" ? amount : amount.replace("$", `${unit} `));
  }
  return `${value.toLocaleString("en-US")} ${unit}`;
}
