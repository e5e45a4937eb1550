import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { buildGraph } from "../../src/graph/build.js";
import type { CapitalGraph } from "../../src/graph/capital-graph.js";
import { viewGraph } from "../../src/graph/view.js";
import { type Layout, layoutGraph, layoutOfAll, type PlacedEntity } from "../../src/layout/layout.js";
import { LABEL } from "../../src/layout/measures.js";
import type { Dataset } from "../../src/model/dataset.js";
import { loadDataset } from "../../src/node/load-dataset.js";
import { completeGraph, type FlowRow, graphOf, smallRows } from "../world.js";

const placeOf = (layout: Layout) =>
  Object.fromEntries(Object.entries(layout.nodes).map(([id, { place }]) => [id, place]));

/** The same graph, put together in another order. */
function shuffled(graph: CapitalGraph, seed: number): CapitalGraph {
  const other = graph.emptyCopy();
  for (const node of graph.nodes()) other.dropNode(node);
  const mixed = (keys: readonly string[]) =>
    fc.sample(fc.shuffledSubarray([...keys], { minLength: keys.length }), { numRuns: 1, seed })[0] ?? [];
  for (const id of mixed(graph.nodes())) other.addNode(id, graph.getNodeAttributes(id));
  for (const key of mixed(graph.edges())) {
    const [source, target] = graph.extremities(key);
    other.addDirectedEdgeWithKey(key, source, target, graph.getEdgeAttributes(key));
  }
  return other;
}

describe("a place is a fact", () => {
  test("who goes round, who comes in, who goes out, who stands apart", () => {
    const graph = graphOf([
      ["lab", "cloud", 5e9],
      ["cloud", "lab", 2e9],
      ["fund", "bank", 1e9],
      ["bank", "lab", 1e9],
      ["cloud", "power", 1e9],
      ["power", "turbines", 1e9],
      ["fund", "stranger", 1e9],
      ["hermit", "hermit", 1e9],
    ]);

    expect(placeOf(layoutGraph(graph))).toEqual({
      lab: "hub",
      cloud: "hub",
      fund: "in",
      bank: "in",
      power: "out",
      turbines: "out",
      stranger: "apart",
      hermit: "apart",
    });
  });

  test("the core is the largest strong component; of two as large, the one with the smallest id", () => {
    const pairs: FlowRow[] = [
      ["x", "y"],
      ["y", "x"],
      ["a", "b"],
      ["b", "a"],
    ];

    expect(placeOf(layoutGraph(graphOf(pairs)))).toEqual({ a: "hub", b: "hub", x: "apart", y: "apart" });
    expect(placeOf(layoutGraph(graphOf([...pairs, ["y", "z"], ["z", "x"]])))).toMatchObject({
      a: "apart",
      x: "hub",
      y: "hub",
      z: "hub",
    });
  });

  test("where nothing goes round, payers stand left, the paid right, and those between in the middle", () => {
    const layout = layoutGraph(
      graphOf([
        ["a", "b"],
        ["b", "c"],
      ]),
    );

    expect(layout).toMatchObject({ coreSize: 0, wheel: [], strip: null });
    expect(placeOf(layout)).toEqual({ a: "in", b: "bracket", c: "out" });
  });

  test("an empty graph has an empty layout", () => {
    expect(layoutGraph(graphOf([]))).toEqual({
      stage: { width: 1160, height: 752 },
      coreSize: 0,
      wheel: [],
      nodes: {},
      groups: [],
      strip: null,
    });
  });

  test("any small graph has a place for everyone, on the stage, whatever the order of its flows", () => {
    fc.assert(
      fc.property(smallRows, fc.nat(), (rows, seed) => {
        const graph = graphOf(rows);

        const layout = layoutGraph(graph);

        expect(Object.keys(layout.nodes).sort()).toEqual(graph.nodes().sort());
        expect(JSON.stringify(layoutGraph(shuffled(graph, seed)))).toBe(JSON.stringify(layout));
        for (const { x, y } of Object.values(layout.nodes)) {
          expect(x >= 0 && x <= 1160 && y >= 0 && y <= 752).toBe(true);
        }
        const spots = Object.values(layout.nodes).map(({ x, y }) => `${x} ${y}`);
        expect(new Set(spots).size).toBe(graph.order);
      }),
    );
  });

  test("a graph with more loops than anyone can weigh is laid out by its shorter ones", () => {
    const layout = layoutGraph(completeGraph(60));

    expect(layout.coreSize).toBe(60);
    expect(layout.wheel).toHaveLength(14);
  });

  test("names too many for a margin fold, those that handle most stay, and the heading counts all", () => {
    const payers = Array.from({ length: 90 }, (_, i): FlowRow => [`fund-${i + 10}`, "lab", (i + 1) * 1e6]);
    const layout = layoutGraph(graphOf([["lab", "cloud", 1e9], ["cloud", "lab", 1e9], ...payers]));
    const [group] = layout.groups;

    expect(group?.ids.length).toBeGreaterThan(40);
    expect([...(group?.ids ?? []), ...(group?.folded ?? [])]).toHaveLength(90);
    expect(group?.ids).toContain("fund-99");
    expect(group?.folded).toContain("fund-10");
    const more = (group?.folded ?? []).map((id) => layout.nodes[id]);
    expect(new Set(more.map((node) => `${node?.x} ${node?.y}`)).size).toBe(1);
    expect(more[0]?.labelAt).toBeNull();
  });
});

describe("the facts", () => {
  const FACTS = new URL("../../graph-data", import.meta.url).pathname;
  let dataset: Dataset;
  let graph: CapitalGraph;
  let layout: Layout;

  beforeAll(async () => {
    dataset = await loadDataset(FACTS);
    const whole = buildGraph(dataset);
    graph = viewGraph(whole, { unconfirmed: true });
    layout = layoutOfAll(whole);
  });

  test("everyone has a place, and the picture does not depend on the order of the facts", () => {
    expect(Object.keys(layout.nodes)).toHaveLength(graph.order);
    expect(JSON.stringify(layoutGraph(shuffled(graph, 7)))).toBe(JSON.stringify(layout));
  });

  test("the hubs are the names that everybody draws, labs left, chips right, clouds above power", () => {
    expect(layout.wheel).toEqual(
      expect.arrayContaining(["openai", "anthropic", "nvidia", "microsoft", "google", "amazon", "oracle"]),
    );
    const at = (id: string) => layout.nodes[id] ?? { x: 0, y: 0 };
    expect(at("openai").x).toBeLessThan(536);
    expect(at("anthropic").x).toBeLessThan(536);
    expect(at("nvidia").x).toBeGreaterThan(536);
    expect(at("amd").x).toBeGreaterThan(536);
    expect(at("microsoft").y).toBeLessThan(372);
    expect(at("amazon").y).toBeLessThan(372);
  });

  test("no name lies on another, on a disc, or off the stage", () => {
    for (const language of ["en", "zh-Hans", "zh-Hant"] as const) {
      const labels = Object.entries(layout.nodes).flatMap(([id, node]) => {
        const entity = dataset.entities.get(id);
        const name = language === "en" ? (entity?.short ?? entity?.name) : entity?.names[language];
        const box = labelBox(node, name ?? id);
        return box === null ? [] : [{ id, ...box }];
      });
      const discs = Object.entries(layout.nodes)
        .filter(([, { place }]) => place === "hub" || place === "bracket")
        .map(([id, { x, y, radius }]) => ({
          id,
          left: x - radius,
          right: x + radius,
          top: y - radius,
          bottom: y + radius,
        }));

      const collisions = labels.flatMap((label, i) =>
        [...labels.slice(i + 1), ...discs]
          .filter((other) => other.id !== label.id && overlap(label, other))
          .map((other) => `${label.id} x ${other.id}`),
      );

      expect(labels.length).toBeGreaterThan(150);
      expect([language, collisions]).toEqual([language, []]);
      // Letters are narrower than the estimate: a name may seem to pass the edge by a few pixels.
      expect(labels.filter(({ left, right }) => left < 0 || right > 1160 + 8)).toEqual([]);
    }
  });

  test("rows of a margin are no closer than their letters are high", () => {
    for (const { ids } of layout.groups) {
      for (const column of [0, 1]) {
        const ys = ids.flatMap((id) =>
          layout.nodes[id]?.column === column ? [layout.nodes[id]?.y ?? 0] : [],
        );
        const gaps = ys.slice(1).map((y, i) => y - (ys[i] ?? 0));
        expect(Math.min(17, ...gaps)).toBeGreaterThanOrEqual(12.3);
      }
    }
  });

  test("a wheel that readers know is kept, unless a new one is much better", () => {
    const old = layoutGraph(graph, { previousWheel: layout.wheel });
    expect(old.wheel).toEqual(layout.wheel);

    const gone = layoutGraph(graph, { previousWheel: [...layout.wheel, "nobody"].toReversed() });
    expect([...gone.wheel].sort()).toEqual([...layout.wheel].sort());
  });

  test("it takes less than a second and a half", () => {
    const start = performance.now();
    layoutGraph(graph);
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a name is written, at 0.56 em a letter and a whole em a Chinese character; null for none. */
function labelBox(node: PlacedEntity, name: string): Box | null {
  if (node.labelAt === null) return null;
  const px = { hub: 14, bracket: 11.5, in: 11, out: 11, apart: 11 }[node.place];
  let width = 0;
  let room = node.labelLength ?? Number.POSITIVE_INFINITY;
  for (const sign of name) {
    const isWide = /\p{Script=Han}/u.test(sign);
    room -= isWide ? 2 : 1;
    if (room < 0) break;
    width += px * (isWide ? 1 : LABEL.em);
  }
  const { dx, dy, align } = node.labelAt;
  const x = node.x + dx;
  const left = align === "start" ? x : align === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: node.y + dy - px / 2, bottom: node.y + dy + px / 2 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
