import fc from "fast-check";
import jsonld from "jsonld";
import { expect, test } from "vitest";
import { toJsonld } from "../../src/formats/jsonld.js";
import { buildGraph } from "../../src/graph/build.js";
import { type CapitalGraph, emptyGraph } from "../../src/graph/capital-graph.js";
import { viewGraph } from "../../src/graph/view.js";
import type { Dataset } from "../../src/model/dataset.js";
import { loadDataset } from "../../src/node/load-dataset.js";
import { SMALL_WORLD } from "../small-world.js";
import { entityAttributes, flowAttributes } from "../world.js";
import { smallWorld } from "./small-world.js";
import { wildText } from "./wild-text.js";

/** Triples in canonical order; whoever asks for a document of the web is refused. */
async function canonical(graph: CapitalGraph, dataset: Dataset | null = null): Promise<string[]> {
  const documentLoader = async (url: string): Promise<never> => {
    throw new Error(`asked for ${url}`);
  };
  const text = await jsonld.canonize(JSON.parse(toJsonld(graph, { dataset })), {
    algorithm: "URDNA2015",
    format: "application/n-quads",
    documentLoader,
  });
  return text.trimEnd().split("\n");
}

test("canonicalises without a network, nothing dropped; dates are typed by how exactly they are known", async () => {
  const triples = await canonical(smallWorld());

  const vocab = "urn:capital-loop:vocab:";
  const xsd = "http://www.w3.org/2001/XMLSchema#";
  expect(triples).toContain(
    `<urn:capital-loop:deal:lab-cloud> <${vocab}announced> "2030-06"^^<${xsd}gYearMonth> .`,
  );
  expect(triples).toContain(
    `<urn:capital-loop:deal:chips-lab-first> <${vocab}announced> "2028"^^<${xsd}gYear> .`,
  );
  expect(triples).toContain(
    `<urn:capital-loop:flow:chips-lab/2> <${vocab}amountUsd> "1.25E9"^^<${xsd}double> .`,
  );
  expect(triples).toContain(
    '<urn:capital-loop:entity:example-chips> <https://schema.org/alternateName> "示例芯片"@zh-hans .',
  );
});

test("each deal says where it is known from: primary documents apart from others", async () => {
  const dataset = await loadDataset(SMALL_WORLD);
  const graph = viewGraph(buildGraph(dataset));

  const triples = await canonical(graph, dataset);

  const sourceOf = (property: string) =>
    new Set(triples.flatMap((line) => (line.includes(`prov#${property}>`) ? [line.split(" ")[0]] : [])));
  const cited = [...sourceOf("hadPrimarySource"), ...sourceOf("wasDerivedFrom")];
  const deals = new Set(graph.mapEdges((_key, { deal }) => `<urn:capital-loop:deal:${deal}>`));
  expect(new Set(cited)).toEqual(deals);
  expect(sourceOf("hadPrimarySource").size).toBeGreaterThan(0);
});

test("any id becomes a name of the web", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(wildText, { minLength: 1, maxLength: 5 }), async (texts) => {
      const graph = emptyGraph("2031-01-01");
      texts.forEach((text, i) => {
        graph.addNode(`${i}${text}`, entityAttributes(text));
        graph.addDirectedEdgeWithKey(
          `${i}${text}`,
          `${i}${text}`,
          `${i}${text}`,
          flowAttributes({ deal: text }),
        );
      });

      expect((await canonical(graph)).length).toBeGreaterThan(texts.length);
    }),
    { numRuns: 20 },
  );
});
