/** Tools that find things: one record whole, names. */
import * as z from "zod";
import { viewGraph } from "../../graph/view.js";
import { LANGUAGES, type Language } from "../../loops/sentence.js";
import { HIT_TYPES } from "../../model/search.js";
import { cardOf } from "../cards/card-of.js";
import { CITATIONS, cite, cutLists } from "./citations.js";
import { KnownId, MOST_ROWS, Top, VIEW_FIELDS, viewOf } from "./inputs.js";
import { tool } from "./tool.js";

export const show = tool({
  title: "One record whole",
  description:
    "Shows one entity, deal, loop, market, figure, statement, lens or document whole: terms, dated status history, evidence by field, flows, figures, and the documents it rests on. Find an id with search.",
  input: z.strictObject({
    id: KnownId.describe("an id, or a loop such as amd>openai"),
    language: z
      .enum(Object.keys(LANGUAGES) as [Language, ...Language[]])
      .default("en")
      .describe("in which a loop is read aloud"),
    top: Top.default(20),
    ...VIEW_FIELDS,
  }),
  output: z.looseObject({
    type: z.string().describe("what it is: entity, deal, loop, market, figure, statement, lens, document"),
    id: z.string().describe("its id of today"),
    card: z.looseObject({}).describe("all that is known of it"),
    ...CITATIONS,
  }),
  answer({ dataset, whole }, input) {
    const graph = viewGraph(whole, viewOf(input));
    const { card, id } = cardOf({ dataset, whole, graph }, input.id, input.language);
    const deals = dealsOf(card);
    const { sources: documents, ...own } = "sources" in card ? card : { ...card, sources: [card.record] };
    // A loop without some of its legs would be none.
    const lists = card.type === "loop" ? [] : (Object.keys(own) as (keyof typeof own)[]);
    const { kept, leftOut } = cutLists(own, lists, input.top);
    const named = deals.length === 0 ? { sources: documents } : { deals: deals.slice(0, input.top * 2) };
    return { type: card.type, id, card: kept, ...cite(dataset, card.asOf, named, leftOut) };
  },
});

/** The deals that a card tells of, in its order. */
function dealsOf(card: ReturnType<typeof cardOf>["card"]): string[] {
  switch (card.type) {
    case "deal":
      return [card.id];
    case "loop":
      return card.legs.flatMap(({ deals }) => deals);
    case "entity":
      return [...card.pays, ...card.paid].map(({ deal }) => deal);
    default:
      return [];
  }
}

export const search = tool({
  title: "Search by name",
  description:
    "Finds entities, deals and what else is on file by any name, alias, ticker or id, in English or Chinese, forgiving small typos. Gives the ids that the other tools take.",
  input: z.strictObject({
    text: z.string().trim().min(1, "give a name to look for").max(200),
    top: z.int().min(1).max(MOST_ROWS).default(10).describe("at most so many; 10 unless given"),
  }),
  output: z.looseObject({
    hits: z.array(z.object({ type: z.enum(HIT_TYPES), id: z.string(), name: z.string() })),
    ...CITATIONS,
  }),
  answer({ dataset, names }, { text, top }) {
    const hits = names.search(text, top).map(({ type, id, name }) => ({ type, id, name }));
    const deals = hits.flatMap(({ type, id }) => (type === "deal" ? [id] : []));
    return { text, hits, ...cite(dataset, dataset.about.asOf, { deals }) };
  },
});
