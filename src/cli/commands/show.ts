/** `show`: one entity, deal or loop, whole, with its sources. */
import { openGraph } from "../../node/open-graph.js";
import { printCard } from "../cards/card.js";
import { cardOf } from "../cards/card-of.js";
import { dealText } from "../cards/deal-card.js";
import { entityText } from "../cards/entity-card.js";
import { loopText } from "../cards/loop-card.js";
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
