/** The options that commands share, and what their values mean. */
import { READ_EXTENSIONS } from "../formats/index.js";
import type { View } from "../graph/view.js";
import type { Clocks } from "../model/clocks.js";
import { FLOW_KIND_NAMES } from "../model/deal-kinds.js";
import { LAYERS, type Layer } from "../model/entity.js";
import { DEAL_STATES, type DealState, FIRMNESS } from "../model/status.js";
import type { GraphSource } from "../node/open-graph.js";
import type { Options, Values } from "./command.js";
import { day, oneOf, someOf, usageError } from "./usage.js";

/** Which facts. */
export const SOURCE_OPTIONS = {
  data: {
    type: "string",
    value: "DIR",
    help: "another folder of facts; the built-in one otherwise",
    example: "--data graph-data",
  },
  graph: {
    type: "string",
    value: "FILE",
    help: `any graph: ${READ_EXTENSIONS.map((end) => `.${end}`).join(" ")}, each also .gz; - is stdin`,
    example: "--graph payments.csv",
  },
} as const satisfies Options;

/** Which part of them. */
export const VIEW_OPTIONS = {
  "as-of": {
    type: "string",
    value: "DAY",
    help: "see the graph from this day",
    example: "--as-of 2025-10-31",
  },
  "known-by": {
    type: "string",
    value: "DAY",
    help: "leave out what was not yet published that day",
    example: "--known-by 2025-10-31",
  },
  status: {
    type: "string",
    value: "LIST",
    help: "live (the default), all, or states parted by commas",
    example: "--status signed,closed",
  },
  firm: {
    type: "string",
    value: "STATE",
    help: "only deals at least this firm",
    example: "--firm signed",
  },
  level: {
    type: "string",
    value: "LEVEL",
    help: "entity, or group to count subsidiaries with their parent",
    example: "--level group",
  },
  kind: {
    type: "string",
    value: "LIST",
    help: "only flows of these kinds",
    example: "--kind warrant,equity_investment",
  },
  layer: {
    type: "string",
    value: "LIST",
    help: "only flows between these layers",
    example: "--layer chips,model_lab",
  },
  collection: {
    type: "string",
    value: "ERA",
    help: "current (the default), or history for the past cases kept beside it",
    example: "--collection history",
  },
  unconfirmed: {
    type: "boolean",
    help: "with deals that no page which could be read bears out",
    example: "--unconfirmed",
  },
} as const satisfies Options;

/** How it is printed. */
export const OUTPUT_OPTIONS = {
  format: {
    type: "string",
    value: "FORMAT",
    help: "table (the default), json, ndjson or csv",
    example: "--format json",
  },
  "no-color": { type: "boolean", help: "no bold or grey, not even on a terminal", example: "--no-color" },
  quiet: { type: "boolean", help: "no notes on stderr", example: "--quiet" },
} as const satisfies Options;

export const COMMON_OPTIONS = { ...SOURCE_OPTIONS, ...VIEW_OPTIONS, ...OUTPUT_OPTIONS } as const;

/** Where the graph comes from. */
export function sourceOf(values: Values<typeof SOURCE_OPTIONS>): GraphSource {
  if (values.data !== undefined && values.graph !== undefined)
    throw usageError("--data and --graph: give one of the two, a folder of facts or a graph file");
  return { data: values.data, graph: values.graph };
}

/** What to keep of it. Parts that are not asked for are left out. */
export function viewOf(values: Values<typeof VIEW_OPTIONS>): View {
  const given = <T>(
    flag: Exclude<keyof typeof VIEW_OPTIONS, "unconfirmed">,
    read: (text: string) => T,
  ): T | undefined => {
    const text = values[flag];
    return text === undefined ? undefined : read(text);
  };
  const view: View = {
    asOf: given("as-of", (text) => day("as-of", text)),
    knownBy: given("known-by", (text) => day("known-by", text)),
    status: given("status", statusOf),
    firm: given("firm", (text) => oneOf("firm", text, FIRMNESS)),
    level: given("level", (text) => oneOf("level", text, ["entity", "group"])),
    kinds: given("kind", (text) => someOf("kind", text, FLOW_KIND_NAMES)),
    layers: given("layer", (text) => someOf("layer", text, Object.keys(LAYERS) as Layer[])),
    collection: given("collection", (text) => oneOf("collection", text, ["current", "history"])),
    unconfirmed: values.unconfirmed || undefined,
  };
  return Object.fromEntries(Object.entries(view).filter(([, part]) => part !== undefined));
}

/** The two clocks alone; the facts' own last day where none is asked for. */
export function clocksOf(
  values: Values<Pick<typeof VIEW_OPTIONS, "as-of" | "known-by">>,
  lastDay: string,
): Clocks {
  const asOf = values["as-of"];
  const knownBy = values["known-by"];
  return {
    asOf: asOf === undefined ? lastDay : day("as-of", asOf),
    knownBy: knownBy === undefined ? null : day("known-by", knownBy),
  };
}

function statusOf(text: string): "live" | "all" | readonly DealState[] {
  const states = Object.keys(DEAL_STATES) as DealState[];
  const words = someOf("status", text, ["live", "all", ...states]);
  if (words.length === 1 && (words[0] === "live" || words[0] === "all")) return words[0];
  return words.map((word) => {
    if (word !== "live" && word !== "all") return word;
    throw usageError(`--status: "${word}" stands alone; give it without other states`);
  });
}

const FORMATS = ["table", "json", "ndjson", "csv"] as const;
export type OutputFormat = (typeof FORMATS)[number];

/** How to print, among what a command can print. */
export function formatOf<F extends OutputFormat = OutputFormat>(
  values: Values<Pick<typeof OUTPUT_OPTIONS, "format">>,
  possible: readonly F[] = FORMATS as readonly OutputFormat[] as readonly F[],
): F {
  return oneOf("format", values.format ?? "table", possible);
}
