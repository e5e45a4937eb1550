/** `compare`: our figures beside the published ones. */
import { type ComparedFigure, compareWithPublished, type OurFigure } from "../../metrics/compare.js";
import { openGraph } from "../../node/open-graph.js";
import { command } from "../command.js";
import type { CsvColumn } from "../csv.js";
import { formatOf, OUTPUT_OPTIONS, SOURCE_OPTIONS, VIEW_OPTIONS } from "../options.js";
import { printCsv, printJson, printNdjson, printTable, type TableColumn } from "../print.js";
import { day } from "../usage.js";
import { percent, usd } from "../words.js";

const COMPARED_CSV: readonly CsvColumn<ComparedFigure>[] = [
  { name: "observation", value: ({ observation }) => observation },
  { name: "measure", value: ({ measure }) => measure },
  { name: "by", value: ({ by }) => by },
  { name: "period", value: ({ period }) => period },
  { name: "unit", value: ({ unit }) => unit },
  { name: "published", value: ({ published }) => published },
  { name: "qualifier", value: ({ qualifier }) => qualifier },
  { name: "basis", value: ({ basis }) => basis },
  { name: "onItsDayAsOf", value: ({ onItsDay }) => onItsDay?.asOf ?? null },
  { name: "onItsDay", value: ({ onItsDay }) => onItsDay?.value ?? null },
  { name: "today", value: ({ today }) => today.value },
  { name: "ratio", value: ({ ratio }) => ratio },
  { name: "deals", value: ({ onItsDay, today }) => (onItsDay ?? today).deals.join(" ") },
  { name: "because", value: ({ because }) => because.join("; ") },
];

const COMPARED_TABLE: readonly TableColumn<ComparedFigure>[] = [
  { heading: "published figure", text: ({ observation }) => observation },
  { heading: "by", text: ({ by }) => by },
  { heading: "theirs", align: "right", text: (row) => valueText(row, row.published) },
  { heading: "ours that day", align: "right", text: (row) => ourText(row, row.onItsDay) },
  { heading: "ours today", align: "right", text: (row) => ourText(row, row.today) },
  {
    heading: "ours/theirs",
    align: "right",
    text: ({ ratio }) => (ratio === null ? "–" : String(Number(ratio.toPrecision(2)))),
  },
  { heading: "because", text: ({ because }) => because.join("; ") },
];

export const compare = command({
  summary: "our figures beside the published ones they can be held against, and what sets them apart",
  example: "capital-loop compare --format csv",
  options: { data: SOURCE_OPTIONS.data, "as-of": VIEW_OPTIONS["as-of"], ...OUTPUT_OPTIONS },
  async run(values, _args, out) {
    const format = formatOf(values);
    const asOf = values["as-of"] === undefined ? undefined : day("as-of", values["as-of"]);
    const { dataset, whole } = await openGraph({ data: values.data }, {});
    if (dataset === null) throw new TypeError("compare: facts were asked for and a graph file was opened");
    const rows = compareWithPublished(dataset, whole, asOf ?? dataset.about.asOf);
    if (format === "json") await printJson(out, { asOf: asOf ?? dataset.about.asOf, figures: rows });
    else if (format === "ndjson") await printNdjson(out, [rows]);
    else if (format === "csv") await printCsv(out, COMPARED_CSV, [rows]);
    else if (rows.length === 0)
      out.note("no published figure here names a computed one; see compare: in graph-data/README.md");
    else await printTable(out, COMPARED_TABLE, [rows]);
    return 0;
  },
});

function ourText(row: ComparedFigure, ours: OurFigure | null): string {
  if (ours === null || ours.value === null) return "–";
  const bounds = ours.bounds === null ? "" : ` (${ours.bounds.map((end) => valueText(row, end)).join("–")})`;
  return valueText(row, ours.value) + bounds;
}

function valueText({ unit }: ComparedFigure, value: number): string {
  return unit === "USD" ? usd(value) : percent(value);
}
