/** `figures`: what is known of companies and markets in figures. */
import { figuresOn } from "../../model/clocks.js";
import { METRIC_NAMES } from "../../model/metrics.js";
import type { ObservationRecord } from "../../model/observation.js";
import { loadDataset } from "../../node/load-dataset.js";
import { subjectName } from "../cards/figures.js";
import { command } from "../command.js";
import type { CsvColumn } from "../csv.js";
import { figureText, metricText } from "../figure-words.js";
import { knownId } from "../known-id.js";
import { clocksOf, formatOf, OUTPUT_OPTIONS, SOURCE_OPTIONS, VIEW_OPTIONS } from "../options.js";
import { printCsv, printJson, printNdjson, printTable, type TableColumn } from "../print.js";
import { someOf } from "../usage.js";

const FIGURE_CSV: readonly CsvColumn<ObservationRecord>[] = [
  { name: "id", value: ({ id }) => id },
  { name: "subject", value: ({ subject }) => subject },
  { name: "metric", value: ({ metric }) => metric },
  { name: "what", value: ({ what = null }) => what },
  { name: "with", value: (row) => row.with ?? null },
  { name: "period", value: ({ period = null }) => period },
  { name: "ends", value: ({ ends = null }) => ends },
  { name: "value", value: ({ value = null }) => value },
  { name: "low", value: ({ range }) => range?.[0] ?? null },
  { name: "high", value: ({ range }) => range?.[1] ?? null },
  { name: "text", value: ({ text = null }) => text },
  { name: "unit", value: ({ unit = null }) => unit },
  { name: "qualifier", value: ({ qualifier }) => qualifier },
  { name: "conflict", value: ({ conflict = null }) => conflict },
  { name: "sources", value: ({ evidence }) => evidence.map(({ source }) => source).join(" ") },
];

export const figures = command({
  summary: "list figures of companies and markets: revenue, capital spending, power demand and more",
  example: "capital-loop figures --of nvidia --metric revenue,capex",
  options: {
    of: {
      type: "string",
      multiple: true,
      value: "ID",
      help: "only of this entity or market",
      example: "--of nvidia",
    },
    metric: { type: "string", value: "LIST", help: "only these metrics", example: "--metric revenue,capex" },
    conflicts: { type: "boolean", help: "only those over which sources differ", example: "--conflicts" },
    data: SOURCE_OPTIONS.data,
    "as-of": VIEW_OPTIONS["as-of"],
    "known-by": VIEW_OPTIONS["known-by"],
    ...OUTPUT_OPTIONS,
  },
  async run(values, _args, out) {
    const format = formatOf(values);
    const metrics = values.metric === undefined ? null : someOf("metric", values.metric, METRIC_NAMES);
    const dataset = await loadDataset(values.data);
    const { redirects, entities, markets } = dataset;
    const of = values.of.map((id) => knownId("entity or market", id, redirects, [entities, markets]));
    const rows = figuresOn(dataset, clocksOf(values, dataset.about.asOf)).filter(
      ({ subject, metric, conflict }) =>
        (of.length === 0 || of.includes(subject)) &&
        (metrics === null || metrics.includes(metric)) &&
        (!values.conflicts || conflict !== undefined),
    );
    const table: readonly TableColumn<ObservationRecord>[] = [
      { heading: "of", text: ({ subject }) => subjectName(dataset, subject) },
      { heading: "metric", text: metricText },
      { heading: "period", text: ({ period }) => period ?? "undated" },
      { heading: "figure", text: figureText },
      { heading: "id", text: ({ id }) => id },
    ];
    if (format === "json") await printJson(out, { count: rows.length, figures: rows });
    else if (format === "ndjson") await printNdjson(out, [rows]);
    else if (format === "csv") await printCsv(out, FIGURE_CSV, [rows]);
    else if (rows.length === 0) out.note("no figures");
    else await printTable(out, table, [rows]);
    return 0;
  },
});
