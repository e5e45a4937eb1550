/** What a card says in figures and in others' words. */
import type { HealthYear } from "../../metrics/health.js";
import type { Dataset } from "../../model/dataset.js";
import { METRICS } from "../../model/metrics.js";
import { endOf, type ObservationRecord } from "../../model/observation.js";
import { STATEMENT_KINDS, type StatementRecord } from "../../model/statement.js";
import { figureText, metricText, percentText } from "../figure-words.js";
import type { Section } from "./card.js";

/** What a subject of figures is called: an entity's or a market's name. */
export function subjectName({ entities, markets }: Dataset, id: string): string {
  return entities.get(id)?.name ?? markets.get(id)?.name ?? id;
}

/** Who speaks. */
export function speakerName({ entities, speakers }: Dataset, id: string): string {
  return entities.get(id)?.name ?? speakers.get(id)?.name ?? id;
}

/** Figures by metric, each with its years in order. */
export function figuresSection(figures: readonly ObservationRecord[]): Section {
  const order = Object.keys(METRICS);
  const sorted = [...figures].sort(
    (a, b) =>
      order.indexOf(a.metric) - order.indexOf(b.metric) ||
      (a.what ?? "").localeCompare(b.what ?? "", "en") ||
      (endOf(a) ?? "").localeCompare(endOf(b) ?? "", "en") ||
      (a.id < b.id ? -1 : 1),
  );
  let last = "";
  const rows = sorted.flatMap((row) => {
    const metric = metricText(row);
    const isNew = metric !== last;
    last = metric;
    const differs = row.conflict === undefined ? "" : "sources differ";
    return [...(isNew ? [[metric]] : []), [`  ${row.period ?? "undated"}`, figureText(row), differs, row.id]];
  });
  return { heading: "figures", rows };
}

/** The health ratios year by year, with what is missing. */
export function healthSection(years: readonly HealthYear[]): Section {
  const rows = years.flatMap(({ period, values }) =>
    values.map(({ name, value, reading, usualBelow, highAbove, missing, others }, i) => {
      const bounds = [
        usualBelow === null ? "" : `usual below ${percentText(usualBelow)}`,
        highAbove === null ? "" : `high above ${percentText(highAbove)}`,
      ].filter((bound) => bound !== "");
      const shown =
        value !== null
          ? percentText(value)
          : missing.length > 0
            ? `no figure for ${missing.map((metric) => METRICS[metric].en).join(", ")}`
            : "none: the year ended in a loss";
      return [
        i === 0 ? period : "",
        name.toLowerCase(),
        shown,
        reading ?? "",
        bounds.join(", "),
        value !== null && others.length > 0 ? "other figures differ" : "",
      ];
    }),
  );
  return { heading: "health of its spending", rows };
}

/** Statements, the latest first, each with who said it about whom. */
export function statementsSection(
  heading: string,
  statements: readonly StatementRecord[],
  dataset: Dataset,
): Section {
  const latest = [...statements].sort(
    (a, b) => (b.on ?? "").localeCompare(a.on ?? "", "en") || (a.id < b.id ? -1 : 1),
  );
  const rows = latest.flatMap(({ id, speaker, kind, what, on }) => [
    [`${on ?? "undated"}  ${speakerName(dataset, speaker)} ${STATEMENT_KINDS[kind].en}  (${id})`],
    [`    ${what}`],
  ]);
  return { heading, rows };
}
