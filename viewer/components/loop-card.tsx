/** A loop, whole: what it says, what can go round, every leg with its deals and sources, and when each came. */
import { leadFlow } from "../../src/graph/legs.js";
import type { Loop } from "../../src/loops/loop.js";
import { loopSentence, type SaidLeg } from "../../src/loops/sentence.js";
import { chosenLoop } from "../chosen-loop.js";
import { flowsBetween } from "../loop-at.js";
import { displayName } from "../names.js";
import type { Tells } from "../own/own.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { CardFrame, NotInView, UnknownCard } from "./card-frame.js";
import { useCardTitle } from "./card-title.js";
import { Icon } from "./icons.js";
import { LegTimes } from "./leg-times.js";
import { LoopCompare } from "./loop-compare.js";
import { LoopLegs } from "./loop-legs.js";
import { loopName } from "./loop-name.js";

interface LoopCardProps {
  readonly explorer: Explorer;
  readonly id: string;
}

export function LoopCard({ explorer, id }: LoopCardProps) {
  const t = text.value;
  const loops = explorer.listed.value;
  const rank = loops.rankOf(id);
  const chosen = chosenLoop(explorer, id);
  const name = loopName(explorer, id, true);

  useCardTitle(explorer, name);

  if (chosen === null) return <UnknownCard explorer={explorer} type="loop" />;
  const { loop, legs } = chosen;
  const said: SaidLeg[] = loop.legs.map((leg) => ({
    from: displayName(explorer.facts.dataset, leg.from, t),
    to: displayName(explorer.facts.dataset, leg.to, t),
    amountUsd: leg.amountUsd,
    flows: flowsBetween(legs, leg.from, leg.to),
  }));
  return (
    <CardFrame
      explorer={explorer}
      label={t.labelled(t.loop.label, name)}
      head={rank === null ? t.loop.noRank(loop.length) : t.loop.rank(rank + 1, loops.count, loop.length)}
      actions={rank !== null && <Neighbours explorer={explorer} rank={rank} />}
    >
      <h2>{name}</h2>
      {rank === null && legs !== explorer.shown.value.legs && <NotInView explorer={explorer} />}
      {/* What nobody says a payment is for, no sentence can say. */}
      {said.every(({ flows }) => leadFlow(flows)?.kind !== null) && (
        <p class="say">
          {loopSentence(said, t.loop.sentence).map((run, i) =>
            run.name ? (
              <b key={`${i}${run.text}`}>{run.text}</b>
            ) : (
              <span key={`${i}${run.text}`}>{run.text}</span>
            ),
          )}
        </p>
      )}
      <Figures loop={loop} tells={explorer.own?.tells ?? EVERYTHING} />
      <LoopLegs explorer={explorer} loop={loop} legs={legs} />
      <LegTimes explorer={explorer} loop={loop} legs={legs} />
      <LoopCompare explorer={explorer} loop={loop} />
      <Caveat loop={loop} />
    </CardFrame>
  );
}

function Neighbours({ explorer, rank }: { readonly explorer: Explorer; readonly rank: number }) {
  const t = text.value.card;
  const loops = explorer.listed.value;
  const step = (by: number) => {
    const loop = loops.at(rank + by);
    if (loop !== null) explorer.select({ type: "loop", id: loop.id });
  };
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={t.previous}
        title={t.previous}
        disabled={rank === 0}
        onClick={() => step(-1)}
      >
        <Icon name="previous" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t.next}
        title={t.next}
        disabled={rank + 1 >= loops.count}
        onClick={() => step(1)}
      >
        <Icon name="next" />
      </button>
    </>
  );
}

type Told = Pick<Tells, "states" | "days">;
const EVERYTHING: Told = { states: true, days: true };

function Figures({ loop, tells }: { readonly loop: Loop; readonly tells: Told }) {
  const t = text.value;
  const { figures } = t.loop;
  return (
    <dl class="figures">
      <div>
        <dt>{loop.bottleneckUsd === null ? figures.noAmount : figures.atMost}</dt>
        <dd>{loop.bottleneckUsd === null ? t.loop.figures.unknown : t.usd(loop.bottleneckUsd)}</dd>
      </div>
      {tells.states && (
        <div>
          <dt>{figures.weakest}</dt>
          <dd>{t.deal.states[loop.firmness]}</dd>
        </div>
      )}
      {tells.days && (
        <div>
          <dt>{figures.closed}</dt>
          <dd>{loop.closedOn === null ? t.loop.figures.unknown : t.month(loop.closedOn)}</dd>
        </div>
      )}
    </dl>
  );
}

function Caveat({ loop }: { readonly loop: Loop }) {
  const t = text.value.loop.caveat;
  const notes = [
    t.bound,
    loop.undisclosedLegs > 0 ? t.undisclosed(loop.undisclosedLegs) : "",
    loop.modifiers.includes("contingent") ? t.contingent : "",
    t.order[loop.timeOrder],
  ];
  return <p class="caveat">{notes.filter((note) => note !== "").join(text.value.space)}</p>;
}
