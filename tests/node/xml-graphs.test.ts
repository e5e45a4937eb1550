/** Graphs in XML: other programs' files, and files that mean harm. */
import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { CapitalLoopError } from "../../src/errors.js";
import { viewGraph } from "../../src/graph/view.js";
import { countLoops } from "../../src/loops/find.js";
import { readGraph } from "../../src/node/read-graph.js";

const FILES = new URL("../graph-files/", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "capital-loop-xml-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function readWithWarnings(path: string) {
  const warnings: string[] = [];
  const graph = await readGraph(path, { onWarning: (text) => warnings.push(text.replace(`${path}: `, "")) });
  return { graph, warnings };
}
const fixture = (name: string) => readWithWarnings(join(FILES, name));

describe("other programs' files", () => {
  test.each(["portable-1.3.gexf", "portable-1.2draft.gexf"])("every field that is ours: %s", async (name) => {
    const { graph } = await fixture(name);

    expect([graph.order, graph.size, graph.getAttribute("asOf")]).toEqual([2, 3, "2025-09-22"]);
    expect(graph.getNodeAttribute("a", "label")).toBe("英伟达 NVIDIA");
    expect(graph.getEdgeAttributes("e1")).toMatchObject({
      title: "L",
      amountUsd: 100_000_000_000,
      announced: "2025-09-22",
      kind: name.includes("1.3") ? "equity_investment" : null,
    });
    // It ends in 2030, which on the graph's day has not come.
    expect(graph.getEdgeAttribute("e1", "steps").map(({ on, is }) => [on, is])).toEqual([
      ["2025-09-22", "signed"],
      ["2030-01-01", "lapsed"],
    ]);
    expect(graph.getEdgeAttributes("e3")).toMatchObject({ amountUsd: null, announced: null });
    expect(countLoops(viewGraph(graph)).count).toBe(1);
  });

  test("a status that changes is the history, spells are lives, a strange kind is none: dynamic-1.3.gexf", async () => {
    const { graph, warnings } = await fixture("dynamic-1.3.gexf");

    const steps = (edge: string) => graph.getEdgeAttribute(edge, "steps").map(({ on, is }) => `${on} ${is}`);
    expect(steps("e1")).toEqual(["2025-09-22 announced", "2025-12-01 signed"]);
    expect(steps("e2")).toEqual(["2025-01-01 signed", "2025-02-01 lapsed", "2026-01-01 signed"]);
    expect(graph.getEdgeAttribute("e1", "amountUsd")).toBe(100_000_000_000);
    expect(warnings).toEqual(['kind: 1 value means nothing here, such as "chips"; passed over']);
  });

  test.each(["networkx-simple.gexf", "networkx-simple.graphml"])("%s", async (name) => {
    const { graph } = await fixture(name);

    const flows = graph.mapEdges((_key, { kind, amountUsd, announced }, from, to) => [
      from,
      to,
      kind,
      amountUsd,
      announced,
    ]);
    expect(flows).toEqual([
      ["lab", "cloud", "compute_purchase", 5e9, "2031-01-02"],
      ["cloud", "chips", "chip_purchase", 3e9, "2031-02"],
      ["chips", "lab", "equity_investment", null, "2031"],
    ]);
    expect(graph.mapNodes((_id, { label }) => label)).toEqual([
      "Example Lab 实验室",
      "Example Cloud",
      '"Chips" & <Sons>',
    ]);
    expect(graph.getNodeAttribute("lab", "country")).toBe("US");
    expect(graph.getAttribute("asOf")).toBe("2031-12-31");
  });

  test("NetworkX numbers the edges of each pair anew: networkx-parallel.graphml", async () => {
    const { graph, warnings } = await fixture("networkx-parallel.graphml");

    expect(graph.mapEdges((key, { amountUsd }) => [key, amountUsd])).toEqual([
      ["0", 1],
      ["1", 2],
      ["0~2", 4],
    ]);
    expect(warnings).toEqual(["1 edges have the id of another; told apart by a number"]);
    expect((await fixture("networkx-parallel.gexf")).graph.size).toBe(3);
  });

  test("graphology.gexf", async () => {
    const { graph } = await fixture("graphology.gexf");

    expect(
      graph.mapEdges((key, { kind, amountUsd, announced }) => [key, kind, amountUsd, announced]),
    ).toEqual([
      ["one", "loan", 5, "2031-01-01"],
      ["two", null, 6, null],
      ["back", null, 1, null],
    ]);
    expect(graph.getNodeAttributes("a")).toMatchObject({ label: "甲", country: "CN" });
  });

  test("gephi.gexf", async () => {
    const { graph } = await fixture("gephi.gexf");

    expect(graph.getEdgeAttributes("0")).toMatchObject({ amountUsd: 5e9, announced: "2031-01" });
    expect(graph.getEdgeAttributes("1")).toMatchObject({ amountUsd: null, title: "pays back" });
    // Saved by somebody else on some day: the graph is seen from the last of its own dates.
    expect(graph.getAttribute("asOf")).toBe("2031-01-31");
  });

  test("moments are days, of values that change the last one stands: gephi-dynamic.gexf", async () => {
    const { graph } = await fixture("gephi-dynamic.gexf");

    expect(graph.getEdgeAttributes("1")).toMatchObject({
      announced: "2030-01-05",
      amountUsd: 2,
      state: "lapsed",
    });
    expect(viewGraph(graph, { asOf: "2030-02-15" }).size).toBe(2);
    expect(viewGraph(graph, { asOf: "2030-04-01" }).size).toBe(1);
    expect(viewGraph(graph, { asOf: "2031-01-01" }).mapEdges((_key, _flow, from) => from)).toEqual(["b"]);
  });

  test("prefixes, nodes in nodes, edges before their ends: nested-1.2.gexf", async () => {
    const { graph } = await fixture("nested-1.2.gexf");

    expect(graph.mapNodes((id, { label }) => [id, label])).toEqual([
      ["outside", "Outside"],
      ["inside", "Inside"],
    ]);
    expect(graph.extremities("e")).toEqual(["inside", "outside"]);
  });

  test("keys for all, defaults, drawings, a graph in a node: yed.graphml", async () => {
    const { graph } = await fixture("yed.graphml");

    expect(graph.mapNodes((id, { label }) => [id, label])).toEqual([
      ["n0", "A & B"],
      ["n1", "no name"],
      ["n2", "no name"],
      ["n2::n0", "no name"],
    ]);
    expect(graph.mapEdges((key, { amountUsd }) => [key, amountUsd])).toEqual([
      ["n2::e0", 1.5],
      ["e0", 7],
    ]);
  });

  test("igraph.graphml, and gzipped under another name", async () => {
    const { graph } = await fixture("igraph.graphml");
    const packed = join(folder, "packed.gexf.gz");
    writeFileSync(packed, gzipSync(readFileSync(join(FILES, "igraph.graphml"))));

    expect(graph.mapNodes((_id, { label }) => label)).toEqual(["甲", "乙"]);
    expect((await readGraph(packed)).export()).toEqual(graph.export());
  });

  test("a weight is no amount, and that is said", async () => {
    const path = join(folder, "weights.gexf");
    writeFileSync(path, gexf('<node id="a"/><node id="b"/>', '<edge source="a" target="b" weight="9"/>'));

    const { graph, warnings } = await readWithWarnings(path);

    expect(graph.getEdgeAttribute("1", "amountUsd")).toBeNull();
    expect(warnings).toEqual([expect.stringMatching(/^no edge states an amount; .* never from a weight$/)]);
  });
});

const gexf = (nodes: string, edges: string) =>
  `<gexf>\n<graph defaultedgetype="directed">\n<nodes>${nodes}</nodes>\n<edges>${edges}</edges>\n</graph>\n</gexf>`;
const graphml = (inside: string) =>
  `<graphml>\n<graph edgedefault="directed">\n${inside}\n</graph>\n</graphml>`;

/** An entity that would unfold to a thousand million times itself. */
const BOMB = `<?xml version="1.0"?>
<!DOCTYPE gexf [<!ENTITY a "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${"bcdefghij"[i]} "${`&${"abcdefghi"[i]};`.repeat(10)}">`).join("")}]>
<gexf><meta><creator>&j;</creator></meta></gexf>`;

describe("a file that cannot be meant is refused in one line", () => {
  test.each<[what: string, text: string | Buffer, line: RegExp]>([
    ["entities", BOMB, /:3:\d+ undefined entity; /],
    [
      "a document of another kind",
      "<svg/>",
      /:1:1 the file begins with <svg>; a graph begins with <gexf> or <graphml>$/,
    ],
    ["nothing", "", /:1:1 the file is empty; /],
    ["a file cut off", gexf("<node id='a'/>", "").slice(0, 70), /unclosed tag/],
    ["half a tag", "<gexf><graph", /:1:\d+ /],
    ["NUL bytes", `<gexf>${"\0".repeat(9)}</gexf>`, /:1:\d+ disallowed character; /],
    [
      "Latin-1 that says so",
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><gexf/>'),
      /written in ISO-8859-1; save it as UTF-8$/,
    ],
    [
      "Latin-1 that does not",
      Buffer.from("<gexf>caf\xe9</gexf>", "latin1"),
      /: this is not UTF-8 text; save it as UTF-8$/,
    ],
    ["UTF-16", Buffer.from("\ufeff<gexf/>", "utf16le"), /: this is not UTF-8 text; save it as UTF-8$/],
    ["a gzip cut off", gzipSync(gexf("", "")).subarray(0, 40), /the gzipped file ends in the middle/],
    [
      "an id that every object has",
      gexf('<node id="__proto__"/>', ""),
      /:3:8 node: "__proto__" cannot be an entity's id/,
    ],
    [
      "an edge from such an id",
      gexf('<node id="a"/>', '<edge source="constructor" target="a"/>'),
      /:4:8 edge: "constructor" cannot be/,
    ],
    ["a node without an id", gexf('<node label="a"/>', ""), /:3:8 node: is missing; name the entity$/],
    [
      "a node that stands twice",
      gexf('<node id="a"/><node id="a"/>', ""),
      /:3:22 the node "a" stands twice; /,
    ],
    [
      "an edge to nobody",
      gexf('<node id="nvidia"/>', '\n<edge source="nvidia" target="nvidai"/>'),
      /:5:1 no node has the id "nvidai"; did you mean "nvidia"\?$/,
    ],
    [
      "an edge that is not directed",
      "<gexf><graph><nodes><node id='a'/></nodes><edges><edge source='a' target='a'/></edges></graph></gexf>",
      /does not say that its edges are directed; money moves one way/,
    ],
    [
      "an undirected edge of GraphML",
      graphml('<node id="a"/><edge source="a" target="a" directed="false"/>'),
      /:3:15 an edge is undirected; /,
    ],
    ["a hyperedge", graphml("<hyperedge/>"), /:3:1 a hyperedge has more than two ends; /],
    [
      "an amount below zero",
      graphml(
        '<key id="a" attr.name="amount" for="edge"/><node id="a"/><edge source="a" target="a"><data key="a">-1</data></edge>',
      ),
      /amount: "-1" is below zero; /,
    ],
  ])("%s", async (_what, text, line) => {
    const path = join(folder, "bad.gexf");
    writeFileSync(path, text);

    const error = await readGraph(path).catch((fault: unknown) => fault);

    expect(error).toBeInstanceOf(CapitalLoopError);
    const { message } = error as CapitalLoopError;
    expect(message).toMatch(line);
    expect(message.split("\n")).toHaveLength(1);
    expect(message.startsWith(path)).toBe(true);
  });

  test.each(["networkx-undirected.gexf", "networkx-undirected.graphml"])("%s", async (name) => {
    await expect(readGraph(join(FILES, name))).rejects.toThrow(/undirected|directed/);
  });

  /** The gigabyte is made as it is read: nobody keeps it, and the reader gives up long before its end. */
  const MEGABYTE = 1 << 20;
  test.each<[what: string, begin: string, piece: string, line: RegExp]>([
    ["elements in one another", "<gexf>", "<nodes>".repeat(9000), /more than 100 deep/],
    ["blanks", "<gexf>", " ".repeat(MEGABYTE), /characters without a tag/],
    ["one name", "<", "a".repeat(MEGABYTE), /characters without a tag/],
    ["one value", '<gexf version="', "x".repeat(MEGABYTE), /characters without a tag/],
    ["a comment", "<!--", "x".repeat(MEGABYTE), /characters without a tag/],
    ["entities", "<!DOCTYPE gexf [", '<!ENTITY a "b">'.repeat(70_000), /characters without a tag/],
  ])("a gigabyte of %s", async (_what, begin, piece, line) => {
    const run = await readStdin(function* () {
      yield begin;
      for (let written = 0; written < 1024 * MEGABYTE; written += piece.length) yield piece;
    });

    expect(run.code).toBe(1);
    expect(run.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(run.stderr).toMatch(line);
    expect(run.megabytes).toBeLessThan(400);
  });

  test("a gigabyte that gzip makes small", async () => {
    const path = join(folder, "bomb.gexf.gz");
    const { createGzip } = await import("node:zlib");
    const blanks = Buffer.alloc(MEGABYTE, " ");
    function* gigabyte() {
      yield Buffer.from("<gexf>");
      for (let i = 0; i < 64; i++) yield blanks;
    }
    await pipeline(Readable.from(gigabyte()), createGzip(), createWriteStream(path));

    await expect(readGraph(path)).rejects.toThrow(/characters without a tag/);
  });
});

const PROGRAM = `
import { readGraph } from ${JSON.stringify(new URL("../../dist/node.js", import.meta.url).href)};
await readGraph("-").catch((error) => { console.error(error.message); process.exitCode = 1; });
console.log(process.resourceUsage().maxRSS / 1000);
process.exit();
`;

/** Reads a text on stdin in a process of its own, so that its memory can be looked at. */
function readStdin(
  text: () => Iterable<string>,
): Promise<{ code: number | null; stderr: string; megabytes: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", PROGRAM], { stdio: "pipe" });
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (piece) => {
      stdout += piece;
    });
    child.stderr.on("data", (piece) => {
      stderr += piece;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stderr, megabytes: Number(stdout) }));
    // A reader that has seen enough closes its end.
    pipeline(Readable.from(text()), child.stdin).catch(() => {});
  });
}
