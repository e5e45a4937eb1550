/** A path, whole: what it says, what can go all the way, every leg with its deals and sources, and when each came. */
import { useMemo } from "preact/hooks";
import { chosenPath } from "../chosen-loop.js";
import { endsOf, pathsBetween } from "../paths.js";
import type { Explorer } from "../state.js";
import { PATH_WORDS } from "../text/paths.js";
import { text } from "../text/text.js";
import { CardFrame, NotInView, UnknownCard } from "./card-frame.js";
import { useCardTitle } from "./card-title.js";
import { LegTimes } from "./leg-times.js";
import { LoopLegs } from "./loop-legs.js";
import { pathName } from "./loop-name.js";
import { RouteFigures, RouteSentence } from "./route-parts.js";
import { StepButtons } from "./step-buttons.js";

interface PathCardProps {
  readonly explorer: Explorer;
  readonly id: string;
}

export function PathCard({ explorer, id }: PathCardProps) {
  const t = text.value;
  const words = PATH_WORDS[t.language].card;
  const { legs: inView } = explorer.shown.value;
  const { pathLegs } = explorer.view.value;
  const ends = endsOf(id);
  const paths = useMemo(
    () => [...(pathsBetween(inView, ends, pathLegs) ?? [])].map((path) => path.id),
    [inView, ends.from, ends.to, pathLegs],
  );
  const rank = paths.indexOf(id);
  const chosen = chosenPath(explorer, id);
  const name = pathName(explorer, id);

  useCardTitle(explorer, name);

  if (chosen === null) return <UnknownCard explorer={explorer} type="path" />;
  const { path, legs, firmness, undisclosedLegs } = chosen;
  const stepTo = (to: number) => {
    const other = paths[to];
    return other === undefined ? null : () => explorer.select({ type: "path", id: other });
  };
  const { figures, caveat } = t.loop;
  const { bottleneckUsd } = path;
  const notes = [words.bound, undisclosedLegs > 0 ? caveat.undisclosed(undisclosedLegs) : ""];
  // One of more legs than are looked for is in the picture all the same.
  const isInView = legs === inView;
  return (
    <CardFrame
      explorer={explorer}
      label={t.labelled(words.label, name)}
      head={
        rank === -1 ? words.noRank(path.legs.length) : words.rank(rank + 1, paths.length, path.legs.length)
      }
      actions={
        rank !== -1 && (
          <StepButtons
            previous={words.previous}
            next={words.next}
            onPrevious={stepTo(rank - 1)}
            onNext={stepTo(rank + 1)}
          />
        )
      }
      foot={
        <button type="button" class="link" onClick={() => explorer.go({ tool: "paths", path: ends })}>
          {words.all}
        </button>
      }
    >
      <h2>{name}</h2>
      {!isInView && <NotInView explorer={explorer} />}
      <RouteSentence explorer={explorer} steps={path.legs} legs={legs} />
      <RouteFigures
        figures={[
          [
            bottleneckUsd === null ? figures.noAmount : words.atMost,
            bottleneckUsd === null ? figures.unknown : t.usd(bottleneckUsd),
          ],
          [figures.weakest, t.deal.states[firmness]],
          [words.legs, t.list.legs(path.legs.length, null)],
        ]}
      />
      <LoopLegs explorer={explorer} loop={path} legs={legs} />
      <LegTimes explorer={explorer} loop={{ ...path, closedOn: null }} legs={legs} />
      <p class="caveat">{notes.filter((note) => note !== "").join(t.space)}</p>
    </CardFrame>
  );
}
