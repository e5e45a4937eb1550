/** A loop, whole: what it says, what can go round, every leg with its deals and sources, and when each came. */
import type { Loop } from "../../src/loops/loop.js";
import { chosenLoop } from "../chosen-loop.js";
import type { Tells } from "../own/own.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { CardFrame, NotInView, UnknownCard } from "./card-frame.js";
import { useCardTitle } from "./card-title.js";
import { LegTimes } from "./leg-times.js";
import { LoopCompare } from "./loop-compare.js";
import { LoopLegs } from "./loop-legs.js";
import { loopName } from "./loop-name.js";
import { RouteFigures, RouteSentence } from "./route-parts.js";
import { StepButtons } from "./step-buttons.js";

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
  return (
    <CardFrame
      explorer={explorer}
      label={t.labelled(t.loop.label, name)}
      head={rank === null ? t.loop.noRank(loop.length) : t.loop.rank(rank + 1, loops.count, loop.length)}
      actions={rank !== null && <Neighbours explorer={explorer} rank={rank} />}
      foot={
        <button type="button" class="link" onClick={() => explorer.go({ tool: "what-if" })}>
          {t.card.whatIf}
        </button>
      }
    >
      <h2>{name}</h2>
      {rank === null && legs !== explorer.shown.value.legs && <NotInView explorer={explorer} />}
      <RouteSentence explorer={explorer} steps={loop.legs} legs={legs} />
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
  const stepTo = (to: number) => {
    const loop = to < 0 ? null : loops.at(to);
    return loop === null ? null : () => explorer.select({ type: "loop", id: loop.id });
  };
  return (
    <StepButtons
      previous={t.previous}
      next={t.next}
      onPrevious={stepTo(rank - 1)}
      onNext={stepTo(rank + 1)}
    />
  );
}

type Told = Pick<Tells, "states" | "days">;
const EVERYTHING: Told = { states: true, days: true };

function Figures({ loop, tells }: { readonly loop: Loop; readonly tells: Told }) {
  const t = text.value;
  const { figures } = t.loop;
  return (
    <RouteFigures
      figures={[
        [
          loop.bottleneckUsd === null ? figures.noAmount : figures.atMost,
          loop.bottleneckUsd === null ? figures.unknown : t.usd(loop.bottleneckUsd),
        ],
        ...(tells.states ? [[figures.weakest, t.deal.states[loop.firmness]] as const] : []),
        ...(tells.days
          ? [[figures.closed, loop.closedOn === null ? figures.unknown : t.month(loop.closedOn)] as const]
          : []),
      ]}
    />
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
