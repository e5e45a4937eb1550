import { expect, test } from "vitest";
import { scaledScene } from "../../viewer/scaled-scene.js";
import type { Scene } from "../../viewer/stage/scene.js";

test("places, radii and widths grow; words and their distance from a dot do not", () => {
  const scene = {
    width: 100,
    height: 50,
    nodes: [{ id: "a", x: 10, y: 20, radius: 4, labelPx: 12, labelAt: { dx: 6, dy: 0, align: "start" } }],
    edges: [
      { id: "a>b", width: 2, curve: { type: "cubic", c1: { x: 1, y: 2 }, c2: { x: 3, y: 4 }, lead: -5 } },
      { id: "b>a", width: 3, curve: { type: "quad", k: 0.2 } },
    ],
    texts: [{ id: "t", x: 7, y: 8 }],
  } as unknown as Scene;

  const twice = scaledScene(scene, 2);

  expect([twice.width, twice.height]).toEqual([200, 100]);
  expect(twice.nodes[0]).toMatchObject({ x: 20, y: 40, radius: 8, labelPx: 12, labelAt: { dx: 6 } });
  expect(twice.edges[0]).toMatchObject({
    width: 4,
    curve: { type: "cubic", c1: { x: 2, y: 4 }, c2: { x: 6, y: 8 }, lead: -10 },
  });
  expect(twice.edges[1]).toMatchObject({ width: 6, curve: { type: "quad", k: 0.2 } });
  expect(twice.texts[0]).toMatchObject({ x: 14, y: 16 });
});
