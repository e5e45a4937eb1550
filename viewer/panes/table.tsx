/** The picture as tables: entities, deals, loops. What the canvas shows, a keyboard and a screen reader have here. */
import type { Explorer } from "../state.js";
import { BAR_WORDS } from "../text/bar-words.js";
import { text } from "../text/text.js";
import type { Rows } from "../url.js";
import { formatSort, parseSort } from "./columns.js";
import { dealColumns, dealRows } from "./deal-rows.js";
import { entityColumns, entityRows } from "./entity-rows.js";
import { loopColumns, loopRows } from "./loop-rows.js";
import { Pane } from "./pane.js";
import { SortableTable } from "./sortable-table.js";
import { Switch } from "./switch.js";
import { panesWords } from "./words.js";

const SHOWN_ROWS = ["entities", "deals", "loops"] as const satisfies readonly Rows[];
type ShownRows = (typeof SHOWN_ROWS)[number];

export function Table({ explorer }: { readonly explorer: Explorer }) {
  const words = panesWords();
  const asked = explorer.view.value.rows;
  const rows = SHOWN_ROWS.find((name) => name === asked) ?? "entities";
  return (
    <Pane label={BAR_WORDS[text.value.language].views.table}>
      <header class="pane-head">
        <Switch
          label={words.rowsLabel}
          words={words.rows}
          options={SHOWN_ROWS}
          chosen={rows}
          onChoose={(next) => explorer.go({ rows: next, sort: null })}
        />
      </header>
      <Rowed explorer={explorer} rows={rows} />
    </Pane>
  );
}

function Rowed({ explorer, rows }: { readonly explorer: Explorer; readonly rows: ShownRows }) {
  const words = panesWords();
  const { facts, shown, selection, view } = explorer;
  const chosen = selection.value?.id ?? null;
  const common = {
    label: words.rows[rows],
    chosen,
    sort: parseSort(view.value.sort),
    onSort: (sort: Parameters<typeof formatSort>[0]) => explorer.go({ sort: formatSort(sort) }),
  };
  switch (rows) {
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
