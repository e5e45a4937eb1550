/** `search`: entities, deals, markets, figures, statements and documents by any of their names. */
import { dealsOn } from "../../graph/build.js";
import { type Clocks, figuresOn, statementsOn } from "../../model/clocks.js";
import type { Dataset } from "../../model/dataset.js";
import { HIT_TYPES, indexNames, type NameHit } from "../../model/search.js";
import { loadDataset } from "../../node/load-dataset.js";
import { command } from "../command.js";
import type { CsvColumn } from "../csv.js";
import { clocksOf, formatOf, OUTPUT_OPTIONS, SOURCE_OPTIONS, VIEW_OPTIONS } from "../options.js";
import { printCsv, printJson, printNdjson, printTable, type TableColumn } from "../print.js";
import { someOf, wholeNumber } from "../usage.js";

type Hit = Omit<NameHit, "score">;

const HIT_TABLE: readonly TableColumn<Hit>[] = [
  { heading: "what", text: ({ type }) => type },
  { heading: "id", text: ({ id }) => id },
  { heading: "name", text: ({ name }) => name },
];
const HIT_CSV: readonly CsvColumn<Hit>[] = [
  { name: "type", value: ({ type }) => type },
  { name: "id", value: ({ id }) => id },
  { name: "name", value: ({ name }) => name },
];

export const search = command({
  summary: "find entities, deals, figures and statements by any name, in English or Chinese, forgiving typos",
  takes: "TEXT",
  arguments: [1, Number.POSITIVE_INFINITY],
  example: "capital-loop search 英伟达",
  options: {
    top: { type: "string", value: "N", help: "at most so many; 20 unless given", example: "--top 5" },
    type: {
      type: "string",
      value: "LIST",
      help: `only ${HIT_TYPES.join(", ")}`,
      example: "--type figure,statement",
    },
    data: SOURCE_OPTIONS.data,
    "as-of": VIEW_OPTIONS["as-of"],
    "known-by": VIEW_OPTIONS["known-by"],
    ...OUTPUT_OPTIONS,
  },
  async run(values, words, out) {
    const format = formatOf(values);
    const top = wholeNumber("top", values.top ?? "20", 1, 5);
    const text = words.join(" ");
    const types = values.type === undefined ? HIT_TYPES : someOf("type", values.type, HIT_TYPES);
    const dataset = await loadDataset(values.data);
    const index = indexNames(asSeen(dataset, clocksOf(values, dataset.about.asOf)), types);
    const hits = index.search(text, top).map(({ type, id, name }): Hit => ({ type, id, name }));
    if (hits.length === 0) out.note(`nothing found for "${text}"`);
    if (format === "json") await printJson(out, { text, hits });
    else if (format === "ndjson") await printNdjson(out, [hits]);
    else if (format === "csv") await printCsv(out, HIT_CSV, [hits]);
    else if (hits.length > 0) await printTable(out, HIT_TABLE, [hits]);
    return 0;
  },
});

/** The facts as far as they were there on a day and known on another. */
function asSeen(dataset: Dataset, clocks: Clocks): Dataset {
  const byId = <T extends { readonly id: string }>(rows: readonly T[]) =>
    new Map(rows.map((row) => [row.id, row]));
  return {
    ...dataset,
    deals: byId(dealsOn(dataset, clocks)),
    observations: byId(figuresOn(dataset, clocks)),
    statements: byId(statementsOn(dataset, clocks)),
  };
}
