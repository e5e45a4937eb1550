/** One step of a story, in the card's place: what is told, the leg with its deals and sources, the way on. */
import "../styles/stories.css";
import { useEffect } from "preact/hooks";
import { leadFlow } from "../../src/graph/legs.js";
import { loopId } from "../../src/loops/loop.js";
import { loopSentence } from "../../src/loops/sentence.js";
import { compareIds } from "../../src/model/ids.js";
import { chosenLoop } from "../chosen-loop.js";
import { CardFrame } from "../components/card-frame.js";
import { useCardTitle } from "../components/card-title.js";
import { ViewLink } from "../components/links.js";
import { LegItem } from "../components/loop-legs.js";
import { flowsBetween } from "../loop-at.js";
import { displayName } from "../names.js";
import type { Explorer } from "../state.js";
import { STORIES_WORDS } from "../text/stories.js";
import { text } from "../text/text.js";
import { legOfStep, type Story, type StoryId, selectionOfStep, stepsOf, storyAt } from "./stories.js";

/** Goes to a step of a story, with what the picture shows there. */
export function goToStep(explorer: Explorer, story: Story, step: number): void {
  const loop = loopId(story.entities, compareIds);
  const legs = chosenLoop(explorer, loop)?.legs;
  const leadOf = (from: string, to: string) =>
    legs === undefined ? null : (leadFlow(flowsBetween(legs, from, to))?.deal ?? null);
  explorer.go({
    story: { id: story.id, step },
    selection: selectionOfStep(story, step, loop, leadOf),
    pane: "graph",
  });
}

export function StoryCard({ explorer }: { readonly explorer: Explorer }) {
  const at = storyAt(explorer.view.value.story);
  return at === null ? null : <Step explorer={explorer} story={at.story} step={at.step} />;
}

interface StepProps {
  readonly explorer: Explorer;
  readonly story: Story & { readonly id: StoryId };
  readonly step: number;
}

function Step({ explorer, story, step }: StepProps) {
  const t = text.value;
  const words = STORIES_WORDS[t.language];
  const { title } = words.told[story.id];
  const steps = stepsOf(story);
  useCardTitle(explorer, title);
  useEffect(() => {
    const onKey = ({ key, target }: KeyboardEvent) => {
      const by = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[key] ?? 0;
      const isFree = target === document.body || (target as Element).closest(".card") !== null;
      if (by !== 0 && isFree && step + by >= 1 && step + by <= steps) goToStep(explorer, story, step + by);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [explorer, story, step, steps]);
  return (
    <CardFrame
      explorer={explorer}
      label={words.label(title)}
      head={words.step(step, steps)}
      foot={
        <span class="story-turns" title={words.keys}>
          <button type="button" disabled={step === 1} onClick={() => goToStep(explorer, story, step - 1)}>
            {words.back}
          </button>
          <button
            type="button"
            class="story-next"
            disabled={step === steps}
            onClick={() => goToStep(explorer, story, step + 1)}
          >
            {words.next}
          </button>
        </span>
      }
    >
      <h2>{title}</h2>
      <Told explorer={explorer} story={story} step={step} />
    </CardFrame>
  );
}

function Told({ explorer, story, step }: StepProps) {
  const t = text.value;
  const { opening, end } = STORIES_WORDS[t.language].told[story.id];
  const id = loopId(story.entities, compareIds);
  const chosen = chosenLoop(explorer, id);
  const leg = legOfStep(story, step);
  const name = (entity: string) => displayName(explorer.facts.dataset, entity, t);
  if (leg === null) {
    const isEnd = step > 1;
    const { figures } = t.loop;
    const usd = chosen?.loop.bottleneckUsd ?? null;
    return (
      <>
        <p class="say story-say">{isEnd ? end : opening}</p>
        <p class="story-route">
          {story.entities
            .map(name)
            .concat(name(story.entities[0] ?? ""))
            .join(" → ")}
        </p>
        {isEnd && chosen !== null && (
          <p class="story-figure">
            <b>{usd === null ? figures.unknown : t.usd(usd)}</b>{" "}
            <span class="note">
              {t.join([
                usd === null ? figures.noAmount : figures.atMost,
                `${figures.weakest}: ${t.deal.states[chosen.loop.firmness].toLowerCase()}`,
              ])}
            </span>
          </p>
        )}
        {isEnd && (
          <>
            <p class="caveat">{t.loop.caveat.bound}</p>
            <p>
              <ViewLink explorer={explorer} to={{ type: "loop", id }}>
                {t.loop.legs}: {story.entities.map(name).join(" → ")}
              </ViewLink>
            </p>
          </>
        )}
      </>
    );
  }
  const from = story.entities[leg] ?? "";
  const to = story.entities[(leg + 1) % story.entities.length] ?? "";
  const flows = chosen === null ? [] : flowsBetween(chosen.legs, from, to);
  const amountUsd = chosen?.loop.legs.find((one) => one.from === from && one.to === to)?.amountUsd ?? null;
  const said = loopSentence([{ from: name(from), to: name(to), amountUsd, flows }], t.loop.sentence);
  return (
    <>
      <p class="say story-say">
        {said.map((run, i) =>
          run.name ? (
            <b key={`${i}${run.text}`}>{run.text}</b>
          ) : (
            <span key={`${i}${run.text}`}>{run.text}</span>
          ),
        )}
      </p>
      <ol class="legs" aria-label={t.loop.legs}>
        <LegItem explorer={explorer} number={leg + 1} from={from} to={to} flows={flows} />
      </ol>
    </>
  );
}
