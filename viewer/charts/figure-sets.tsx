/** The figures of one company or market, drawn where they can be and told where they cannot. */
import "../styles/charts.css";
import type { Dataset } from "../../src/model/dataset.js";
import { METRICS } from "../../src/model/metrics.js";
import type { ObservationRecord } from "../../src/model/observation.js";
import { OnFile } from "../components/on-file.js";
import { FIGURES_WORDS } from "../text/figures.js";
import { text } from "../text/text.js";
import { chartRows, sidesOf, sourcesOf } from "./chart-rows.js";
import { Conflicts } from "./conflicts.js";
import { figureWords, numberWords, periodWords } from "./figure-words.js";
import { type FigureSet, figuresOf, rangeOf } from "./figures-of.js";
import { Said } from "./said.js";
import { SmallChart } from "./small-chart.js";
import { SourceLinks } from "./source-links.js";

interface FigureSetsProps {
  readonly dataset: Dataset;
  /** Whether the first group stands open. */
  readonly open?: boolean;
  /** Of one subject. */
  readonly rows: readonly ObservationRecord[];
}

/** Group by group, each behind one press. */
export function FigureSets({ dataset, rows, open = false }: FigureSetsProps) {
  const words = FIGURES_WORDS[text.value.language];
  return (
    <>
      {figuresOf(rows).map(({ group, sets }, i) => (
        <details key={group} class="fold figure-group" open={open && i === 0}>
          <summary>
            {words.groups[group]}{" "}
            <span class="note">{sets.reduce((sum, set) => sum + set.rows.length, 0)}</span>
          </summary>
          {sets.map((set) => (
            <FigureSection
              key={`${set.metric} ${set.shape} ${set.span} ${set.unit}`}
              dataset={dataset}
              set={set}
            />
          ))}
        </details>
      ))}
    </>
  );
}

interface SetProps {
  readonly dataset: Dataset;
  readonly set: FigureSet;
}

function FigureSection({ dataset, set }: SetProps) {
  const t = text.value;
  const words = FIGURES_WORDS[t.language];
  const { metric, shape, span } = set;
  const name = capital(METRICS[metric][t.language]);
  const how = span === null ? words.shapes[shape] : words.spans[span];
  return (
    <section>
      <h4>
        {name} <span class="note">{how}</span>
      </h4>
      {shape === "time" ? (
        <SmallChart
          label={t.join([name, how])}
          rows={chartRows(set.rows, dataset, t)}
          kind={METRICS[metric].over === "day" ? "dots" : "bars"}
          write={(value) => numberWords(value, set.unit ?? "", t)}
        />
      ) : (
        <FigureList dataset={dataset} set={set} />
      )}
    </section>
  );
}

/** Figures one below the other; of parts each has a bar, so that they can be set beside each other. */
function FigureList({ dataset, set: { shape, rows } }: SetProps) {
  const t = text.value;
  const most = Math.max(...rows.map((row) => Math.abs(rangeOf(row)?.[1] ?? 0)));
  return (
    <>
      <ul class="figure-list">
        {rows.map((row) => {
          const share = most === 0 ? 0 : Math.abs(rangeOf(row)?.[1] ?? 0) / most;
          const isExpected = row.qualifier === "guidance" || row.qualifier === "forecast";
          return (
            <li key={row.id}>
              <span class="what">
                {row.what !== undefined && (
                  <>
                    <OnFile>{row.what}</OnFile>{" "}
                  </>
                )}
                <span class="note">
                  <Said said={periodWords(row, t)} />
                </span>
              </span>
              <b class="figure">
                <Said said={figureWords(row, t)} />
              </b>
              {shape === "parts" && (
                <svg class="part" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                  <rect class={isExpected ? "expected" : ""} x="0" y="0" width={100 * share} height="6" />
                </svg>
              )}
              <span class="from">
                <SourceLinks sources={sourcesOf(row, dataset)} />
                {row.note !== undefined && (
                  <span class="note" lang="en">
                    {" "}
                    · {row.note}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <Conflicts conflicts={rows.map((row) => sidesOf(row, dataset, t))} />
    </>
  );
}

/** With a capital at its start, as a heading has. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
