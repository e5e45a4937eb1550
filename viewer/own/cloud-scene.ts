/** The scene of a cloud. Lines are curves while they are few, then straight, then hairlines in one piece. Pure. */
import { flowsOfLeg, type LegGraph, leadFlow, legFrom } from "../../src/graph/legs.js";
import { lineClassOf } from "../../src/layout/line-class.js";
import { legWidth } from "../../src/layout/line-look.js";
import { STAGE } from "../../src/layout/measures.js";
import type { Drawing } from "../drawing.js";
import { LAYERS } from "../drawn-leg.js";
import { isAlone, legKey } from "../highlight.js";
import type { ScenePlan } from "../scene-plan.js";
import type { Size, Spread } from "../spread.js";
import type { Curve, Hairlines, Scene, SceneEdge, SceneNode } from "../stage/scene.js";
import type { Tells } from "./own.js";

/** Up to so many legs each is a curve, and up to so many a line of its own. */
const CURVES = 5_000;
const LINES = 20_000;
/** More lines than this do not stand out, they only hide one another. */
const MOST_CHOSEN = 400;
const MOST_NAMED = 40;
const FADED = 0.16;
const HAIR = { alpha: 0.14, faded: 0.05 } as const;
/** The card with its air, and air at the sides. */
const CARD = 404;
const AIR = 60;
/** What of the stage the picture takes up on a narrow screen. */
const NARROW = { width: 780, height: STAGE.height } as const;

export function cloudDrawing(tells: Tells): Drawing {
  return {
    spread: (_layout, room, isPhone) => spread(room, isPhone ? NARROW : STAGE),
    scene: (plan) => sceneOfCloud(plan, tells),
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
  const shift = { x: (scene.width - STAGE.width) / 2, y: (scene.height - STAGE.height) / 2 };
  return { mode: "whole", scene, scale, sizes: 1, shift: () => shift, longer: { left: 0, right: 0 } };
}

function sceneOfCloud(plan: ScenePlan, tells: Tells): Scene {
  const nodes = sceneNodes(plan);
  const { legs } = plan.shown;
  const isHair = legs.target.length > LINES;
  return {
    ...plan.spread.scene,
    nodes,
    edges: sceneEdges(plan, tells, isHair),
    texts: [],
    ...(isHair ? { hairlines: hairlines(plan, legs) } : {}),
  };
}

function sceneNodes({
  layout,
  shown,
  spread: { shift },
  highlight,
  hovered,
  nameOf,
}: ScenePlan): SceneNode[] {
  const nodes: SceneNode[] = [];
  const isFew = highlight !== null && highlight.entities.size <= MOST_NAMED;
  for (const [id, placed] of Object.entries(layout.nodes)) {
    if (!shown.graph.hasNode(id)) continue;
    const { x, y } = shift(placed);
    const isChosen = highlight?.entities.has(id) === true;
    const isBack = highlight !== null && !isChosen;
    const isSubject = highlight?.type === "entity" && highlight.subject === id;
    const isNamed =
      isSubject || hovered === id || (isChosen && isFew) || (placed.labelAt !== null && !isBack);
    nodes.push({
      id,
      x: placed.x + x,
      y: placed.y + y,
      radius: isChosen ? Math.max(placed.radius, 3.5) : placed.radius,
      glyph: placed.glyph,
      tone: placed.place === "bracket" || isSubject ? "ink" : "muted",
      label: isNamed ? nameOf(id) : null,
      labelAt: placed.labelAt ?? { dx: placed.radius + 4, dy: 0, align: "start" },
      labelStyle: "bracket",
      alpha: isBack ? FADED : 1,
      ring: hovered === id || isSubject,
    });
  }
  return nodes;
}

function sceneEdges({ shown, highlight, strengths }: ScenePlan, tells: Tells, isHair: boolean): SceneEdge[] {
  const { legs } = shown;
  const curve: Curve = legs.target.length > CURVES && !isHair ? { type: "line" } : { type: "quad", k: 0.12 };
  const edges: SceneEdge[] = [];
  const isFew = legs.target.length <= CURVES;
  let chosen = 0;
  for (let leg = 0; leg < legs.target.length; leg++) {
    const from = legs.ids[legFrom(legs, leg)] ?? "";
    const to = legs.ids[legs.target[leg] ?? -1] ?? "";
    if (from === to) continue;
    const id = isHair && highlight === null ? "" : legKey(from, to);
    const isChosen = highlight?.legs.has(id) === true && isAlone(highlight) && chosen < MOST_CHOSEN;
    if (isHair && !isChosen) continue;
    if (isChosen) chosen++;
    const usd = legs.amountUsd[leg] ?? Number.NaN;
    const own = Number.isNaN(usd) ? null : usd;
    const plain = isFew ? Math.max(0.8, 0.5 * legWidth(own)) : 0.8;
    edges.push({
      id,
      from,
      to,
      curve,
      width: isChosen ? Math.max(2.4, plain) : plain,
      colour: tells.kinds ? classOf(legs, leg) : "muted",
      alpha: isChosen ? strengths.lead : highlight === null ? strengths.loop : strengths.dim,
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
  return lead === undefined || lead.kind === null ? "muted" : lineClassOf(lead);
}

/** Where each line begins and ends, all in one array. */
function hairlines({ layout, spread: { shift }, highlight }: ScenePlan, legs: LegGraph): Hairlines {
  const places = new Float32Array(2 * legs.nodes);
  legs.ids.forEach((id, v) => {
    const placed = layout.nodes[id];
    if (placed === undefined) return;
    const { x, y } = shift(placed);
    places[2 * v] = placed.x + x;
    places[2 * v + 1] = placed.y + y;
  });
  const ends = new Float32Array(4 * legs.target.length);
  for (let leg = 0; leg < legs.target.length; leg++) {
    const [v, w] = [legFrom(legs, leg), legs.target[leg] as number];
    ends[4 * leg] = places[2 * v] as number;
    ends[4 * leg + 1] = places[2 * v + 1] as number;
    ends[4 * leg + 2] = places[2 * w] as number;
    ends[4 * leg + 3] = places[2 * w + 1] as number;
  }
  return { ends, colour: "muted", alpha: highlight === null ? HAIR.alpha : HAIR.faded };
}
