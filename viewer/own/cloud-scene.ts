/** The scene of a cloud. Lines are curves while they are few, then straight, then hairlines in one piece. Pure. */
import { flowsOfLeg, type LegGraph, leadFlow, legFrom } from "../../src/graph/legs.js";
import { lineClassOf } from "../../src/layout/line-class.js";
import { legWidth } from "../../src/layout/line-look.js";
import type { Drawing } from "../drawing.js";
import { LAYERS } from "../drawn-leg.js";
import { isAlone, legKey } from "../highlight.js";
import type { ScenePlan } from "../scene-plan.js";
import type { Size, Spread } from "../spread.js";
import { type Box, overlaps } from "../stage/geometry.js";
import type { Curve, Hairlines, Scene, SceneEdge, SceneNode } from "../stage/scene.js";
import type { Tells } from "./own.js";

/** The stage of a cloud, in pixels; it has no margins, so all of it is the picture. */
export const CLOUD = { width: 1160, height: 752 } as const;
/** Up to so many legs each is a curve, and up to so many a line of its own. */
const CURVES = 5_000;
const LINES = 20_000;
/** How much thinner a leg is than on the wheel, and the least it is. */
const THIN = { share: 0.5, least: 0.8 } as const;
/** More lines than this are drawn weaker: together they are strong enough. */
const STRONG = 400;
/** More lines than this do not stand out, they only hide one another. */
const MOST_CHOSEN = 400;
const MOST_NAMED = 40;
const FADED = 0.16;
/** How much smaller is what stands back, so that it hides less. */
const BACK = 0.7;
/** So many lines together are as strong as one: the more there are, the fainter is each. */
const HAIR = { of: 2_800, most: 0.3, faded: 0.4 } as const;
/** The card with its air, and air at the sides. */
const CARD = 404;
const AIR = 60;
/** What of the stage the picture takes up on a narrow screen. */
const NARROW = { width: 780, height: CLOUD.height } as const;

export function cloudDrawing(tells: Tells): Drawing {
  const endsOf = keptEnds();
  return {
    spread: (_layout, room, isPhone) => spread(room, isPhone ? NARROW : CLOUD),
    scene: (plan) => sceneOfCloud(plan, tells, endsOf),
    frame(highlight, layout, { scene, scale }, isPhone, hasCard) {
      if (highlight === null || !isAlone(highlight) || highlight.entities.size > MOST_CHOSEN)
        return { entities: null, padding: { left: 0, right: 0, top: 0, bottom: 0 } };
      const known = [...highlight.entities].filter((id) => layout.nodes[id] !== undefined);
      const card = !hasCard || isPhone || scene.width * scale < 2 * CARD ? 0 : CARD;
      return { entities: known, padding: { left: AIR, right: AIR + card, top: AIR, bottom: AIR } };
    },
  };
}

/** The stage in the middle of the room, as large as it fits. */
function spread(room: Size, part: Size): Spread {
  const scale = Math.max(0.2, Math.min(room.width / part.width, room.height / part.height));
  const scene = { width: room.width / scale, height: room.height / scale };
  const shift = { x: (scene.width - CLOUD.width) / 2, y: (scene.height - CLOUD.height) / 2 };
  return { mode: "whole", scene, scale, sizes: 1, shift: () => shift, longer: { left: 0, right: 0 } };
}

function sceneOfCloud(plan: ScenePlan, tells: Tells, endsOf: ReturnType<typeof keptEnds>): Scene {
  const nodes = sceneNodes(plan);
  const { legs } = plan.shown;
  const isHair = legs.target.length > LINES;
  return {
    ...plan.spread.scene,
    nodes,
    edges: sceneEdges(plan, tells, isHair),
    texts: [],
    ...(isHair ? { hairlines: hairlines(plan, endsOf(plan)) } : {}),
  };
}

function sceneNodes({
  layout,
  shown,
  spread: room,
  highlight,
  hovered,
  nameOf,
  widthOf,
}: ScenePlan): SceneNode[] {
  const nodes: SceneNode[] = [];
  const isFew = highlight !== null && highlight.entities.size <= MOST_NAMED;
  for (const [id, placed] of Object.entries(layout.nodes)) {
    if (!shown.graph.hasNode(id)) continue;
    const { x, y } = room.shift(placed);
    const isChosen = highlight?.entities.has(id) === true;
    const isBack = highlight !== null && !isChosen;
    const isSubject = highlight?.type === "entity" && highlight.subject === id;
    const isNamed =
      isSubject || hovered === id || (isChosen && isFew) || (placed.labelAt !== null && !isBack);
    nodes.push({
      id,
      x: placed.x + x,
      y: placed.y + y,
      radius: isChosen ? Math.max(placed.radius, 3.5) : isBack ? BACK * placed.radius : placed.radius,
      glyph: placed.glyph,
      tone: placed.labelAt !== null || isChosen ? "ink" : "muted",
      label: isNamed ? nameOf(id) : null,
      labelAt: placed.labelAt ?? { dx: placed.radius + 4, dy: 0, align: "start" },
      labelStyle: "bracket",
      alpha: isBack ? FADED : 1,
      ring: hovered === id || isSubject,
    });
  }
  const isFirst = (id: string) => highlight?.entities.has(id) === true || id === hovered;
  return withoutCollisions(nodes, room.scale, widthOf, isFirst);
}

/** Leaves out a name that would lie on another; those that stand out stay, then the larger come first. */
function withoutCollisions(
  nodes: SceneNode[],
  scale: number,
  widthOf: ScenePlan["widthOf"],
  isFirst: (id: string) => boolean,
): SceneNode[] {
  const named = nodes
    .filter(({ label }) => label !== null)
    .sort((a, b) => Number(isFirst(b.id)) - Number(isFirst(a.id)) || b.radius - a.radius);
  const taken: Box[] = [];
  const hidden = new Set<string>();
  for (const { id, x, y, label, labelAt } of named) {
    const left = x * scale + labelAt.dx;
    const box = {
      left,
      right: left + 1.06 * widthOf(label ?? ""),
      top: y * scale - 8,
      bottom: y * scale + 8,
    };
    if (!isFirst(id) && taken.some((other) => overlaps(box, other))) hidden.add(id);
    else taken.push(box);
  }
  return nodes.map((node) => (hidden.has(node.id) ? { ...node, label: null } : node));
}

/** The width of a leg that is one of so many, in pixels: where they are too many to differ all have the same. */
export function cloudWidth(amountUsd: number | null, scale: ScenePlan["scale"], legs: number): number {
  return legs > CURVES ? THIN.least : Math.max(THIN.least, THIN.share * legWidth(amountUsd, scale));
}

function sceneEdges(
  { shown, highlight, strengths, scale }: ScenePlan,
  tells: Tells,
  isHair: boolean,
): SceneEdge[] {
  const { legs } = shown;
  // Nothing is chosen, and all lines are in one piece.
  if (isHair && highlight === null) return [];
  const curve: Curve = legs.target.length > CURVES && !isHair ? { type: "line" } : { type: "quad", k: 0.12 };
  const edges: SceneEdge[] = [];
  const isFew = legs.target.length <= CURVES;
  const plainAlpha = legs.target.length <= STRONG ? strengths.loop : strengths.weak;
  let chosen = 0;
  for (let leg = 0; leg < legs.target.length; leg++) {
    const from = legs.ids[legFrom(legs, leg)] ?? "";
    const to = legs.ids[legs.target[leg] ?? -1] ?? "";
    if (from === to) continue;
    const id = legKey(from, to);
    const isChosen = highlight?.legs.has(id) === true && isAlone(highlight) && chosen < MOST_CHOSEN;
    if (isHair && !isChosen) continue;
    if (isChosen) chosen++;
    const usd = legs.amountUsd[leg] ?? Number.NaN;
    const plain = cloudWidth(Number.isNaN(usd) ? null : usd, scale, legs.target.length);
    edges.push({
      id,
      from,
      to,
      curve,
      width: isChosen ? Math.max(2.4, plain) : plain,
      colour: tells.kinds ? classOf(legs, leg) : "ops",
      alpha: isChosen ? strengths.lead : highlight === null ? plainAlpha : strengths.dim,
      dash: null,
      double: false,
      casing: false,
      arrow: isChosen || isFew,
      layer: isChosen ? LAYERS.chosen : LAYERS.weak,
      pickable: highlight === null || isChosen,
    });
  }
  return edges;
}

function classOf(legs: LegGraph, leg: number): string {
  const lead = leadFlow(flowsOfLeg(legs, leg));
  return lead === undefined ? "ops" : lineClassOf(lead);
}

function hairlines({ highlight }: ScenePlan, ends: Float32Array): Hairlines {
  const alpha = Math.min(HAIR.most, (4 * HAIR.of) / ends.length);
  return { ends, colour: "muted", alpha: highlight === null ? alpha : alpha * HAIR.faded };
}

type Placing = Pick<ScenePlan, "layout" | "shown" | "spread">;

/** Where each line begins and ends, all in one array; kept as long as nothing moves. */
function keptEnds(): (plan: Placing) => Float32Array {
  let kept: { readonly of: Placing; readonly ends: Float32Array } | null = null;
  return ({ layout, shown, spread }) => {
    const isKept =
      kept !== null && kept.of.layout === layout && kept.of.shown === shown && kept.of.spread === spread;
    if (!isKept) kept = { of: { layout, shown, spread }, ends: endsIn(layout, shown.legs, spread) };
    return kept?.ends ?? new Float32Array();
  };
}

function endsIn(layout: ScenePlan["layout"], legs: LegGraph, { shift }: Spread): Float32Array {
  const places = new Float32Array(2 * legs.nodes);
  legs.ids.forEach((id, v) => {
    const placed = layout.nodes[id];
    if (placed === undefined) return;
    const { x, y } = shift(placed);
    places[2 * v] = placed.x + x;
    places[2 * v + 1] = placed.y + y;
  });
  const count = legs.target.length;
  const ends = new Float32Array(4 * count);
  const step = strideFor(count);
  for (let i = 0, leg = 0; i < count; i++, leg = (leg + step) % count) {
    const v = 2 * legFrom(legs, leg);
    const w = 2 * (legs.target[leg] as number);
    ends[4 * i] = places[v] as number;
    ends[4 * i + 1] = places[v + 1] as number;
    ends[4 * i + 2] = places[w] as number;
    ends[4 * i + 3] = places[w + 1] as number;
  }
  return ends;
}

/** A stride that comes past all of so many, in an order any first part of which is a fair sample. */
function strideFor(count: number): number {
  const shared = (a: number, b: number): number => (b === 0 ? a : shared(b, a % b));
  let stride = Math.max(1, Math.floor(count * 0.618));
  while (shared(count, stride) !== 1) stride--;
  return stride;
}
