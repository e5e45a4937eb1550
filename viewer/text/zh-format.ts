/** Amounts and days as Chinese writes them, in either script. */
import type { PartialDay } from "../../src/model/dates.js";

/** Words of size and money in one script. */
export interface ChineseUnits {
  readonly sizes: readonly (readonly [least: number, word: string])[];
  readonly dollars: string;
  /** By ISO code; another currency is written with its code. */
  readonly currencies: Readonly<Record<string, string>>;
}

/** The functions of a table that write amounts and days. */
export function chineseFormat({ sizes, dollars, currencies }: ChineseUnits) {
  /** `301亿` for 30100000000: three figures, as the English form rounds. */
  const count = (value: number): string => {
    const rounded = Number(value.toPrecision(3));
    const [size, word] = sizes.find(([least]) => rounded >= least) ?? [1, ""];
    return `${Number((rounded / size).toPrecision(12))}${word}`;
  };
  const day = (date: PartialDay): string => {
    const [year = "", month, ofMonth] = date.split("-");
    if (month === undefined) return `${year}年`;
    const start = `${year}年${Number(month)}月`;
    return ofMonth === undefined ? start : `${start}${Number(ofMonth)}日`;
  };
  return {
    count,
    usd: (amountUsd: number) => `${count(amountUsd)}${dollars}`,
    money: (value: number, currency: string) => `${count(value)}${currencies[currency] ?? ` ${currency}`}`,
    day,
    longDay: day,
    month: (date: PartialDay) => day(date.slice(0, 7)),
    join: (parts: readonly string[]) => parts.filter((part) => part !== "").join("，"),
    labelled: (name: string, value: string) => `${name}：${value}`,
  };
}
