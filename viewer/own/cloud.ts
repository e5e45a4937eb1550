/**
 * The picture of a graph that no wheel suits: every entity near those it pays and is paid by. It starts the
 * same way every time, settles in a worker while it is shown, and can be stopped.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { CapitalGraph } from "../../src/graph/capital-graph.js";
import { glyphOf } from "../../src/layout/glyphs.js";
import type { Layout, Place, PlacedEntity } from "../../src/layout/placed.js";
import type { Zone } from "../../src/layout/zones.js";
import type { Drawing } from "../drawing.js";
import { CLOUD, cloudDrawing } from "./cloud-scene.js";
import type { GraphHead } from "./messages.js";
import type { Settled, ToSettle } from "./settle-worker.js";

export interface Cloud {
  readonly layout: ReadonlySignal<Layout>;
  readonly drawing: Drawing;
  /** 0 to 1; null once it rests. */
  readonly settling: ReadonlySignal<number | null>;
  /** Lets it rest where it is. */
  stop(): void;
  end(): void;
}

/** Steps until it rests: fewer for more entities, each of which takes longer. */
function stepsFor(entities: number): number {
  return entities < 2_000 ? 300 : entities < 30_000 ? 120 : 60;
}

/** So few are drawn anew in no time, and may be seen to move. */
const FEW = 3_000;
/** How many of the largest have a name. */
const NAMED = 40;
const RADIUS = { few: { least: 1.8, most: 9 }, many: { least: 0.7, most: 8 } } as const;
/** The share of entities that the picture is fitted to: a few far out may lie beyond. */
const WITHIN = 0.985;
const PLACE_OF: Readonly<Record<Zone, Place>> = { core: "bracket", in: "in", out: "out", apart: "apart" };

export function cloudOf(graph: CapitalGraph, head: GraphHead): Cloud {
  const { compact, ids } = head.legs;
  const weight = weights(head);
  const largest = Array.from(weight.keys()).sort(
    (a, b) => (weight[b] as number) - (weight[a] as number) || a - b,
  );
  const start = sunflower(largest);
  const looks = looksOf(graph, head, weight, largest);
  const layout = signal(placed(ids, looks, start, largest, head.coreSize));
  const settling = signal<number | null>(0);
  const worker = new Worker(new URL("./settle-worker.ts", import.meta.url), { type: "module" });
  const steps = stepsFor(ids.length);
  const stop = () => {
    worker.terminate();
    settling.value = null;
  };
  worker.onmessage = ({ data }: MessageEvent<Settled>) => {
    layout.value = placed(ids, looks, data.places, largest, head.coreSize);
    settling.value = data.done === steps ? null : data.done / steps;
    if (data.done === steps) worker.terminate();
  };
  worker.onerror = stop;
  const { source, target } = compact;
  const newsMs = ids.length < FEW ? 400 : 2_500;
  worker.postMessage({ places: start, source, target, steps, newsMs } satisfies ToSettle);
  return {
    layout,
    drawing: cloudDrawing(head.tells),
    settling,
    stop,
    end: () => worker.terminate(),
  };
}

/** What each handles, in dollars where the file states any, else the number of its legs. */
function weights({ legs: { compact }, tells }: GraphHead): Float64Array {
  const weight = new Float64Array(compact.nodes);
  const { source, target, amountUsd } = compact;
  for (let leg = 0; leg < target.length; leg++) {
    const usd = amountUsd[leg] as number;
    const share = tells.amounts ? (Number.isNaN(usd) ? 0 : usd) : 1;
    for (const v of [source[leg] as number, target[leg] as number]) weight[v] = (weight[v] as number) + share;
  }
  return weight;
}

/** The largest in the middle, the others around it as seeds of a sunflower stand. */
function sunflower(largest: readonly number[]): Float32Array {
  const places = new Float32Array(2 * largest.length);
  const turn = Math.PI * (3 - Math.sqrt(5));
  largest.forEach((v, i) => {
    const far = 10 * Math.sqrt(i + 0.5);
    places[2 * v] = far * Math.cos(i * turn);
    places[2 * v + 1] = far * Math.sin(i * turn);
  });
  return places;
}

/** All of a placed entity but its place. */
type Looks = Omit<PlacedEntity, "x" | "y">;

function looksOf(
  graph: CapitalGraph,
  { legs: { ids }, zones }: GraphHead,
  weight: Float64Array,
  largest: readonly number[],
): readonly Looks[] {
  const most = Math.max(1, weight[largest[0] ?? 0] ?? 1);
  const named = new Set(largest.slice(0, NAMED));
  const { least, most: largestRadius } = RADIUS[ids.length < FEW ? "few" : "many"];
  return ids.map((id, v) => {
    const radius = least + (largestRadius - least) * Math.sqrt((weight[v] as number) / most);
    return {
      place: PLACE_OF[zones[v] ?? "apart"],
      side: null,
      column: null,
      radius,
      glyph: glyphOf(graph.getNodeAttribute(id, "kind")),
      group: null,
      labelAt: named.has(v) ? { dx: radius + 4, dy: 0, align: "start" } : null,
      labelLength: null,
    };
  });
}

/** Places fitted into the stage. */
function placed(
  ids: readonly string[],
  looks: readonly Looks[],
  places: Float32Array,
  largest: readonly number[],
  coreSize: number,
): Layout {
  const axis = (of: 0 | 1) => Float32Array.from(ids, (_, v) => places[2 * v + of] as number).sort();
  const [x, y] = [extentOf(axis(0)), extentOf(axis(1))];
  const scale = Math.min((CLOUD.width - 120) / x.wide, (CLOUD.height - 60) / y.wide);
  return {
    stage: { ...CLOUD },
    coreSize,
    wheel: largest.slice(0, NAMED).map((v) => ids[v] ?? ""),
    nodes: Object.fromEntries(
      ids.map((id, v) => [
        id,
        {
          ...(looks[v] as Looks),
          x: CLOUD.width / 2 + ((places[2 * v] as number) - x.middle) * scale,
          y: CLOUD.height / 2 + ((places[2 * v + 1] as number) - y.middle) * scale,
        },
      ]),
    ),
    groups: [],
    strip: null,
  };
}

function extentOf(sorted: Float32Array): { readonly middle: number; readonly wide: number } {
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  const [low, high] = [at(1 - WITHIN), at(WITHIN)];
  return { middle: (low + high) / 2, wide: Math.max(1, high - low) };
}
