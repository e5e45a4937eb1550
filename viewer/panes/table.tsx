/** The picture as tables: entities, deals, loops, measures. What the canvas shows, a keyboard and a screen reader have here. */
import { useEffect } from "preact/hooks";
import { later } from "../components/later.js";
import type { Explorer } from "../state.js";
import { BAR_WORDS } from "../text/bar-words.js";
import { text } from "../text/text.js";
import { ROWS, type Rows } from "../url.js";
import { formatSort, parseSort } from "./columns.js";
import { dealColumns, dealRows } from "./deal-rows.js";
import { entityColumns, entityRows } from "./entity-rows.js";
import { loopColumns, loopRows } from "./loop-rows.js";
import { Pane } from "./pane.js";
import { SortableTable } from "./sortable-table.js";
import { Switch } from "./switch.js";
import { panesWords } from "./words.js";

// The measures come with their formulas, which the other tables do without.
const MetricsTable = later(
  () => import("./metrics-table.js").then(({ MetricsTable }) => MetricsTable),
  ({ view }) => view.value.pane === "table" && view.value.rows === "metrics",
);

/** Of a reader's own file there are no figures beside its deals, and what is measured takes its own time. */
const OWN_ROWS = ROWS.filter((name) => name !== "metrics" && name !== "figures");

const Figures = later(
  () => import("../charts/figures-pane.js").then(({ FiguresPane }) => FiguresPane),
  ({ view }) => view.value.pane === "table" && view.value.rows === "figures",
);

export function Table({ explorer }: { readonly explorer: Explorer }) {
  const words = panesWords();
  const { rows } = explorer.view.value;
  return (
    <Pane label={BAR_WORDS[text.value.language].views.table}>
      <header class="pane-head">
        <Switch
          label={words.rowsLabel}
          words={words.rows}
          options={explorer.own === undefined ? ROWS : OWN_ROWS}
          chosen={rows}
          onChoose={(next) => explorer.go({ rows: next, sort: null })}
        />
      </header>
      <Rowed explorer={explorer} rows={rows} />
    </Pane>
  );
}

function Rowed({ explorer, rows }: { readonly explorer: Explorer; readonly rows: Rows }) {
  const words = panesWords();
  const { facts, shown, selection, view } = explorer;
  const chosen = selection.value?.id ?? null;

  useEffect(() => {
    // How many sources a deal has is told by what cards need.
    if (rows === "deals") facts.details.ask();
  }, [rows, facts]);

  const common = {
    label: words.rows[rows],
    chosen,
    sort: parseSort(view.value.sort),
    onSort: (sort: Parameters<typeof formatSort>[0]) => explorer.go({ sort: formatSort(sort) }),
  };
  switch (rows) {
    case "metrics":
      return <MetricsTable explorer={explorer} />;
    case "figures":
      return <Figures explorer={explorer} />;
    case "entities":
      return (
        <SortableTable
          key={rows}
          {...common}
          columns={entityColumns(explorer)}
          rows={entityRows(shown.value, facts.dataset.entities)}
          keyOf={({ id }) => id}
        />
      );
    case "deals":
      return (
        <SortableTable
          key={rows}
          {...common}
          columns={dealColumns(explorer)}
          rows={dealRows(shown.value.graph, facts.dataset.deals)}
          keyOf={({ id }) => id}
        />
      );
    case "loops":
      return (
        <SortableTable
          key={rows}
          {...common}
          columns={loopColumns(explorer)}
          rows={loopRows(explorer)}
          keyOf={({ loop }) => loop.id}
        />
      );
  }
}
