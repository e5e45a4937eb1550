/** Which part of the picture a selection is looked at in, and what room its card leaves. Pure. */
import type { Layout } from "../src/layout/placed.js";
import { type Highlight, isAlone } from "./highlight.js";
import type { Spread } from "./spread.js";
import type { Padding } from "./stage/scene.js";

export interface Frame {
  /** Null is everything. */
  readonly entities: readonly string[] | null;
  readonly padding: Padding;
}

/** The card with the air on both of its sides; on a narrow stage it is narrower, as in `styles/card.css`. */
const CARD = { wide: 404, narrow: 364, narrowUnder: 820 } as const;
const AIR = { left: 24, right: 24, top: 30, bottom: 40 } as const;
/** Where the picture is small, names of the wheel reach past the brackets. */
const REACH = 22;
/** The right margin with its names. */
const MARGIN = 400;
/** A name beside a bracket. */
const NAME = 96;
/** A name beside the wheel of a phone. */
const PHONE_NAME = 86;

/**
 * With nothing chosen, everything. Else wheel and brackets in the space that the card leaves, the same for
 * every loop, so that next and previous keep the picture still; and whoever takes part from the margins.
 */
export function frameOf(
  highlight: Highlight | null,
  layout: Layout,
  spread: Spread,
  isPhone: boolean,
  hasCard = true,
): Frame {
  const placed = Object.entries(layout.nodes);
  const width = spread.scene.width * spread.scale;
  const card = !hasCard ? 0 : width < CARD.narrowUnder ? CARD.narrow : CARD.wide;
  if (highlight?.type === "place" && highlight.subject === "out" && spread.mode === "whole") {
    // The card would hide the margin it lists: the picture moves beside it.
    const left = width - card - MARGIN;
    const margin = placed.filter(([, { place }]) => place === "out");
    return { entities: idsOf(margin), padding: { left, right: card, top: AIR.bottom, bottom: AIR.top } };
  }
  if (highlight === null || !isAlone(highlight)) return WHOLE;
  const members = placed.filter(([id]) => highlight.entities.has(id));
  // An entity's neighbours are many and everywhere: it is looked at from the middle if it stands there.
  const outside = highlight.type === "entity" ? members.filter(([id]) => id === highlight.subject) : members;
  if (isPhone) {
    const hubs = placed.filter(([, { place }]) => place === "hub");
    const padding = { left: PHONE_NAME, right: PHONE_NAME, top: AIR.top, bottom: AIR.top };
    return { entities: idsOf([...hubs, ...outside]), padding };
  }
  const middle = placed.filter(([, { place }]) => place === "hub" || place === "bracket");
  const beside = (side: "left" | "right") => {
    const named = [...members.filter(([, node]) => node.place === "bracket"), ...outside];
    return named.some(([, node]) => node.side === side) ? NAME : 0;
  };
  const reach = spread.mode === "core" ? REACH : 0;
  return {
    entities: idsOf([...middle, ...outside]),
    padding: {
      left: AIR.left + reach + beside("left"),
      right: card + AIR.right + reach + beside("right"),
      top: AIR.top,
      bottom: AIR.bottom,
    },
  };
}

const WHOLE: Frame = { entities: null, padding: { left: 0, right: 0, top: 0, bottom: 0 } };

function idsOf(placed: readonly (readonly [string, unknown])[]): string[] {
  return [...new Set(placed.map(([id]) => id))];
}
