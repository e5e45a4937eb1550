/** The words that stand free in the picture: names of the places, headings of the margins, the strip. */
import { MARGINS, WHEEL } from "../../layout/measures.js";
import { type Layout, type Place, type PlacedGroup, placedAt } from "../../layout/placed.js";
import { GROUP_TITLES } from "../../layout/sectors.js";
import { hex, INK, MUTED } from "../paint.js";
import { attributes, escaped } from "../xml.js";

export interface Words {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly px: number;
  readonly align?: "start" | "middle" | "end";
  readonly weight?: number;
  readonly muted?: boolean;
  readonly serif?: boolean;
}

/** One line of words. */
export function wordsElement({ text, px, align = "start", weight, muted, serif, ...at }: Words): string {
  const set = {
    ...at,
    "font-size": px,
    "text-anchor": align === "start" ? null : align,
    "font-weight": weight ?? null,
    fill: hex(muted === true ? MUTED : INK),
    class: serif === true ? "serif" : null,
  };
  return `<text${attributes(set)}>${escaped(text)}</text>\n`;
}

/** What the three places are called, and what is counted in each. */
const PLACE_NAMES = [
  {
    title: "Comes in",
    places: ["in"],
    x: MARGINS.in.heading,
    align: "end",
    count: (n: number) => `${n} ${n === 1 ? "pays" : "pay"} into the loops`,
  },
  {
    title: "Goes round",
    places: ["hub", "bracket"],
    x: WHEEL.x,
    align: "middle",
    count: (n: number) => `${n} both pay and are paid`,
  },
  {
    title: "Goes out",
    places: ["out"],
    x: MARGINS.out.heading,
    align: "start",
    count: (n: number) => `${n} ${n === 1 ? "is" : "are"} paid from the loops`,
  },
] as const;

/**
 * The headings of what is shown.
 *
 * @param shows whether an entity is in view, and counted in its place.
 */
export function* headingElements(layout: Layout, shows: (id: string) => boolean): Generator<string> {
  const countIn = (places: readonly Place[]) =>
    Object.entries(layout.nodes).filter(([id, { place }]) => places.includes(place) && shows(id)).length;
  for (const { title, places, x, align, count } of PLACE_NAMES) {
    const seen = countIn(places);
    if (seen === 0) continue;
    yield wordsElement({ x, y: 26, text: title, px: 15, weight: 700, align, serif: true });
    yield wordsElement({ x, y: 42, text: count(seen), px: 11.5, align, muted: true });
  }
  for (const group of layout.groups) yield* groupElements(group, layout, shows);
  const apart = countIn(["apart"]);
  if (layout.strip !== null && apart > 0)
    yield wordsElement({
      ...layout.strip,
      text: `Apart from the loops ${apart}`,
      px: 11,
      weight: 600,
      align: "end",
    });
}

function* groupElements(
  group: PlacedGroup,
  layout: Layout,
  shows: (id: string) => boolean,
): Generator<string> {
  const { x, y, align, ids, folded } = group;
  const seen = [...ids, ...folded].filter(shows).length;
  if (seen === 0) return;
  yield wordsElement({ x, y, text: `${GROUP_TITLES[group.title].en} ${seen}`, px: 11, weight: 600, align });
  const more = folded.filter(shows).length;
  const spot = placedAt(layout, folded[0] ?? "");
  if (spot === undefined || more === 0) return;
  const air = spot.radius + 4;
  const text = ids.length === 0 ? `${more} not named here` : `+ ${more} more`;
  const isLeft = spot.side === "left";
  const at = { x: spot.x + (isLeft ? -air : air), y: spot.y + 3.9 };
  yield wordsElement({ ...at, text, px: 11, align: isLeft ? "end" : "start", muted: true });
}
