/** `export`: what is in view as a file for another program. */
import { FORMATS, type FormatName, GEXF_VERSIONS, MERGES } from "../../formats/index.js";
import { viewGraph } from "../../graph/view.js";
import { type Layout, layoutGraph } from "../../layout/layout.js";
import { type OpenedGraph, openGraph } from "../../node/open-graph.js";
import { writeWhole } from "../../node/write-file.js";
import { command } from "../command.js";
import { OUTPUT_OPTIONS, SOURCE_OPTIONS, sourceOf, VIEW_OPTIONS, viewOf } from "../options.js";
import { oneOf, usageError } from "../usage.js";

const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

/** A graph with more entities than this is no picture; it is written without places. */
const MOST_ENTITIES_TO_PLACE = 2000;

export const exportCommand = command({
  summary: "write what is in view for another program",
  example: "capital-loop export --to gexf --out capital-loop.gexf",
  options: {
    to: { type: "string", value: "FORMAT", help: `one of ${FORMAT_NAMES.join(", ")}`, example: "--to gexf" },
    out: {
      type: "string",
      value: "PATH",
      help: "the file; stdout unless given, or with -",
      example: "--out capital-loop.gexf",
    },
    "gexf-version": {
      type: "string",
      value: "VERSION",
      help: `${GEXF_VERSIONS.join(" or ")}, which NetworkX and igraph read`,
      example: "--gexf-version 1.2draft",
    },
    dynamic: { type: "boolean", help: "with each deal's status over time", example: "--dynamic" },
    merge: {
      type: "string",
      value: "WAY",
      help: "none, or legs for one edge from an entity to the next",
      example: "--merge legs",
    },
    ...SOURCE_OPTIONS,
    ...VIEW_OPTIONS,
    quiet: OUTPUT_OPTIONS.quiet,
  },
  async run(values, _args, out) {
    if (values.to === undefined)
      throw usageError(`--to is missing; give one of ${FORMAT_NAMES.join(", ")}, such as --to gexf`);
    const to = oneOf("to", values.to, FORMAT_NAMES);
    const version = values["gexf-version"];
    const options = {
      version: version === undefined ? undefined : oneOf("gexf-version", version, GEXF_VERSIONS),
      dynamic: values.dynamic,
      merge: values.merge === undefined ? undefined : oneOf("merge", values.merge, MERGES),
    };
    const opened = await openGraph(sourceOf(values), viewOf(values), { onWarning: out.note });
    const pieces = FORMATS[to].write(opened.graph, { ...options, positions: positionsOf(opened) });
    if (values.out !== undefined && values.out !== "-") {
      await writeWhole(values.out, pieces);
      const { order, size } = opened.graph;
      out.note(`${values.out}: ${order} entities and ${size} flows as ${FORMATS[to].name}`);
      return 0;
    }
    for (const piece of pieces) await out.write(piece);
    return 0;
  },
});

/** Where entities stand in the explorer: by all live flows of the last day, whatever is in view. */
function positionsOf({ whole }: OpenedGraph): Layout | undefined {
  return whole.order > MOST_ENTITIES_TO_PLACE ? undefined : layoutGraph(viewGraph(whole));
}
