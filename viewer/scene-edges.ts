/** The lines of a scene: one for each leg, fanned into single deals where one deal is chosen. */
import { flowsOfLeg, leadFlow, legFrom } from "../src/graph/legs.js";
import { legCurve } from "../src/layout/curves.js";
import { lineClassOf } from "../src/layout/line-class.js";
import { dashOf, legWidth, marginWidth } from "../src/layout/line-look.js";
import type { PlacedEntity } from "../src/layout/placed.js";
import { type Firmness, firmnessRank } from "../src/model/status.js";
import { type DrawnLeg, firmestOf, LAYERS } from "./drawn-leg.js";
import { isAlone, legKey, legsOfLoop } from "./highlight.js";
import { fanOf, GHOST, noteOf } from "./scene-fan.js";
import { isEmpty, type ScenePlan } from "./scene-plan.js";
import type { Curve, SceneEdge } from "./stage/scene.js";

/** How many loops lead on the first screen. */
const LEADING_LOOPS = 3;

/** How much further out an ended leg bows than a live one. */
const GHOST_BOW = 0.07;

type Tier = Exclude<keyof typeof LAYERS, "chosen">;

/** A chosen leg is at least this wide, and a little wider than it was. */
const CHOSEN = { least: 5.5, grow: 1.15 } as const;

export function sceneEdges(plan: ScenePlan, there: ReadonlySet<string>): SceneEdge[] {
  const { legs, loops } = plan.shown;
  const leading = new Set(loops.first(LEADING_LOOPS).flatMap((loop) => legsOfLoop(loop.id)));
  const edges: SceneEdge[] = [];
  for (let leg = 0; leg < legs.target.length; leg++) {
    const from = legs.ids[legFrom(legs, leg)] ?? "";
    const to = legs.ids[legs.target[leg] ?? -1] ?? "";
    if (from === to || !there.has(from) || !there.has(to)) continue;
    const curve = curveOf(plan, from, to);
    if (curve === null) continue;
    const usd = legs.amountUsd[leg] ?? Number.NaN;
    const drawn = {
      from,
      to,
      curve,
      flows: flowsOfLeg(legs, leg),
      amountUsd: Number.isNaN(usd) ? null : usd,
    };
    const isFanned = plan.highlight?.type === "deal" && plan.highlight.legs.has(legKey(from, to));
    if (isFanned && curve.type === "quad") {
      edges.push(...fanOf(plan, drawn));
    } else {
      edges.push(sceneEdge(plan, drawn, tierOf(plan, leading, from, to)));
    }
  }
  return [...ghostsOf(plan, there), ...edges];
}

/** What has ended, dotted beside the leg of what lives; a fanned leg has its own. */
function ghostsOf(plan: ScenePlan, there: ReadonlySet<string>): SceneEdge[] {
  const { ended, ghosts, highlight, strengths } = plan;
  if (ended === null || ghosts !== true) return [];
  return Array.from(ended.target, (w, leg) => {
    const [from, to] = [ended.ids[legFrom(ended, leg)] ?? "", ended.ids[w] ?? ""];
    const curve = from !== to && there.has(from) && there.has(to) ? curveOf(plan, from, to) : null;
    const isFanned = highlight?.type === "deal" && highlight.legs.has(legKey(from, to));
    if (curve === null || isFanned) return [];
    return [
      {
        id: `ghost:${legKey(from, to)}`,
        from,
        to,
        curve: curve.type === "quad" ? { ...curve, k: curve.k + GHOST_BOW } : curve,
        width: GHOST.width,
        colour: "muted",
        alpha: highlight === null ? GHOST.alpha : strengths.dim,
        dash: GHOST.dash,
        double: false,
        casing: false,
        arrow: true,
        layer: LAYERS.weak,
        pickable: false,
      } satisfies SceneEdge,
    ];
  }).flat();
}

function sceneEdge(plan: ScenePlan, leg: DrawnLeg, tier: Tier): SceneEdge {
  const { highlight, hovered, strengths, spread, scale } = plan;
  const id = legKey(leg.from, leg.to);
  const lead = leadFlow(leg.flows);
  const isMargin = tier === "rim";
  const isChosen = highlight?.legs.has(id) === true;
  const isHovered = hovered === id || hovered === leg.from || hovered === leg.to;
  const isBack = isEmpty(plan) || (highlight !== null && !isChosen);
  const firmness = firmestOf(leg.flows);
  // A guarantee counts in no sum; alone it is drawn by its cap.
  const usd = lead?.class === "CONT" ? lead.amountUsd : leg.amountUsd;
  const plain = isMargin ? marginWidth(usd, scale) : legWidth(usd, scale) * spread.sizes;
  const inLoop = isChosen && highlight?.type === "loop";
  const width = inLoop ? Math.max(CHOSEN.least, plain * CHOSEN.grow) : plain;
  // Of a place there are too many to raise them all: it keeps its strengths, and the rest gives way.
  const stands = isHovered || (isChosen && isAlone(highlight));
  // A line of a margin does not fan out; of all its deals the chosen one is said.
  const said =
    highlight?.type === "deal" ? leg.flows.find(({ deal }) => deal === highlight.subject) : undefined;
  const isLead = tier === "lead" && !isAlone(highlight);
  return {
    id,
    from: leg.from,
    to: leg.to,
    curve: leg.curve,
    width,
    colour: lead === undefined ? "ops" : lineClassOf(lead),
    alpha: stands ? strengths.lead : isBack ? strengths.dim : strengths[tier],
    dash: dashOf(firmness, width),
    double: lead?.class === "CONT",
    casing: inLoop || (isLead && !isBack),
    arrow: !isMargin || inLoop,
    chevrons: chevronsOf(inLoop, isLead && !isBack && width > 5, firmness),
    note: said === undefined ? undefined : { text: noteOf(plan, said), strong: true },
    layer: stands ? LAYERS.chosen : isBack ? LAYERS.rim : LAYERS[tier],
    // What stands back lets the pointer through to what stands out.
    pickable: !isBack || isHovered,
  };
}

function chevronsOf(inLoop: boolean, leads: boolean, firmness: Firmness): "row" | "middle" | undefined {
  if (inLoop) return firmnessRank(firmness) >= firmnessRank("signed") ? "row" : undefined;
  return leads ? "middle" : undefined;
}

function tierOf({ layout, shown }: ScenePlan, leading: ReadonlySet<string>, from: string, to: string): Tier {
  const ends = [layout.nodes[from], layout.nodes[to]];
  if (ends.some((end) => end?.place !== "hub" && end?.place !== "bracket")) return "rim";
  const key = legKey(from, to);
  if (leading.has(key)) return "lead";
  return shown.ringLegs.has(key) && ends.every((end) => end?.place === "hub") ? "loop" : "weak";
}

/** The layout's curve, moved with the two ends it belongs to. */
function curveOf({ layout, spread }: ScenePlan, from: string, to: string): Curve | null {
  const [a, b] = [layout.nodes[from], layout.nodes[to]];
  if (a === undefined || b === undefined) return null;
  const curve = legCurve(layout, from, to);
  if (curve === null || curve.type === "quad") return curve;
  const moved = (point: { x: number; y: number }, end: PlacedEntity) => {
    const { x, y } = spread.shift(end);
    return { x: point.x + x, y: point.y + y };
  };
  return { ...curve, c1: moved(curve.c1, a), c2: moved(curve.c2, b) };
}
