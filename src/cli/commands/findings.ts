/** `findings`: shapes in the deals that mean something without being loops. */
import { FINDING_RULE_NAMES, FINDING_RULES, type Finding, findings } from "../../metrics/findings.js";
import type { Dataset } from "../../model/dataset.js";
import { NO_REDIRECTS } from "../../model/redirects.js";
import type { Source } from "../../model/source.js";
import { openGraph } from "../../node/open-graph.js";
import { type Card, printCard } from "../cards/card.js";
import { sourcesOfDeals } from "../cards/sources.js";
import { command } from "../command.js";
import type { CsvColumn } from "../csv.js";
import { knownId } from "../known-id.js";
import { COMMON_OPTIONS, formatOf, sourceOf, viewOf } from "../options.js";
import { printCsv, printJsonList, printNdjson } from "../print.js";
import { oneOf } from "../usage.js";
import { counted } from "../words.js";

interface SourcedFinding extends Finding {
  /** The documents its deals rest on. */
  readonly sources: readonly Source[];
}

const FINDING_CSV: readonly CsvColumn<SourcedFinding>[] = [
  { name: "rule", value: ({ rule }) => rule },
  { name: "entities", value: ({ entities }) => entities.join(">") },
  { name: "says", value: ({ says }) => says },
  { name: "deals", value: ({ deals }) => deals.join("+") },
  { name: "sources", value: ({ sources }) => sources.length },
];

export const findingsCommand = command({
  summary: "shapes in the deals that need no loop, each with its deals and sources",
  example: "capital-loop findings --rule consideration-payable-to-customer",
  options: {
    rule: {
      type: "string",
      value: "NAME",
      help: `only of this rule: ${FINDING_RULE_NAMES.join(", ")}`,
      example: "--rule shared-financier",
    },
    through: {
      type: "string",
      multiple: true,
      value: "ID",
      help: "only those this entity takes part in",
      example: "--through nvidia",
    },
    ...COMMON_OPTIONS,
  },
  async run(values, _args, out) {
    const format = formatOf(values);
    const rule = values.rule === undefined ? undefined : oneOf("rule", values.rule, FINDING_RULE_NAMES);
    const { graph, dataset } = await openGraph(sourceOf(values), viewOf(values), { onWarning: out.note });
    const nodes = { has: (id: string) => graph.hasNode(id), keys: () => graph.nodes() };
    const redirects = dataset?.redirects ?? NO_REDIRECTS;
    const through = values.through.map((id) => knownId("entity", id, redirects, [nodes]));
    const found = findings(graph, { dataset })
      .filter((finding) => rule === undefined || finding.rule === rule)
      .filter(({ entities }) => through.every((id) => entities.includes(id)))
      .map((finding): SourcedFinding => ({ ...finding, sources: sourcesOf(finding, dataset) }));
    switch (format) {
      case "json": {
        const before = { asOf: graph.getAttribute("asOf"), count: found.length };
        await printJsonList(out, before, "findings", [found], {});
        break;
      }
      case "ndjson":
        await printNdjson(out, [found]);
        break;
      case "csv":
        await printCsv(out, FINDING_CSV, [found]);
        break;
      case "table":
        if (found.length === 0) out.note("nothing found");
        else await printCard(out, findingsText(found, graph.getAttribute("asOf")));
    }
    return 0;
  },
});

function sourcesOf({ deals }: Finding, dataset: Dataset | null): readonly Source[] {
  if (dataset === null) return [];
  return sourcesOfDeals(
    dataset,
    deals.flatMap((id) => dataset.deals.get(id) ?? []),
  );
}

function findingsText(found: readonly SourcedFinding[], asOf: string): Card {
  return {
    title: `${counted(found.length, "finding")} as of ${asOf}: descriptions, not verdicts`,
    sections: FINDING_RULE_NAMES.map((rule) => {
      const rows = found.filter((finding) => finding.rule === rule);
      return {
        heading: `${rule} (${rows.length}): ${FINDING_RULES[rule].summary}; ${FINDING_RULES[rule].reference}`,
        rows: rows.flatMap(({ says, deals, sources }) => [
          [says],
          [
            `    ${deals.join(", ")}${sources.length === 0 ? "" : `; ${counted(sources.length, "document")}`}`,
          ],
        ]),
      };
    }),
  };
}
