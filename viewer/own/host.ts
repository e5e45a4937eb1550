/** What a reader's own file needs of the page it comes to. Types alone: the page starts without the rest. */
import type { Signal } from "@preact/signals";
import type { Facts } from "../data.js";
import type { Drawing } from "../drawing.js";
import type { Explorer, Own, ViewHistory } from "../state.js";

export type Explore = (facts: Facts, history: ViewHistory, own?: Own) => Explorer;

export interface OwnHost {
  /** The one that is shown. */
  readonly explorer: Signal<Explorer>;
  readonly explore: Explore;
  /** How the built-in facts are drawn. */
  readonly wheel: Drawing;
}
