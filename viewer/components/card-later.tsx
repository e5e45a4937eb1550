/** The card, loaded when something is chosen; in a story its step stands there. */
import type { Explorer } from "../state.js";
import { later } from "./later.js";

const PlainCard = later(
  () => import("./card.js").then(({ Card }) => Card),
  ({ selection, view }) => selection.value !== null && view.value.story === null,
);
const StoryCard = later(
  () => import("../stories/story-card.js").then(({ StoryCard }) => StoryCard),
  ({ view }) => view.value.story !== null,
);

export function Card({ explorer }: { readonly explorer: Explorer }) {
  return (
    <>
      <PlainCard explorer={explorer} />
      <StoryCard explorer={explorer} />
    </>
  );
}
