import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import fc from "fast-check";
import { MultiGraph } from "graphology";
import gexf from "graphology-gexf";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { WriteOptions } from "../../src/formats/format.js";
import { toGexf, writeGexf } from "../../src/formats/gexf.js";
import { GEXF_VERSIONS } from "../../src/formats/index.js";
import { type CapitalGraph, emptyGraph } from "../../src/graph/capital-graph.js";
import { layoutGraph } from "../../src/layout/layout.js";
import { entityAttributes, flowAttributes, graphOf, smallRows } from "../world.js";
import { smallWorld } from "./small-world.js";
import { wildText } from "./wild-text.js";

const read = (text: string, undeclared = false) =>
  gexf.parse(MultiGraph, text, { allowUndeclaredAttributes: undeclared });

/** Every choice of options, and a name for it. */
const CHOICES = GEXF_VERSIONS.flatMap((version) =>
  (["none", "legs"] as const).flatMap((merge) =>
    [false, true].flatMap((dynamic) => [false, true].map((placed) => ({ version, merge, dynamic, placed }))),
  ),
);
const optionsOf = ({ placed, ...options }: (typeof CHOICES)[number], graph: CapitalGraph): WriteOptions => ({
  ...options,
  positions: placed ? layoutGraph(graph) : undefined,
});

/** A graph whose every name and id is hard on XML. */
function wildGraph(texts: readonly string[]): CapitalGraph {
  const graph = emptyGraph("2031-01-01");
  texts.forEach((text, i) => {
    graph.addNode(`${text}${i}`, entityAttributes(text, { nameZhHans: text, ticker: text }));
    const [first] = graph.nodes();
    graph.addDirectedEdgeWithKey(
      `${i}${text}`,
      first,
      `${text}${i}`,
      flowAttributes({ title: text, deal: text }),
    );
  });
  return graph;
}

describe("the bytes", () => {
  test.each([
    ["small-world.gexf", {}],
    ["small-world-1.2.gexf", { version: "1.2draft" }],
    ["small-world-placed.gexf", { positions: layoutGraph(smallWorld()), dynamic: true }],
    ["small-world-legs.gexf", { merge: "legs" }],
  ] as const)("the small world, written as %s", async (name, options) => {
    await expect(toGexf(smallWorld(), options)).toMatchFileSnapshot(`../golden/${name}`);
  });

  test.each(CHOICES)("are the same however the graph was put together: %o", (choice) => {
    const [one, other] = [smallWorld(), smallWorld(3)];

    expect(toGexf(other, optionsOf(choice, other))).toBe(toGexf(one, optionsOf(choice, one)));
  });

  test("come in pieces, none of them the whole of a large graph", () => {
    const graph = graphOf(Array.from({ length: 3000 }, (_, i) => [`a${i}`, `b${i}`, i]));

    const pieces = [...writeGexf(graph)];

    expect(pieces.length).toBeGreaterThan(10);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(70_000);
    expect(pieces.join("")).toBe(toGexf(graph));
    expect(pieces.join("")).not.toContain("\r");
  });
});

describe("graphology-gexf reads back", () => {
  test.each(GEXF_VERSIONS)("every entity and flow with its types: %s", (version) => {
    const graph = read(toGexf(smallWorld(), { version }));

    expect([graph.order, graph.size, graph.type]).toEqual([4, 6, "directed"]);
    expect(graph.getAttribute("lastModifiedDate")).toBe("2031-01-01");
    expect(graph.getNodeAttributes("example-chips")).toEqual({
      label: 'Example "Chips" & Sons',
      name_zh_hans: "示例芯片",
      name_zh_hant: "範例晶片",
      kind: "company",
      layer: "chips",
      country: "US",
      ticker: "CHIP",
    });
    expect(graph.getNodeAttribute("example-lab", "label")).toBe("Example Lab 🧪");
    expect(graph.getEdgeAttributes("chips-lab/2")).toEqual({
      label: "Example Chips buys shares of Example Lab",
      ...(version === "1.3" ? { kind: "equity_investment" } : {}),
      // 2.6 + 2.15 · log10(1.25)
      weight: 2.81,
      deal: "chips-lab",
      title: "Example Chips buys shares of Example Lab",
      deal_kind: "equity_investment",
      class: "FIN",
      letter: "E",
      amount_usd: 1.25e9,
      amount: 1.25e9,
      currency: "USD",
      qualifier: "exact",
      basis: "total",
      announced: "2030-03-14",
      state: "closed",
      firmness: "closed",
      start: "2030-03-14",
      start_precision: "day",
    });
  });

  test("an amount that nobody stated as absent, not as zero", () => {
    const graph = read(toGexf(smallWorld()));

    expect(graph.hasEdgeAttribute("cloud-chips/1", "amount_usd")).toBe(false);
    expect(graph.getEdgeAttributes("bank-cloud/1")).toMatchObject({
      amount: 5e8,
      currency: "EUR",
      weight: 0.7,
    });
    expect(graph.hasEdgeAttribute("bank-cloud/1", "amount_usd")).toBe(false);
  });

  test("places, sizes and colours where a layout is given", () => {
    const layout = layoutGraph(smallWorld());
    const graph = read(toGexf(smallWorld(), { positions: layout }));

    for (const [id, { x, y, radius }] of Object.entries(layout.nodes)) {
      const node = graph.getNodeAttributes(id);
      expect(node.x).toBeCloseTo(x - 580, 5);
      expect(node.y).toBeCloseTo(376 - y, 5);
      expect(node.size).toBe(radius);
    }
    expect(graph.getNodeAttribute("example-lab", "color")).toBe("rgb(23,25,28)");
    expect(graph.getNodeAttribute("example-bank", "color")).toBe("rgb(99,104,111)");
    expect(graph.getEdgeAttributes("chips-lab/2")).toMatchObject({
      color: "rgb(189,71,23)",
      thickness: 2.81,
    });
    expect(graph.getEdgeAttributes("chips-cloud/1")).toMatchObject({ color: "rgb(107,42,120)" });
  });

  test("one edge a leg, with the sum and all deals, where legs are merged", () => {
    const graph = read(toGexf(smallWorld(), { merge: "legs" }));

    expect(graph.size).toBe(5);
    expect(graph.getEdgeAttributes("example-chips>example-lab")).toMatchObject({
      deals: ["chips-lab-first", "chips-lab"],
      flows: 2,
      // The letter of intent that lapsed as a report is not added to the closed one.
      amount_usd: 1.25e9,
      firmness: "closed",
      start: "2028-01-01",
    });
  });

  test("every random graph whole", () => {
    fc.assert(
      fc.property(smallRows, fc.constantFrom(...GEXF_VERSIONS), (rows, version) => {
        const graph = graphOf(rows);

        const back = read(toGexf(graph, { version }));

        expect(back.nodes().sort()).toEqual(graph.nodes().sort());
        expect(back.edges().sort()).toEqual(graph.edges().sort());
        graph.forEachEdge((key, { amountUsd }, source, target) => {
          expect(back.extremities(key)).toEqual([source, target]);
          expect(back.getEdgeAttribute(key, "amount_usd") ?? null).toBe(amountUsd);
        });
      }),
    );
  });

  test("graphs of any text", () => {
    fc.assert(
      fc.property(fc.array(wildText, { minLength: 1, maxLength: 20 }), (texts) => {
        const graph = wildGraph(texts);

        const back = read(toGexf(graph));

        expect([back.order, back.size]).toEqual([graph.order, graph.size]);
      }),
    );
  });
});

describe("time", () => {
  const text = toGexf(smallWorld(), { dynamic: true });
  const edge = (id: string) => new RegExp(`<edge id="${id}".*?</edge>`, "s").exec(text)?.[0] ?? "";

  test("a flow that ended has an end, widened to the year it is known to", () => {
    expect(edge("chips-lab/1")).toContain('start="2028-01-01" end="2029-12-31">');
    expect(edge("chips-lab/1")).toContain('<attvalue for="end_precision" value="year"/>');
  });

  test("a flow that came back has spells, and no one start and end over the gap", () => {
    expect(edge("cloud-chips/1")).toContain(
      '<spell start="2029-01-10" end="2029-07-01"/>\n          <spell start="2030-02-01"/>',
    );
    expect(edge("cloud-chips/1").split("\n")[0]).not.toContain("start=");
  });

  test("the status history stands in attributes that change, and only when asked for", () => {
    expect(edge("lab-cloud/1")).toContain(
      '<attvalue for="status" value="announced" start="2030-06-01" end="2030-09-15"/>\n' +
        '          <attvalue for="status" value="signed" start="2030-09-15"/>',
    );
    expect(toGexf(smallWorld())).not.toContain("status");
  });

  test("what happens after the graph's day is not told", () => {
    expect(text).not.toContain("2031-05-01");
  });

  test("a graph without dates is static", () => {
    expect(toGexf(graphOf([["a", "b", 1]]), { dynamic: true })).toContain(
      'mode="static">\n    <attributes class="node"',
    );
  });
});

describe("xmllint", () => {
  const schemas = {
    "1.3": [
      ["relaxng", "1.3/gexf.rng"],
      ["schema", "1.3-fixed/gexf.xsd"],
    ],
    "1.2draft": [["relaxng", "1.2draft-fixed/gexf.rng"]],
  } as const;
  /** A schema and those it includes, by the names they call each other. */
  const filesOf = (schema: string) => {
    const folder = new URL(`../gexf/${dirname(schema)}/`, import.meta.url);
    return readdirSync(folder).map((fileName) => ({
      fileName,
      contents: readFileSync(new URL(fileName, folder), "utf8"),
    }));
  };
  /** What is wrong with a file, by each schema of its version. */
  const check = async (text: string, version: keyof typeof schemas) => {
    const faults: string[] = [];
    for (const [extension, path] of schemas[version]) {
      const files = filesOf(path);
      const schema = files.filter(({ fileName }) => fileName === basename(path));
      const preload = files.filter(({ fileName }) => fileName !== basename(path));
      const xml = { fileName: "graph.gexf", contents: text };
      const memory = { initialMemoryPages: 4_096, maxMemoryPages: 16_384 };
      const { errors } = await validateXML({ xml, schema, preload, extension, ...memory });
      faults.push(...errors.map(({ message }) => `${path}: ${message}`));
    }
    return faults;
  };

  test.each(CHOICES)("finds the small world valid: %o", async (choice) => {
    const graph = smallWorld();
    expect(await check(toGexf(graph, optionsOf(choice, graph)), choice.version)).toEqual([]);
  });

  test("finds an empty graph valid, and refuses a broken one", async () => {
    expect(await check(toGexf(emptyGraph("2031-01-01")), "1.3")).toEqual([]);
    expect(await check(toGexf(smallWorld()).replace("</nodes>", "</nodes><knots/>"), "1.3")).not.toEqual([]);
  });

  test("finds ten thousand hard names well-formed and valid", async () => {
    const graph = wildGraph(fc.sample(wildText, { numRuns: 10_000, seed: 20261121 }));
    expect(await check(toGexf(graph), "1.3")).toEqual([]);
  });
});
