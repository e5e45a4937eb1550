/** Our figures beside the published ones they can be held against, and what sets them apart. */
import type { CapitalGraph } from "../graph/capital-graph.js";
import { type View, viewGraph } from "../graph/view.js";
import type { Dataset } from "../model/dataset.js";
import { type Day, lastDay } from "../model/dates.js";
import { endOf, isActual, isYear, type ObservationRecord } from "../model/observation.js";
import { type Comparable, type FigureUnit, MEASURES, type Measured } from "./compare/measures.js";
import { flowMatrix } from "./flow-matrix.js";

/** A computed figure; null where nothing on file answers. */
export interface OurFigure {
  readonly asOf: Day;
  readonly value: number | null;
  /** Where bookkeeping leaves room: least and most. */
  readonly bounds: readonly [least: number, most: number] | null;
  readonly deals: readonly string[];
}

/** A published figure beside the one computed from the deals on file. */
export interface ComparedFigure {
  /** The published figure's id, `subject/record`. */
  readonly observation: string;
  readonly measure: string;
  /** Whose figure it is: its author where named, else the publishers. */
  readonly by: string;
  readonly period: string | null;
  readonly unit: FigureUnit;
  /** The published value; the middle of a range. */
  readonly published: number;
  readonly qualifier: string;
  readonly basis: string;
  /** As of the day the published figure speaks of; null where that day is not known. */
  readonly onItsDay: OurFigure | null;
  readonly today: OurFigure;
  /** Ours, as of that day where it is known, over theirs; null where ours is not defined. */
  readonly ratio: number | null;
  /** What sets them apart. */
  readonly because: readonly string[];
}

/** Figures of an earlier era are held against its own cases. */
const CURRENT_ERA: Day = "2010-01-01";

/**
 * Every observation that names a computed figure to be held against, with ours as of its day and as of the
 * graph's.
 *
 * @param graph every flow of any day: what `buildGraph` gives.
 * @param asOf the day that counts as today.
 * @remarks One flow matrix for each day, basis and era that is asked about.
 */
export function compareWithPublished(dataset: Dataset, graph: CapitalGraph, asOf: Day): ComparedFigure[] {
  const figureOn = figures(dataset, graph);
  return [...dataset.observations.values()].flatMap((row) => {
    const { compare, range, value = range === undefined ? undefined : (range[0] + range[1]) / 2 } = row;
    const unit = unitOf(row);
    if (compare === undefined || value === undefined || unit === null) return [];
    const published = unit === "share" && row.unit === "percent" ? value / 100 : value;
    const day = dayOf(dataset, row);
    const past = day !== null && day < CURRENT_ERA;
    const year = isYear(row.period) && !isActual(row) ? row.period?.slice(-4) : undefined;
    const basis = year ?? "announced";
    const ask = (on: Day) => figureOn({ ...compare, unit }, on, basis, past ? "history" : "current");
    const onItsDay = day === null || day > asOf ? null : ask(day);
    const today = ask(asOf);
    const ours = onItsDay ?? today;
    return [
      {
        observation: row.id,
        measure: compare.measure,
        by: row.method ?? publishersOf(dataset, row),
        period: row.period ?? null,
        unit,
        published,
        qualifier: row.qualifier,
        basis,
        onItsDay: onItsDay?.figure ?? null,
        today: today.figure,
        ratio: ours.figure.value === null || published === 0 ? null : ours.figure.value / published,
        because: reasons(row, ours.measured, ours.figure, today.figure, basis),
      },
    ];
  });
}

/** The day a figure was given, or its period ended where nobody says; the last one a partial date covers. */
function dayOf({ sources }: Dataset, row: ObservationRecord): Day | null {
  const published = row.evidence.flatMap(({ source }) => sources.get(source)?.published ?? []).sort();
  const given = row.said ?? published[0] ?? endOf(row);
  return given === null ? null : lastDay(given);
}

interface Answer {
  readonly figure: OurFigure;
  readonly measured: Measured;
}

/** Computes figures; the matrix of a day, basis and era is made once. */
function figures(dataset: Dataset, graph: CapitalGraph) {
  const made = new Map<string, { view: CapitalGraph; matrix: ReturnType<typeof flowMatrix> }>();
  return (compare: Comparable, asOf: Day, basis: string, collection: "current" | "history"): Answer => {
    const key = `${asOf} ${basis} ${collection}`;
    let known = made.get(key);
    if (known === undefined) {
      const wanted: View = { asOf, collection, ...(collection === "history" ? { status: "all" } : {}) };
      const view = viewGraph(graph, wanted);
      known = { view, matrix: flowMatrix(view, { basis, terms: dataset.deals }) };
      made.set(key, known);
    }
    const measured = MEASURES[compare.measure](known.matrix, known.view, compare);
    const { value, bounds, deals } = measured;
    return { figure: { asOf, value, bounds, deals: [...new Set(deals)].sort() }, measured };
  };
}

function unitOf({ unit }: ObservationRecord): FigureUnit | null {
  if (unit === "USD") return "USD";
  return unit === "percent" || unit === "share" ? "share" : null;
}

function publishersOf({ sources }: Dataset, { evidence }: ObservationRecord): string {
  const names = evidence.flatMap(({ source }) => sources.get(source)?.publisher ?? []);
  return [...new Set(names)].join("; ");
}

function reasons(
  row: ObservationRecord,
  { undisclosed, ceilings, softUsd }: Measured,
  ours: OurFigure,
  today: OurFigure,
  basis: string,
): string[] {
  const say = (holds: boolean, text: string) => (holds ? [text] : []);
  return [
    ...say(ours.value === null, "no deal on file with an amount answers it"),
    ...say(
      undisclosed > 0,
      `${undisclosed} ${undisclosed === 1 ? "flow states" : "flows state"} no amount, so ours is a lower bound`,
    ),
    ...say(
      ceilings > 0,
      `${ceilings} of our amounts ${ceilings === 1 ? "is a ceiling" : "are ceilings"} ("up to")`,
    ),
    ...say(
      softUsd > 0,
      `reports and letters of intent of ${softUsd / 1e9}bn US dollars are left out, for firmer deals of the same two state amounts`,
    ),
    ...say(
      /^\d{4}$/.test(basis),
      "ours spreads each contract evenly over its term; theirs is a forecast of the year",
    ),
    ...say(!isActual(row) && !/^\d{4}$/.test(basis), "theirs is a forecast, ours what is on file"),
    ...say(ours.deals.length > 1, `ours adds up ${ours.deals.length} deals`),
    ...say(row.range !== undefined, "theirs is a range; its middle stands here"),
    ...say(
      ours.asOf !== today.asOf && ours.value !== today.value,
      "deals made or changed since have moved ours",
    ),
  ];
}
