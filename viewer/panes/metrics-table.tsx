/** The measures of each entity as a table: what it handles, how much of it goes round, how concentrated it is. */
import { type EntityMetrics, metricsOf } from "../../src/metrics/metrics.js";
import { Usd } from "../components/amount.js";
import { ViewLink } from "../components/links.js";
import { displayName, fullName } from "../names.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { TOOLS_WORDS } from "../text/tools.js";
import { useComputed } from "../tools/computed-later.js";
import { type Column, formatSort, parseSort } from "./columns.js";
import { SortableTable } from "./sortable-table.js";
import { panesWords } from "./words.js";

export function MetricsTable({ explorer }: { readonly explorer: Explorer }) {
  const words = TOOLS_WORDS[text.value.language].metrics;
  const { graph } = explorer.shown.value;
  const metrics = useComputed(() => metricsOf(graph), [graph]);
  if (metrics === null) return <p class="pane-none">{words.working}</p>;
  return (
    <>
      <p class="note pane-note">{words.how}</p>
      <SortableTable
        label={panesWords().rows.metrics}
        columns={columnsOf(explorer)}
        rows={[...metrics.entities].sort((a, b) => b.throughflowUsd - a.throughflowUsd)}
        keyOf={({ id }) => id}
        chosen={explorer.selection.value?.id ?? null}
        sort={parseSort(explorer.view.value.sort)}
        onSort={(sort) => explorer.go({ sort: formatSort(sort) })}
      />
    </>
  );
}

const percent = (share: number | null): string => (share === null ? "" : `${(100 * share).toFixed(1)} %`);

/** One that is not defined is empty, and comes last. */
function share(
  key: string,
  heading: string,
  value: (row: EntityMetrics) => number | null,
): Column<EntityMetrics> {
  return { key, heading, numeric: true, value, cell: (row) => percent(value(row)) };
}

function usd(key: string, heading: string, value: (row: EntityMetrics) => number): Column<EntityMetrics> {
  return {
    key,
    heading,
    numeric: true,
    value,
    cell: (row) => (value(row) === 0 ? "" : <Usd value={value(row)} />),
  };
}

function columnsOf(explorer: Explorer): readonly Column<EntityMetrics>[] {
  const t = text.value;
  const words = TOOLS_WORDS[t.language].metrics;
  const { columns } = panesWords();
  const { dataset } = explorer.facts;
  return [
    {
      key: "name",
      heading: columns.name,
      value: ({ id }) => fullName(dataset, id, t),
      cell: ({ id }) => (
        <ViewLink explorer={explorer} to={{ type: "entity", id }}>
          {fullName(dataset, id, t)}
        </ViewLink>
      ),
    },
    usd("paid", words.inflow, ({ inflowUsd }) => inflowUsd),
    usd("pays", words.outflow, ({ outflowUsd }) => outflowUsd),
    share("cycling", words.cycling, ({ throughflowUsd, cyclingShare }) =>
      throughflowUsd === 0 ? null : cyclingShare,
    ),
    share("returns", words.roundTrip, ({ roundTrip }) => roundTrip.proRata),
    share("hhiin", words.hhiIn, ({ hhiIn }) => hhiIn),
    share("hhiout", words.hhiOut, ({ hhiOut }) => hhiOut),
    {
      key: "payer",
      heading: words.topPayer,
      value: ({ topPayer }) => (topPayer === null ? null : displayName(dataset, topPayer, t)),
    },
    share("pagerank", words.pagerank, ({ pagerank }) => pagerank),
    share("betweenness", words.betweenness, ({ betweenness }) => betweenness),
    { key: "loops", heading: columns.loops, numeric: true, value: ({ loops }) => loops },
  ];
}
