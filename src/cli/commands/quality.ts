/** `quality`: how well the facts are borne out. */
import {
  type EntityQuality,
  QUALITY_LISTS,
  type Quality,
  type QualityList,
  qualityOf,
} from "../../metrics/quality.js";
import { TIERS } from "../../model/source.js";
import { loadDataset } from "../../node/load-dataset.js";
import { type Card, printCard } from "../cards/card.js";
import { command } from "../command.js";
import type { CsvColumn } from "../csv.js";
import { clocksOf, formatOf, OUTPUT_OPTIONS, SOURCE_OPTIONS, VIEW_OPTIONS } from "../options.js";
import { printCsv, printJson, printNdjson } from "../print.js";
import { oneOf } from "../usage.js";

const LISTS = Object.keys(QUALITY_LISTS) as QualityList[];
const MOST_ENTITIES = 20;

const ENTITY_CSV: readonly CsvColumn<EntityQuality>[] = [
  { name: "id", value: ({ id }) => id },
  { name: "deals", value: ({ deals }) => deals },
  { name: "primary", value: ({ primary }) => primary },
  ...LISTS.map((list): CsvColumn<EntityQuality> => ({ name: list, value: (row) => row[list] })),
];

export const quality = command({
  summary: "report how well the facts are borne out: sources, checks, gaps, by entity",
  example: "capital-loop quality --list checkOpen",
  options: {
    list: {
      type: "string",
      value: "NAME",
      help: `the deals of ${LISTS.join(", ")}`,
      example: "--list stale",
    },
    data: SOURCE_OPTIONS.data,
    "as-of": VIEW_OPTIONS["as-of"],
    "known-by": VIEW_OPTIONS["known-by"],
    ...OUTPUT_OPTIONS,
  },
  async run(values, _args, out) {
    const format = formatOf(values);
    const list = values.list === undefined ? null : oneOf("list", values.list, LISTS);
    const dataset = await loadDataset(values.data);
    const report = qualityOf(dataset, clocksOf(values, dataset.about.asOf));
    if (list !== null) {
      const ids = report.lists[list];
      if (format === "json") await printJson(out, { list, count: ids.length, deals: ids });
      else if (format === "table") await out.write(ids.map((id) => `${id}\n`).join(""));
      else if (format === "ndjson") await printNdjson(out, [ids.map((id) => ({ id }))]);
      else await printCsv(out, [{ name: "id", value: (id: string) => id }], [ids]);
    } else if (format === "json") await printJson(out, report);
    else if (format === "ndjson") await printNdjson(out, [report.entities]);
    else if (format === "csv") await printCsv(out, ENTITY_CSV, [report.entities]);
    else await printCard(out, cardOf(report));
    return 0;
  },
});

function cardOf(report: Quality): Card {
  const { deals, byTier, lists, figures, languages, chineseNames, entities } = report;
  const part = (count: number, all: number) => (all === 0 ? "" : `${Math.round((100 * count) / all)}%`);
  const due = lists.checkDue.length;
  return {
    title: `${deals} deals as of ${report.asOf}`,
    sections: [
      {
        heading: "deals by the tier of their best source",
        rows: TIERS.map((tier) => [tier, String(byTier[tier]), part(byTier[tier], deals)]),
      },
      {
        heading: "deals by what is wanting",
        rows: LISTS.map((list) => [
          QUALITY_LISTS[list],
          String(lists[list].length),
          list === "checkOpen"
            ? `${part(lists[list].length, due)} of those due`
            : part(lists[list].length, deals),
          list,
        ]),
      },
      {
        heading: "figures",
        rows: [
          ["figures of companies and markets", String(figures.all), ""],
          [
            "that no primary source states",
            String(figures.withoutPrimary),
            part(figures.withoutPrimary, figures.all),
          ],
        ],
      },
      {
        heading: "languages of documents",
        rows: Object.entries(languages).map(([language, row]) => [
          language,
          `${row.documents} documents`,
          `${row.deals} deals`,
        ]),
      },
      {
        heading: "names",
        rows: [["entities with a Chinese name of their own", `${chineseNames.own} of ${chineseNames.all}`]],
      },
      {
        heading: "by entity: those with the most deals",
        rows: [
          ["", "deals", "primary", "one document", "no amount", "stale", "to check", "checked"],
          ...entities
            .slice(0, MOST_ENTITIES)
            .map((row) => [
              row.id,
              ...[
                row.deals,
                row.primary,
                row.singleSource,
                row.missingAmount,
                row.stale,
                row.checkDue,
                row.checked,
              ].map(String),
            ]),
        ],
      },
    ],
  };
}
