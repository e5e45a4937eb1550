/** The card, loaded when something is chosen. */
import { later } from "./later.js";

export const Card = later(
  () => import("./card.js").then(({ Card }) => Card),
  ({ selection }) => selection.value !== null,
);
