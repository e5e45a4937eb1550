/** What is known of an entity in figures: the health of its spending, the power its deals name, and the rest by group. */
import { useMemo } from "preact/hooks";
import { powerInLoops } from "../../src/metrics/power.js";
import { figuresOn } from "../../src/model/clocks.js";
import type { Dataset } from "../../src/model/dataset.js";
import type { Explorer } from "../state.js";
import { FIGURES_WORDS } from "../text/figures.js";
import { text } from "../text/text.js";
import { Capacity } from "./capacity.js";
import { FigureSets } from "./figure-sets.js";
import { HealthCharts, healthIn } from "./health-charts.js";

/** Of the entity that is chosen, as far as it was known on the day in view. */
export function EntityFigures({ explorer }: { readonly explorer: Explorer }) {
  const chosen = explorer.selection.value;
  const whole = explorer.facts.details.whole.value;
  if (chosen?.type !== "entity" || whole === null) return null;
  return <Figures explorer={explorer} dataset={whole} id={chosen.id} />;
}

interface FiguresProps {
  readonly explorer: Explorer;
  readonly dataset: Dataset;
  readonly id: string;
}

function Figures({ explorer, dataset, id }: FiguresProps) {
  const words = FIGURES_WORDS[text.value.language];
  const asOf = explorer.asOf.value;
  const { graph } = explorer.shown.value;
  const rows = useMemo(
    () => figuresOn(dataset, { asOf, knownBy: null }).filter(({ subject }) => subject === id),
    [dataset, asOf, id],
  );
  // Which loops wait for the power is told elsewhere.
  const capacity = useMemo(
    () => powerInLoops(graph, dataset, []).companies.filter((row) => row.id === id),
    [graph, dataset, id],
  );
  const health = useMemo(() => healthIn(rows, dataset), [rows, dataset]);
  if (rows.length === 0 && capacity.length === 0) return null;
  return (
    <section class="entity-figures">
      <h3>
        {words.title} <span class="note">{rows.length > 0 && words.count(rows.length)}</span>
      </h3>
      <HealthCharts dataset={dataset} health={health} />
      <Capacity explorer={explorer} rows={capacity} />
      <FigureSets dataset={dataset} rows={rows} open={health.ratios.length === 0} />
    </section>
  );
}
