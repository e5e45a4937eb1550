/**
 * The places of the picture as lists. Where margins have no room on the stage, these buttons stand for
 * them; else they show when the keyboard reaches them.
 */
import { countIn } from "../scene-texts.js";
import type { StageDriver } from "../stage-driver.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import type { Place } from "../url.js";

interface PlaceButtonsProps {
  readonly explorer: Explorer;
  readonly driver: StageDriver;
}

const SIDES: Readonly<Record<Place, "left" | "right" | "middle">> = {
  in: "left",
  core: "middle",
  out: "right",
  apart: "middle",
};

export function PlaceButtons({ explorer, driver }: PlaceButtonsProps) {
  const t = text.value.stage.places;
  const { shown, facts, selection } = explorer;
  const mode = driver.spread.value.mode;
  const isFolded = mode === "core" && selection.value?.type !== "loop";
  return (
    <div class={isFolded ? "places folded" : "places"}>
      {(["in", "core", "out", "apart"] as const).map((place) => {
        const count = countIn({ layout: facts.layout, shown: shown.value }, place);
        if (count === 0) return null;
        return (
          <button
            key={place}
            type="button"
            class={`place ${SIDES[place]} of-${place}`}
            onClick={() => explorer.select({ type: "place", id: place })}
          >
            {t[place].short(count)}
          </button>
        );
      })}
    </div>
  );
}
