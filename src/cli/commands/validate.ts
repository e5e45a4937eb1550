/** `validate`: every fault of a folder of facts in one run. */
import { existsSync } from "node:fs";
import { type Problem, problemLine } from "../../errors.js";
import { checkFacts } from "../../node/load-dataset.js";
import { command } from "../command.js";
import type { CsvColumn } from "../csv.js";
import { formatOf, OUTPUT_OPTIONS, SOURCE_OPTIONS } from "../options.js";
import { printCsv, printJson, printNdjson } from "../print.js";
import { usageError } from "../usage.js";
import { safeText } from "../width.js";
import { counted } from "../words.js";

/** Where the facts lie in a checkout of the repository. */
const CHECKOUT = "graph-data";

const PROBLEM_CSV: readonly CsvColumn<Problem>[] = [
  { name: "file", value: ({ file }) => file },
  { name: "line", value: ({ line }) => line },
  { name: "column", value: ({ column }) => column },
  { name: "path", value: ({ path }) => path },
  { name: "message", value: ({ message }) => message },
  { name: "hint", value: ({ hint }) => hint },
];

export const validate = command({
  summary: "check a folder of facts: every fault in one run, with the mend",
  takes: "[DIR]",
  arguments: [0, 1],
  example: "capital-loop validate graph-data",
  options: { data: SOURCE_OPTIONS.data, ...OUTPUT_OPTIONS },
  async run(values, [argument], out) {
    const format = formatOf(values);
    if (argument !== undefined && values.data !== undefined)
      throw usageError("validate checks one folder; give it as DIR or as --data, not both");
    const folder = argument ?? values.data ?? (existsSync(CHECKOUT) ? CHECKOUT : undefined);
    const { dataset, problems } = await checkFacts(folder);
    switch (format) {
      case "json":
        await printJson(out, { valid: problems.length === 0, problems });
        break;
      case "ndjson":
        await printNdjson(out, [problems]);
        break;
      case "csv":
        await printCsv(out, PROBLEM_CSV, [problems]);
        break;
      case "table":
        await out.write(problems.map((problem) => `${safeText(problemLine(problem))}\n`).join(""));
    }
    if (problems.length > 0) {
      out.note(counted(problems.length, "problem"));
      return 1;
    }
    const { entities, deals, sources } = dataset;
    const size = `${entities.size} entities, ${deals.size} deals, ${sources.size} sources`;
    out.note(`${folder ?? "the built-in facts"}: no problems in ${size}`);
    return 0;
  },
});
