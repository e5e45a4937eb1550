/** `diff`: what opened, closed or changed between two days. */
import {
  CHANGES,
  type Change,
  type Changed,
  type DealSide,
  diffDays,
  type LoopSide,
} from "../../metrics/diff.js";
import { openGraph } from "../../node/open-graph.js";
import { command } from "../command.js";
import type { CsvColumn } from "../csv.js";
import { LOOP_OPTIONS } from "../loop-options.js";
import { formatOf, OUTPUT_OPTIONS, SOURCE_OPTIONS, sourceOf, VIEW_OPTIONS, viewOf } from "../options.js";
import { printCsv, printJson, printNdjson, printTable, type TableColumn } from "../print.js";
import { dayArgument, plainNumber, usageError, wholeNumber } from "../usage.js";
import { counted, spaced, usdOr } from "../words.js";

const { "as-of": _asOf, status: _status, ...DIFF_VIEW } = VIEW_OPTIONS;

type Row = { readonly change: Change } & (
  | ({ readonly type: "deal" } & Changed<DealSide>)
  | ({ readonly type: "loop" } & Changed<LoopSide>)
);

const DIFF_TABLE: readonly TableColumn<Row>[] = [
  { heading: "what", text: ({ type }) => type },
  { heading: "change", text: ({ change }) => change },
  { heading: "before", text: sideText("before") },
  { heading: "after", text: sideText("after") },
  { heading: "id", text: ({ id }) => id },
];

const DIFF_CSV: readonly CsvColumn<Row>[] = [
  { name: "type", value: ({ type }) => type },
  { name: "change", value: ({ change }) => change },
  { name: "id", value: ({ id }) => id },
  { name: "stateBefore", value: (row) => (row.type === "deal" ? (row.before?.state ?? null) : null) },
  { name: "stateAfter", value: (row) => (row.type === "deal" ? (row.after?.state ?? null) : null) },
  { name: "firmnessBefore", value: ({ before }) => before?.firmness ?? null },
  { name: "firmnessAfter", value: ({ after }) => after?.firmness ?? null },
  { name: "amountUsdBefore", value: (row) => amountOf(row, "before") },
  { name: "amountUsdAfter", value: (row) => amountOf(row, "after") },
];

export const diff = command({
  summary: "list the deals and loops that opened, closed or changed between two days",
  takes: "DAY DAY",
  arguments: [2, 2],
  example: "capital-loop diff 2025-09-30 2025-12-31",
  options: {
    "max-length": LOOP_OPTIONS["max-length"],
    budget: LOOP_OPTIONS.budget,
    ...SOURCE_OPTIONS,
    ...DIFF_VIEW,
    ...OUTPUT_OPTIONS,
  },
  async run(values, [first = "", second = ""], out) {
    const format = formatOf(values);
    const from = dayArgument("diff", first);
    const to = dayArgument("diff", second);
    if (from > to) throw usageError(`${from} comes after ${to}; give the earlier day first`);
    const view = viewOf({ ...values, "as-of": undefined, status: undefined });
    const maxLength = values["max-length"];
    const { whole, dataset } = await openGraph(sourceOf(values), view, { onWarning: out.note });
    const found = diffDays(whole, dataset, [from, to], view, {
      ...(maxLength === "none" ? { maxLength: null } : {}),
      ...(maxLength === undefined || maxLength === "none"
        ? {}
        : { maxLength: wholeNumber("max-length", maxLength, 1, 8) }),
      ...(values.budget === undefined ? {} : { budgetMs: 1000 * plainNumber("budget", values.budget, "10") }),
    });
    const rows = CHANGES.flatMap((change): Row[] => [
      ...found.deals[change].map((row): Row => ({ type: "deal", change, ...row })),
      ...found.loops[change].map((row): Row => ({ type: "loop", change, ...row })),
    ]);
    if (!found.complete) out.note("stopped at the budget: loops may be missing; raise --budget");
    if (format === "json") await printJson(out, found);
    else if (format === "ndjson") await printNdjson(out, [rows]);
    else if (format === "csv") await printCsv(out, DIFF_CSV, [rows]);
    else if (rows.length === 0) out.note("nothing changed");
    else {
      await printTable(out, DIFF_TABLE, [rows]);
      const count = (kind: "deals" | "loops", noun: string) =>
        CHANGES.map((change) => `${counted(found[kind][change].length, noun)} ${change}`).join(", ");
      out.note(`${count("deals", "deal")}; ${count("loops", "loop")}`);
    }
    return 0;
  },
});

function amountOf(row: Row, side: "before" | "after"): number | null {
  if (row.type === "deal") return row[side]?.amountUsd ?? null;
  return row[side]?.bottleneckUsd ?? null;
}

function sideText(side: "before" | "after"): (row: Row) => string {
  return (row) => {
    const state = row.type === "deal" ? row[side]?.state : row[side]?.firmness;
    return state === undefined ? "–" : `${spaced(state)}, ${usdOr(amountOf(row, side))}`;
  };
}
