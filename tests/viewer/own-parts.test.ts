/** What a reader's own file needs that no browser is needed for: finding by name, and the picture of a large graph. */
import { expect, test } from "vitest";
import { legsOf } from "../../src/graph/legs.js";
import type { Layout, PlacedEntity } from "../../src/layout/placed.js";
import { findLoops } from "../../src/loops/find.js";
import { graphOfRows } from "../../src/reading/rows.js";
import { NO_FILTER } from "../../viewer/filter-of.js";
import { cloudDrawing } from "../../viewer/own/cloud-scene.js";
import { plainFinder } from "../../viewer/own/plain-finder.js";
import { RankedLoops } from "../../viewer/ranked-loops.js";
import { ringsIn, type Shown } from "../../viewer/shown.js";
import { en } from "../../viewer/text/en.js";

function graphWith(pairs: readonly (readonly [string, string])[]) {
  const bare = { id: null, kind: null, amountUsd: null, announced: null, time: null };
  return graphOfRows(pairs.map(([source, target]) => ({ ...bare, source, target })));
}

const TELLS = {
  kinds: false,
  amounts: false,
  days: false,
  states: false,
  entityKinds: false,
  layers: false,
  countries: false,
  technologies: false,
  sources: false,
};

test("a name is found by its beginning before its middle, whatever its case, and its loops with it", () => {
  const graph = graphWith([
    ["Lab One", "Cloud"],
    ["Cloud", "Lab One"],
    ["Old Lab", "Cloud"],
  ]);
  const finder = plainFinder(graph);
  const loops = new RankedLoops(findLoops(graph));

  expect(finder.find("lab", loops).entities.map(({ id }) => id)).toEqual(["Lab One", "Old Lab"]);
  expect(finder.find("LAB ONE", loops).loops.map(({ id }) => id)).toEqual(["Cloud>Lab One"]);
  expect(finder.find("cloud one", loops).loops).toHaveLength(1);
  expect(finder.find("nobody", loops)).toEqual({ entities: [], loops: [], deals: [] });
});

/** A ring of so many, each with a chord, as a scene. */
function sceneWith(count: number, chosen: string | null = null) {
  const name = (i: number) => `e${i % count}`;
  const graph = graphWith(
    Array.from({ length: count }, (_, i) => [
      [name(i), name(i + 1)] as const,
      [name(i), name(i + 7)] as const,
    ]).flat(),
  );
  const legs = legsOf(graph);
  const placed = (i: number): PlacedEntity => ({
    place: "bracket",
    x: ((i * 0.618) % 1) * 1100,
    y: (i * 700) / count,
    side: null,
    column: null,
    radius: 2,
    glyph: "disc",
    group: null,
    labelAt: i < 3 ? { dx: 6, dy: 0, align: "start" } : null,
    labelLength: null,
  });
  const layout: Layout = {
    stage: { width: 1160, height: 752 },
    coreSize: count,
    wheel: [],
    nodes: Object.fromEntries(Array.from({ length: count }, (_, i) => [name(i), placed(i)])),
    groups: [],
    strip: null,
  };
  const shown: Shown = {
    filter: { ...NO_FILTER, asOf: "1970-01-01" },
    graph,
    legs,
    loops: new RankedLoops(findLoops(graph, { limit: 1 })),
    ...ringsIn(legs),
    deals: graph.size,
    byClass: { fin: 0, ops: 0, pwr: 0, cont: 0 },
  };
  const drawing = cloudDrawing(TELLS);
  return drawing.scene({
    layout,
    spread: drawing.spread(layout, { width: 1160, height: 752 }, false),
    shown,
    everything: shown,
    ended: null,
    highlight:
      chosen === null
        ? null
        : { type: "entity", entities: new Set([chosen, "e1"]), legs: new Set(["e0>e1"]), subject: chosen },
    hovered: null,
    strengths: { lead: 1, loop: 0.5, weak: 0.3, rim: 0.2, dim: 0.05 },
    nameOf: (id) => id,
    widthOf: () => 30,
    text: en,
  });
}

test("lines are curves while they are few, then straight, then hairlines in one piece", () => {
  expect(new Set(sceneWith(1_000).edges.map(({ curve }) => curve.type))).toEqual(new Set(["quad"]));
  const many = sceneWith(5_000);
  expect([many.edges.length, many.edges[0]?.curve.type, many.hairlines]).toEqual([10_000, "line", undefined]);
  const most = sceneWith(12_000);
  expect([most.edges.length, most.hairlines?.ends.length]).toEqual([0, 4 * 24_000]);
});

test("any first part of the hairlines is a fair sample, and each is there once", () => {
  const ends = sceneWith(12_000).hairlines?.ends ?? new Float32Array();
  const lines = Array.from({ length: ends.length / 4 }, (_, i) => ends.slice(4 * i, 4 * i + 4).join());
  const whole = new Set(lines);
  const left = (some: readonly string[]) =>
    some.filter((line) => Number(line.split(",")[0]) < 580).length / some.length;

  expect(whole.size).toBeGreaterThan(20_000);
  expect(Math.abs(left(lines.slice(0, 2_000)) - left(lines))).toBeLessThan(0.05);
});

test("of a large graph what is chosen stands out as lines of its own, and keeps its names", () => {
  const { edges, nodes, hairlines } = sceneWith(12_000, "e0");

  expect(edges.map(({ id }) => id)).toEqual(["e0>e1"]);
  expect(nodes.filter(({ label }) => label !== null).map(({ id }) => id)).toEqual(["e0", "e1"]);
  expect(hairlines?.alpha).toBeLessThan(sceneWith(12_000).hairlines?.alpha ?? 0);
});
