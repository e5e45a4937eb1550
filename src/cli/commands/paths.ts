/** `paths`: how capital gets from one entity to another. */
import type { Path } from "../../loops/paths.js";
import type { ThreadSearch } from "../../node/search-thread.js";
import { command, type Options, type Out, type Values } from "../command.js";
import type { CsvColumn } from "../csv.js";
import { canGoRound } from "../loop-columns.js";
import { LOOP_OPTIONS, maxLengthOf } from "../loop-options.js";
import { COMMON_OPTIONS, formatOf, type OutputFormat, sourceOf, viewOf } from "../options.js";
import { printCsv, printJsonList, printNdjson, printTable, type TableColumn } from "../print.js";
import { exitCodeOf, runSearch, sayEnd } from "../search-run.js";
import { plainNumber, wholeNumber } from "../usage.js";
import { spaced } from "../words.js";

const { "max-length": maxLength, budget } = LOOP_OPTIONS;

const PATH_OPTIONS = {
  "max-length": maxLength,
  top: { type: "string", value: "N", help: "at most so many; all unless given", example: "--top 10" },
  budget,
} as const satisfies Options;

export const paths = command({
  summary: "show how capital gets from one entity to another, strongest first",
  takes: "FROM TO",
  arguments: [2, 2],
  example: "capital-loop paths microsoft nvidia --top 10",
  options: { ...PATH_OPTIONS, ...COMMON_OPTIONS },
  heedsInterrupt: true,
  async run(values, [from = "", to = ""], out) {
    const format = formatOf(values);
    const view = viewOf(values);
    const query = pathQueryOf(values);
    const search = await runSearch<Path>(out, false, {
      source: sourceOf(values),
      view,
      query,
      asks: "paths",
      ends: [from, to],
    });
    try {
      await printPaths(out, format, search, { from, to, ...query, ...view });
      sayEnd(out, search, format);
      return exitCodeOf(out);
    } finally {
      await search.close();
    }
  },
});

function pathQueryOf(values: Values<typeof PATH_OPTIONS>) {
  const { top, budget } = values;
  return {
    maxLength: maxLengthOf(values["max-length"]),
    ...(top === undefined ? {} : { top: wholeNumber("top", top, 0, 10) }),
    ...(budget === undefined ? {} : { budgetMs: 1000 * plainNumber("budget", budget, "10") }),
  };
}

async function printPaths(
  out: Out,
  format: OutputFormat,
  search: ThreadSearch<Path>,
  query: object,
): Promise<void> {
  const { graph, isExact, complete, reason, elapsedMs, names, length, count } = search;
  switch (format) {
    case "json": {
      const before = { graph, query, count, isExact, truncated: !complete, reason, elapsedMs };
      return printJsonList(out, before, "paths", search.rows(), { complete });
    }
    case "ndjson":
      await printNdjson(out, search.rows());
      if (!complete) await out.write(`${JSON.stringify({ truncated: true, reason, count })}\n`);
      return;
    case "csv":
      return printCsv(out, PATH_CSV, search.rows());
    case "table":
      if (length === 0) out.note("no paths");
      else await printTable(out, pathTable(names), search.rows());
  }
}

function pathTable(names: ReadonlyMap<string, string>): readonly TableColumn<Path>[] {
  return [
    { heading: "#", align: "right", text: (_path, index) => String(index + 1) },
    { heading: "path", text: ({ entities }) => entities.map((id) => names.get(id) ?? id).join(" → ") },
    { heading: "legs", align: "right", text: ({ length }) => String(length) },
    { heading: "can go", align: "right", text: canGoRound },
    { heading: "firmness", text: ({ firmness }) => spaced(firmness) },
  ];
}

const PATH_CSV: readonly CsvColumn<Path>[] = [
  { name: "id", value: ({ id }) => id },
  { name: "length", value: ({ length }) => length },
  { name: "bottleneckUsd", value: ({ bottleneckUsd }) => bottleneckUsd },
  { name: "totalUsd", value: ({ totalUsd }) => totalUsd },
  { name: "undisclosedLegs", value: ({ undisclosedLegs }) => undisclosedLegs },
  { name: "firmness", value: ({ firmness }) => firmness },
  { name: "deals", value: ({ legs }) => legs.map(({ deals }) => deals.join(" ")).join(">") },
];
