/** Graph files' texts, from no file: what the library's own door reads in a browser as in Node. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CapitalLoopError, findLoops, readGraphText } from "../../src/index.js";
import { readGraph } from "../../src/node/read-graph.js";
import { pieces } from "./pieces.js";

const FILES = new URL("../graph-files/", import.meta.url).pathname;

test.each(["gephi.gexf", "networkx-parallel.graphml", "portable-1.3.gexf"])(
  "%s in small pieces is the graph of the file",
  async (name) => {
    const text = readFileSync(FILES + name, "utf8");
    const cuts = Array.from({ length: text.length / 7 }, (_, i) => 7 * i);

    const graph = await readGraphText(name, pieces(text, cuts));

    expect(graph.export()).toEqual((await readGraph(FILES + name)).export());
  },
);

test("a table's loops, and its faults by the name it was given", async () => {
  const graph = await readGraphText("mine.csv", pieces("source,target,amount\na,b,5\nb,a,3\n", [10, 25]));
  expect([...findLoops(graph)].map(({ id, bottleneckUsd }) => [id, bottleneckUsd])).toEqual([["a>b", 3]]);

  const failing = readGraphText("C:\\data\\mine.csv", pieces("source,target,amount\na,b,x\n"));
  await expect(failing).rejects.toThrow('C:\\data\\mine.csv:2:3 amount: "x" is not a number');
  await expect(failing).rejects.toBeInstanceOf(CapitalLoopError);
});

test("a name that says no format is refused before anything is read", async () => {
  await expect(readGraphText("mine.xlsx", pieces(""))).rejects.toMatchObject({ code: "unknown-format" });
});
