/** What is shown where, and how strongly: the scene of a small world. */
import { describe, expect, test } from "vitest";
import { layoutGraph } from "../../src/layout/layout.js";
import { dashOf, legWidth, marginWidth } from "../../src/layout/line-look.js";
import type { Filter } from "../../viewer/filtered.js";
import { frameOf } from "../../viewer/frame-of.js";
import { highlightOf } from "../../viewer/highlight.js";
import { monthsOf, placeOfDay } from "../../viewer/months.js";
import { nextNode } from "../../viewer/node-walk.js";
import { cut, sceneOf } from "../../viewer/scene-of.js";
import type { ScenePlan } from "../../viewer/scene-plan.js";
import { shownOf } from "../../viewer/shown.js";
import { spreadOf } from "../../viewer/spread.js";
import { en } from "../../viewer/text/en.js";
import type { Selection } from "../../viewer/url.js";
import { flowAttributes, graphOf } from "../world.js";

// A bank lends to a lab; lab, cloud and chipmaker pay in a round; the chipmaker stands behind the cloud;
// the cloud buys power.
const WORLD = graphOf([
  ["bank", "lab", 1e9, "loan"],
  ["lab", "cloud", 300e9, "compute_purchase"],
  ["cloud", "chips", 40e9, "chip_purchase"],
  ["chips", "lab", 30e9, "equity_investment"],
  ["chips", "cloud", 5e9, "guarantee"],
  ["cloud", "plant", null, "power_purchase"],
]);
const LAYOUT = layoutGraph(WORLD);
const ROOM = { width: 1160, height: 752 };
const ALL: Filter = { asOf: "2031-01-01", firm: "reported", hidden: [] };

function planOf({
  selection = null as Selection | null,
  filter = ALL,
  room = ROOM,
  phone = false,
  graph = WORLD,
} = {}): ScenePlan {
  const shown = shownOf(graph, filter);
  return {
    layout: LAYOUT,
    spread: spreadOf(LAYOUT, room, phone),
    shown,
    everything: shownOf(graph, ALL),
    ended: null,
    highlight: highlightOf(selection, shown, { graph, layout: LAYOUT }),
    hovered: null,
    strengths: { lead: 0.96, loop: 0.34, weak: 0.17, rim: 0.26, dim: 0.07 },
    nameOf: (id) => id,
    widthOf: (name) => name.length * 6,
    text: en,
  };
}
const edge = (plan: ScenePlan, id: string) => sceneOf(plan).edges.find((one) => one.id === id);

describe("the scene", () => {
  test("shows every entity where the layout puts it, on a stage of the layout's size", () => {
    const { nodes, width, height } = sceneOf(planOf());

    expect([width, height]).toEqual([1160, 752]);
    expect(nodes.map(({ id }) => id).sort()).toEqual(["bank", "chips", "cloud", "lab", "plant"]);
    for (const { id, x, y } of nodes) expect([x, y]).toEqual([LAYOUT.nodes[id]?.x, LAYOUT.nodes[id]?.y]);
  });

  test("a filter hides and does not move", () => {
    const before = sceneOf(planOf()).nodes;
    const after = sceneOf(planOf({ filter: { ...ALL, hidden: ["pwr"] } })).nodes;

    expect(after.map(({ id }) => id)).not.toContain("plant");
    for (const node of after) {
      const same = before.find(({ id }) => id === node.id);
      expect([node.x, node.y]).toEqual([same?.x, same?.y]);
    }
  });

  test("a leg is coloured by its class, power by its own", () => {
    const plan = planOf();
    expect(edge(plan, "chips>lab")?.colour).toBe("fin");
    expect(edge(plan, "lab>cloud")?.colour).toBe("ops");
    expect(edge(plan, "cloud>plant")?.colour).toBe("pwr");
  });

  test("what may never be paid is a double line of its cap's width", () => {
    const guarantee = edge(planOf(), "chips>cloud");
    expect([guarantee?.colour, guarantee?.double]).toEqual(["cont", true]);
    expect(guarantee?.width).toBe(legWidth(5e9));
  });

  test("the strongest loops lead over a casing; margins stand back", () => {
    const plan = planOf();
    expect(edge(plan, "lab>cloud")).toMatchObject({ alpha: 0.96, casing: true, arrow: true });
    expect(edge(plan, "bank>lab")).toMatchObject({ alpha: 0.26, casing: false, arrow: false });
  });

  test("a chosen loop stands out, the rest goes dim and the margins slip out", () => {
    const plan = planOf({ selection: { type: "loop", id: "chips>lab>cloud" } });
    const { nodes, texts } = sceneOf(plan);

    expect(edge(plan, "lab>cloud")).toMatchObject({ alpha: 0.96, casing: true, chevrons: "row" });
    expect(edge(plan, "chips>lab")?.width).toBeGreaterThanOrEqual(5.5);
    expect(edge(plan, "chips>cloud")).toMatchObject({ alpha: 0.07, pickable: false });
    expect(nodes.map(({ id }) => id)).not.toContain("bank");
    expect(texts).toEqual([]);
  });

  test("a chosen deal fans its leg out into deals, each in the colour of its kind", () => {
    const graph = WORLD.copy();
    graph.addDirectedEdgeWithKey(
      "second",
      "chips",
      "lab",
      flowAttributes({ deal: "second", kind: "loan", class: "FIN", letter: "L", amountUsd: 2e9 }),
    );
    const { edges } = sceneOf(planOf({ graph, selection: { type: "deal", id: "second" } }));

    const fan = edges.filter(({ id }) => id.startsWith("flow:"));
    expect(fan.map(({ colour }) => colour).sort()).toEqual(["E", "L"]);
    expect(new Set(fan.map(({ curve }) => (curve.type === "quad" ? curve.k : 0))).size).toBe(2);
    expect(edges.map(({ id }) => id)).not.toContain("chips>lab");
  });

  test("where nothing goes round, everybody stays as a faint mark", () => {
    const { nodes } = sceneOf(planOf({ filter: { ...ALL, hidden: ["fin", "cont"] } }));
    expect(nodes).toHaveLength(5);
    expect(Math.max(...nodes.map(({ alpha }) => alpha))).toBeLessThan(0.3);
  });

  test("a phone shows the hubs alone, and whoever the loop passes", () => {
    const wheel = sceneOf(planOf({ room: { width: 390, height: 430 }, phone: true })).nodes;
    expect(wheel.map(({ id }) => id).sort()).toEqual([...LAYOUT.wheel].sort());
  });
});

describe("the look of a line", () => {
  // The three widths that the design names.
  test.each([
    [1e9, 2.6],
    [10e9, 4.75],
    [100e9, 6.9],
    [null, 0.7],
  ])("%s dollars are %d pixels wide", (amount, width) => {
    expect(legWidth(amount)).toBeCloseTo(width, 5);
  });

  test("margin lines stay thin, reported talk is dotted, a letter of intent is dashed, a signature is solid", () => {
    expect(marginWidth(1e15)).toBe(2.6);
    expect(dashOf("reported", 4)).toEqual([2.7, 5.3]);
    expect(dashOf("letter_of_intent", 4)).toEqual(dashOf("announced", 4));
    expect(dashOf("signed", 4)).toBeNull();
  });
});

describe("room", () => {
  test("a wide stage gives its margins the room and keeps the middle in the middle", () => {
    const spread = spreadOf(LAYOUT, { width: 1640, height: 752 }, false);
    const at = (place: "in" | "hub" | "out") => {
      const node = Object.values(LAYOUT.nodes).find((one) => one.place === place);
      return node === undefined ? null : spread.shift(node).x;
    };
    expect(spread.mode).toBe("whole");
    expect(at("in")).toBeLessThan(at("hub") ?? 0);
    expect(at("hub")).toBeLessThan(at("out") ?? 0);
  });

  test("a narrow one leaves the margins out", () => {
    expect(spreadOf(LAYOUT, { width: 744, height: 620 }, false).mode).toBe("core");
  });

  test("every loop is looked at in the same frame, beside its card", () => {
    const frame = (id: string) => {
      const { highlight, spread } = planOf({ selection: { type: "loop", id } });
      return frameOf(highlight, LAYOUT, spread, false);
    };
    expect(frame("chips>cloud")).toEqual(frame("chips>lab>cloud"));
    expect(frame("chips>cloud").padding.right).toBeGreaterThan(372);
  });

  test("a name is cut to its room, never in the middle of nothing", () => {
    const width = (name: string) => name.length * 6;
    expect(cut("Helion Energy", 100, width)).toBe("Helion Energy");
    expect(cut("Williams Companies", 100, width)).toBe("Williams Compan…");
    expect(cut("X", 0, width)).toBe("X…");
  });
});

describe("time", () => {
  test("a day stands where its month does", () => {
    const months = monthsOf(WORLD, "2031-04-30");
    expect(months.map(({ month }) => month)).toEqual(["2031-01", "2031-02", "2031-03", "2031-04"]);
    expect(placeOfDay(months, "2031-04-30")).toBe(1);
    expect(placeOfDay(months, "2031-02-28")).toBe(0.5);
    expect(placeOfDay(months, "1990-01-01")).toBe(0);
  });

  test("a file of few deals is shown from its first year", () => {
    const graph = graphOf([
      ["a", "b", 1, "loan"],
      ["b", "a", 1, "loan"],
    ]);
    graph.forEachEdge((key, _flow, payer) => {
      graph.setEdgeAttribute(key, "announced", payer === "a" ? "2029-05-23" : "2031-02-27");
    });
    const months = monthsOf(graph, "2031-02-27");
    expect([months[0]?.month, months.length]).toEqual(["2029-01", 26]);
    expect(months.filter(({ deals }) => deals.fin + deals.ops > 0).map(({ month }) => month)).toEqual([
      "2029-05",
      "2031-02",
    ]);
  });
});

describe("walking with the arrow keys", () => {
  const nodes = [
    { id: "here", at: { x: 0, y: 0 } },
    { id: "near", at: { x: 50, y: 0 } },
    { id: "neighbour", at: { x: 90, y: 10 } },
    { id: "above", at: { x: 0, y: -40 } },
  ];
  test("goes the way of the key, to neighbours first", () => {
    expect(nextNode(nodes, "here", { x: 1, y: 0 }, new Set(["neighbour"]))).toBe("neighbour");
    expect(nextNode(nodes, "here", { x: 1, y: 0 }, new Set())).toBe("near");
    expect(nextNode(nodes, "here", { x: 0, y: -1 }, new Set())).toBe("above");
  });
  test("stays where nothing lies that way", () => {
    expect(nextNode(nodes, "here", { x: -1, y: 0 }, new Set())).toBe("here");
  });
});
