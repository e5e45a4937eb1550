/**
 * A loop in a sentence: who does what to whom, as firm as the deals are and no firmer. Words come from the
 * table of the language; it describes and never accuses.
 */
import { countedFlows, type LegFlow, leadFlow } from "../src/graph/legs.js";
import type { Qualifier } from "../src/model/money.js";
import { firmnessRank } from "../src/model/status.js";
import type { Text } from "./text/en.js";
import type { Run, SaidClause } from "./text/said.js";

/** One leg as the sentence needs it. */
export interface SaidLeg {
  readonly from: string;
  readonly to: string;
  readonly amountUsd: number | null;
  readonly flows: readonly LegFlow[];
}

/** The sentence of a loop from its legs in order; names are already in the reader's language. */
export function loopSentence(legs: readonly SaidLeg[], text: Text): readonly Run[] {
  return text.loop.sentence(legs.flatMap((leg) => clauseOf(leg, text)));
}

/** What the payer of a leg does to its payee, of what the leg's largest part is; none for a leg of no flows. */
function clauseOf({ from, to, amountUsd, flows }: SaidLeg, text: Text): SaidClause[] {
  const lead = leadFlow(flows);
  if (lead === undefined) return [];
  const counted = countedFlows(flows);
  // Of capital and orders together the sentence names the larger part alone.
  const whole = counted.every((flow) => flow.class === lead.class);
  const usd = whole ? amountUsd : lead.amountUsd;
  const said = whole ? counted : [lead];
  const amount =
    usd === null || said.length === 0 ? null : text.deal.prefix[qualifierOf(said)] + text.usd(usd);
  const softest = said.reduce(
    (a, b) => (firmnessRank(b.firmness) < firmnessRank(a) ? b.firmness : a),
    lead.firmness,
  );
  // Nobody has paid "up to" a sum: of a ceiling only the agreement can be said.
  const isCeiling = amount !== null && said.some((flow) => flow.qualifier === "up_to");
  const firmness = isCeiling && firmnessRank(softest) > firmnessRank("signed") ? "signed" : softest;
  const kind = said.every((flow) => flow.kind === lead.kind) ? lead.kind : null;
  return [{ from, to, kind, class: lead.class, firmness, amount }];
}

/** How exact a sum is: as its parts, or "about" when they differ. */
function qualifierOf(flows: readonly LegFlow[]): Qualifier {
  const qualifiers = new Set(flows.map((flow) => flow.qualifier ?? "exact"));
  const [only] = qualifiers;
  return qualifiers.size === 1 && only !== undefined ? only : "about";
}
