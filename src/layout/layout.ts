/**
 * The layout: a place for every entity that says what it is. What goes round stands in the middle, hubs on
 * a wheel and the rest on brackets; who only pays in stands left, who is only paid right, and the rest in a
 * strip at the foot. So the picture reads left to right as the money does, and only the middle turns.
 */
import type { CapitalGraph } from "../graph/capital-graph.js";
import { keepLegs, legFrom } from "../graph/legs.js";
import { viewGraph } from "../graph/view.js";
import { glyphOf } from "./glyphs.js";
import { type Ground, groundOf, inZone } from "./ground.js";
import { hubsOf, loopsToWeigh } from "./hubs.js";
import { placeMargin } from "./margins.js";
import { STAGE, STRIP, tenth } from "./measures.js";
import { placeMiddle } from "./middle.js";
import type { Layout, PlacedEntity, Spot } from "./placed.js";
import { placeStrip } from "./strip.js";
import { orderWheel } from "./wheel.js";
import { wheelCost } from "./wheel-cost.js";

export { type LegCurve, legCurve } from "./curves.js";
export {
  type Glyph,
  type LabelAt,
  type Layout,
  PLACES,
  type Place,
  type PlacedEntity,
  type PlacedGroup,
} from "./placed.js";
export { GROUP_TITLES, type GroupTitle } from "./sectors.js";

export interface LayoutOptions {
  /** The wheel of the data version before, which readers know: it is kept unless a new one is over 3 % better. */
  readonly previousWheel?: readonly string[] | undefined;
}

/**
 * Lays a graph out. It depends on the flows alone, not on the order they were added in: the same facts give
 * the same layout, byte for byte.
 *
 * @param graph all live flows of a data version on its last day. Never a filtered view: a filter or a day
 * hides, it does not move.
 * @remarks Some 80 ms for 250 entities and 530 flows, most of it for the order of the wheel; a graph with
 * very many loops costs the search for the shorter ones.
 * @example layoutGraph(viewGraph(graph)).nodes["nvidia"];
 */
export function layoutGraph(graph: CapitalGraph, { previousWheel = [] }: LayoutOptions = {}): Layout {
  const ground = groundOf(graph);
  const { ids } = ground.legs;
  const wheel = wheelOf(ground, previousWheel);
  const middle = placeMiddle(ground, wheel);
  const heights = new Map(middle.map(([v, spot]) => [v, spot.y]));
  const margins = (["in", "out"] as const).map((place) => placeMargin(ground, place, (v) => heights.get(v)));
  const strip = placeStrip(ground);

  const spots = new Map([...middle, ...margins.flatMap(({ placed }) => placed), ...strip]);
  const nodes = ids.flatMap((id, v) => {
    const spot = spots.get(v);
    return spot === undefined ? [] : [[id, written(spot, graph, id)] as const];
  });
  const [first] = strip;
  return {
    stage: { ...STAGE },
    coreSize: ground.zones.coreSize,
    wheel: wheel.map((v) => ids[v] ?? ""),
    nodes: Object.fromEntries(nodes),
    groups: margins.flatMap(({ groups }) => groups),
    strip: first === undefined ? null : { x: tenth(first[1].x - STRIP.heading), y: STRIP.y + 4 },
  };
}

/**
 * The layout of a data version, from all of its flows: all that live on its last day have a part in it, those
 * that no page bears out too, since leaving them out of a view moves nothing.
 */
export function layoutOfAll(whole: CapitalGraph): Layout {
  return layoutGraph(viewGraph(whole, { unconfirmed: true }));
}

/** The hubs' numbers, clockwise from the top; none when nothing goes round. */
function wheelOf(ground: Ground, previousWheel: readonly string[]): number[] {
  const { legs, zones, sectors } = ground;
  if (zones.coreSize === 0) return [];
  const isCore = (v: number | undefined) => v !== undefined && zones.of[v] === "core";
  const inside = keepLegs(legs, (leg) => isCore(legFrom(legs, leg)) && isCore(legs.target[leg]));
  const loops = loopsToWeigh(inside);
  const hubs = hubsOf(inside, inZone(ground, "core"), loops);
  const angles = hubs.map((v) => sectors[v]?.angle ?? 0);
  const known = previousWheel.map((id) => hubs.indexOf(legs.indexOf.get(id) ?? -1)).filter((i) => i !== -1);
  return orderWheel(wheelCost(inside, hubs, loops, angles), known).flatMap((i) => hubs[i] ?? []);
}

function written(spot: Spot, graph: CapitalGraph, id: string): PlacedEntity {
  const { labelAt } = spot;
  return {
    ...spot,
    x: tenth(spot.x),
    y: tenth(spot.y),
    radius: tenth(spot.radius),
    glyph: glyphOf(graph.getNodeAttribute(id, "kind")),
    labelAt: labelAt === null ? null : { ...labelAt, dx: tenth(labelAt.dx), dy: tenth(labelAt.dy) },
  };
}
