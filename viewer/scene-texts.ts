/** The words that stand free on the stage: names of the places, headings of the margins, counts of the day. */
import { MARGINS, WHEEL } from "../src/layout/measures.js";
import type { PlacedEntity, PlacedGroup } from "../src/layout/placed.js";
import { GROUP_TITLES } from "../src/layout/sectors.js";
import { isAlone } from "./highlight.js";
import { isEmpty, type ScenePlan } from "./scene-plan.js";
import type { SceneText } from "./stage/scene.js";
import type { Place } from "./url.js";

/** Baselines of a place's name and of its count below. */
const NAME_Y = 26;
const COUNT_Y = 42;
/** Where the strip starts left of this, there is room for a short heading only. */
const WHOLE_HEADING = 270;
/** Words that stand back. */
const FADED = 0.28;

export function sceneTexts(plan: ScenePlan): SceneText[] {
  if (plan.spread.mode !== "whole" || isAlone(plan.highlight)) return [];
  return [...placeNames(plan), ...headings(plan), ...foot(plan)];
}

/** How many of a place's entities are seen. */
export function countIn(plan: Pick<ScenePlan, "layout" | "shown">, place: Place): number {
  if (counted.layout !== plan.layout || counted.shown !== plan.shown)
    counted = { layout: plan.layout, shown: plan.shown, ...countsIn(plan) };
  return counted[place];
}

/** The last that was counted: all places are asked for one after the other. */
let counted: Partial<ScenePlan> & Record<Place, number> = { in: 0, core: 0, out: 0, apart: 0 };

function countsIn({ layout, shown }: Pick<ScenePlan, "layout" | "shown">): Record<Place, number> {
  const counts = { in: 0, core: 0, out: 0, apart: 0 };
  for (const [id, node] of Object.entries(layout.nodes)) {
    const place = placeOf(node);
    if (shown.graph.hasNode(id) && (place !== "core" || shown.circling.has(id))) counts[place]++;
  }
  return counts;
}

/** Whether the words of a place give way to another one that is looked at. */
function isBack({ highlight }: ScenePlan, place: Place): boolean {
  return highlight !== null && highlight.subject !== place;
}

/** The place a reader knows an entity's place by. */
export function placeOf({ place }: Pick<PlacedEntity, "place">): Place {
  return place === "hub" || place === "bracket" ? "core" : place;
}

function placeNames(plan: ScenePlan): SceneText[] {
  // The right margin is looked at close to: its name is on its card.
  if (isEmpty(plan) || plan.highlight?.subject === "out") return [];
  const at = {
    in: { x: MARGINS.in.heading, align: "end", place: "in" },
    core: { x: WHEEL.x, align: "middle", place: "hub" },
    out: { x: MARGINS.out.heading, align: "start", place: "out" },
  } as const;
  return (["in", "core", "out"] as const).flatMap((name): SceneText[] => {
    const { title, count } = plan.text.stage.places[name];
    const { align, x, place } = at[name];
    const moved = x + shiftOf(plan, place).x;
    const seen = countIn(plan, name);
    if (seen === 0) return [];
    const alpha = isBack(plan, name) ? FADED : 1;
    return [
      { id: `place:${name}`, x: moved, y: NAME_Y, align, runs: [{ text: title, style: "zone" }], alpha },
      {
        id: `count:${name}`,
        x: moved,
        y: COUNT_Y,
        align,
        runs: [{ text: count(seen), style: "note" }],
        alpha,
      },
    ];
  });
}

function headings(plan: ScenePlan): SceneText[] {
  const { layout, shown, everything, text } = plan;
  const source = isEmpty(plan) ? everything : shown;
  return layout.groups.flatMap((group): SceneText[] => {
    const live = [...group.ids, ...group.folded].filter((id) => source.graph.hasNode(id)).length;
    if (live === 0) return [];
    const shift = shiftOf(plan, group.place);
    const alpha = isEmpty(plan) || isBack(plan, group.place) ? FADED : 1;
    const title = GROUP_TITLES[group.title][text.language];
    const heading: SceneText = {
      id: group.id,
      x: group.x + shift.x,
      y: group.y + shift.y,
      align: group.align,
      runs: [
        { text: `${title} `, style: "heading" },
        { text: String(live), style: "count" },
      ],
      alpha,
    };
    const more = moreOf(plan, group, alpha);
    return more === null ? [heading] : [heading, more];
  });
}

/** The row of those a margin has no row for. */
function moreOf(plan: ScenePlan, { id, folded, ids }: PlacedGroup, alpha: number): SceneText | null {
  const live = folded.filter((entity) => plan.shown.graph.hasNode(entity));
  const spot = plan.layout.nodes[folded[0] ?? ""];
  if (spot === undefined || live.length === 0) return null;
  const shift = plan.spread.shift(spot);
  const air = spot.radius + 4;
  const count = ids.length === 0 ? plan.text.stage.folded(live.length) : plan.text.stage.more(live.length);
  return {
    id: `${id}:more`,
    x: spot.x + shift.x + (spot.side === "left" ? -air : air),
    y: spot.y + shift.y + 3.9,
    align: spot.side === "left" ? "end" : "start",
    runs: [{ text: count, style: "count" }],
    alpha,
  };
}

function foot(plan: ScenePlan): SceneText[] {
  const { layout, text } = plan;
  const seen = countIn(plan, "apart");
  if (layout.strip === null || seen === 0 || isEmpty(plan)) return [];
  const shift = shiftOf(plan, "apart");
  const { title, narrow, count } = text.stage.places.apart;
  const x = layout.strip.x + shift.x;
  return [
    {
      id: "place:apart",
      x,
      y: layout.strip.y + shift.y,
      align: "end",
      runs: [
        // The tools stand in the corner.
        { text: `${x < WHOLE_HEADING ? narrow : title} `, style: "heading" },
        { text: count(seen), style: "count" },
      ],
      alpha: isBack(plan, "apart") ? FADED : 1,
    },
  ];
}

/** How far everything of a place is moved. */
function shiftOf({ layout, spread }: ScenePlan, place: PlacedEntity["place"]): { x: number; y: number } {
  const one = Object.values(layout.nodes).find((node) => node.place === place);
  return one === undefined ? { x: 0, y: 0 } : spread.shift(one);
}
