/** The ratios that the health of a company's spending is read by, year by year, each against its line. */
import { type HealthValue, type HealthYear, healthOf } from "../../src/metrics/health.js";
import type { Dataset } from "../../src/model/dataset.js";
import { METRICS } from "../../src/model/metrics.js";
import type { ObservationRecord } from "../../src/model/observation.js";
import type { Text } from "../text/en.js";
import { FIGURES_WORDS } from "../text/figures.js";
import { text } from "../text/text.js";
import { type ChartRow, sourcesOf } from "./chart-rows.js";
import { figureWords, numberWords, periodWords } from "./figure-words.js";
import { type Bound, SmallChart } from "./small-chart.js";

/** What can be computed of one company: its years, and the ratios with a value in one of them. */
export interface Health {
  readonly years: readonly HealthYear[];
  readonly ratios: readonly string[];
}

/** @param rows of one company. */
export function healthIn(rows: readonly ObservationRecord[], { lenses }: Dataset): Health {
  const years = healthOf(rows, lenses.ratios);
  const isMade = (id: string) =>
    years.some(({ values }) => values.some(({ ratio, value }) => ratio === id && value !== null));
  return { years, ratios: Object.keys(lenses.ratios).filter(isMade) };
}

interface HealthChartsProps {
  readonly dataset: Dataset;
  readonly health: Health;
}

/** Every ratio that can be computed for at least one year. */
export function HealthCharts({ dataset, health: { years, ratios } }: HealthChartsProps) {
  const t = text.value;
  const words = FIGURES_WORDS[t.language];
  if (ratios.length === 0) return null;
  return (
    <details class="fold figure-group" open>
      <summary>
        {words.health} <span class="note">{ratios.length}</span>
      </summary>
      <p class="note">{words.healthHow}</p>
      {ratios.map((id) => (
        <section key={id}>
          <h4>
            {ratioName(id, dataset, t)} <span class="note">{inputWords(id, dataset, t)}</span>
          </h4>
          <RatioChart dataset={dataset} years={years} ratio={id} />
          <Missing years={years} ratio={id} />
        </section>
      ))}
    </details>
  );
}

interface RatioChartProps {
  readonly dataset: Dataset;
  readonly years: readonly HealthYear[];
  /** The ratio's id. */
  readonly ratio: string;
  /** Whose it is, where that is not plain from where it stands. */
  readonly of?: string;
  /** The greatest of ratios that are read side by side. */
  readonly most?: number;
}

export function RatioChart({ dataset, years, ratio, of, most }: RatioChartProps) {
  const t = text.value;
  const name = ratioName(ratio, dataset, t);
  const more = most === undefined ? {} : { most };
  return (
    <SmallChart
      label={of === undefined ? name : t.labelled(of, name)}
      rows={ratioRows(years, ratio, dataset, t)}
      kind="bars"
      bounds={boundsOf(ratio, dataset, t)}
      write={(value) => percent(value, t)}
      {...more}
    />
  );
}

function percent(share: number, t: Text): string {
  return numberWords(Number((100 * share).toPrecision(3)), "percent", t);
}

/** What a ratio is called. */
export function ratioName(id: string, { lenses }: Dataset, t: Text): string {
  const ratio = lenses.ratios[id];
  return (t.language === "en" ? undefined : ratio?.names?.[t.language]) ?? ratio?.name ?? id;
}

function inputWords(id: string, { lenses }: Dataset, t: Text): string {
  const ratio = lenses.ratios[id];
  if (ratio === undefined) return "";
  const [top, bottom] = [METRICS[ratio.of][t.language], METRICS[ratio.to][t.language]];
  return FIGURES_WORDS[t.language].ratioOf(top, bottom);
}

function boundsOf(id: string, { lenses }: Dataset, t: Text): readonly Bound[] {
  const words = FIGURES_WORDS[t.language];
  const { usual_below: usual, high_above: high } = lenses.ratios[id] ?? {};
  return [
    ...(usual === undefined ? [] : [{ value: usual, words: words.bound(percent(usual, t)) }]),
    ...(high === undefined ? [] : [{ value: high, words: words.high(percent(high, t)) }]),
  ];
}

/** The years of a ratio that have a value; its sources are those of the two figures it is made of. */
export function ratioRows(
  years: readonly HealthYear[],
  ratio: string,
  dataset: Dataset,
  t: Text,
): readonly ChartRow[] {
  return years.flatMap((year): ChartRow[] => {
    const made = year.values.find((one) => one.ratio === ratio);
    if (made?.value == null) return [];
    const inputs = made.inputs.flatMap((id) => dataset.observations.get(id) ?? []);
    return [
      {
        id: `${ratio} ${year.ends}`,
        end: year.ends,
        low: made.value,
        high: made.value,
        period: periodWords(year, t),
        figure: { words: madeOf(made, inputs, t), isOnFile: false },
        isExpected: false,
        bound: null,
        sides: [],
        sources: [...new Set(inputs.flatMap((row) => sourcesOf(row, dataset)))],
        note: null,
      },
    ];
  });
}

/** `47.4% ($64.6bn of $136bn)`. */
function madeOf({ value, others }: HealthValue, inputs: readonly ObservationRecord[], t: Text): string {
  const words = FIGURES_WORDS[t.language];
  const [top = "", bottom = ""] = inputs.map((row) => figureWords(row, t).words);
  return t.join([
    `${percent(value ?? 0, t)} (${words.inputs(top, bottom)})`,
    others.length > 0 ? words.otherInputs : "",
  ]);
}

/** The years for which it cannot be computed, and why: a gap is told, never filled. */
function Missing({ years, ratio }: Pick<RatioChartProps, "years" | "ratio">) {
  const t = text.value;
  const words = FIGURES_WORDS[t.language];
  const said = years.flatMap((year) => {
    const made = year.values.find((one) => one.ratio === ratio);
    if (made === undefined || made.value !== null) return [];
    const period = periodWords(year, t).words;
    const what = t.join(made.missing.map((metric) => METRICS[metric][t.language]));
    return [made.missing.length === 0 ? words.loss(period) : words.missing(period, what)];
  });
  return said.length === 0 ? null : <p class="note chart-gaps">{said.join(words.sides)}</p>;
}
