/** What the cards of loops and paths have in common: the sentence and the figures below it. */
import { type Leg, type LegGraph, leadFlow } from "../../src/graph/legs.js";
import { loopSentence, type SaidLeg } from "../../src/loops/sentence.js";
import { flowsBetween } from "../loop-at.js";
import { displayName } from "../names.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";

interface RouteSentenceProps {
  readonly explorer: Explorer;
  readonly steps: readonly Leg[];
  /** The legs it was found in. */
  readonly legs: LegGraph;
}

/** Who does what to whom, from the first payer on; names stand out. */
export function RouteSentence({ explorer, steps, legs }: RouteSentenceProps) {
  const t = text.value;
  const said: SaidLeg[] = steps.map((leg) => ({
    from: displayName(explorer.facts.dataset, leg.from, t),
    to: displayName(explorer.facts.dataset, leg.to, t),
    amountUsd: leg.amountUsd,
    flows: flowsBetween(legs, leg.from, leg.to),
  }));
  // What nobody says a payment is for, no sentence can say.
  if (said.some(({ flows }) => leadFlow(flows)?.kind === null)) return null;
  return (
    <p class="say">
      {loopSentence(said, t.loop.sentence).map((run, i) =>
        run.name ? (
          <b key={`${i}${run.text}`}>{run.text}</b>
        ) : (
          <span key={`${i}${run.text}`}>{run.text}</span>
        ),
      )}
    </p>
  );
}

/** What a figure is, and the figure. */
export type FigureOf = readonly [what: string, figure: string];

export function RouteFigures({ figures }: { readonly figures: readonly FigureOf[] }) {
  return (
    <dl class="figures">
      {figures.map(([what, figure]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
