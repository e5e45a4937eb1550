/** Figures as the rows of a chart and its table: in words, with where they come from. */
import type { Dataset } from "../../src/model/dataset.js";
import { endOf, type ObservationRecord } from "../../src/model/observation.js";
import type { Source } from "../../src/model/source.js";
import type { Text } from "../text/en.js";
import { figureWords, periodWords, type Said } from "./figure-words.js";
import { rangeOf } from "./figures-of.js";

/** One of the figures that differ. */
export interface ConflictSide {
  readonly id: string;
  readonly period: Said;
  readonly figure: Said;
  /** Which part or variant it is of, in the facts' own words. */
  readonly what: string | null;
  readonly sources: readonly Source[];
}

export interface ChartRow {
  readonly id: string;
  /** The last day of its period. */
  readonly end: string;
  readonly low: number;
  readonly high: number;
  readonly period: Said;
  readonly figure: Said;
  /** Guidance or a forecast. */
  readonly isExpected: boolean;
  /** What is stated is the least, or the most. */
  readonly bound: "at_least" | "up_to" | null;
  /** All figures over which sources disagree, this one among them; none where they do not. */
  readonly sides: readonly ConflictSide[];
  readonly sources: readonly Source[];
  /** In the facts' own words. */
  readonly note: string | null;
}

/** Figures that have a number and a day. */
export function chartRows(
  rows: readonly ObservationRecord[],
  dataset: Dataset,
  t: Text,
): readonly ChartRow[] {
  return rows.flatMap((row) => {
    const range = rangeOf(row);
    const end = endOf(row);
    if (range === null || end === null) return [];
    const { qualifier } = row;
    return [
      {
        id: row.id,
        end,
        low: range[0],
        high: range[1],
        period: periodWords(row, t),
        figure: figureWords(row, t),
        isExpected: qualifier === "guidance" || qualifier === "forecast",
        bound: qualifier === "at_least" || qualifier === "up_to" ? qualifier : null,
        sides: sidesOf(row, dataset, t),
        sources: sourcesOf(row, dataset),
        note: row.note ?? null,
      },
    ];
  });
}

/** The figures that share its disagreement, wherever they are drawn. */
export function sidesOf({ conflict }: ObservationRecord, dataset: Dataset, t: Text): readonly ConflictSide[] {
  if (conflict === undefined) return [];
  return [...dataset.observations.values()]
    .filter((row) => row.conflict === conflict)
    .map((row) => ({
      id: row.id,
      period: periodWords(row, t),
      figure: figureWords(row, t),
      what: row.what ?? null,
      sources: sourcesOf(row, dataset),
    }));
}

/** Where a figure comes from, as often as the facts say. */
export function sourcesOf({ evidence }: ObservationRecord, { sources }: Dataset): readonly Source[] {
  return [...new Set(evidence.map(({ source }) => source))].flatMap((id) => sources.get(id) ?? []);
}
