/** The lines of the picture: one for each leg, as the explorer draws it when nothing is chosen. */
import { type LegFlow, type LegGraph, leadFlow, legFrom } from "../../graph/legs.js";
import { legCurve } from "../../layout/curves.js";
import { lineClassOf } from "../../layout/line-class.js";
import { dashOf, legWidth, marginWidth } from "../../layout/line-look.js";
import { tenth } from "../../layout/measures.js";
import { type Layout, type PlacedEntity, placedAt } from "../../layout/placed.js";
import { AIR, arrowSize, cutAtRims, pointAt, type Way, wayOf } from "../../layout/ways.js";
import { strongComponents } from "../../loops/components.js";
import { type Firmness, firmnessRank } from "../../model/status.js";
import { CLASS_COLOURS, hex, PAPER } from "../paint.js";
import { attributes } from "../xml.js";

/** How strongly a line is drawn, weakest first: the order they are painted in. */
const STRENGTH = { rim: 0.26, weak: 0.17, loop: 0.34, lead: 0.96 } as const;
type Tier = keyof typeof STRENGTH;

/** How far the paper shows beside a line that leads. */
const CASING = 1.6;
/** The hollow of a line for money paid only if something happens. */
const HOLLOW = 0.35;

/**
 * Lines in the order they are painted.
 *
 * @param leading the legs of the loops that stand out, as `from>to`.
 */
export function* lineElements(
  legs: LegGraph,
  layout: Layout,
  leading: ReadonlySet<string>,
): Generator<string> {
  const component = strongComponents(legs);
  const drawn: Record<Tier, string[]> = { rim: [], weak: [], loop: [], lead: [] };
  for (let leg = 0; leg < legs.target.length; leg++) {
    const v = legFrom(legs, leg);
    const w = legs.target[leg] ?? v;
    const [from = "", to = ""] = [legs.ids[v], legs.ids[w]];
    const [a, b] = [placedAt(layout, from), placedAt(layout, to)];
    if (v === w || a === undefined || b === undefined) continue;
    const curve = legCurve(layout, from, to);
    if (curve === null) continue;
    const tier = tierOf(a, b, leading.has(`${from}>${to}`), component[v] === component[w]);
    const usd = legs.amountUsd[leg] ?? Number.NaN;
    const flows = legs.flows[leg] ?? [];
    drawn[tier].push(
      line({ way: wayOf(a, b, curve), a, b, tier, flows, usd: Number.isNaN(usd) ? null : usd }),
    );
  }
  for (const tier of Object.keys(STRENGTH) as Tier[]) {
    if (drawn[tier].length > 0)
      yield `<g class="${tier}" opacity="${STRENGTH[tier]}">\n${drawn[tier].join("")}</g>\n`;
  }
}

function tierOf(a: PlacedEntity, b: PlacedEntity, leads: boolean, inRing: boolean): Tier {
  const inMiddle = [a, b].every(({ place }) => place === "hub" || place === "bracket");
  if (!inMiddle) return "rim";
  if (leads) return "lead";
  return inRing && a.place === "hub" && b.place === "hub" ? "loop" : "weak";
}

interface Line {
  readonly way: Way;
  readonly a: PlacedEntity;
  readonly b: PlacedEntity;
  readonly tier: Tier;
  readonly flows: readonly LegFlow[];
  readonly usd: number | null;
}

function line({ way, a, b, tier, flows, usd }: Line): string {
  const lead = leadFlow(flows);
  // A guarantee counts in no sum; alone it is drawn by its cap.
  const amount = lead?.class === "CONT" ? lead.amountUsd : usd;
  const width = tenth(tier === "rim" ? marginWidth(amount) : legWidth(amount));
  const colour = hex(CLASS_COLOURS[lead === undefined ? "ops" : lineClassOf(lead)]);
  const arrow = tier === "rim" ? null : arrowSize(width);
  const reach = b.radius + (arrow === null ? AIR.plain : AIR.tip + 0.7 * arrow.length);
  const cut = cutAtRims(way, a.radius + AIR.start, reach);
  if (cut === null) return "";
  const d = pathOf(way, cut, a.radius + AIR.start, b.radius + AIR.plain);
  const dash = dashOf(firmest(flows), width);
  const stroke = { d, "stroke-width": width, "stroke-dasharray": dash?.map(tenth).join(" ") ?? null };

  let text = "";
  if (tier === "lead")
    text += `<path${attributes({ d, stroke: hex(PAPER), "stroke-width": width + 2 * CASING })}/>\n`;
  text += `<path${attributes({ ...stroke, stroke: colour })}/>\n`;
  if (lead?.class === "CONT")
    text += `<path${attributes({ d, stroke: hex(PAPER), "stroke-width": tenth(HOLLOW * width) })}/>\n`;
  return arrow === null ? text : `${text}${arrowHead(way, cut.t1, a, b, arrow, colour)}`;
}

/** A leg is as firm as its firmest deal. */
function firmest(flows: readonly LegFlow[]): Firmness {
  const firmer = (best: Firmness, { firmness }: LegFlow) =>
    firmnessRank(firmness) > firmnessRank(best) ? firmness : best;
  return flows.reduce<Firmness>(firmer, "reported");
}

/** The part of a curve between two rims, with the level runs before and after it. */
function pathOf(way: Way, { t0, t1 }: { t0: number; t1: number }, air: number, endAir: number): string {
  const { lead, tail, p0, p3 } = way;
  const { c1, c2 } = part(way, t0, t1);
  const [from, to] = [pointAt(way, t0), pointAt(way, t1)];
  const start =
    lead === 0 ? `M${xy(from)}` : `M${xy({ x: p0.x - lead + Math.sign(lead) * air, y: p0.y })}L${xy(from)}`;
  const end = tail === 0 ? "" : `L${xy({ x: p3.x + tail - Math.sign(tail) * endAir, y: p3.y })}`;
  return `${start}C${xy(c1)} ${xy(c2)} ${xy(to)}${end}`;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * The control points of a part of a cubic curve.
 *
 * @see de Casteljau's algorithm; Farin, Curves and Surfaces for CAGD (2002), chapter 4.
 */
function part({ p0, c1, c2, p3 }: Way, t0: number, t1: number): { c1: Point; c2: Point } {
  const blossom = (r: number, s: number, t: number) => {
    const mix = (p: Point, q: Point, u: number) => ({ x: p.x + (q.x - p.x) * u, y: p.y + (q.y - p.y) * u });
    const [a, b, c] = [mix(p0, c1, r), mix(c1, c2, r), mix(c2, p3, r)];
    return mix(mix(a, b, s), mix(b, c, s), t);
  };
  return { c1: blossom(t0, t0, t1), c2: blossom(t0, t1, t1) };
}

/** A triangle whose tip stands before the payee's rim. */
function arrowHead(
  way: Way,
  t1: number,
  a: PlacedEntity,
  b: PlacedEntity,
  { length, half }: { length: number; half: number },
  colour: string,
): string {
  const base = pointAt(way, t1);
  const rim = cutAtRims(way, a.radius, b.radius + AIR.tip);
  const tip = pointAt(way, rim?.t1 ?? t1);
  const size = Math.hypot(tip.x - base.x, tip.y - base.y) || 1;
  const to = { x: (tip.x - base.x) / size, y: (tip.y - base.y) / size };
  const back = { x: tip.x - to.x * length, y: tip.y - to.y * length };
  const wing = (sign: number) => ({ x: back.x - sign * to.y * half, y: back.y + sign * to.x * half });
  return `<path class="tip" fill="${colour}" d="M${xy(tip)}L${xy(wing(1))} ${xy(wing(-1))}Z"/>\n`;
}

function xy({ x, y }: Point): string {
  return `${tenth(x)},${tenth(y)}`;
}
