/**
 * A loop in a sentence: who does what to whom, as firm as the deals are and no firmer. Words come from the
 * table of a language; it describes and never accuses.
 */
import type { CapitalGraph } from "../graph/capital-graph.js";
import { countedFlows, type LegFlow, leadFlow } from "../graph/legs.js";
import { firstDay, type PartialDay } from "../model/dates.js";
import type { Qualifier } from "../model/money.js";
import { firmnessRank } from "../model/status.js";
import type { Loop } from "./loop.js";
import { SENTENCE_EN } from "./words/en.js";
import type { SentenceWords } from "./words/sentence-words.js";
import { SENTENCE_ZH_HANS } from "./words/zh-hans.js";
import { SENTENCE_ZH_HANT } from "./words/zh-hant.js";

/** The languages a loop can be read in, and where an entity keeps its name in each. */
export const LANGUAGES = {
  en: { words: SENTENCE_EN, name: "label" },
  "zh-Hans": { words: SENTENCE_ZH_HANS, name: "nameZhHans" },
  "zh-Hant": { words: SENTENCE_ZH_HANT, name: "nameZhHant" },
} as const satisfies Record<string, { words: SentenceWords; name: "label" | "nameZhHans" | "nameZhHant" }>;
/** A language that sentences are written in, by its tag. */
export type Language = keyof typeof LANGUAGES;

/** A run of a sentence; names stand out. */
export interface Run {
  readonly text: string;
  readonly name: boolean;
}

/** One leg as the sentence needs it; names are already in the reader's language. */
export interface SaidLeg {
  readonly from: string;
  readonly to: string;
  readonly amountUsd: number | null;
  readonly flows: readonly LegFlow[];
}

/**
 * A loop read aloud: each leg with its amount, status and day, then how much can have gone round at most.
 *
 * @param graph the view the loop was found in.
 * @example sentenceOf(loopWithId(graph, "amd>openai"), graph, "zh-Hant");
 */
export function sentenceOf(loop: Loop, graph: CapitalGraph, language: Language = "en"): string {
  const { words, name } = LANGUAGES[language];
  const nameOf = (id: string) => graph.getNodeAttribute(id, name) ?? graph.getNodeAttribute(id, "label");
  const legs = loop.legs.map(
    ({ from, to, amountUsd, flows }): SaidLeg => ({
      from: nameOf(from),
      to: nameOf(to),
      amountUsd,
      flows: flows.map((id) => ({ id, ...graph.getEdgeAttributes(id) })),
    }),
  );
  const said = loopSentence(legs, words, (leg) => legDays(leg, words));
  const most = loop.bottleneckUsd === null ? null : words.usd(loop.bottleneckUsd);
  return said.map(({ text }) => text).join("") + words.round(most, loop.undisclosedLegs, loop.closedOn);
}

/**
 * The sentence of a loop from its legs in order.
 *
 * @param after what follows a leg's payee; nothing unless given.
 */
export function loopSentence(
  legs: readonly SaidLeg[],
  words: SentenceWords,
  after: (leg: SaidLeg) => string = () => "",
): readonly Run[] {
  const runs: Run[] = [];
  const [first] = legs;
  if (first === undefined) return runs;
  runs.push({ text: first.from, name: true });
  // What is to come before the next name.
  let pending = words.space;
  for (const leg of legs) {
    const [before = "", behind = ""] = legClause(leg, words).split("{to}");
    runs.push({ text: pending + before, name: false }, { text: leg.to, name: true });
    pending = behind + after(leg) + words.which;
  }
  runs.push({ text: pending.slice(0, pending.length - words.which.length) + words.end, name: false });
  return runs;
}

/** What the payer of a leg does to its payee: `has put about $30.1bn into shares of {to}`. */
export function legClause(leg: Pick<SaidLeg, "amountUsd" | "flows">, words: SentenceWords): string {
  const lead = leadFlow(leg.flows);
  if (lead === undefined) return "{to}";
  const { flows: said, usd } = saidOf(leg, lead);
  const amount = usd === null ? null : words.prefix[qualifierOf(said)] + words.usd(usd);
  const softest = said.reduce(
    (a, b) => (firmnessRank(b.firmness) < firmnessRank(a) ? b.firmness : a),
    lead.firmness,
  );
  // Nobody has paid "up to" a sum: of a ceiling only the agreement can be said.
  const isCeiling = amount !== null && said.some((flow) => flow.qualifier === "up_to");
  const firmness = isCeiling && firmnessRank(softest) > firmnessRank("signed") ? "signed" : softest;
  const kind = said.every((flow) => flow.kind === lead.kind) ? lead.kind : null;
  return words.clause(kind, lead.class, firmness, amount);
}

/** What a leg's words speak of: the flows whose amounts count, together, else the one that leads. */
function saidOf(
  leg: Pick<SaidLeg, "amountUsd" | "flows">,
  lead: LegFlow,
): { readonly flows: readonly LegFlow[]; readonly usd: number | null } {
  const counted = countedFlows(leg.flows);
  if (counted.length === 0) return { flows: [lead], usd: null };
  // Of capital and orders together the sentence names the larger part alone.
  const whole = counted.every((flow) => flow.class === lead.class);
  return whole ? { flows: counted, usd: leg.amountUsd } : { flows: [lead], usd: lead.amountUsd };
}

/** The day a leg's deal came to stand as it does, or the days of several. */
function legDays(leg: SaidLeg, words: SentenceWords): string {
  const lead = leadFlow(leg.flows);
  if (lead === undefined) return "";
  const said = saidOf(leg, lead).flows;
  const deals = new Set(said.map(({ deal }) => deal)).size;
  if (deals <= 1) {
    const on = stoodOn(lead);
    return on === null ? "" : words.when(on, lead.steps.length === 0 ? null : lead.firmness);
  }
  const days = said
    .flatMap((flow) => stoodOn(flow) ?? [])
    .sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
  const [first] = days;
  const last = days.at(-1);
  return first === undefined || last === undefined ? "" : words.whenSeveral(deals, first, last);
}

/** The day a flow reached the firmness it has; its announcement where no step says. */
function stoodOn(flow: LegFlow): PartialDay | null {
  return flow.steps.find((step) => step.is === flow.firmness)?.on ?? flow.announced;
}

/** How exact a sum is: as its parts, or "about" when they differ. */
function qualifierOf(flows: readonly LegFlow[]): Qualifier {
  const qualifiers = new Set(flows.map((flow) => flow.qualifier ?? "exact"));
  const [only] = qualifiers;
  return qualifiers.size === 1 && only !== undefined ? only : "about";
}
