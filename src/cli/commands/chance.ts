/** `chance`: are there more loops than joining the same entities at random would make? */
import { type Chance, loopsAgainstChance } from "../../metrics/chance.js";
import { openGraph } from "../../node/open-graph.js";
import { command } from "../command.js";
import type { CsvColumn } from "../csv.js";
import { COMMON_OPTIONS, formatOf, sourceOf, viewOf } from "../options.js";
import { printCsv, printJson, printNdjson, printTable, type TableColumn } from "../print.js";
import { wholeNumber } from "../usage.js";

type Row = Chance["byLength"][number];

const ROW_TABLE: readonly TableColumn<Row>[] = [
  { heading: "legs", align: "right", text: ({ length }) => String(length) },
  { heading: "loops", align: "right", text: ({ observed }) => observed.toLocaleString("en-US") },
  { heading: "by chance", align: "right", text: ({ mean }) => rounded(mean) },
];
const ROW_CSV: readonly CsvColumn<Row>[] = [
  { name: "length", value: ({ length }) => length },
  { name: "observed", value: ({ observed }) => observed },
  { name: "mean", value: ({ mean }) => mean },
];

export const chance = command({
  summary: "compare the number of loops with what chance would make of the same entities and kinds of deals",
  example: "capital-loop chance --samples 500 --seed 7",
  options: {
    samples: {
      type: "string",
      value: "N",
      help: "random graphs to count; 200 unless given",
      example: "--samples 1000",
    },
    seed: {
      type: "string",
      value: "N",
      help: "where the random numbers start; 1 unless given",
      example: "--seed 7",
    },
    "max-length": {
      type: "string",
      value: "N",
      help: "loops are counted to this length; 5 unless given",
      example: "--max-length 3",
    },
    ...COMMON_OPTIONS,
  },
  async run(values, _args, out) {
    const format = formatOf(values);
    const { graph } = await openGraph(sourceOf(values), viewOf(values), { onWarning: out.note });
    const found = loopsAgainstChance(graph, {
      samples: wholeNumber("samples", values.samples ?? "200", 1, 500),
      seed: wholeNumber("seed", values.seed ?? "1", 1, 7),
      maxLength: wholeNumber("max-length", values["max-length"] ?? "5", 2, 5),
    });
    if (format === "json") await printJson(out, found);
    else if (format === "ndjson") await printNdjson(out, [found.byLength]);
    else if (format === "csv") await printCsv(out, ROW_CSV, [found.byLength]);
    else {
      await printTable(out, ROW_TABLE, [found.byLength]);
      const { observed, mean, deviation, zScore, pAtLeast, samples, seed } = found;
      const spread = deviation === null ? "" : ` ± ${rounded(deviation)}`;
      out.note(
        `${observed} loops; ${rounded(mean ?? 0)}${spread} in ${samples} random graphs from seed ${seed}` +
          (zScore === null ? "" : `; z = ${zScore.toFixed(2)}`) +
          `; at least as many by chance: p = ${pAtLeast.toPrecision(2)}`,
      );
      out.note(
        "every entity keeps its number of payers and payees of every kind; who pays whom is drawn anew",
      );
    }
    return 0;
  },
});

function rounded(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 1 });
}
