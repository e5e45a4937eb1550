/** What is written is read back: every format with a reader, on random graphs. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { toCsv } from "../../src/formats/csv.js";
import { toGexf } from "../../src/formats/gexf.js";
import { toGraphml } from "../../src/formats/graphml.js";
import { toJson } from "../../src/formats/json.js";
import { heldStates, liveSpans } from "../../src/formats/spans.js";
import { type CapitalGraph, emptyGraph, type FlowAttributes } from "../../src/graph/capital-graph.js";
import { DEAL_KINDS, FLOW_KIND_NAMES } from "../../src/model/deal-kinds.js";
import { readGraph } from "../../src/node/read-graph.js";
import { entityAttributes, flowAttributes } from "../world.js";
import { smallWorld } from "./small-world.js";

const folder = mkdtempSync(join(tmpdir(), "capital-loop-trip-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function readBack(name: string, text: string): Promise<CapitalGraph> {
  const path = join(folder, name);
  writeFileSync(path, text);
  return readGraph(path);
}

/** What can be seen, in many scripts: a name of blanks alone is no name. */
const word = fc
  .string({
    unit: fc.constantFrom(
      "a",
      "B",
      "7",
      "-",
      "=",
      "@",
      "英",
      "伟",
      "達",
      "💸",
      "é",
      '"',
      "<",
      "&",
      "'",
      ",",
      " ",
    ),
    minLength: 1,
    maxLength: 12,
  })
  .map((text) => text.trim())
  .filter((text) => text !== "" && !text.startsWith("#"));
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const date = fc.constantFrom("2031-03-14", "2031-03", "2031", "2030-12-31");
const usd = fc.double({ min: 0, max: 1e13, noNaN: true });

/** Flows with every field that a row of a format states. */
const flow: fc.Arbitrary<FlowAttributes> = fc
  .record({
    ...{ deal: word, title: word, kind: maybe(fc.constantFrom(...FLOW_KIND_NAMES)), amountUsd: maybe(usd) },
    ...{ announced: maybe(date), paidFrom: maybe(date), paidTo: maybe(date) },
    time: maybe(fc.integer({ min: 0, max: 4e9 })),
    state: fc.constantFrom("reported", "signed", "closed", "lapsed"),
  } as const)
  .map(({ kind, amountUsd, state, ...rest }) =>
    flowAttributes({
      ...rest,
      kind,
      class: kind === null ? "OPS" : DEAL_KINDS[kind].class,
      letter: kind === null ? null : DEAL_KINDS[kind].letter,
      amountUsd,
      amount: amountUsd,
      currency: amountUsd === null ? null : "USD",
      qualifier: amountUsd === null ? null : "about",
      state,
      firmness: state === "lapsed" ? "signed" : state,
      live: state !== "lapsed",
    }),
  );

const graphs: fc.Arbitrary<CapitalGraph> = fc
  .record({
    names: fc.uniqueArray(word, { minLength: 1, maxLength: 6 }),
    labels: fc.array(word, { minLength: 6, maxLength: 6 }),
    flows: fc.array(fc.tuple(fc.nat(), fc.nat(), flow), { maxLength: 15 }),
  })
  .map(({ names, labels, flows }) => {
    const graph = emptyGraph("2031-06-30");
    names.forEach((name, i) => {
      graph.addNode(
        name,
        entityAttributes(labels[i] ?? name, { nameZhHans: i % 2 === 0 ? "公司" : null, kind: "lab" }),
      );
    });
    flows.forEach(([from, to, attributes], i) => {
      const [source = "", target = ""] = [names[from % names.length], names[to % names.length]];
      graph.addDirectedEdgeWithKey(`${i % 3}/${i}`, source, target, attributes);
    });
    return graph;
  });

const flowsOf = (graph: CapitalGraph) =>
  Object.fromEntries(
    graph.mapEdges((key, attributes, source, target) => [key, { source, target, ...attributes }]),
  );
const entitiesOf = (graph: CapitalGraph) =>
  Object.fromEntries(graph.mapNodes((id, attributes) => [id, attributes]));

test.each([
  ["graph.json", toJson],
  ["graph.gexf", toGexf],
  ["old.gexf", (graph: CapitalGraph) => toGexf(graph, { version: "1.2draft" })],
  ["graph.graphml", toGraphml],
] as const)(
  "%s: every entity and flow, parallel ones, nulls, dates and Chinese among them",
  async (name, write) => {
    await fc.assert(
      fc.asyncProperty(graphs, async (graph) => {
        const back = await readBack(name, write(graph));

        expect(back.getAttributes()).toEqual(graph.getAttributes());
        expect(entitiesOf(back)).toEqual(entitiesOf(graph));
        expect(flowsOf(back)).toEqual(flowsOf(graph));
      }),
    );
  },
);

test("edges.csv: ends, id, kind, amount and date; a guarded cell keeps its apostrophe", async () => {
  await fc.assert(
    fc.asyncProperty(graphs, async (graph) => {
      const back = await readBack("edges.csv", toCsv(graph, { rawCells: true }).edges);

      const some = (of: CapitalGraph) =>
        Object.fromEntries(
          of.mapEdges((key, { kind, amountUsd, announced }, source, target) => [
            key,
            [source, target, kind, amountUsd, announced],
          ]),
        );
      expect(some(back)).toEqual(some(graph));
    }),
  );
});

test("GraphML and JSON lose nothing, not even a history", async () => {
  const graph = smallWorld();
  graph.setNodeAttribute("example-lab", "parents", [{ entity: "example-cloud", from: "2029", to: null }]);

  for (const [name, text] of [
    ["small.json", toJson(graph)],
    ["small.graphml", toGraphml(graph)],
  ] as const) {
    const back = await readBack(name, text);

    expect([name, entitiesOf(back)]).toEqual([name, entitiesOf(graph)]);
    expect([name, flowsOf(back)]).toEqual([name, flowsOf(graph)]);
  }
});

test("GEXF keeps when each flow was live, and with its history each state", async () => {
  const graph = smallWorld();
  const sight = graph.getAttributes();
  const lives = (of: CapitalGraph) =>
    Object.fromEntries(
      of.mapEdges((key, attributes) => [
        key,
        liveSpans(attributes, sight).map(({ start, end }) => [start, end]),
      ]),
    );
  const states = (of: CapitalGraph) =>
    Object.fromEntries(of.mapEdges((key, attributes) => [key, heldStates(attributes, sight)]));

  const plain = await readBack("plain.gexf", toGexf(graph));
  const dynamic = await readBack("dynamic.gexf", toGexf(graph, { dynamic: true }));

  expect(lives(plain)).toEqual(lives(graph));
  expect(states(dynamic)).toEqual(states(graph));
});
