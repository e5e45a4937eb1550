/** Tools that find things: loops, one record whole, names. */
import * as z from "zod";
import { viewGraph } from "../../graph/view.js";
import { findLoops } from "../../loops/find.js";
import { PATTERN_NAMES, type PatternName } from "../../loops/patterns.js";
import { RANKS } from "../../loops/query.js";
import { LANGUAGES, type Language } from "../../loops/sentence.js";
import { HIT_TYPES } from "../../model/search.js";
import { cardOf } from "../cards/card-of.js";
import { CITATIONS, cite, cutLists } from "./citations.js";
import { KnownId, MaxLength, MOST_ROWS, Top, VIEW_FIELDS, viewOf } from "./inputs.js";
import { tool } from "./tool.js";

/** Nobody waits longer for one answer. */
const MOST_SECONDS = 5;

const Usd = z.number().nullable().describe("US dollars; null is undisclosed, never zero");

const LoopRow = z.looseObject({
  id: z.string(),
  length: z.int(),
  entities: z.array(z.string()),
  legs: z.array(
    z.looseObject({ from: z.string(), to: z.string(), amountUsd: Usd, deals: z.array(z.string()) }),
  ),
  bottleneckUsd: Usd,
  totalUsd: z.number(),
  undisclosedLegs: z.int(),
  pattern: z.string().nullable(),
  firmness: z.string(),
  closedOn: z.string().nullable(),
});

export const loops = tool({
  title: "Loops of capital",
  description:
    "Lists the loops that capital can travel between entities, strongest first, each leg with its deals. A loop's bottleneck is its smallest stated leg: at most that much has gone all the way round. A loop is a shape, not a verdict.",
  input: z.strictObject({
    through: z.array(KnownId).max(10).optional().describe("only loops that pass all of these entities"),
    via: KnownId.optional().describe("only loops that this deal is part of"),
    minLength: z.int().min(2).max(8).optional().describe("fewest legs"),
    maxLength: MaxLength,
    minAmountUsd: z.number().min(0).optional().describe("only loops whose bottleneck is at least this"),
    pattern: z
      .enum(PATTERN_NAMES as readonly PatternName[] as [PatternName, ...PatternName[]])
      .optional()
      .describe("only loops of this pattern"),
    timeOrdered: z.boolean().optional().describe("only loops whose legs can have come one after the other"),
    rank: z.enum(RANKS).optional().describe("the order; bottleneck unless given"),
    top: Top,
    ...VIEW_FIELDS,
  }),
  output: z.looseObject({
    count: z.int().describe("how many there are, shown or not"),
    complete: z.boolean().describe("whether count is all there are"),
    loops: z.array(LoopRow),
    ...CITATIONS,
  }),
  answer({ dataset, whole }, input) {
    const graph = viewGraph(whole, viewOf(input));
    const { through, via, minLength, maxLength, minAmountUsd, pattern, timeOrdered, rank, top } = input;
    const query = { through, via, minLength, maxLength, minAmountUsd, pattern, timeOrdered, rank, top };
    const found = findLoops(graph, { ...query, budgetMs: 1000 * MOST_SECONDS });
    const rows = found.slice();
    const deals = rows.flatMap(({ legs }) => legs.flatMap((leg) => leg.deals));
    const { count, complete, reason } = found;
    const leftOut = { loops: count - rows.length };
    return {
      count,
      complete,
      reason,
      loops: rows,
      ...cite(dataset, graph.getAttribute("asOf"), { deals }, leftOut),
    };
  },
});

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
