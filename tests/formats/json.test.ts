import fc from "fast-check";
import { MultiDirectedGraph } from "graphology";
import { expect, test } from "vitest";
import { toJson } from "../../src/formats/json.js";
import { compareIds } from "../../src/model/ids.js";
import { graphOf, smallRows } from "../world.js";
import { smallWorld } from "./small-world.js";

test("the small world, written as JSON", async () => {
  await expect(toJson(smallWorld())).toMatchFileSnapshot("../golden/small-world.json");
});

test("the same graph gives the same bytes, however it was put together", () => {
  expect(toJson(smallWorld(2))).toBe(toJson(smallWorld()));
});

test("graphology reads back all that it would have exported itself, in the order of ids", () => {
  fc.assert(
    fc.property(smallRows, (rows) => {
      const graph = graphOf(rows);
      const { nodes, edges, ...rest } = graph.export();

      const written: unknown = JSON.parse(toJson(graph));

      expect(written).toEqual({
        ...rest,
        nodes: nodes.sort((a, b) => compareIds(a.key, b.key)),
        edges: edges.sort((a, b) => compareIds(a.key ?? "", b.key ?? "")),
      });
      expect(MultiDirectedGraph.from(JSON.parse(toJson(graph))).size).toBe(graph.size);
    }),
  );
});
