/** `stress`: what a failure does to everybody else. */

import { unknownId } from "../../loops/query.js";
import { STRESS_MODELS, type StressModel } from "../../metrics/stress/models.js";
import { type FlowLoss, type StressLoss, type StressResult, stress } from "../../metrics/stress.js";
import { openGraph } from "../../node/open-graph.js";
import { readAmounts } from "../../node/read-amounts.js";
import { BASIS_OPTION, basisOf } from "../basis-option.js";
import { command, type Out } from "../command.js";
import type { CsvColumn } from "../csv.js";
import { COMMON_OPTIONS, formatOf, sourceOf, viewOf } from "../options.js";
import { printCsv, printJson, printNdjson, printTable, type TableColumn } from "../print.js";
import { oneOf, share, usageError, wholeNumber } from "../usage.js";
import { counted, percent, usd, usdOr } from "../words.js";

const LOSS_CSV: readonly CsvColumn<StressLoss>[] = [
  { name: "id", value: ({ id }) => id },
  { name: "directUsd", value: ({ directUsd }) => directUsd },
  { name: "lossUsd", value: ({ lossUsd }) => lossUsd },
  { name: "inflowUsd", value: ({ inflowUsd }) => inflowUsd },
  { name: "share", value: (row) => row.share },
];
/** Enough loops to see which they are. */
const MOST_LOOPS_NAMED = 10;
/** On a terminal more than a screenful is asked for as JSON or CSV. */
const MOST_ON_A_TERMINAL = 30;

export const stressCommand = command({
  summary: "what a deal cut short, or an entity that fails, takes from everybody else",
  example: "capital-loop stress --default openai",
  options: {
    cut: {
      type: "string",
      multiple: true,
      value: "DEAL=SHARE",
      help: "a deal of which only this share is honoured; may be repeated",
      example: "--cut openai-oracle-300b-2025=0.4",
    },
    default: {
      type: "string",
      multiple: true,
      value: "ID",
      help: "an entity that pays nothing more; may be repeated",
      example: "--default openai",
    },
    model: {
      type: "string",
      value: "MODEL",
      help: "cascade (the default): losses passed on in proportion; debtrank: distress before default; clearing: who can still pay",
      example: "--model clearing",
    },
    "pass-on": {
      type: "string",
      value: "SHARE",
      help: "cascade: the part of a loss that everybody passes on; 1 unless given",
      example: "--pass-on 0.5",
    },
    buffers: {
      type: "string",
      value: "FILE",
      help: "cascade and debtrank: what each can lose, a CSV of id,amount",
      example: "--buffers equity.csv",
    },
    cash: {
      type: "string",
      value: "FILE",
      help: "clearing: what each has in hand, a CSV of id,amount",
      example: "--cash cash.csv",
    },
    outside: {
      type: "string",
      value: "FILE",
      help: "known outside income, a CSV of id,amount",
      example: "--outside revenue.csv",
    },
    explain: {
      type: "string",
      value: "ID",
      help: "cascade: the deals by which one entity loses",
      example: "--explain nvidia",
    },
    "max-length": {
      type: "string",
      value: "N",
      help: "lost loops are looked for to this length; 5 unless given",
      example: "--max-length 4",
    },
    basis: BASIS_OPTION,
    ...COMMON_OPTIONS,
  },
  async run(values, _args, out) {
    const format = formatOf(values);
    const model = oneOf("model", values.model ?? "cascade", STRESS_MODELS);
    const cuts = new Map(values.cut.map(cutOf));
    refuseUnread(model, values);
    const options = {
      model,
      basis: basisOf(values.basis),
      passOn: values["pass-on"] === undefined ? undefined : share("pass-on", values["pass-on"], "0.5"),
      maxLength: wholeNumber("max-length", values["max-length"] ?? "5", 2, 5),
    };
    if (cuts.size + values.default.length === 0)
      throw usageError("stress: name what fails, with --cut DEAL=SHARE or --default ID");
    const { graph, dataset } = await openGraph(sourceOf(values), viewOf(values), { onWarning: out.note });
    const amounts = async (path: string | undefined) => (path === undefined ? undefined : readAmounts(path));
    const found = stress(
      graph,
      { cuts, defaults: values.default },
      {
        ...options,
        terms: dataset?.deals,
        buffers: await amounts(values.buffers),
        cash: await amounts(values.cash),
        outside: await amounts(values.outside),
      },
    );
    if (values.explain !== undefined) {
      if (!graph.hasNode(values.explain)) throw unknownId("entity", values.explain, graph.nodes());
      const rows = found.flowLosses.filter(({ to }) => to === values.explain);
      if (format === "json") await printJson(out, { id: values.explain, flowLosses: rows });
      else if (format === "ndjson") await printNdjson(out, [rows]);
      else if (format === "csv") await printCsv(out, FLOW_LOSS_CSV, [rows]);
      else if (rows.length === 0) out.note(`${values.explain} loses nothing here`);
      else await printTable(out, FLOW_LOSS_TABLE, [rows]);
    } else if (format === "json") await printJson(out, found);
    else if (format === "ndjson") await printNdjson(out, [found.losses]);
    else if (format === "csv") await printCsv(out, LOSS_CSV, [found.losses]);
    else await printForPeople(out, found, (id) => graph.getNodeAttribute(id, "label"));
    return 0;
  },
});

const FLOW_LOSS_TABLE: readonly TableColumn<FlowLoss>[] = [
  { heading: "deal", text: ({ deal }) => deal },
  { heading: "from", text: ({ from }) => from },
  { heading: "amount", align: "right", text: (row) => usd(row.usd) },
  { heading: "lost", align: "right", text: ({ lostUsd }) => usd(lostUsd) },
];
const FLOW_LOSS_CSV: readonly CsvColumn<FlowLoss>[] = [
  { name: "flow", value: ({ flow }) => flow },
  { name: "deal", value: ({ deal }) => deal },
  { name: "from", value: ({ from }) => from },
  { name: "to", value: ({ to }) => to },
  { name: "amountUsd", value: (row) => row.usd },
  { name: "lostUsd", value: ({ lostUsd }) => lostUsd },
];

async function printForPeople(out: Out, found: StressResult, nameOf: (id: string) => string): Promise<void> {
  const columns: readonly TableColumn<StressLoss>[] = [
    { heading: "who loses", text: ({ id }) => nameOf(id) },
    { heading: "directly", align: "right", text: ({ directUsd }) => (directUsd > 0 ? usd(directUsd) : "–") },
    { heading: "in all", align: "right", text: ({ lossUsd }) => usd(lossUsd) },
    { heading: `of ${found.shareOf}`, align: "right", text: (row) => percent(row.share) },
  ];
  const shown = found.losses.slice(0, out.isTerminal ? MOST_ON_A_TERMINAL : undefined);
  if (shown.length > 0) await printTable(out, columns, [shown]);
  const more = found.losses.length - shown.length;
  if (more > 0) out.note(`${more} more lose less; see them with --format csv`);
  const times = found.multiplier === null ? "" : `, ${found.multiplier.toFixed(2)} times as much`;
  out.note(
    `${usd(found.directUsd)} lost directly, ${usd(found.lostUsd)} in all${times} (${found.basis} amounts)`,
  );
  found.defaultsByRound.forEach((wave, i) => {
    out.note(`cannot pay in full, round ${i + 1}: ${wave.map(nameOf).join(", ")}`);
  });
  const { loopsLost, loopsWeakened, loopsComplete } = found;
  const least = loopsComplete ? "" : "at least ";
  out.note(`${least}${counted(loopsLost.length, "loop")} lost, ${least}${loopsWeakened.length} weakened`);
  for (const { id, bottleneckUsd } of loopsLost.slice(0, MOST_LOOPS_NAMED))
    out.note(`  lost: ${id}, ${usdOr(bottleneckUsd)}`);
  for (const { id, bottleneckUsd, bottleneckAfterUsd } of loopsWeakened.slice(0, MOST_LOOPS_NAMED))
    out.note(`  weakened: ${id}, ${usdOr(bottleneckUsd)} to ${usdOr(bottleneckAfterUsd)}`);
  for (const warning of found.warnings) out.note(warning);
}

/** The models that read what a flag gives. */
const READ_BY = {
  "pass-on": ["cascade"],
  buffers: ["cascade", "debtrank"],
  cash: ["clearing"],
  explain: ["cascade"],
} as const satisfies Record<string, readonly StressModel[]>;

/** What a model would pass over is refused: its numbers would be taken for the asker's. */
function refuseUnread(
  model: StressModel,
  values: { readonly [flag in keyof typeof READ_BY]?: unknown },
): void {
  for (const [flag, models] of Object.entries(READ_BY) as [keyof typeof READ_BY, readonly StressModel[]][]) {
    if (values[flag] === undefined || models.includes(model)) continue;
    throw usageError(
      `--${flag} is not read by ${model}; add --model ${models.join(" or ")}, or leave it out`,
    );
  }
}

function cutOf(text: string): [deal: string, keep: number] {
  const at = text.lastIndexOf("=");
  if (at < 1)
    throw usageError(`--cut: "${text}" does not hold; give a deal and what is kept of it, DEAL=0.4`);
  return [text.slice(0, at), share("cut", text.slice(at + 1), `${text.slice(0, at)}=0.4`)];
}
