/** `loops`: the loops capital can travel. */
import { searchInThread, type ThreadSearch } from "../../node/search-thread.js";
import { command, type ExitCode, type Out } from "../command.js";
import { LOOP_CSV, loopTable } from "../loop-columns.js";
import { COUNT_OPTION, LOOP_OPTIONS, queryOf } from "../loop-options.js";
import { COMMON_OPTIONS, formatOf, type OutputFormat, sourceOf, viewOf } from "../options.js";
import { printCsv, printJsonList, printNdjson, printTable } from "../print.js";
import { counted } from "../words.js";

/** On a terminal more than a screenful or two is asked for by name. */
const MOST_ON_A_TERMINAL = 50;
/** People are told how to end a search that takes longer than this. */
const PATIENCE_MS = 3000;

export const loops = command({
  summary: "list the loops capital can travel, strongest first",
  example: "capital-loop loops --through nvidia --top 10",
  options: { ...LOOP_OPTIONS, ...COUNT_OPTION, ...COMMON_OPTIONS },
  heedsInterrupt: true,
  async run(values, _args, out) {
    const format = formatOf(values);
    const query = queryOf(values);
    const view = viewOf(values);
    const search = await patiently(out, () =>
      searchInThread({
        source: sourceOf(values),
        view,
        query,
        count: values.count,
        signal: out.signal,
        onWarning: out.note,
      }),
    );
    try {
      if (values.count) await printCount(out, format, search);
      else await printLoops(out, format, search, { ...query, ...view }, values.top !== undefined);
      if (search.reason === "budget") out.note("stopped at the budget: there may be more; raise --budget");
      if (search.reason === "aborted") out.note("interrupted: there may be more");
      return exitCodeOf(out);
    } finally {
      await search.close();
    }
  },
});

function exitCodeOf(out: Out): ExitCode {
  return out.signal.aborted ? 130 : 0;
}

/** Waits, and after a while says how to stop waiting. */
async function patiently<T>(out: Out, work: () => Promise<T>): Promise<T> {
  const timer = setTimeout(
    () => out.note("still searching; Ctrl-C ends it and prints what was found by then"),
    PATIENCE_MS,
  );
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}

async function printCount(out: Out, format: OutputFormat, search: ThreadSearch): Promise<void> {
  const { count, complete, elapsedMs } = search;
  const document = { count, truncated: !complete, elapsedMs };
  if (format === "table") await out.write(`${count}\n`);
  else if (format === "csv")
    await out.write(`count,truncated,elapsedMs\n${count},${!complete},${elapsedMs}\n`);
  else await out.write(`${JSON.stringify(document)}\n`);
}

async function printLoops(
  out: Out,
  format: OutputFormat,
  search: ThreadSearch,
  query: object,
  hasTop: boolean,
): Promise<void> {
  const { graph, count, complete, reason, elapsedMs, names, length } = search;
  const truncated = !complete;
  switch (format) {
    case "json": {
      const before = { graph, query, count, truncated, reason, elapsedMs };
      return printJsonList(out, before, "loops", search.loops(), { complete });
    }
    case "ndjson":
      await printNdjson(out, untilInterrupted(out, search));
      // A list of lines has no head: only where it is cut does a last line say so.
      if (truncated) await out.write(`${JSON.stringify({ truncated, reason, count })}\n`);
      return;
    case "csv":
      return printCsv(out, LOOP_CSV, untilInterrupted(out, search));
    case "table": {
      const shown = out.isTerminal && !hasTop ? Math.min(length, MOST_ON_A_TERMINAL) : length;
      if (length === 0) out.note("no loops");
      else await printTable(out, loopTable(names), untilInterrupted(out, search, shown));
      const more = count - shown;
      if (more > 0) out.note(`${counted(more, "more loop")}; show them with --top ${count}`);
    }
  }
}

/** Loops until Ctrl-C; what an interrupted search found is still given whole. */
async function* untilInterrupted(out: Out, search: ThreadSearch, limit?: number) {
  for await (const batch of search.loops(limit)) {
    yield batch;
    if (out.signal.aborted && search.reason !== "aborted") return;
  }
}
