/** `metrics`: how circular the whole is, and each entity. */
import { explainShares } from "../../metrics/explain-shares.js";
import { flowMatrix } from "../../metrics/flow-matrix.js";
import { metricsOf } from "../../metrics/metrics.js";
import { openGraph } from "../../node/open-graph.js";
import { readAmounts } from "../../node/read-amounts.js";
import { BASIS_OPTION, basisOf } from "../basis-option.js";
import { printCard } from "../cards/card.js";
import { sharesText } from "../cards/shares-card.js";
import { command } from "../command.js";
import { LOOP_OPTIONS, maxLengthOf } from "../loop-options.js";
import { METRICS_CSV, metricsTable, systemText } from "../metrics-columns.js";
import { METRICS_VIEWS, type MetricsView } from "../metrics-views.js";
import { COMMON_OPTIONS, formatOf, sourceOf, viewOf } from "../options.js";
import { printCsv, printJson, printNdjson, printTable } from "../print.js";
import { plainNumber, usageError, wholeNumber } from "../usage.js";
import { counted } from "../words.js";

/** On a terminal more than a screenful is asked for by name. */
const MOST_ON_A_TERMINAL = 30;
/** Loops are one column of many: nobody waits long for them unless they say so. */
const LOOP_SECONDS = 10;

export const METRICS_OPTIONS = {
  basis: BASIS_OPTION,
  outside: {
    type: "string",
    value: "FILE",
    help: "known outside income, a CSV of id,amount",
    example: "--outside revenue.csv",
  },
} as const;

export const metrics = command({
  summary: "how circular the whole is, and each entity: money that comes back, round trips, concentration",
  example: "capital-loop metrics --basis contracted --top 20",
  options: {
    ...METRICS_OPTIONS,
    explain: {
      type: "string",
      value: "ID",
      help: "the deals and the arithmetic behind one entity's shares",
      example: "--explain nvidia",
    },
    dependence: {
      type: "boolean",
      help: "instead: what sellers are paid by parties they finance",
      example: "--dependence",
    },
    marginal: {
      type: "boolean",
      help: "instead: how much each deal adds to the cycling index",
      example: "--marginal",
    },
    schedule: {
      type: "boolean",
      help: "instead: who pays how much in which year",
      example: "--schedule",
    },
    power: {
      type: "boolean",
      help: "instead: capacity promised, contracted and built, and the loops that wait for it",
      example: "--power",
    },
    revenue: {
      type: "string",
      value: "FILE",
      help: "reported revenue to set beside --dependence and --explain, a CSV of id,amount",
      example: "--revenue revenue.csv",
    },
    backlog: {
      type: "string",
      value: "FILE",
      help: "reported backlog to set beside --dependence, a CSV of id,amount",
      example: "--backlog backlog.csv",
    },
    top: {
      type: "string",
      value: "N",
      help: "at most so many rows, the largest",
      example: "--top 20",
    },
    "max-length": {
      ...LOOP_OPTIONS["max-length"],
      help: "count loops of at most so many legs; 5 unless given",
    },
    budget: {
      ...LOOP_OPTIONS.budget,
      help: `stop counting loops after so long; ${LOOP_SECONDS} unless given`,
    },
    ...COMMON_OPTIONS,
  },
  async run(values, _args, out) {
    const format = formatOf(values);
    const top = values.top === undefined ? undefined : wholeNumber("top", values.top, 0, 20);
    const basis = basisOf(values.basis);
    const loops = {
      maxLength: maxLengthOf(values["max-length"]),
      budgetSeconds: values.budget === undefined ? LOOP_SECONDS : plainNumber("budget", values.budget, "10"),
    };
    const view = chosenView(values);
    const opened = await openGraph(sourceOf(values), viewOf(values), { onWarning: out.note });
    const { graph, dataset, whole } = opened;
    const [outside, revenue, backlog] = await Promise.all([
      amountsIn(values.outside),
      amountsIn(values.revenue),
      amountsIn(values.backlog),
    ]);
    const terms = dataset?.deals;
    const nameOf = (id: string) => (whole.hasNode(id) ? whole.getNodeAttribute(id, "label") : id);

    if (view !== undefined) {
      const request = { opened, format, nameOf, basis, outside, terms, revenue, backlog, loops, top };
      await METRICS_VIEWS[view](out, request);
      return 0;
    }
    if (values.explain !== undefined) {
      const matrix = flowMatrix(graph, { basis, outside, terms });
      const shares = explainShares(matrix, values.explain, revenue?.get(values.explain));
      if (format === "table") await printCard(out, sharesText(shares, nameOf));
      else if (format === "csv") await printCsv(out, BUYER_CSV, [shares.buyers]);
      else if (format === "ndjson") await printNdjson(out, [[shares]]);
      else await printJson(out, shares);
      return 0;
    }

    const { system, entities } = metricsOf(graph, { basis, outside, terms, loops });
    const largest = entities.toSorted((a, b) => b.throughflowUsd - a.throughflowUsd);
    const kept = new Set(largest.slice(0, top));
    const listed = entities.filter((row) => kept.has(row));
    for (const warning of system.warnings) out.note(warning);
    switch (format) {
      case "json":
        await printJson(out, { system: { ...system, level: values.level ?? "entity" }, entities: listed });
        break;
      case "ndjson":
        await printNdjson(out, [listed]);
        break;
      case "csv":
        await printCsv(out, METRICS_CSV, [listed]);
        break;
      case "table": {
        await printCard(out, systemText(system, nameOf));
        const shown = largest.slice(0, top ?? (out.isTerminal ? MOST_ON_A_TERMINAL : undefined));
        await out.write("\n");
        await printTable(out, metricsTable(nameOf), [shown]);
        const more = Math.min(top ?? entities.length, entities.length) - shown.length;
        if (more > 0) out.note(`${counted(more, "more entity", "more entities")}; show them with --top`);
      }
    }
    return 0;
  },
});

/** Which of the tables is asked for; none for the figures themselves. */
function chosenView(
  values: Readonly<Record<MetricsView, boolean>> & { readonly explain: string | undefined },
) {
  const chosen = VIEW_NAMES.filter((name) => values[name]);
  const asked = [...chosen, ...(values.explain === undefined ? [] : ["explain"])];
  if (asked.length > 1)
    throw usageError(`${asked.map((name) => `--${name}`).join(" and ")}: ask for one of them at a time`);
  return chosen[0];
}

const VIEW_NAMES = Object.keys(METRICS_VIEWS) as MetricsView[];

async function amountsIn(path: string | undefined): Promise<ReadonlyMap<string, number> | undefined> {
  return path === undefined ? undefined : readAmounts(path);
}

const BUYER_CSV = [
  { name: "buyer", value: ({ id }: { readonly id: string }) => id },
  { name: "purchasesUsd", value: ({ usd }: { readonly usd: number }) => usd },
  { name: "vendorShare", value: ({ vendorShare }: { readonly vendorShare: number }) => vendorShare },
  { name: "vendorUsd", value: ({ vendorUsd }: { readonly vendorUsd: number }) => vendorUsd },
];
