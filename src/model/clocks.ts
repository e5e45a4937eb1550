/** Two clocks: what had happened by one day, and what could be read by another. */
import type { Day } from "./dates.js";
import { firstDay } from "./dates.js";
import { type ObservationRecord, observationDays } from "./observation.js";
import type { Dataset } from "./records.js";
import type { StatementRecord } from "./statement.js";

/** The two days that facts are seen by. */
export interface Clocks {
  /** Leave out what came later. */
  readonly asOf: Day;
  /** Leave out what was published later; null for no such bound. */
  readonly knownBy: Day | null;
}

/** The figures there were on a day, as far as they had been published on another; in the order of their ids. */
export function figuresOn(dataset: Dataset, clocks: Clocks): readonly ObservationRecord[] {
  return [...dataset.observations.values()].filter((row) => {
    const published = (source: string) => dataset.sources.get(source)?.published;
    const { seen, known } = observationDays(row, published, dataset.about.asOf);
    return isBy(seen, clocks.asOf) && isBy(known, clocks.knownBy);
  });
}

/** The statements made by a day, as far as they had been published by another; in the order of their ids. */
export function statementsOn(dataset: Dataset, clocks: Clocks): readonly StatementRecord[] {
  return [...dataset.statements.values()].filter(({ on, evidence }) => {
    const said = on === undefined ? null : firstDay(on);
    const days = evidence.flatMap(({ source }) => dataset.sources.get(source)?.published ?? []).map(firstDay);
    const published = days.sort()[0] ?? null;
    return isBy(said ?? published, clocks.asOf) && isBy(published ?? said, clocks.knownBy);
  });
}

/** What has no day is always there. */
function isBy(day: Day | null, bound: Day | null): boolean {
  return day === null || bound === null || day <= bound;
}
