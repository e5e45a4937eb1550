/** `export`: what is in view, or the loops in it, as a file for another program. */
import { CapitalLoopError } from "../../errors.js";
import { FORMATS, GEXF_VERSIONS, MERGES, partsOf, WRITTEN_FORMATS } from "../../formats/index.js";
import type { CapitalGraph } from "../../graph/capital-graph.js";
import { type Layout, layoutOfAll } from "../../layout/layout.js";
import { flowsOfLoops, graphOfFlows } from "../../loops/around.js";
import { type OpenedGraph, openGraph } from "../../node/open-graph.js";
import type { MeasuredLoop } from "../../node/search-messages.js";
import { searchInThread } from "../../node/search-thread.js";
import { writeFolder, writeWhole } from "../../node/write-file.js";
import { command, type Options, type Out, type Values } from "../command.js";
import { LOOP_OPTIONS, queryOf, threadsOf } from "../loop-options.js";
import { OUTPUT_OPTIONS, SOURCE_OPTIONS, sourceOf, VIEW_OPTIONS, viewOf } from "../options.js";
import { oneOf, usageError } from "../usage.js";
import { counted } from "../words.js";

/** A graph with more entities than this is no picture; it is written without places. */
const MOST_ENTITIES_TO_PLACE = 2000;

const OPTIONS = {
  to: {
    type: "string",
    value: "FORMAT",
    help: `one of ${WRITTEN_FORMATS.join(", ")}`,
    example: "--to gexf",
  },
  out: {
    type: "string",
    value: "PATH",
    help: "the file (gzipped with .gz), or the folder for csv and neo4j; stdout unless given, or with -",
    example: "--out capital-loop.gexf",
  },
  force: { type: "boolean", help: "replace files that a folder already holds", example: "--force" },
  "gexf-version": {
    type: "string",
    value: "VERSION",
    help: `${GEXF_VERSIONS.join(" or ")}, which NetworkX and igraph read`,
    example: "--gexf-version 1.2draft",
  },
  dynamic: { type: "boolean", help: "GEXF with each deal's status over time", example: "--dynamic" },
  merge: {
    type: "string",
    value: "WAY",
    help: "none, or legs for one edge from an entity to the next",
    example: "--merge legs",
  },
  bom: { type: "boolean", help: "CSV that Excel knows as UTF-8", example: "--bom" },
  "raw-cells": {
    type: "boolean",
    help: "CSV cells that look like formulas as they are",
    example: "--raw-cells",
  },
  ...SOURCE_OPTIONS,
  ...VIEW_OPTIONS,
  loops: {
    type: "boolean",
    help: "only the flows of loops; the options below choose which",
    example: "--loops --top 10",
  },
  ...LOOP_OPTIONS,
  quiet: OUTPUT_OPTIONS.quiet,
} as const satisfies Options;

export const exportCommand = command({
  summary: "write what is in view, or only its loops, for another program",
  example: "capital-loop export --to gexf --out capital-loop.gexf",
  options: OPTIONS,
  async run(values, _args, out) {
    const to = formatOf(values);
    const { name } = FORMATS[to];
    const parts = partsOf(to) ?? {};
    const isFolder = FORMATS[to].parts !== undefined;
    const path = values.out === undefined || values.out === "-" ? null : values.out;
    if (isFolder && path === null) {
      const files = Object.keys(parts).join(", ");
      throw usageError(`${to} is several files (${files}); name a folder for them: --out capital-loop-${to}`);
    }
    const version = values["gexf-version"];
    const options = {
      version: version === undefined ? undefined : oneOf("gexf-version", version, GEXF_VERSIONS),
      dynamic: values.dynamic,
      merge: values.merge === undefined ? undefined : oneOf("merge", values.merge, MERGES),
      bom: values.bom,
      rawCells: values["raw-cells"],
    };
    const onlyFlows = await flowsAskedFor(values, out);

    const opened = await openGraph(sourceOf(values), viewOf(values), { onWarning: out.note });
    const graph = onlyFlows === null ? opened.graph : graphOfFlows(opened.graph, onlyFlows);
    const positions = positionsOf(opened);
    if (to === "svg" && positions === undefined) throw tooManyToDraw(opened.whole);
    const whole = { ...options, positions, dataset: opened.dataset };
    const files = Object.entries(parts).map(([file, write]) => [file, write(graph, whole)] as const);

    if (path === null) {
      for (const [, pieces] of files) for (const piece of pieces) await out.write(piece);
      return 0;
    }
    if (isFolder) await writeFolder(path, Object.fromEntries(files), values.force);
    else for (const [, pieces] of files) await writeWhole(path, pieces);
    out.note(
      `${path}: ${counted(graph.order, "entity", "entities")} and ${counted(graph.size, "flow")} as ${name}`,
    );
    return 0;
  },
});

function formatOf(values: Values<typeof OPTIONS>): (typeof WRITTEN_FORMATS)[number] {
  const known = WRITTEN_FORMATS.join(", ");
  if (values.to === undefined) throw usageError(`--to is missing; give one of ${known}, such as --to gexf`);
  return oneOf("to", values.to, WRITTEN_FORMATS);
}

/** The ids of the flows of the loops asked for; null when all of the view is. */
async function flowsAskedFor(values: Values<typeof OPTIONS>, out: Out): Promise<ReadonlySet<string> | null> {
  const isGiven = (value: string | boolean | readonly string[] | undefined) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
  const [asked] = (Object.keys(LOOP_OPTIONS) as (keyof typeof LOOP_OPTIONS)[]).filter((flag) =>
    isGiven(values[flag]),
  );
  if (!values.loops) {
    if (asked === undefined) return null;
    throw usageError(`--${asked} chooses among loops; add --loops to write nothing but loops`);
  }
  const source = sourceOf(values);
  if (source.graph === "-") throw usageError("--loops reads the graph twice; give a file instead of -");
  const query = queryOf(values);
  const view = viewOf(values);
  const { signal } = out;
  const search = await searchInThread<MeasuredLoop>({
    source,
    view,
    query,
    asks: "list",
    threads: threadsOf(values),
    signal,
    onWarning: () => {},
  });
  try {
    const flows = new Set<string>();
    for await (const batch of search.rows()) flowsOfLoops(batch, flows);
    const more = search.complete ? "" : "; there may be more, the search was ended early";
    out.note(`${counted(search.length, "loop")}${more}`);
    return flows;
  } finally {
    await search.close();
  }
}

/** Where entities stand in the explorer: by all live flows of the last day, whatever is in view. */
function positionsOf({ whole }: OpenedGraph): Layout | undefined {
  return whole.order > MOST_ENTITIES_TO_PLACE ? undefined : layoutOfAll(whole);
}

function tooManyToDraw({ order }: CapitalGraph): Error {
  const most = MOST_ENTITIES_TO_PLACE.toLocaleString("en-US");
  const mend = "write gexf and draw it in Gephi, or keep less of the file";
  return new CapitalLoopError(
    "invalid-query",
    `svg: a picture holds up to ${most} entities, and this graph has ${order.toLocaleString("en-US")}; ${mend}`,
  );
}
