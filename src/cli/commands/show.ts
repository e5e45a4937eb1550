/** `show`: one entity, deal or loop, whole, with its sources. */
import { CapitalLoopError } from "../../errors.js";
import { closest } from "../../model/explain.js";
import { type OpenedGraph, openGraph } from "../../node/open-graph.js";
import { printCard } from "../cards/card.js";
import { dealCard, dealText } from "../cards/deal-card.js";
import { entityCard, entityText } from "../cards/entity-card.js";
import { loopCard, loopText } from "../cards/loop-card.js";
import { command } from "../command.js";
import { COMMON_OPTIONS, formatOf, sourceOf, viewOf } from "../options.js";
import { printJson, printNdjson } from "../print.js";

export const show = command({
  summary: "show one entity, deal or loop, whole, with its sources",
  takes: "ID",
  arguments: [1, 1],
  example: 'capital-loop show "amd>openai"',
  options: COMMON_OPTIONS,
  async run(values, [id = ""], out) {
    const format = formatOf(values, ["table", "json", "ndjson"]);
    const opened = await openGraph(sourceOf(values), viewOf(values), { onWarning: out.note });
    const { dataset, whole } = opened;
    const nameOf = (entity: string) =>
      whole.hasNode(entity) ? whole.getNodeAttribute(entity, "label") : entity;
    const card = cardOf(opened, id);
    if (format === "json") await printJson(out, card);
    else if (format === "ndjson") await printNdjson(out, [[card]]);
    else if (card.type === "entity") await printCard(out, entityText(card, dataset, nameOf));
    else await printCard(out, card.type === "deal" ? dealText(card, nameOf) : loopText(card, nameOf));
    return 0;
  },
});

/** An entity before a deal before a loop, should an id be two of them. */
function cardOf(opened: OpenedGraph, id: string) {
  const { dataset, whole } = opened;
  if (whole.hasNode(id)) return entityCard(opened, id);
  const deals = dataset === null ? new Set(whole.mapEdges((_edge, { deal }) => deal)) : dataset.deals;
  if (deals.has(id)) return dealCard(opened, id);
  if (id.includes(">")) return loopCard(opened, id);
  const near = closest(id, [...whole.nodes(), ...deals.keys()]);
  const mend = near === null ? "look it up with: capital-loop search" : `did you mean "${near}"?`;
  throw new CapitalLoopError("unknown-id", `no entity, deal or loop has the id "${id}"; ${mend}`);
}
