/** Everybody's figures side by side: spending against cash by year, spending by year, power as deals name it, and markets. */
import "../styles/charts.css";
import { useMemo, useState } from "preact/hooks";
import { CAPACITY_KINDS, powerInLoops } from "../../src/metrics/power.js";
import { figuresOn } from "../../src/model/clocks.js";
import type { Dataset } from "../../src/model/dataset.js";
import type { ObservationRecord } from "../../src/model/observation.js";
import { DetailsWait } from "../components/details-wait.js";
import { ViewLink } from "../components/links.js";
import { OnFile } from "../components/on-file.js";
import { displayName } from "../names.js";
import type { Explorer } from "../state.js";
import { FIGURES_WORDS } from "../text/figures.js";
import { text } from "../text/text.js";
import { allMegawatts, CapacityBar, CapacityKeys, mostOf } from "./capacity.js";
import { chartRows } from "./chart-rows.js";
import { FigureSets } from "./figure-sets.js";
import { numberWords } from "./figure-words.js";
import { type FigureSet, figuresOf } from "./figures-of.js";
import { healthIn, RatioChart, ratioRows } from "./health-charts.js";
import { SmallChart } from "./small-chart.js";

/** Capital spending against the cash that the business brings in. */
const RATIO = "ratio-capex-ocf";
const COMPANIES = 10;

export function FiguresPane({ explorer }: { readonly explorer: Explorer }) {
  const words = FIGURES_WORDS[text.value.language].pane;
  const whole = explorer.facts.details.whole.value;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section class="figures-pane" aria-label={words.label} tabIndex={0}>
      {whole === null ? (
        <DetailsWait explorer={explorer} />
      ) : (
        <Everything explorer={explorer} dataset={whole} />
      )}
    </section>
  );
}

interface DatasetProps {
  readonly explorer: Explorer;
  readonly dataset: Dataset;
}

function Everything({ explorer, dataset }: DatasetProps) {
  const t = text.value;
  const words = FIGURES_WORDS[t.language];
  const asOf = explorer.asOf.value;
  const bySubject = useMemo(() => {
    const subjects = new Map<string, ObservationRecord[]>();
    for (const row of figuresOn(dataset, { asOf, knownBy: null }))
      subjects.set(row.subject, [...(subjects.get(row.subject) ?? []), row]);
    return subjects;
  }, [dataset, asOf]);
  if (bySubject.size === 0) return <p>{words.pane.none}</p>;
  return (
    <>
      <p class="note">
        {words.pane.how(t.day(asOf))} {words.gaps}
      </p>
      <Ratios explorer={explorer} dataset={dataset} bySubject={bySubject} />
      <Spending explorer={explorer} dataset={dataset} bySubject={bySubject} />
      <Power explorer={explorer} dataset={dataset} />
      <Markets dataset={dataset} bySubject={bySubject} />
    </>
  );
}

interface SubjectsProps extends DatasetProps {
  readonly bySubject: ReadonlyMap<string, readonly ObservationRecord[]>;
}

/** One scale for all, so that heights can be set beside each other. */
function Ratios({ explorer, dataset, bySubject }: SubjectsProps) {
  const t = text.value;
  const words = FIGURES_WORDS[t.language].pane;
  const companies = [...bySubject].flatMap(([id, rows]) => {
    const { years } = healthIn(rows, dataset);
    const made = ratioRows(years, RATIO, dataset, t);
    const latest = made.at(-1);
    return latest === undefined
      ? []
      : [{ id, years, latest: latest.high, most: Math.max(...made.map(({ high }) => high)) }];
  });
  companies.sort((a, b) => b.latest - a.latest);
  if (companies.length === 0) return null;
  const most = Math.max(...companies.map((company) => company.most));
  return (
    <section>
      <h2>{words.ratio}</h2>
      <p class="note">{words.ratioHow}</p>
      <div class="chart-grid">
        {companies.map(({ id, years }) => (
          <section key={id}>
            <Company explorer={explorer} id={id} />
            <RatioChart
              dataset={dataset}
              years={years}
              ratio={RATIO}
              of={displayName(explorer.facts.dataset, id, t)}
              most={most}
            />
          </section>
        ))}
      </div>
    </section>
  );
}

/** Whoever's capital spending is on file for several years, each in its own currency. */
function Spending({ explorer, dataset, bySubject }: SubjectsProps) {
  const t = text.value;
  const words = FIGURES_WORDS[t.language].pane;
  const isSpending = ({ metric, shape, span }: FigureSet) =>
    metric === "capex" && shape === "time" && span === "year";
  const companies = [...bySubject].flatMap(([id, rows]) => {
    if (!dataset.entities.has(id)) return [];
    const set = figuresOf(rows)
      .flatMap(({ sets }) => sets)
      .find(isSpending);
    return set === undefined ? [] : [{ id, set }];
  });
  companies.sort((a, b) => b.set.rows.length - a.set.rows.length || (a.id < b.id ? -1 : 1));
  if (companies.length === 0) return null;
  return (
    <section>
      <h2>{words.capex}</h2>
      <div class="chart-grid">
        {companies.map(({ id, set }) => (
          <section key={id}>
            <Company explorer={explorer} id={id} />
            <SmallChart
              label={t.labelled(displayName(explorer.facts.dataset, id, t), words.capex)}
              rows={chartRows(set.rows, dataset, t)}
              kind="bars"
              write={(value) => numberWords(value, set.unit ?? "", t)}
            />
          </section>
        ))}
      </div>
    </section>
  );
}

function Company({ explorer, id }: { readonly explorer: Explorer; readonly id: string }) {
  return (
    <h3>
      <ViewLink explorer={explorer} to={{ type: "entity", id }}>
        {displayName(explorer.facts.dataset, id, text.value)}
      </ViewLink>
    </h3>
  );
}

/** Who takes most, for each thing that megawatts measure; each company opens the deals that name them. */
function Power({ explorer, dataset }: DatasetProps) {
  const words = FIGURES_WORDS[text.value.language];
  const { graph } = explorer.shown.value;
  const { companies, coverage } = useMemo(() => powerInLoops(graph, dataset, []), [graph, dataset]);
  const takers = companies.filter(({ side }) => side === "takes");
  const kinds = CAPACITY_KINDS.filter((kind) => mostOf(takers, kind).length > 0);
  if (kinds.length === 0) return null;
  return (
    <section>
      <h2>{words.pane.power}</h2>
      <p class="note">
        {words.pane.powerHow} {coverage.withoutCapacity > 0 && words.without(coverage.withoutCapacity)}
      </p>
      <CapacityKeys />
      <div class="chart-grid">
        {kinds.map((kind) => {
          const rows = mostOf(takers, kind);
          const most = Math.max(...rows.map((row) => allMegawatts(row[kind])));
          return (
            <section key={kind}>
              <h3>{words.kinds[kind]}</h3>
              <ul class="capacity">
                {rows.slice(0, COMPANIES).map((row) => (
                  <li key={row.id}>
                    <span class="what">
                      <ViewLink explorer={explorer} to={{ type: "entity", id: row.id }}>
                        {displayName(explorer.facts.dataset, row.id, text.value)}
                      </ViewLink>{" "}
                      <span class="note">{words.capacityDeals(row.deals.length)}</span>
                    </span>
                    <CapacityBar row={row[kind]} most={most} />
                  </li>
                ))}
              </ul>
              {rows.length > COMPANIES && <p class="note">{words.pane.more(rows.length - COMPANIES)}</p>}
            </section>
          );
        })}
      </div>
    </section>
  );
}

/** What is no entity: each opens its own figures. */
function Markets({ dataset, bySubject }: Pick<SubjectsProps, "dataset" | "bySubject">) {
  const words = FIGURES_WORDS[text.value.language].pane;
  const markets = [...dataset.markets.values()]
    .flatMap(({ id, name }) => {
      const rows = bySubject.get(id);
      return rows === undefined ? [] : [{ id, name, rows }];
    })
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  if (markets.length === 0) return null;
  return (
    <section>
      <h2>
        {words.markets} <span class="note">{markets.length}</span>
      </h2>
      <div class="chart-grid">
        {markets.map(({ id, name, rows }) => (
          <Market key={id} name={name} dataset={dataset} rows={rows} />
        ))}
      </div>
    </section>
  );
}

interface MarketProps {
  readonly name: string;
  readonly dataset: Dataset;
  readonly rows: readonly ObservationRecord[];
}

/** Its charts are made when it is first opened. */
function Market({ name, dataset, rows }: MarketProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="fold" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <OnFile>{name}</OnFile> <span class="note">{rows.length}</span>
      </summary>
      {isOpen && <FigureSets dataset={dataset} rows={rows} open />}
    </details>
  );
}
