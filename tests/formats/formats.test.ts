/** Every format of the table: its bytes, its text, and what opens it where that can be run here. */
import { instance } from "@viz-js/viz";
import { DOMParser } from "@xmldom/xmldom";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCsv } from "../../src/formats/csv.js";
import { toCytoscape } from "../../src/formats/cytoscape.js";
import { toDot } from "../../src/formats/dot.js";
import { toGraphml } from "../../src/formats/graphml.js";
import {
  FORMATS,
  type FormatName,
  partsOf,
  READ_EXTENSIONS,
  WRITTEN_FORMATS,
} from "../../src/formats/index.js";
import { toJsonld } from "../../src/formats/jsonld.js";
import { toSvg } from "../../src/formats/svg.js";
import { type CapitalGraph, emptyGraph } from "../../src/graph/capital-graph.js";
import { layoutGraph } from "../../src/layout/layout.js";
import { readGraph } from "../../src/node/read-graph.js";
import { entityAttributes, flowAttributes, graphOf, smallRows } from "../world.js";
import { smallWorld } from "./small-world.js";
import { wildText } from "./wild-text.js";

/** Every file of a format, by the name it is kept under. */
const FILES = WRITTEN_FORMATS.flatMap((format) =>
  Object.keys(partsOf(format) ?? {}).map((part) => ({ format, part })),
);

function written(format: FormatName, part: string, graph: CapitalGraph, isPlaced = true): string {
  const options = isPlaced ? { positions: layoutGraph(graph) } : {};
  return [...(partsOf(format)?.[part]?.(graph, options) ?? [])].join("");
}

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
  const golden = FILES.filter(({ format }) => format !== "gexf" && format !== "json");

  test.each(golden)("the small world, as a person has read it: $format $part", async ({ format, part }) => {
    const [extension = ""] = FORMATS[format].extensions;
    const name = part === "" ? `small-world.${extension}` : `small-world-${format}-${part}`;

    await expect(written(format, part, smallWorld())).toMatchFileSnapshot(`../golden/${name}`);
  });

  test.each(FILES)("are the same however the graph was put together: $format $part", ({ format, part }) => {
    expect(written(format, part, smallWorld(3))).toBe(written(format, part, smallWorld()));
  });

  test.each(FILES)(
    "end with a line, hold no carriage return, and an empty graph has some: $format $part",
    ({ format, part }) => {
      for (const graph of [smallWorld(), emptyGraph("2031-01-01")]) {
        expect(written(format, part, graph)).toMatch(/^[^\r]*\n$/);
      }
    },
  );
});

describe("the table", () => {
  test("no two formats share the end of a name", () => {
    const extensions = Object.values(FORMATS).flatMap((format) => format.extensions);

    expect(new Set(extensions).size).toBe(extensions.length);
  });

  test("what it says is read is read, and nothing else", async () => {
    const message = await readGraph("graph.unknown").catch((error: Error) => error.message);
    const said = /give (.*) \(each/.exec(String(message))?.[1]?.split(", ");

    expect(said?.sort()).toEqual(READ_EXTENSIONS.map((end) => `.${end}`).sort());
  });
});

describe("any text", () => {
  const fault = (message: string) => {
    throw new Error(message);
  };
  const parser = new DOMParser({ errorHandler: { warning: fault, error: fault, fatalError: fault } });
  const elements = (text: string, name: string) =>
    parser.parseFromString(text, "text/xml").getElementsByTagName(name).length;
  /** As in the test of GEXF: ten thousand names, five hundred to a graph. */
  const texts = fc.sample(wildText, { numRuns: 10_000, seed: 20261121 });
  const graphs = Array.from({ length: 20 }, (_, i) => wildGraph(texts.slice(500 * i, 500 * (i + 1))));

  test("never breaks GraphML", () => {
    for (const graph of graphs) expect(elements(toGraphml(graph), "edge")).toBe(500);
  });

  test("never breaks SVG", () => {
    const [graph = wildGraph([])] = graphs;
    expect(elements(toSvg(graph, { positions: layoutGraph(graph) }), "svg")).toBe(1);
  });

  /** Half a character has no bytes: in a file it becomes U+FFFD. */
  const inUtf8 = (text: string) => Buffer.from(text).toString();

  test("never breaks a table, and is there again", () => {
    for (const graph of graphs.slice(0, 4)) {
      const rows: string[][] = parse(toCsv(graph, { rawCells: true }).nodes);
      expect(new Set(rows.slice(1).map(([id]) => id))).toEqual(new Set(graph.nodes().map(inUtf8)));
    }
  });

  test("never breaks JSON", () => {
    for (const graph of graphs.slice(0, 4)) {
      expect(JSON.parse(toCytoscape(graph)).elements.edges).toHaveLength(500);
      expect(JSON.parse(toJsonld(graph))["@graph"].length).toBeGreaterThan(500);
    }
  });

  test("never breaks DOT", async () => {
    const [graph = wildGraph([])] = graphs;
    const graphviz = await instance();
    const read = (text: string) => graphviz.renderString(text, { format: "canon" });

    expect(read(toDot(graph)).match(/ -> /g)?.length).toBeGreaterThanOrEqual(500);
    expect(read(toDot(smallWorld(), { positions: layoutGraph(smallWorld()) }))).toContain(
      'Example \\"Chips\\" &amp; Sons',
    );
  });
});

describe("tables", () => {
  test("a cell that a spreadsheet would run is kept a text, unless asked otherwise", () => {
    const graph = graphOf([]);
    for (const name of ["=1+1", "+1", "-1", "@a", "\tb"]) graph.addNode(name, entityAttributes(name));

    const guarded = toCsv(graph).nodes.split("\n").slice(1, -1);
    const raw = toCsv(graph, { rawCells: true }).nodes.split("\n").slice(1, -1);

    expect(guarded.map((line) => line.split(",")[0])).toEqual(["'\tb", "'+1", "'-1", "'=1+1", "'@a"]);
    expect(raw.map((line) => line.split(",")[0])).toEqual(["\tb", "+1", "-1", "=1+1", "@a"]);
  });

  test("a number below zero is no formula, and a byte order mark comes first when asked for", () => {
    const { nodes, edges } = toCsv(smallWorld(), { bom: true });

    expect([nodes[0], edges[0]]).toEqual(["\ufeff", "\ufeff"]);
    expect(toCsv(smallWorld()).edges).toMatch(/^Source,Target,Type,Id,Label,Weight,Kind,Amount,Date,/);
  });

  test("what nobody stated is an empty cell", () => {
    const [head = [], ...rows]: string[][] = parse(toCsv(smallWorld()).edges);
    const amount = rows.find((row) => row[3] === "cloud-chips/1")?.[head.indexOf("Amount")];

    expect(amount).toBe("");
  });
});

test("Cytoscape: one space of ids, and y points down", () => {
  const layout = layoutGraph(smallWorld());
  const { nodes, edges } = JSON.parse(toCytoscape(smallWorld(), { positions: layout })).elements;
  const ids: string[] = [...nodes, ...edges].map(({ data }) => data.id);

  expect(new Set(ids).size).toBe(10);
  expect(nodes[1].position).toEqual({
    x: layout.nodes["example-chips"]?.x,
    y: layout.nodes["example-chips"]?.y,
  });
  expect(edges[0].data).toMatchObject({
    id: "flow:bank-cloud/1",
    source: "entity:example-bank",
    amount: 5e8,
  });
  expect(edges[0].data).not.toHaveProperty("amount_usd");
});

test("a picture without places is refused in one line", () => {
  expect(() => toSvg(smallWorld())).toThrow("a picture needs places for its entities");
});

test("GraphML of every random graph has its entities and flows", () => {
  fc.assert(
    fc.property(smallRows, (rows) => {
      const graph = graphOf(rows);
      const text = toGraphml(graph);

      expect(text.match(/<node /g) ?? []).toHaveLength(graph.order);
      expect(text.match(/<edge /g) ?? []).toHaveLength(graph.size);
    }),
  );
});

describe("ids that a format has no way to write", () => {
  const ids = ["a", "a\u0001", "a\u0002", "a\ud83d", "a\udcb8", "a\ufffd"];
  const graph = emptyGraph("2031-01-01");
  ids.forEach((id, i) => {
    graph.addNode(id, entityAttributes(id));
    graph.addDirectedEdgeWithKey(`flow ${id}`, "a", id, flowAttributes({ deal: `deal ${id}` }));
    if (i > 0) graph.addDirectedEdgeWithKey(`back ${id}`, id, "a", flowAttributes({ deal: `deal ${id}` }));
  });
  /** As a file holds it. */
  const filed = (format: FormatName, part: string) =>
    Buffer.from(written(format, part, graph, false)).toString();
  const column = (text: string, name: string) => {
    const [head = [], ...rows]: string[][] = parse(text);
    return rows.map((row) => row[head.indexOf(name)] ?? "");
  };
  const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, id = ""]) => id);

  /** The ids of entities, and those that flows end at, in the file that each format makes. */
  const read: Readonly<Partial<Record<FormatName, () => readonly [entities: string[], payees: string[]]>>> = {
    gexf: () => [
      matches(filed("gexf", ""), /<node id="([^"]*)"/g),
      matches(filed("gexf", ""), / target="([^"]*)"/g),
    ],
    graphml: () => [
      matches(filed("graphml", ""), /<node id="([^"]*)"/g),
      matches(filed("graphml", ""), / target="([^"]*)"/g),
    ],
    csv: () => [column(filed("csv", "nodes.csv"), "Id"), column(filed("csv", "edges.csv"), "Target")],
    neo4j: () => [
      column(filed("neo4j", "entities.csv"), "id:ID(Entity)"),
      column(filed("neo4j", "flows.csv"), ":END_ID(Entity)"),
    ],
    cytoscape: () => {
      const { nodes, edges } = JSON.parse(filed("cytoscape", "")).elements;
      const of = (rows: { data: Record<string, string> }[], key: string) =>
        rows.map(({ data }) => data[key] ?? "");
      return [of(nodes, "id"), of(edges, "target")];
    },
    json: () => {
      const { nodes, edges } = JSON.parse(filed("json", ""));
      return [
        nodes.map(({ key }: { key: string }) => key),
        edges.map(({ target }: { target: string }) => target),
      ];
    },
    jsonld: () => {
      const things: Record<string, string>[] = JSON.parse(filed("jsonld", ""))["@graph"];
      const of = (key: string) => things.flatMap((thing) => thing[key] ?? []);
      return [of("@id").filter((id) => id.startsWith("urn:capital-loop:entity:")), of("payee")];
    },
    sql: () => [
      matches(filed("sql", ""), /^ {2}\('([^']*)', \d+,/gm),
      matches(filed("sql", ""), /^ {2}\('[^']*', '[^']*', '([^']*)',/gm),
    ],
    dot: () => [matches(filed("dot", ""), /^ {2}"([^"]*)" \[/gm), matches(filed("dot", ""), /-> "([^"]*)"/g)],
  };

  test.each(WRITTEN_FORMATS.filter((format) => format !== "svg"))("stay apart in %s", (format) => {
    const [entities = [], payees = []] = read[format]?.() ?? [];

    expect(new Set(entities).size).toBe(ids.length);
    expect(new Set(payees)).toEqual(new Set(entities));
  });
});

test("whatever ids and names hold, every format is written, and in whole characters", () => {
  fc.assert(
    fc.property(fc.uniqueArray(wildText, { minLength: 1, maxLength: 8 }), (texts) => {
      const graph = wildGraph(texts);

      for (const { format, part } of FILES)
        expect([format, /\p{Surrogate}/u.test(written(format, part, graph))]).toEqual([format, false]);
    }),
    { numRuns: 200 },
  );
});
