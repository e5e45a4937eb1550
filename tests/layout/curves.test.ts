import { describe, expect, test } from "vitest";
import { wheelBow } from "../../src/layout/curves.js";
import { layoutGraph, legCurve } from "../../src/layout/layout.js";
import { type FlowRow, graphOf } from "../world.js";

/** Thirty in a ring both ways, some of them hubs and some on brackets; and lines of every kind beside them. */
const RING = Array.from({ length: 30 }, (_, i) => `c${i}`);
const ROWS: FlowRow[] = [
  ...RING.flatMap((id, i): FlowRow[] => [
    [id, RING[(i + 1) % 30] ?? "", 1e9],
    [RING[(i + 1) % 30] ?? "", id, 1e9],
  ]),
  ["fund", "c0", 1e9],
  ["fund", "bank", 1e9],
  ["bank", "c0", 1e9],
  ["c0", "grid", 1e9],
  ["c0", "mine", 1e9],
  ["fund", "mine", 1e9],
  ["grid", "mine", 1e9],
  ["p", "q", 1e9],
  ["fund", "p", 1e9],
];
const layout = layoutGraph(graphOf(ROWS));
const at = (id: string) => {
  const node = layout.nodes[id];
  if (node === undefined) throw new Error(`no ${id}`);
  return node;
};

describe("on the wheel", () => {
  // The look's table, for the thirteen hubs of its picture.
  test.each([
    [1, 0.22],
    [2, -0.1],
    [3, 0.05],
    [4, 0.14],
    [5, 0.19],
    [6, 0.19],
    [12, 0.3],
    [11, 0.36],
    [10, 0.27],
    [9, 0.22],
    [8, 0.19],
    [7, 0.19],
  ])("%i steps clockwise bow by %f", (steps, bow) => {
    expect(wheelBow(0, steps, 13)).toBe(bow);
    expect(wheelBow(9, (9 + steps) % 13, 13)).toBe(bow);
  });

  test("half a turn bows the same way both ways, so that its legs never lie on each other", () => {
    expect([wheelBow(0, 3, 6), wheelBow(3, 0, 6)]).toEqual([0.27, 0.27]);
  });

  test("a leg between hubs bows by their steps, any other of the core by 0.15", () => {
    const [a = "", b = ""] = layout.wheel;
    const beside = Object.keys(layout.nodes).find((id) => at(id).place === "bracket") ?? "";

    expect(legCurve(layout, a, b)).toEqual({ type: "quad", k: 0.22 });
    expect(legCurve(layout, b, a)).toEqual({ type: "quad", k: 0.3 });
    expect(legCurve(layout, a, beside)).toEqual({ type: "quad", k: 0.15 });
  });
});

describe("from and to a margin", () => {
  test("a line leaves its margin level, and leans towards the middle at the other end", () => {
    const [from, to] = [at("fund"), at("c0")];
    const handle = Math.max(46, 0.5 * Math.abs(to.x - from.x));

    expect(legCurve(layout, "fund", "c0")).toEqual({
      type: "cubic",
      c1: { x: from.x + handle, y: from.y },
      c2: { x: to.x + 0.25 * (from.x - to.x), y: to.y },
      lead: 0,
      tail: 0,
    });
  });

  test("two of one margin are joined by an ear on its inner side, the opposite one within it", () => {
    const [top, foot] = at("fund").y < at("bank").y ? ["fund", "bank"] : ["bank", "fund"];

    expect(legCurve(layout, top, foot)).toMatchObject({
      c1: { x: at(top).x + 46, y: at(top).y },
      c2: { x: at(foot).x + 46, y: at(foot).y },
    });
    expect(legCurve(layout, foot, top)).toMatchObject({
      c1: { x: at(foot).x + 34 },
      c2: { x: at(top).x + 34 },
    });
  });

  test("a line to the second column runs level past the names of the first", () => {
    const [first, second] = at("grid").column === 0 ? ["grid", "mine"] : ["mine", "grid"];

    expect(at(second).column).toBe(1);
    expect(legCurve(layout, "c0", second)).toMatchObject({ tail: at(second).x - 914, lead: 0 });
    expect(legCurve(layout, "c0", first)).toMatchObject({ tail: 0 });
    expect(legCurve(layout, "grid", "mine")).toMatchObject({ type: "cubic", c2: { y: at("mine").y } });
  });

  test("margin to margin leaves level at both ends", () => {
    expect(legCurve(layout, "fund", "mine")).toMatchObject({
      c1: { y: at("fund").y },
      c2: { y: at("mine").y },
    });
  });
});

describe("in the strip", () => {
  test("a low arc; no line to the rest", () => {
    // 6 + 0.35 · 9 px high; the control points of a cubic stand at two thirds.
    expect(legCurve(layout, "p", "q")).toMatchObject({ type: "cubic" });
    const arc = legCurve(layout, "p", "q");
    expect(arc?.type === "cubic" ? arc.c1.y : 0).toBeCloseTo(736 - (2 / 3) * 9.15, 6);
    expect(legCurve(layout, "fund", "p")).toBeNull();
  });

  test("an entity without a place is an error that names it", () => {
    expect(() => legCurve(layout, "fund", "nobody")).toThrow('legCurve: the layout does not place "nobody"');
    expect(() => legCurve(layout, "toString", "fund")).toThrow(RangeError);
  });
});
