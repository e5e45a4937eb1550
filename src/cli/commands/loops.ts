/** `loops`: the loops capital can travel. */
import type { MeasuredLoop } from "../../node/search-messages.js";
import type { ThreadSearch } from "../../node/search-thread.js";
import { command, type Out } from "../command.js";
import { LOOP_CSV, loopTable } from "../loop-columns.js";
import { COUNT_OPTION, LOOP_OPTIONS, queryOf, threadsOf } from "../loop-options.js";
import { COMMON_OPTIONS, formatOf, type OutputFormat, sourceOf, viewOf } from "../options.js";
import { printCsv, printJsonList, printNdjson, printTable } from "../print.js";
import { exitCodeOf, runSearch, sayEnd, sayRounded } from "../search-run.js";
import { counted } from "../words.js";

/** On a terminal more than a screenful or two is asked for by name. */
const MOST_ON_A_TERMINAL = 50;

export const loops = command({
  summary: "list the loops capital can travel, strongest first",
  example: "capital-loop loops --through nvidia --top 10",
  options: { ...LOOP_OPTIONS, ...COUNT_OPTION, ...COMMON_OPTIONS },
  heedsInterrupt: true,
  async run(values, _args, out) {
    const format = formatOf(values);
    const query = queryOf(values);
    const view = viewOf(values);
    // Lines of a graph file's loops come as they are found, so that there may be millions.
    const isOrdered = values.top !== undefined || values.rank !== undefined || values.graph === undefined;
    const streams = format === "ndjson" && !isOrdered;
    const search = await runSearch<MeasuredLoop>(out, values.progress, {
      source: sourceOf(values),
      view,
      query,
      asks: values.count ? "count" : streams ? "stream" : "list",
      threads: threadsOf(values),
    });
    try {
      if (values.count) await printCount(out, format, search);
      else await printLoops(out, format, search, { ...query, ...view }, values.top !== undefined);
      sayEnd(out, search.tail() ?? search, format);
      sayRounded(out, search);
      return exitCodeOf(out);
    } finally {
      await search.close();
    }
  },
});

async function printCount(out: Out, format: OutputFormat, search: ThreadSearch<MeasuredLoop>): Promise<void> {
  const { count, isExact, complete, elapsedMs, cursor } = search;
  const document = {
    count,
    isExact,
    truncated: !complete,
    elapsedMs,
    ...(cursor === null ? {} : { cursor }),
  };
  if (format === "table") await out.write(`${count}\n`);
  else if (format === "csv")
    await out.write(`count,truncated,elapsedMs,isExact\n${count},${!complete},${elapsedMs},${isExact}\n`);
  else await out.write(`${JSON.stringify(document)}\n`);
}

async function printLoops(
  out: Out,
  format: OutputFormat,
  search: ThreadSearch<MeasuredLoop>,
  query: object,
  hasTop: boolean,
): Promise<void> {
  const { graph, isExact, complete, reason, elapsedMs, names, length } = search;
  const count = search.count ?? 0;
  const truncated = !complete;
  switch (format) {
    case "json": {
      const before = { graph, query, count, isExact, truncated, reason, elapsedMs };
      const after = search.cursor === null ? { complete } : { complete, cursor: search.cursor };
      return printJsonList(out, before, "loops", search.rows(), after);
    }
    case "ndjson": {
      await printNdjson(out, untilInterrupted(out, search));
      // A list of lines has no head: only where it is cut does a last line say so.
      const end = search.tail() ?? { complete, reason, count, cursor: search.cursor };
      const { cursor } = end;
      const mark = { truncated: true, reason: end.reason, count: end.count };
      if (!end.complete) await out.write(`${JSON.stringify(cursor === null ? mark : { ...mark, cursor })}\n`);
      return;
    }
    case "csv":
      return printCsv(out, LOOP_CSV, untilInterrupted(out, search));
    case "table": {
      const shown = out.isTerminal && !hasTop ? Math.min(length, MOST_ON_A_TERMINAL) : length;
      if (count === 0) out.note("no loops");
      else if (length > 0) await printTable(out, loopTable(names), untilInterrupted(out, search, shown));
      const more = count - shown;
      const mend = isExact ? `; show them with --top ${count}` : "";
      if (more > 0) out.note(`${counted(more, "more loop")}${mend}`);
    }
  }
}

/** Loops until Ctrl-C; what an interrupted search found is still given whole. */
async function* untilInterrupted(out: Out, search: ThreadSearch<MeasuredLoop>, limit?: number) {
  for await (const batch of search.rows(limit)) {
    yield batch;
    // A search that gives loops as they are found ends by itself.
    if (out.signal.aborted && search.reason !== "aborted" && search.count !== null) return;
  }
}
