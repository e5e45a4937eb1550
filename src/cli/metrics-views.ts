/** The tables that `metrics` prints beside its own, one for each flag of `METRICS_VIEWS`. */

import { findLoops } from "../loops/find.js";
import type { LoopQuery } from "../loops/query.js";
import { cycling } from "../metrics/cycling.js";
import { type Dependence, type DependenceTable, dependence } from "../metrics/dependence.js";
import { flowMatrix, type MatrixOptions } from "../metrics/flow-matrix.js";
import { type MarginalDeal, marginalDeals } from "../metrics/marginal.js";
import { type CapacityRow, type Megawatts, type PowerInLoops, powerInLoops } from "../metrics/power.js";
import { type CashSchedule, cashSchedule, type ScheduledEntity } from "../metrics/schedule.js";
import type { OpenedGraph } from "../node/open-graph.js";
import { type Card, printCard } from "./cards/card.js";
import type { Out } from "./command.js";
import type { CsvColumn } from "./csv.js";
import type { OutputFormat } from "./options.js";
import { printCsv, printJson, printNdjson, printTable, type TableColumn } from "./print.js";
import { percent, usd, usdOr } from "./words.js";

/** What a view is given. */
export interface ViewRequest extends MatrixOptions {
  readonly opened: OpenedGraph;
  readonly format: OutputFormat;
  readonly nameOf: (id: string) => string;
  readonly revenue: ReadonlyMap<string, number> | undefined;
  readonly backlog: ReadonlyMap<string, number> | undefined;
  readonly loops: LoopQuery;
  /** At most so many rows of a table for people. */
  readonly top: number | undefined;
}

type View = (out: Out, request: ViewRequest) => Promise<void>;

/** A document with a list in it: whole as JSON, the list alone line by line. */
async function printList<T>(
  out: Out,
  format: OutputFormat,
  document: object,
  rows: readonly T[],
  csv: readonly CsvColumn<T>[],
  people: () => Promise<void>,
): Promise<void> {
  if (format === "json") await printJson(out, document);
  else if (format === "ndjson") await printNdjson(out, [rows]);
  else if (format === "csv") await printCsv(out, csv, [rows]);
  else await people();
}

const showDependence: View = async (out, { opened, format, nameOf, top, ...options }) => {
  const table: DependenceTable = dependence(opened.graph, options);
  for (const warning of table.warnings) out.note(warning);
  const columns: readonly TableColumn<Dependence>[] = [
    { heading: "seller", text: ({ seller }) => nameOf(seller) },
    { heading: "from parties it finances", align: "right", text: (row) => usd(row.fromFinancedUsd) },
    { heading: "undisclosed", align: "right", text: (row) => String(row.undisclosed) },
    { heading: "of sales", align: "right", text: (row) => percent(row.shareOfSales) },
    { heading: "of inflow", align: "right", text: (row) => percent(row.shareOfInflow) },
    { heading: "over revenue", align: "right", text: (row) => percent(row.overRevenue) },
    { heading: "over backlog", align: "right", text: (row) => percent(row.overBacklog) },
    { heading: "who", text: ({ customers }) => customers.map(({ id }) => nameOf(id)).join(", ") },
  ];
  await printList(out, format, table, table.sellers, DEPENDENCE_CSV, () =>
    printTable(out, columns, [table.sellers.slice(0, top)]),
  );
};

const DEPENDENCE_CSV: readonly CsvColumn<Dependence>[] = [
  { name: "seller", value: ({ seller }) => seller },
  { name: "inflowUsd", value: ({ inflowUsd }) => inflowUsd },
  { name: "salesUsd", value: ({ salesUsd }) => salesUsd },
  { name: "fromFinancedUsd", value: ({ fromFinancedUsd }) => fromFinancedUsd },
  { name: "shareOfSales", value: ({ shareOfSales }) => shareOfSales },
  { name: "shareOfInflow", value: ({ shareOfInflow }) => shareOfInflow },
  { name: "overRevenue", value: ({ overRevenue }) => overRevenue },
  { name: "overBacklog", value: ({ overBacklog }) => overBacklog },
  { name: "undisclosed", value: ({ undisclosed }) => undisclosed },
  { name: "customers", value: ({ customers }) => customers.map(({ id }) => id).join("+") },
];

/** How many years past the day in view a table for people shows. */
const YEARS_AHEAD = 6;

const showSchedule: View = async (out, { opened: { graph }, format, nameOf, terms, top }) => {
  const schedule: CashSchedule = cashSchedule(graph, { terms });
  for (const warning of schedule.warnings) out.note(warning);
  const rows = schedule.entities.flatMap(({ id, years }) => years.map((year) => ({ id, ...year })));
  const csv: readonly CsvColumn<(typeof rows)[number]>[] = [
    { name: "id", value: ({ id }) => id },
    { name: "year", value: ({ year }) => year },
    { name: "paysUsd", value: ({ paysUsd }) => paysUsd },
    { name: "paysForGoodsUsd", value: ({ paysForGoodsUsd }) => paysForGoodsUsd },
    { name: "isPaidUsd", value: ({ isPaidUsd }) => isPaidUsd },
  ];
  await printList(out, format, schedule, rows, csv, async () => {
    const first = Number(graph.getAttribute("asOf").slice(0, 4));
    const years = Array.from({ length: YEARS_AHEAD }, (_, i) => first + i);
    const inYear = (entity: ScheduledEntity, year: number) =>
      entity.years.find((row) => row.year === year)?.paysUsd ?? 0;
    const ahead = (entity: ScheduledEntity) => years.reduce((sum, year) => sum + inYear(entity, year), 0);
    const all: ScheduledEntity = {
      id: "",
      years: schedule.years.map(({ year, usd: paysUsd }) => ({
        year,
        paysUsd,
        paysForGoodsUsd: 0,
        isPaidUsd: paysUsd,
        revenueUsd: null,
        overRevenue: null,
      })),
      undatedPaysUsd: schedule.coverage.undatedUsd,
      undatedIsPaidUsd: schedule.coverage.undatedUsd,
    };
    const payers = schedule.entities.filter((row) => ahead(row) > 0 || row.undatedPaysUsd > 0);
    const columns: readonly TableColumn<ScheduledEntity>[] = [
      { heading: "pays", text: ({ id }) => (id === "" ? "all together" : nameOf(id)) },
      ...years.map(
        (year): TableColumn<ScheduledEntity> => ({
          heading: String(year),
          align: "right",
          text: (row) => usd(inYear(row, year)),
        }),
      ),
      { heading: "no year stated", align: "right", text: ({ undatedPaysUsd }) => usd(undatedPaysUsd) },
    ];
    await printTable(out, columns, [[all, ...payers.toSorted((a, b) => ahead(b) - ahead(a)).slice(0, top)]]);
  });
};

/** How many loops and sites a card shows unless asked for more. */
const TOP = 15;

const showPower: View = async (out, { opened: { graph, dataset }, format, nameOf, loops, top = TOP }) => {
  const found = findLoops(graph, loops);
  const power: PowerInLoops = powerInLoops(graph, dataset, found);
  for (const warning of power.warnings) out.note(warning);
  const columns: readonly CsvColumn<CapacityRow>[] = [
    { name: "id", value: ({ id }) => id },
    { name: "side", value: ({ side }) => side },
    ...(["computing", "chips", "power"] as const).flatMap((kind): CsvColumn<CapacityRow>[] => [
      { name: `${kind}PromisedMw`, value: (row) => row[kind].promisedMw },
      { name: `${kind}ContractedMw`, value: (row) => row[kind].contractedMw },
      { name: `${kind}BuiltMw`, value: (row) => row[kind].builtMw },
    ]),
  ];
  await printList(out, format, power, power.companies, columns, () =>
    printCard(out, powerText(power, nameOf, top)),
  );
};

function powerText(power: PowerInLoops, nameOf: (id: string) => string, top: number): Card {
  const head = ["promised, contracted, built (GW)", "", "computing", "chips", "power"];
  const row = (name: string, side: string, all: CapacityRow) => [
    name,
    side,
    gigawatts(all.computing),
    gigawatts(all.chips),
    gigawatts(all.power),
  ];
  const size = ({ computing, chips, power: its }: CapacityRow) =>
    Math.max(...[computing, chips, its].map((mw) => mw.promisedMw + mw.contractedMw + mw.builtMw));
  const largest = (rows: readonly CapacityRow[]) => rows.toSorted((a, b) => size(b) - size(a)).slice(0, top);
  return {
    title: `Power in the loop as of ${power.asOf}, from ${power.coverage.deals} deals that state a capacity`,
    sections: [
      {
        heading: "companies",
        rows: [head, ...largest(power.companies).map((one) => row(nameOf(one.id), one.side ?? "", one))],
      },
      { heading: "sites", rows: [head, ...largest(power.sites).map((one) => row(one.id, "", one))] },
      {
        heading: `loops that wait for capacity that is not there yet (${power.loops.length})`,
        rows: power.loops
          .slice(0, top)
          .map(({ id, bottleneckUsd, awaitedMw }) => [
            id,
            usdOr(bottleneckUsd),
            `computing ${inGw(awaitedMw.computing)}`,
            `chips ${inGw(awaitedMw.chips)}`,
            `power ${inGw(awaitedMw.power)}`,
          ]),
      },
    ],
  };
}

function gigawatts({ promisedMw, contractedMw, builtMw }: Megawatts): string {
  if (promisedMw + contractedMw + builtMw === 0) return "–";
  return [promisedMw, contractedMw, builtMw]
    .map((mw) => String(Number((mw / 1000).toPrecision(3))))
    .join(", ");
}

function inGw(megawatts: number): string {
  return `${Number((megawatts / 1000).toPrecision(3))} GW`;
}

const showMarginal: View = async (out, { opened: { graph }, format, top, ...options }) => {
  const matrix = flowMatrix(graph, options);
  for (const warning of matrix.warnings) out.note(warning);
  const { basis, coverage, warnings } = matrix;
  const deals = marginalDeals(matrix);
  const { finnCyclingIndex } = cycling(matrix);
  const csv: readonly CsvColumn<MarginalDeal>[] = [
    { name: "deal", value: ({ deal }) => deal },
    { name: "usd", value: (row) => row.usd },
    { name: "indexWithout", value: ({ indexWithout }) => indexWithout },
    { name: "change", value: ({ change }) => change },
  ];
  const columns: readonly TableColumn<MarginalDeal>[] = [
    { heading: "deal", text: ({ deal }) => deal },
    { heading: "amount", align: "right", text: (row) => usd(row.usd) },
    { heading: "cycling index without it", align: "right", text: (row) => percent(row.indexWithout) },
    { heading: "it adds", align: "right", text: ({ change }) => percent(change) },
  ];
  await printList(out, format, { basis, finnCyclingIndex, coverage, warnings, deals }, deals, csv, () =>
    printTable(out, columns, [deals.slice(0, top)]),
  );
};

/** The views by the flag that asks for them. */
export const METRICS_VIEWS = {
  dependence: showDependence,
  marginal: showMarginal,
  schedule: showSchedule,
  power: showPower,
} as const satisfies Record<string, View>;
export type MetricsView = keyof typeof METRICS_VIEWS;
