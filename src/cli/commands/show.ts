/** `show`: one entity, deal, loop, market, figure, statement, lens or document, whole, with its sources. */
import { LANGUAGES, type Language } from "../../loops/sentence.js";
import { renamedNote } from "../../model/redirects.js";
import { openGraph } from "../../node/open-graph.js";
import { printCard } from "../cards/card.js";
import { cardOf } from "../cards/card-of.js";
import { dealText } from "../cards/deal-card.js";
import { entityText } from "../cards/entity-card.js";
import { loopText } from "../cards/loop-card.js";
import { sideText } from "../cards/side-cards.js";
import { command } from "../command.js";
import { COMMON_OPTIONS, formatOf, sourceOf, viewOf } from "../options.js";
import { printJson, printNdjson } from "../print.js";
import { oneOf } from "../usage.js";

export const show = command({
  summary: "show one entity, deal, loop, market, figure, statement or document, whole, with its sources",
  takes: "ID",
  arguments: [1, 1],
  example: 'capital-loop show "amd>openai"',
  options: {
    language: {
      type: "string",
      value: "LANGUAGE",
      help: "in which a loop is read aloud: en (the default), zh-hans or zh-hant",
      example: "--language zh-hans",
    },
    ...COMMON_OPTIONS,
  },
  async run(values, [id = ""], out) {
    const format = formatOf(values, ["table", "json", "ndjson"]);
    const language = languageOf(values.language);
    const opened = await openGraph(sourceOf(values), viewOf(values), { onWarning: out.note });
    const { dataset, whole } = opened;
    const nameOf = (entity: string) =>
      whole.hasNode(entity) ? whole.getNodeAttribute(entity, "label") : entity;
    const { card, id: current } = cardOf(opened, id, language);
    if (current !== id) out.note(renamedNote(id, current));
    if (format === "json") await printJson(out, card);
    else if (format === "ndjson") await printNdjson(out, [[card]]);
    else if (card.type === "entity") await printCard(out, entityText(card, dataset, nameOf));
    else if (card.type === "deal") await printCard(out, dealText(card, nameOf));
    else if (card.type === "loop") await printCard(out, loopText(card, nameOf));
    else if (dataset !== null) await printCard(out, sideText(card, dataset));
    return 0;
  },
});
/** Tags of languages are written in any case. */
function languageOf(text = "en"): Language {
  const languages = Object.keys(LANGUAGES) as Language[];
  const known = languages.map((language) => language.toLowerCase());
  const chosen = oneOf("language", text.toLowerCase(), known);
  return languages.find((language) => language.toLowerCase() === chosen) ?? "en";
}
