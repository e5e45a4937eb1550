/** The places of the picture with their counts: what a phone has no room to draw is listed behind these. */
import { countIn } from "../scene-texts.js";
import type { Explorer } from "../state.js";
import { text } from "../text/text.js";
import { PLACES } from "../url.js";
import { ViewLink } from "./links.js";

export function PlaceLinks({ explorer }: { readonly explorer: Explorer }) {
  const t = text.value.stage.places;
  const { facts, shown } = explorer;
  return (
    <ul class="place-links">
      {PLACES.map((place) => (
        <li key={place}>
          <ViewLink explorer={explorer} to={{ type: "place", id: place }}>
            <b>{t[place].title}</b>
            <span class="note">
              {t[place].count(countIn({ layout: facts.layout, shown: shown.value }, place))}
            </span>
          </ViewLink>
        </li>
      ))}
    </ul>
  );
}
