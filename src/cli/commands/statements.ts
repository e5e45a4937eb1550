/** `statements`: who warned of, expected or claimed what about whom. */
import { statementsOn } from "../../model/clocks.js";
import { STATEMENT_KIND_NAMES, STATEMENT_KINDS, type StatementRecord } from "../../model/statement.js";
import { loadDataset } from "../../node/load-dataset.js";
import { speakerName } from "../cards/figures.js";
import { command } from "../command.js";
import type { CsvColumn } from "../csv.js";
import { knownId } from "../known-id.js";
import { clocksOf, formatOf, OUTPUT_OPTIONS, SOURCE_OPTIONS, VIEW_OPTIONS } from "../options.js";
import { printCsv, printJson, printNdjson, printTable, type TableColumn } from "../print.js";
import { someOf } from "../usage.js";

const STATEMENT_CSV: readonly CsvColumn<StatementRecord>[] = [
  { name: "id", value: ({ id }) => id },
  { name: "speaker", value: ({ speaker }) => speaker },
  { name: "kind", value: ({ kind }) => kind },
  { name: "on", value: ({ on = null }) => on },
  { name: "what", value: ({ what }) => what },
  { name: "about", value: ({ about }) => about.join(" ") },
  { name: "topics", value: ({ topics }) => topics.join("; ") },
  { name: "sources", value: ({ evidence }) => evidence.map(({ source }) => source).join(" ") },
];

export const statements = command({
  summary: "list statements: who warned of, expected or claimed what about whom",
  example: "capital-loop statements --about nvidia --kind warning",
  options: {
    by: { type: "string", value: "ID", help: "only by this speaker", example: "--by jensen-huang" },
    about: { type: "string", value: "ID", help: "only about this entity", example: "--about nvidia" },
    kind: {
      type: "string",
      value: "LIST",
      help: `only ${STATEMENT_KIND_NAMES.join(", ")}`,
      example: "--kind warning",
    },
    data: SOURCE_OPTIONS.data,
    "as-of": VIEW_OPTIONS["as-of"],
    "known-by": VIEW_OPTIONS["known-by"],
    ...OUTPUT_OPTIONS,
  },
  async run(values, _args, out) {
    const format = formatOf(values);
    const kinds = values.kind === undefined ? null : someOf("kind", values.kind, STATEMENT_KIND_NAMES);
    const dataset = await loadDataset(values.data);
    const { redirects, entities, speakers } = dataset;
    const by =
      values.by === undefined ? null : knownId("speaker", values.by, redirects, [speakers, entities]);
    const about = values.about === undefined ? null : knownId("entity", values.about, redirects, [entities]);
    const rows = statementsOn(dataset, clocksOf(values, dataset.about.asOf)).filter(
      (row) =>
        (by === null || row.speaker === by) &&
        (about === null || row.about.includes(about)) &&
        (kinds === null || kinds.includes(row.kind)),
    );
    const table: readonly TableColumn<StatementRecord>[] = [
      { heading: "on", text: ({ on }) => on ?? "undated" },
      { heading: "who", text: ({ speaker }) => speakerName(dataset, speaker) },
      { heading: "", text: ({ kind }) => STATEMENT_KINDS[kind].en },
      { heading: "what", text: ({ what }) => what },
    ];
    if (format === "json") await printJson(out, { count: rows.length, statements: rows });
    else if (format === "ndjson") await printNdjson(out, [rows]);
    else if (format === "csv") await printCsv(out, STATEMENT_CSV, [rows]);
    else if (rows.length === 0) out.note("no statements");
    else await printTable(out, table, [rows]);
    return 0;
  },
});
