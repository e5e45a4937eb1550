/** A leg fanned out into its deals, so that the chosen one is seen among its parallels and ended ones. */
import type { LegFlow } from "../src/graph/legs.js";
import { dashOf, legWidth } from "../src/layout/line-look.js";
import { firmnessRank } from "../src/model/status.js";
import { type DrawnLeg, FLOW_LINE, LAYERS } from "./drawn-leg.js";
import { flowsBetween } from "./loop-at.js";
import type { ScenePlan } from "./scene-plan.js";
import type { SceneEdge } from "./stage/scene.js";

/** How far apart parallel deals bow. */
const FAN = 0.16;
/** How what has ended is drawn. */
export const GHOST = { width: 2, alpha: 0.6, dash: [2, 5] } as const;
const BESIDE_ALPHA = 0.75;

/** One line for each flow of the leg: those that ended, dotted, then the live ones, the most solid outermost. */
export function fanOf(plan: ScenePlan, leg: DrawnLeg): SceneEdge[] {
  const live = [...leg.flows].sort((a, b) => firmnessRank(a.firmness) - firmnessRank(b.firmness));
  const ended = plan.ended === null ? [] : flowsBetween(plan.ended, leg.from, leg.to);
  const all = [...ended, ...live];
  const bow = leg.curve.type === "quad" ? leg.curve.k : 0;
  return all.map((flow, j) => {
    const isChosen = flow.deal === plan.highlight?.subject;
    const isGhost = !flow.live;
    const width = isGhost ? GHOST.width : legWidth(flow.amountUsd, plan.scale);
    return {
      id: FLOW_LINE + flow.id,
      from: leg.from,
      to: leg.to,
      curve: { type: "quad", k: bow + FAN * (j - (all.length - 1) / 2) },
      width: isChosen && !isGhost ? Math.max(width, 3) : width,
      colour: flow.letter ?? "muted",
      alpha: isChosen ? plan.strengths.lead : isGhost ? GHOST.alpha : BESIDE_ALPHA,
      dash: isGhost ? GHOST.dash : dashOf(flow.firmness, width),
      double: flow.class === "CONT",
      casing: isChosen && !isGhost,
      arrow: true,
      chevrons: isChosen && !isGhost && width >= 3 ? "row" : undefined,
      // Between two lines there is no room for words: only the outer ones and the chosen one have them.
      note:
        isChosen || j === 0 || j === all.length - 1
          ? { text: noteOf(plan, flow), strong: isChosen }
          : undefined,
      layer: isChosen ? LAYERS.chosen : LAYERS.lead,
    };
  });
}

/** `Feb 2026: $30bn`; an ended one says so. */
export function noteOf({ text, shown }: ScenePlan, flow: LegFlow): string {
  const t = text;
  const amount =
    flow.amountUsd === null
      ? t.loop.kind[flow.kind ?? "partnership"]
      : t.deal.prefix[flow.qualifier ?? "exact"] + t.usd(flow.amountUsd);
  const when = flow.announced === null ? amount : `${t.month(flow.announced)}: ${amount}`;
  if (flow.live) return when;
  const end = flow.steps.find((step) => step.is === flow.state && step.seen <= shown.filter.asOf);
  const state = t.deal.states[flow.state].toLowerCase();
  return end === undefined ? `${when}, ${state}` : `${when}, ${state} ${t.month(end.on)}`;
}
