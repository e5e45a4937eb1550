/** `break`: what to take out so that no loop is left. */
import { BREAK_WEIGHTS, feedbackArcs, type RemovedFlow } from "../../metrics/feedback.js";
import { openGraph } from "../../node/open-graph.js";
import { BASIS_OPTION, basisOf } from "../basis-option.js";
import { command } from "../command.js";
import type { CsvColumn } from "../csv.js";
import { COMMON_OPTIONS, formatOf, sourceOf, viewOf } from "../options.js";
import { printCsv, printJson, printNdjson, printTable, type TableColumn } from "../print.js";
import { oneOf, wholeNumber } from "../usage.js";
import { counted, usd, usdOr } from "../words.js";

const REMOVED_CSV: readonly CsvColumn<RemovedFlow>[] = [
  { name: "flow", value: ({ id }) => id },
  { name: "deal", value: ({ deal }) => deal },
  { name: "from", value: ({ from }) => from },
  { name: "to", value: ({ to }) => to },
  { name: "amountUsd", value: ({ usd }) => usd },
];

export const breakCommand = command({
  summary: "the deals whose removal leaves no loop: the least money, or the fewest flows",
  example: "capital-loop break --weight count",
  options: {
    weight: {
      type: "string",
      value: "WEIGHT",
      help: "amount (the default) removes the least money, count the fewest flows",
      example: "--weight count",
    },
    "max-length": {
      type: "string",
      value: "N",
      help: "loops before and after are counted to this length; 5 unless given",
      example: "--max-length 4",
    },
    basis: BASIS_OPTION,
    ...COMMON_OPTIONS,
  },
  async run(values, _args, out) {
    const format = formatOf(values);
    const weight = oneOf("weight", values.weight ?? "amount", BREAK_WEIGHTS);
    const maxLength = wholeNumber("max-length", values["max-length"] ?? "5", 2, 5);
    const { graph, dataset } = await openGraph(sourceOf(values), viewOf(values), { onWarning: out.note });
    const found = feedbackArcs(graph, {
      weight,
      maxLength,
      basis: basisOf(values.basis),
      terms: dataset?.deals,
    });
    if (format === "json") await printJson(out, found);
    else if (format === "ndjson") await printNdjson(out, [found.removed]);
    else if (format === "csv") await printCsv(out, REMOVED_CSV, [found.removed]);
    else {
      const name = (id: string) => graph.getNodeAttribute(id, "label");
      const columns: readonly TableColumn<RemovedFlow>[] = [
        { heading: "deal", text: ({ deal }) => deal },
        { heading: "from", text: ({ from }) => name(from) },
        { heading: "to", text: ({ to }) => name(to) },
        { heading: "amount", align: "right", text: ({ usd: amount }) => usdOr(amount) },
      ];
      if (found.removed.length > 0) await printTable(out, columns, [found.removed]);
      const weigh = (amount: number) => (weight === "amount" ? usd(amount) : counted(amount, "flow"));
      const { before, after, complete } = found.loops;
      out.note(
        found.exact
          ? `${weigh(found.totalWeight)} in all, and nothing less would do`
          : `${weigh(found.totalWeight)} in all; nothing less than ${weigh(found.lowerBound)} would do`,
      );
      out.note(
        `${complete ? "" : "at least "}${counted(before, "loop")} of up to ${maxLength} legs before, ${after} after` +
          (after > 0 ? ", over flows without an amount or contingent ones" : ""),
      );
      for (const warning of found.warnings) out.note(warning);
    }
    return 0;
  },
});
