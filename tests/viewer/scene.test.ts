/** The stage's pure parts: curves, flow, framing, and where words stand beside a line. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wheelBow } from "../../src/layout/curves.js";
import {
  along,
  arcLength,
  bowed,
  cutAtRims,
  pointAt,
  trace,
  type Way,
  wayOf,
} from "../../src/layout/ways.js";
import { findSpot } from "../../viewer/stage/beside.js";
import { mixHex, packColor, rgbOf } from "../../viewer/stage/color.js";
import { Fader } from "../../viewer/stage/fade.js";
import { beadsAt, chevronsOn, FLOW } from "../../viewer/stage/flow.js";
import { boxAround, boxOf, overlaps } from "../../viewer/stage/geometry.js";
import type { Point, Scene, SceneEdge, SceneNode } from "../../viewer/stage/scene.js";
import { SceneStore } from "../../viewer/stage/store.js";
import { cameraFor, viewOf } from "../../viewer/stage/view.js";

const at = (x: number, y: number): Point => ({ x, y });
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

/** Length as the sum of many short chords: the definition, slowly. */
function lengthByChords(way: Way, from = 0, to = 1, chords = 4000): number {
  let sum = 0;
  for (let i = 0; i < chords; i++) {
    const a = from + ((to - from) * i) / chords;
    sum += distance(pointAt(way, a), pointAt(way, a + (to - from) / chords));
  }
  return sum;
}

const place = fc.record({ x: fc.integer({ min: 0, max: 1160 }), y: fc.integer({ min: 0, max: 752 }) });
const twoPlaces = fc.tuple(place, place).filter(([a, b]) => distance(a, b) > 80);
const bow = fc.constantFrom(0.22, 0.15, 0.05, 0.14, 0.19, 0.3, 0.36, 0.27, 0.24);

describe("curves", () => {
  test("a line bows to the left of its travel, y down", () => {
    expect(bowed(at(0, 0), at(100, 0), 0.2)).toEqual({ x: 50, y: -20 });
    expect(bowed(at(0, 0), at(0, 100), 0.2)).toEqual({ x: 20, y: 50 });
  });

  // B(1/2) = (a + 2c + b) / 4, so the curve's middle is half as far out as its control point.
  test("a quadratic curve raised to a cubic one is the same curve", () => {
    const way = wayOf(at(0, 0), at(100, 0), { type: "quad", k: 0.2 });

    expect(pointAt(way, 0.5).x).toBeCloseTo(50);
    expect(pointAt(way, 0.5).y).toBeCloseTo(-10);
  });

  test("opposite legs meet nowhere between their ends", () => {
    fc.assert(
      fc.property(twoPlaces, bow, bow, ([a, b], there, back) => {
        const going = wayOf(a, b, { type: "quad", k: there });
        const coming = wayOf(b, a, { type: "quad", k: back });
        // Which side of the straight line between the ends a point lies on.
        const side = ({ x, y }: Point) => (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
        for (let i = 1; i < 40; i++) {
          expect(side(pointAt(going, i / 40))).toBeLessThan(0);
          expect(side(pointAt(coming, i / 40))).toBeGreaterThan(0);
        }
      }),
    );
  });

  test("on the wheel too: whatever two hubs pay each other, their legs stay apart", () => {
    const count = 13;
    for (let gap = 1; gap < count; gap++) {
      // The two bows add up to the room between the curves; a leg held inside may bow to the right.
      expect(wheelBow(0, gap, count) + wheelBow(gap, 0, count)).toBeGreaterThan(0.1);
    }
  });
});

describe("rims and lengths", () => {
  test("a line is cut where it leaves one disc and reaches the other", () => {
    fc.assert(
      fc.property(twoPlaces, bow, fc.integer({ min: 2, max: 30 }), ([a, b], k, radius) => {
        const way = wayOf(a, b, { type: "quad", k });

        const cut = cutAtRims(way, radius, 12);

        expect(distance(pointAt(way, cut?.t0 ?? 0), a)).toBeCloseTo(radius, 0);
        expect(distance(pointAt(way, cut?.t1 ?? 1), b)).toBeCloseTo(12, 0);
      }),
    );
  });

  test("nothing is drawn between discs that touch, nor from a node to itself", () => {
    const near = wayOf(at(0, 0), at(20, 0), { type: "quad", k: 0.2 });
    const self = wayOf(at(5, 5), at(5, 5), { type: "quad", k: 0.2 });

    expect(cutAtRims(near, 14, 14)).toBeNull();
    expect(cutAtRims(self, 10, 10)).toBeNull();
  });

  test("the length by five points agrees with many chords", () => {
    fc.assert(
      fc.property(twoPlaces, bow, fc.double({ min: 0.2, max: 1, noNaN: true }), ([a, b], k, to) => {
        const way = wayOf(a, b, { type: "quad", k });
        const exact = lengthByChords(way, 0, to);

        expect(Math.abs(arcLength(way, 0, to) - exact)).toBeLessThan(0.001 * exact + 0.01);
      }),
      { numRuns: 30 },
    );
  });

  // 3-4-5: a straight line has the length of its chord.
  test("a straight line is as long as it is", () => {
    expect(arcLength(wayOf(at(0, 0), at(300, 400), { type: "line" }))).toBeCloseTo(500);
  });

  test("walking a trace covers its length at an even pace", () => {
    const line = trace(wayOf(at(0, 0), at(400, 100), { type: "quad", k: 0.3 }), 10, 10);
    if (line === null) throw new Error("nothing drawn");

    const stops = Array.from({ length: 21 }, (_, i) => along(line, (line.length * i) / 20).at);

    const steps = stops.slice(1).map((point, i) => distance(point, stops[i] ?? point));
    for (const step of steps) expect(step).toBeCloseTo(line.length / 20, 0);
    expect(along(line, -5).at).toEqual(line.points[0]);
    expect(along(line, 1e9).at).toEqual(line.points.at(-1));
  });
});

describe("the pulse", () => {
  const lengths = [300, 200, 100];

  test("runs the legs one after the other and ends after three rounds", () => {
    expect(beadsAt(0, lengths)?.map(({ leg }) => leg)).toEqual([0]);
    expect(beadsAt(FLOW.roundMs * 0.6, lengths)?.[0]).toMatchObject({ leg: 1 });
    expect(beadsAt(FLOW.roundMs * 0.9, lengths)?.[0]).toMatchObject({ leg: 2 });
    expect(beadsAt(FLOW.roundMs * 1.01, lengths)?.[0]).toMatchObject({ leg: 0 });
    expect(beadsAt(FLOW.roundMs * 4, lengths)).toBeNull();
  });

  test("its last bead still arrives when the first has", () => {
    const last = beadsAt(FLOW.roundMs * FLOW.rounds + 50, lengths);

    expect(last?.length).toBeGreaterThan(0);
    expect(last?.every(({ leg }) => leg === 2)).toBe(true);
  });

  test("a loop of which nothing is drawn has no pulse", () => {
    expect(beadsAt(10, [0, 0])).toBeNull();
    expect(beadsAt(10, [])).toBeNull();
  });

  test("chevrons stand about 52 px apart, one at least", () => {
    expect(chevronsOn(30, "row")).toEqual([15]);
    expect(chevronsOn(208, "row")).toEqual([26, 78, 130, 182]);
    expect(chevronsOn(208, "middle")).toEqual([104]);
  });
});

describe("framing", () => {
  const scene = { width: 1160, height: 752 };
  const whole = { left: 0, right: 1160, top: 0, bottom: 752 };
  const none = { left: 0, right: 0, top: 0, bottom: 0 };

  test("a container of the scene's size shows it 1:1", () => {
    const view = viewOf(cameraFor(whole, none, scene, scene), scene, scene);

    expect(view).toMatchObject({ zoom: 1, place: 1, size: 1 });
    expect(view.toScreen(at(146, 101))).toEqual(at(146, 101));
  });

  test("a larger one scales it and centres it", () => {
    const screen = { width: 2320, height: 2000 };
    const view = viewOf(cameraFor(whole, none, screen, scene), screen, scene);

    expect(view.place).toBe(2);
    expect(view.toScreen(at(0, 0))).toEqual(at(0, 248));
  });

  test("a framed box lies within what the padding leaves", () => {
    const box = { left: 300, right: 700, top: 200, bottom: 560 };
    const padding = { left: 20, right: 388, top: 40, bottom: 10 };

    const view = viewOf(cameraFor(box, padding, scene, scene), scene, scene);

    const [corner, other] = [view.toScreen(at(300, 200)), view.toScreen(at(700, 560))];
    expect(corner.x).toBeGreaterThanOrEqual(20 - 1e-6);
    expect(corner.y).toBeGreaterThanOrEqual(40 - 1e-6);
    expect(other.x).toBeLessThanOrEqual(1160 - 388 + 1e-6);
    expect(other.y).toBeLessThanOrEqual(752 - 10 + 1e-6);
    expect((corner.x + other.x) / 2).toBeCloseTo((20 + 772) / 2);
  });

  test("no box comes of nothing", () => {
    expect(boxAround([])).toBeNull();
  });
});

describe("words beside a line", () => {
  const line = trace(wayOf(at(0, 200), at(400, 200), { type: "quad", k: 0.2 }), 10, 10);
  const room = { mark: 9, textWidth: 50, textHeight: 16, gap: 13 };
  if (line === null) throw new Error("nothing drawn");
  const beside = { trace: line, halfWidth: 3, outer: 1 } as const;

  test("stand in the middle of its outer side", () => {
    const spot = findSpot(beside, room, [], [line]);

    expect(spot.at.x).toBeCloseTo(200, 0);
    expect(spot.at.y).toBeLessThan(160);
  });

  test("stand elsewhere when a disc is in the way", () => {
    const disc = boxOf(at(205, 140), 20);

    const spot = findSpot(beside, room, [disc], [line]);

    expect(overlaps(spot.box, disc)).toBe(false);
  });
});

describe("the store", () => {
  const node = (id: string, x: number): SceneNode => ({
    ...{ id, x, y: 0, radius: 5, glyph: "disc", tone: "ink", label: id, alpha: 1 },
    ...{ labelAt: { dx: 8, dy: 0, align: "start" }, labelStyle: "hub" },
  });
  const edge = (from: string, to: string, layer = 1): SceneEdge => ({
    ...{ id: `${from}>${to}`, from, to, curve: { type: "line" }, width: 2, colour: "fin", alpha: 1 },
    ...{ dash: null, double: false, casing: false, arrow: true, layer },
  });
  const sceneOf = (nodes: SceneNode[], edges: SceneEdge[]): Scene => ({
    ...{ width: 1160, height: 752, nodes, edges, texts: [] },
  });
  const [a, b, c] = [node("a", 0), node("b", 100), node("c", 200)];

  test("builds anew for new ids, and only changes what changed afterwards", () => {
    const store = new SceneStore();

    expect(store.accept(sceneOf([a, b, c], [edge("a", "b")]))).toBeNull();
    const change = store.accept(sceneOf([a, { ...b, alpha: 0.28 }, c], [edge("a", "b")]));

    expect(change?.nodes).toContain("b");
    expect(change?.reindex).toBe(false);
  });

  test("what a later scene leaves out is hidden, and comes back", () => {
    const store = new SceneStore();
    store.accept(sceneOf([a, b, c], [edge("a", "b")]));

    store.accept(sceneOf([a, b], []));
    expect([store.nodes.get("c")?.hidden, store.edges.get("a>b")?.hidden]).toEqual([true, true]);

    store.accept(sceneOf([a, b, c], [edge("a", "b")]));
    expect([store.nodes.get("c")?.hidden, store.edges.get("a>b")?.hidden]).toEqual([false, false]);
  });

  test("another place must be indexed again; another strength or paint order need not", () => {
    const store = new SceneStore();
    store.accept(sceneOf([a, b, c], [edge("a", "b")]));

    expect(store.patch({ edges: [{ id: "a>b", alpha: 0.07 }] }).reindex).toBe(false);
    expect(store.patch({ edges: [{ id: "a>b", layer: 3 }] }).reindex).toBe(false);
    expect(store.patch({ nodes: [{ id: "a", x: 1 }] }).reindex).toBe(true);
  });

  test("a patch that changes nothing draws nothing; unknown ids are passed over", () => {
    const store = new SceneStore();
    store.accept(sceneOf([a, b], [edge("a", "b")]));

    const change = store.patch({ nodes: [{ id: "a", alpha: 1 }, { id: "nobody" }], edges: [{ id: "x>y" }] });

    expect([change.nodes.size, change.edges.size]).toEqual([0, 0]);
  });

  test("a scene written anew with the same facts changes nothing", () => {
    const store = new SceneStore();
    const write = () => sceneOf([node("a", 0), node("b", 100)], [{ ...edge("a", "b"), dash: [4, 3] }]);
    store.accept(write());
    store.accept(write());

    const change = store.accept(write());

    expect([change?.nodes.size, change?.edges.size, change?.fades]).toEqual([0, 0, []]);
  });

  test("a node's lines are drawn anew when it vanishes or grows, not when it pales", () => {
    const store = new SceneStore();
    store.accept(sceneOf([a, b, c], [edge("a", "b"), edge("b", "c")]));

    expect([...store.patch({ nodes: [{ id: "a", alpha: 0.3 }] }).edges]).toEqual([]);
    expect([...store.patch({ nodes: [{ id: "a", radius: 9 }] }).edges]).toEqual(["a>b"]);
    expect([...store.patch({ nodes: [{ id: "b", hidden: true }] }).edges]).toEqual(["a>b", "b>c"]);
  });

  test("what pales or vanishes fades from where it stood", () => {
    const store = new SceneStore();
    store.accept(sceneOf([a, b], [edge("a", "b")]));

    const { fades } = store.patch({
      nodes: [{ id: "a", hidden: true }],
      edges: [{ id: "a>b", alpha: 0.07 }],
    });

    expect(fades).toEqual([
      { kind: "node", id: "a", from: 1, to: 0 },
      { kind: "edge", id: "a>b", from: 1, to: 0.07 },
    ]);
  });

  test("a line whose end is missing is refused by name", () => {
    expect(() => new SceneStore().accept(sceneOf([a], [edge("a", "b")]))).toThrow(
      'edge "a>b" names no node "b"',
    );
  });
});

describe("a fade", () => {
  test("goes evenly from one strength to the other, then rests", () => {
    const fader = new Fader();
    fader.start([{ kind: "node", id: "a", from: 1, to: 0 }], 1000);

    expect(fader.alphaOf("node", "a", 0)).toBe(1);
    fader.step(1120);
    expect(fader.alphaOf("node", "a", 0)).toBeCloseTo(0.5);
    // What has arrived is named once more, so that it is drawn at its end.
    expect(fader.step(1300).map(({ id }) => id)).toEqual(["a"]);
    expect(fader.alphaOf("node", "a", 0)).toBe(0);
    expect(fader.isRunning).toBe(false);
  });

  test("that is turned back starts from where it was", () => {
    const fader = new Fader();
    fader.start([{ kind: "edge", id: "a", from: 1, to: 0 }], 0);
    fader.step(60);

    fader.start([{ kind: "edge", id: "a", from: 0, to: 1 }], 60);

    expect(fader.alphaOf("edge", "a", 1)).toBeCloseTo(0.75);
  });
});

describe("colours", () => {
  test("mix in steps between paper and ink", () => {
    expect(mixHex("#ffffff", "#000000", 0.28)).toBe("#b8b8b8");
    expect(rgbOf("#fa0")).toEqual([255, 170, 0]);
    expect(() => rgbOf("red")).toThrow('"red" is not #rrggbb');
  });

  test("are never packed into a float that is no number", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 0xffffff }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rgb, alpha) => {
          expect(packColor(`#${rgb.toString(16).padStart(6, "0")}`, alpha)).not.toBeNaN();
        },
      ),
    );
  });
});
