/** A loop as a row, for people and for spreadsheets. */
import type { Loop } from "../loops/loop.js";
import type { MeasuredLoop } from "../node/search-messages.js";
import type { CsvColumn } from "./csv.js";
import type { TableColumn } from "./print.js";
import { spaced, usd } from "./words.js";

/** The columns for people; entities go by their names. */
export function loopTable(names: ReadonlyMap<string, string>): readonly TableColumn<Loop>[] {
  return [
    { heading: "#", align: "right", text: (_loop, index) => String(index + 1) },
    { heading: "loop", text: ({ entities }) => entities.map((id) => names.get(id) ?? id).join(" → ") },
    { heading: "legs", align: "right", text: ({ length }) => String(length) },
    { heading: "can go round", align: "right", text: canGoRound },
    { heading: "pattern", text: ({ pattern }) => pattern ?? "–" },
    { heading: "firmness", text: ({ firmness }) => spaced(firmness) },
    { heading: "closed on", text: ({ closedOn }) => closedOn ?? "–" },
  ];
}

/** The bottleneck, with how many legs it says nothing about. */
export function canGoRound({ bottleneckUsd, undisclosedLegs }: Loop): string {
  if (bottleneckUsd === null) return "undisclosed";
  return undisclosedLegs === 0 ? usd(bottleneckUsd) : `${usd(bottleneckUsd)}, ${undisclosedLegs} undisclosed`;
}

/** The columns for spreadsheets: the loop's own fields, legs left out. */
export const LOOP_CSV: readonly CsvColumn<MeasuredLoop>[] = [
  { name: "id", value: ({ id }) => id },
  { name: "length", value: ({ length }) => length },
  { name: "bottleneckUsd", value: ({ bottleneckUsd }) => bottleneckUsd },
  { name: "totalUsd", value: ({ totalUsd }) => totalUsd },
  { name: "undisclosedLegs", value: ({ undisclosedLegs }) => undisclosedLegs },
  { name: "pattern", value: ({ pattern }) => pattern },
  { name: "signature", value: ({ signature }) => signature },
  { name: "circularity", value: ({ circularity }) => circularity },
  { name: "firmness", value: ({ firmness }) => firmness },
  { name: "closedOn", value: ({ closedOn }) => closedOn },
  { name: "timeOrder", value: ({ timeOrder }) => timeOrder },
  { name: "deals", value: ({ legs }) => legs.map(({ deals }) => deals.join("+")).join(">") },
  { name: "loopGain", value: ({ loopGain }) => loopGain },
  { name: "lowerUsd", value: ({ bounds }) => bounds.lowerUsd },
  { name: "upperUsd", value: ({ bounds }) => bounds.upperUsd },
  { name: "modifiers", value: ({ modifiers }) => modifiers.join("+") },
];
