/** An entity's figures as a row, for people and for spreadsheets; the whole as a card. */
import type { EntityMetrics, RoundTripShares, SystemMetrics } from "../metrics/metrics.js";
import type { Card } from "./cards/card.js";
import type { CsvColumn } from "./csv.js";
import type { TableColumn } from "./print.js";
import { counted, percent, usd } from "./words.js";

/** Round-trip shares as they are to be read: together. */
export function interval({ lower, proRata, upper }: RoundTripShares): string {
  if (lower === null || upper === null) return "–";
  return `${percent(lower)} .. ${percent(proRata)} .. ${percent(upper)}`;
}

/** The columns for people. */
export function metricsTable(nameOf: (id: string) => string): readonly TableColumn<EntityMetrics>[] {
  const nameOr = (id: string | null) => (id === null ? "–" : nameOf(id));
  return [
    { heading: "entity", text: ({ name }) => name },
    { heading: "paid in", align: "right", text: ({ inflowUsd }) => usd(inflowUsd) },
    { heading: "paid out", align: "right", text: ({ outflowUsd }) => usd(outflowUsd) },
    { heading: "comes back", align: "right", text: ({ cyclingShare }) => percent(cyclingShare) },
    { heading: "round trip: least, pro rata, most", align: "right", text: (row) => interval(row.roundTrip) },
    { heading: "top payer", text: ({ topPayer }) => nameOr(topPayer) },
    { heading: "top payee", text: ({ topPayee }) => nameOr(topPayee) },
    { heading: "pagerank", align: "right", text: ({ pagerank }) => pagerank.toFixed(4) },
    { heading: "between", align: "right", text: ({ betweenness }) => percent(betweenness) },
    { heading: "loops", align: "right", text: ({ loops }) => loops.toLocaleString("en-US") },
  ];
}

/** The columns for spreadsheets. */
export const METRICS_CSV: readonly CsvColumn<EntityMetrics>[] = [
  { name: "id", value: ({ id }) => id },
  { name: "name", value: ({ name }) => name },
  { name: "partners", value: ({ partners }) => partners },
  { name: "inflowUsd", value: ({ inflowUsd }) => inflowUsd },
  { name: "outflowUsd", value: ({ outflowUsd }) => outflowUsd },
  { name: "throughflowUsd", value: ({ throughflowUsd }) => throughflowUsd },
  { name: "cyclingShare", value: ({ cyclingShare }) => cyclingShare },
  { name: "recordedSalesUsd", value: ({ recordedSalesUsd }) => recordedSalesUsd },
  { name: "roundTripLower", value: ({ roundTrip }) => roundTrip.lower },
  { name: "roundTripProRata", value: ({ roundTrip }) => roundTrip.proRata },
  { name: "roundTripUpper", value: ({ roundTrip }) => roundTrip.upper },
  { name: "roundTripDirect", value: ({ roundTrip }) => roundTrip.direct },
  { name: "hhiIn", value: ({ hhiIn }) => hhiIn },
  { name: "hhiOut", value: ({ hhiOut }) => hhiOut },
  { name: "topPayer", value: ({ topPayer }) => topPayer },
  { name: "topPayee", value: ({ topPayee }) => topPayee },
  { name: "pagerank", value: ({ pagerank }) => pagerank },
  { name: "betweenness", value: ({ betweenness }) => betweenness },
  { name: "loops", value: ({ loops }) => loops },
];

/** How many loops of a circulation a card shows. */
const TOP_LOOPS = 5;

/** The whole, for people. */
export function systemText(system: SystemMetrics, nameOf: (id: string) => string): Card {
  const { coverage, circulation, closedEntities } = system;
  const of = (part: number, share: number | null) =>
    share === null ? usd(part) : `${usd(part)}, ${percent(share)} of the gross`;
  const rows: [string, string | null][] = [
    ["basis", system.basis],
    ["gross", `${usd(system.grossUsd)} in ${counted(coverage.flows, "flow")}`],
    ["comes back to who paid it", percent(system.finnCyclingIndex)],
    ["entities a dollar passes", system.averagePathLength?.toFixed(2) ?? null],
    ["can circulate at most", of(system.circulationUsd, system.circulationShare)],
    ["owed both ways by two", usd(system.bilateralUsd)],
    ["netting among all could remove", of(system.excessUsd, system.excessShare)],
    [
      "concentration (HHI)",
      system.hhi === null ? null : Math.round(system.hhi * 10_000).toLocaleString("en-US"),
    ],
    ["loops", `${system.loops.toLocaleString("en-US")}${system.loopsComplete ? "" : " or more"}`],
    ["keep every dollar", closedEntities.length === 0 ? null : closedEntities.map(nameOf).join(", ")],
    ["deals counted", `${coverage.deals}, ${coverage.first ?? "undated"} to ${coverage.last ?? "undated"}`],
    ["deals without an amount", String(coverage.dealsWithoutAmount)],
  ];
  return {
    title: `The whole as of ${system.asOf}`,
    sections: [
      { heading: null, rows: rows.flatMap(([label, value]) => (value === null ? [] : [[label, value]])) },
      {
        heading: "largest loops of a maximum circulation",
        rows: circulation
          .slice(0, TOP_LOOPS)
          .map(({ entities, usd: amount }) => [usd(amount), entities.map(nameOf).join(" → ")]),
      },
    ],
  };
}
