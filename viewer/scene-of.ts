/**
 * What is shown, as a scene for the stage: entities and lines where the layout puts them, strong where the
 * strongest loops or the selection run. Pure; colours are names, so that a theme changes none of it.
 */
import { LABEL, MARGINS } from "../src/layout/measures.js";
import type { PlacedEntity } from "../src/layout/placed.js";
import { isAlone } from "./highlight.js";
import { sceneEdges } from "./scene-edges.js";
import { isEmpty, type ScenePlan } from "./scene-plan.js";
import { sceneTexts } from "./scene-texts.js";
import type { Spread } from "./spread.js";
import type { LabelAt, LabelStyle, Scene, SceneNode } from "./stage/scene.js";

/** How faint an entity is that stands back: on the wheel, and elsewhere. */
const FADED = { hub: 0.28, rest: 0.16 } as const;

/** What the layout counts a character of a margin's name as, and the air it keeps to the stage's side; pixels. */
const CHARACTER = 6.2;
const EDGE = 3;
/** How much wider the type of the brackets' names is than that of the margins'. */
const BRACKET_TYPE = 1.07;
/** From the first column of the right margin to the second, in stage pixels. */
const COLUMN = MARGINS.out.columns[1] - MARGINS.out.columns[0];

/** How much further out a name stands from the ring of who is looked at. */
const RING = 5;

/** The size of a hub's name when one loop is chosen, and where the picture is smaller and smallest, in pixels. */
const HUB_PX = { chosen: 15, small: 13, smallest: 12 } as const;

export function sceneOf(plan: ScenePlan): Scene {
  const nodes = sceneNodes(plan);
  const there = new Set(nodes.map(({ id }) => id));
  return {
    ...plan.spread.scene,
    nodes,
    edges: sceneEdges(plan, there),
    texts: sceneTexts(plan),
  };
}

function sceneNodes(plan: ScenePlan): SceneNode[] {
  const { layout, shown, everything } = plan;
  const source = isEmpty(plan) ? everything : shown;
  return Object.entries(layout.nodes).flatMap(([id, placed]) =>
    source.graph.hasNode(id) && isShown(id, placed, plan) ? [sceneNode(id, placed, plan)] : [],
  );
}

function isShown(id: string, { place }: PlacedEntity, { spread, highlight }: ScenePlan): boolean {
  if (highlight?.entities.has(id) === true && highlight.type !== "place") return true;
  if (spread.mode === "wheel") return place === "hub";
  const inMiddle = place === "hub" || place === "bracket";
  return inMiddle || (spread.mode === "whole" && !isAlone(highlight));
}

function sceneNode(id: string, placed: PlacedEntity, plan: ScenePlan): SceneNode {
  const { spread, shown, highlight, hovered } = plan;
  const { place, radius, glyph, labelAt } = placed;
  const shift = spread.shift(placed);
  const isHub = place === "hub";
  const inMiddle = isHub || place === "bracket";
  const isBack = isEmpty(plan) || (highlight !== null && !highlight.entities.has(id));
  const isSubject = highlight?.type === "entity" && highlight.subject === id;
  const style: LabelStyle = isHub ? "hub" : inMiddle || isSubject ? "bracket" : "margin";
  return {
    id,
    x: placed.x + shift.x,
    y: placed.y + shift.y,
    radius: radius * (isHub ? spread.sizes : 1),
    glyph,
    tone: inMiddle && (isEmpty(plan) || shown.circling.has(id)) ? "ink" : isSubject ? "ink" : "muted",
    label: labelOf(id, placed, plan, isBack),
    labelAt: beyond(
      labelAt ?? { dx: radius + LABEL.air, dy: 0, align: "start" },
      (isHub ? radius * (spread.sizes - 1) : 0) + (isSubject ? RING : 0),
    ),
    labelStyle: style,
    labelPx: isHub ? hubPx(plan) : undefined,
    alpha: isBack ? (isHub ? FADED.hub : FADED.rest) : 1,
    ring: hovered === id || isSubject,
  };
}

/** A name that keeps its distance from a disc that grew. */
function beyond(at: LabelAt, grown: number): LabelAt {
  const share = 1 + grown / (Math.hypot(at.dx, at.dy) || 1);
  return { ...at, dx: at.dx * share, dy: at.dy * share };
}

function hubPx({ spread, highlight }: ScenePlan): number | undefined {
  if (spread.scale < 0.85) return HUB_PX.smallest;
  if (spread.scale < 0.95) return HUB_PX.small;
  // An entity's neighbours are many, and all of them are named.
  if (highlight?.type === "entity") return HUB_PX.small;
  return isAlone(highlight) ? HUB_PX.chosen : undefined;
}

/** The name beside a dot, cut to its room; none in the strip, and none on a bracket that stands back. */
function labelOf(id: string, placed: PlacedEntity, plan: ScenePlan, isBack: boolean): string | null {
  const { highlight, nameOf } = plan;
  const { place, labelAt, labelLength } = placed;
  if (isBack && place === "bracket") return null;
  if (isAlone(highlight) && !isBack) {
    // Neighbours have given way, so it gets its whole name; those outside the frame get none.
    return isNamed(id, placed, plan) ? nameOf(id) : null;
  }
  if (labelAt === null) return null;
  return labelLength === null ? nameOf(id) : cut(nameOf(id), roomFor(placed, plan), plan.widthOf);
}

/** The screen pixels a name has beside its dot: what the layout allows, and never past the stage's side. */
function roomFor(placed: PlacedEntity, { spread }: ScenePlan): number {
  const { x, side, place, column, labelLength, radius } = placed;
  const allowed = (labelLength ?? 0) * CHARACTER;
  if (side === null) return allowed;
  const at = x + spread.shift(placed).x;
  const own = radius + LABEL.air + EDGE;
  const toSide = (side === "left" ? at : spread.scene.width - at) * spread.scale - own;
  if (place === "bracket") return (toSide - besideMargin(side, spread)) / BRACKET_TYPE;
  const toNext = column === 0 && side === "right" ? COLUMN * spread.scale - own - radius : toSide;
  return Math.min(allowed + spread.longer[side], toSide, toNext);
}

/** What the margin takes of a bracket's room, dots and some air included, in screen pixels. */
function besideMargin(side: "left" | "right", { mode, scene, scale, shift }: Spread): number {
  if (mode !== "whole") return 0;
  const [place, x] =
    side === "left" ? (["in", MARGINS.in.gutter] as const) : (["out", MARGINS.out.gutter] as const);
  const at = x + shift({ place, side }).x;
  return (side === "left" ? at : scene.width - at) * scale + EDGE;
}

/** Whether one that stands out is in the frame, with a place of its own. */
function isNamed(id: string, { place, labelAt }: PlacedEntity, { layout, highlight }: ScenePlan): boolean {
  if (highlight?.type !== "entity" || id === highlight.subject) return true;
  if (place === "hub" || place === "bracket") return true;
  return labelAt !== null && place === layout.nodes[highlight.subject ?? ""]?.place;
}

/** Cuts a name to a width; the last sign is then an ellipsis. */
export function cut(name: string, room: number, widthOf: (name: string) => number): string {
  if (widthOf(name) <= room) return name;
  const signs = [...name];
  while (signs.length > 1 && widthOf(`${signs.join("").trimEnd()}…`) > room) signs.pop();
  return `${signs.join("").trimEnd()}…`;
}
