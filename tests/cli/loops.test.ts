/** `loops` from outside: shapes, numbers, views and formats. */
import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { SMALL_WORLD } from "../small-world.js";
import { CountShape, LoopShape, LoopsShape } from "./contract.js";
import { run } from "./run.js";

const GRAPHS = new URL("../graphs/", import.meta.url).pathname;

const loops = (...args: string[]) => run(["loops", ...args]);
const small = (...args: string[]) => loops("--data", SMALL_WORLD, ...args);

async function jsonOf(...args: string[]) {
  const { stdout } = await small("--format", "json", ...args);
  return LoopsShape.parse(JSON.parse(stdout));
}

/** Each loop's id and bottleneck. */
async function found(...args: string[]): Promise<Record<string, number | null>> {
  const { loops } = await jsonOf(...args);
  return Object.fromEntries(loops.map(({ id, bottleneckUsd }) => [id, bottleneckUsd]));
}

// Every number here is worked by hand in tests/small-world.ts.
describe("the small world", () => {
  test("as JSON, whole", async () => {
    const { elapsedMs, ...rest } = await jsonOf();

    expect(elapsedMs).toBeGreaterThanOrEqual(0);
    expect(rest).toMatchObject({
      graph: { entities: 4, deals: 5, flows: 5, asOf: "2032-06-30" },
      query: { maxLength: 5 },
      count: 2,
      truncated: false,
      reason: null,
      complete: true,
    });
    expect(rest.loops[0]).toEqual({
      id: "example-chips>example-lab>example-cloud",
      length: 3,
      entities: ["example-chips", "example-lab", "example-cloud"],
      legs: [
        {
          from: "example-chips",
          to: "example-lab",
          amountUsd: 2e9,
          deals: ["chips-lab-stake"],
          flows: ["chips-lab-stake/1"],
        },
        {
          from: "example-lab",
          to: "example-cloud",
          amountUsd: 5e9,
          deals: ["lab-cloud-compute"],
          flows: ["lab-cloud-compute/1"],
        },
        {
          from: "example-cloud",
          to: "example-chips",
          amountUsd: 3e9,
          deals: ["cloud-chips-order"],
          flows: ["cloud-chips-order/1"],
        },
      ],
      bottleneckUsd: 2e9,
      totalUsd: 10e9,
      undisclosedLegs: 0,
      pattern: "vendor-financing-chain",
      signature: "COE",
      circularity: "supplier-finances-customer",
      modifiers: ["near-in-time", "time-respecting"],
      firmness: "announced",
      closedOn: "2031-05-20",
      timeOrder: "certain",
      // The stake is "up to": 2 of the 4.1 that chips is paid, all of 5 that the lab pays, 3 of the cloud's 5.
      loopGain: expect.closeTo((2 / 4.1) * (5 / 5) * (3 / 5), 9),
      upperBoundOnly: false,
      bounds: { lowerUsd: 0, upperUsd: 2e9 },
      evidence: [
        {
          from: "example-chips",
          to: "example-lab",
          documents: 2,
          primary: 1,
          statingAmount: 1,
          latest: "2031-08-01",
        },
        {
          from: "example-lab",
          to: "example-cloud",
          documents: 1,
          primary: 1,
          statingAmount: 1,
          latest: "2031-04-02",
        },
        {
          from: "example-cloud",
          to: "example-chips",
          documents: 1,
          primary: 0,
          statingAmount: 1,
          latest: "2031-05-20",
        },
      ],
    });
    expect(rest.loops[1]).toMatchObject({
      id: "example-chips>example-cloud",
      bottleneckUsd: 3e9,
      undisclosedLegs: 1,
      pattern: "equity-for-orders",
      signature: "OW",
    });
  });

  test("as a table, by name", async () => {
    const { stdout, stderr, code } = await small();

    expect(stdout.split("\n")).toEqual([
      "#  loop                                         legs         can go round  pattern                 firmness   closed on",
      "1  Example Chips → Example Lab → Example Cloud     3                 $2bn  vendor-financing-chain  announced  2031-05-20",
      "2  Example Chips → Example Cloud                   2  $3bn, 1 undisclosed  equity-for-orders       announced  2031-05-20",
      "",
    ]);
    expect([stderr, code]).toEqual(["", 0]);
  });

  test("as lines of JSON and as CSV", async () => {
    const lines = (await small("--format", "ndjson")).stdout.trimEnd().split("\n");
    const csv = (await small("--format", "csv")).stdout.trimEnd().split("\n");

    expect(lines.map((line) => LoopShape.parse(JSON.parse(line)).id)).toEqual([
      "example-chips>example-lab>example-cloud",
      "example-chips>example-cloud",
    ]);
    expect(csv).toEqual([
      "id,length,bottleneckUsd,totalUsd,undisclosedLegs,pattern,signature,circularity,firmness,closedOn,timeOrder,deals,loopGain,lowerUsd,upperUsd,modifiers",
      "example-chips>example-lab>example-cloud,3,2000000000,10000000000,0,vendor-financing-chain,COE,supplier-finances-customer,announced,2031-05-20,certain,chips-lab-stake>lab-cloud-compute>cloud-chips-order,0.2926829268292683,0,2000000000,near-in-time+time-respecting",
      "example-chips>example-cloud,2,3000000000,3000000000,1,equity-for-orders,OW,supplier-finances-customer,announced,2031-05-20,certain,chips-cloud-warrant>cloud-chips-order,,0,3000000000,near-in-time+time-respecting+unquantified",
    ]);
  });

  test("on other days, and as it was known", async () => {
    const three = "example-chips>example-lab>example-cloud";
    const two = "example-chips>example-cloud";

    expect(await found("--as-of", "2031-04-30")).toEqual({});
    expect(await found("--as-of", "2031-12-31")).toEqual({
      [three]: 2e9,
      "example-chips>example-lab>example-leasing": 6e8,
      [two]: 3e9,
    });
    // The lease was reported a day after it was signed.
    expect(Object.keys(await found("--as-of", "2031-08-15"))).toHaveLength(3);
    expect(Object.keys(await found("--as-of", "2031-08-15", "--known-by", "2031-08-15"))).toHaveLength(2);
  });

  test("by state, firmness, kind, layer and group", async () => {
    expect(Object.keys(await found("--status", "all"))).toHaveLength(3);
    expect(await found("--status", "lapsed")).toEqual({});
    expect(await found("--firm", "signed")).toEqual({});
    expect(await found("--kind", "warrant,chip_purchase")).toEqual({ "example-chips>example-cloud": 3e9 });
    expect(await found("--layer", "chips,neocloud")).toEqual({ "example-chips>example-cloud": 3e9 });
    expect(await found("--level", "group")).toEqual({
      "example-chips>example-lab>example-cloud": 2e9,
      "example-chips>example-cloud": 4.1e9,
    });
  });

  test("by what a loop is", async () => {
    const only = async (...args: string[]) => Object.keys(await found(...args));

    expect(await only("--through", "example-lab")).toEqual(["example-chips>example-lab>example-cloud"]);
    expect(await only("--through", "example-lab", "--through", "example-leasing")).toEqual([]);
    expect(await only("--via", "chips-cloud-warrant")).toEqual(["example-chips>example-cloud"]);
    expect(await only("--min-length", "3")).toEqual(["example-chips>example-lab>example-cloud"]);
    expect(await only("--max-length", "2")).toEqual(["example-chips>example-cloud"]);
    expect(await only("--min-amount", "2.5e9")).toEqual(["example-chips>example-cloud"]);
    expect(await only("--pattern", "equity-for-orders")).toEqual(["example-chips>example-cloud"]);
    expect(await only("--window", "0")).toEqual(["example-chips>example-cloud"]);
    expect(await only("--time-ordered")).toHaveLength(2);
    expect(await only("--top", "1")).toEqual(["example-chips>example-lab>example-cloud"]);
    expect(await only("--rank", "length")).toEqual([
      "example-chips>example-cloud",
      "example-chips>example-lab>example-cloud",
    ]);
    expect(await only("--per-flow", "--top", "1")).toEqual([
      "example-chips>example-lab>example-cloud#chips-lab-stake/1>lab-cloud-compute/1>cloud-chips-order/1",
    ]);
  });

  test("the query is given back, bound and all", async () => {
    expect((await jsonOf("--top", "1", "--max-length", "none", "--firm", "announced")).query).toEqual({
      maxLength: null,
      top: 1,
      firm: "announced",
    });
    expect((await jsonOf("--top", "1")).count).toBe(2);
    expect(await small("--top", "0")).toEqual({
      code: 0,
      stdout: "",
      stderr: "2 more loops; show them with --top 2\n",
    });
  });

  test("no loop is an empty list, and no failure", async () => {
    expect(await small("--firm", "completed")).toEqual({ code: 0, stdout: "", stderr: "no loops\n" });
    expect((await small("--firm", "completed", "--quiet")).stderr).toBe("");
    expect((await jsonOf("--firm", "completed")).loops).toEqual([]);
  });
});

/** Every order of the seconds of flow-s takes a quarter of a minute; flow-xs shows the same. */
/** A process each: the small files here, the others by the kernels alone in tests/loops/known-graphs.test.ts. */
function isQuick({ graph, kind }: { readonly graph: string; readonly kind: string }): boolean {
  return (
    existsSync(`${GRAPHS}${graph}.txt`) && kind !== "topk" && !(graph === "flow-s" && kind === "temporal")
  );
}

describe("a graph file", () => {
  // tests/graphs/expected.json says where each number comes from.
  const { expected } = JSON.parse(readFileSync(`${GRAPHS}expected.json`, "utf8")) as {
    expected: readonly {
      graph: string;
      kind: string;
      maxLength: number | null;
      throughNode?: number;
      windowSeconds?: number;
      count: number;
      edgeCycleCount?: number;
    }[];
  };

  test.each(
    expected
      .filter(isQuick)
      .map(
        (row) =>
          [row.graph, row.kind, row.maxLength ?? "none", row.throughNode ?? "any", row.count, row] as const,
      ),
  )("%s, %s, up to %s, through %s: %i loops", async (name, kind, maxLength, _through, count, row) => {
    const args = ["--graph", `${GRAPHS}${name}.txt`, "--max-length", String(maxLength), "--count"];
    if (row.throughNode !== undefined) args.push("--through", String(row.throughNode));
    // Loops of single flows in the order of their seconds.
    if (kind === "temporal")
      args.push("--time-ordered", "--per-flow", "--window", String((row.windowSeconds ?? 0) / 86_400));

    const { stdout, code } = await loops(...args);

    expect([Number(stdout), code]).toEqual([count, 0]);
  });

  test("every choice of parallel flows apart", async () => {
    const { stdout } = await loops("--graph", `${GRAPHS}flow-xs.txt`, "--count", "--per-flow");

    expect(stdout).toBe(
      `${expected.find((row) => row.graph === "flow-xs" && row.maxLength === 5)?.edgeCycleCount}\n`,
    );
  });

  test("counts alone as JSON", async () => {
    const { stdout } = await loops(
      "--graph",
      `${GRAPHS}complete-8.txt`,
      "--max-length",
      "none",
      "--count",
      "--format",
      "json",
    );

    expect(CountShape.parse(JSON.parse(stdout))).toMatchObject({ count: 16_064, truncated: false });
  });

  // Worked by hand: a pays itself, a and b pay each other.
  test.each([
    ["a table", "source,target,kind,amount\na,b,warrant,\nb,a,chip_purchase,7\na,a,,1\n"],
    ["a table of tabs", "source\ttarget\tkind\tamount\na\tb\twarrant\t\nb\ta\tchip_purchase\t7\na\ta\t\t1\n"],
    ["a gzipped table", gzipSync("source,target,kind,amount\na,b,warrant,\nb,a,chip_purchase,7\na,a,,1\n")],
    [
      "JSON",
      JSON.stringify({
        nodes: [{ key: "a" }, { key: "b" }],
        edges: [
          { source: "a", target: "b", attributes: { kind: "warrant" } },
          { source: "b", target: "a", attributes: { kind: "chip_purchase", amount: 7 } },
          { source: "a", target: "a" },
        ],
      }),
    ],
  ])("%s on stdin", async (_name, stdin) => {
    const { stdout, code } = await run(["loops", "--graph", "-", "--format", "json"], { stdin });

    const { graph, loops } = LoopsShape.parse(JSON.parse(stdout));
    expect(graph).toEqual({ entities: 2, deals: 3, flows: 3, asOf: "1970-01-01" });
    expect(loops).toMatchObject([
      { id: "a>b", bottleneckUsd: 7, undisclosedLegs: 1, pattern: "equity-for-orders" },
    ]);
    expect(code).toBe(0);
  });

  test("an edge list on stdin, and what an entity pays itself when asked for", async () => {
    const { stdout } = await run(["loops", "--graph", "-", "--min-length", "1", "--format", "ndjson"], {
      stdin: "# two\na b\nb a\na a\n",
    });

    expect(stdout.match(/"id":"[^"]*"/g)).toEqual(['"id":"a"', '"id":"a>b"']);
  });

  test("numbers below zero in an edge list are told of on stderr, and nothing else is on stdout", async () => {
    const { stdout, stderr } = await run(["loops", "--graph", "-", "--count"], {
      stdin: "a b 0 -1\nb a 0 1\n",
    });

    expect(stdout).toBe("1\n");
    expect(stderr).toBe("stdin: 1 amounts below zero are no payments; read as undisclosed\n");
  });

  test("a wrong one is told in lines and ends with 1", async () => {
    const { code, stdout, stderr } = await run(["loops", "--graph", "-"], {
      stdin: "source,target,amount\na,b,1\nb,a,lots\n",
    });

    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      'stdin:3:3 amount: "lots" is not a number; write it in dollars, for example 12.5e9\n',
    );
  });

  test("names cannot move the cursor of a terminal", async () => {
    const stdin = JSON.stringify({
      nodes: [{ key: "a", attributes: { label: "\u001b[2Jgone" } }, { key: "b" }],
      edges: [
        { source: "a", target: "b" },
        { source: "b", target: "a" },
      ],
    });

    const { stdout } = await run(["loops", "--graph", "-"], { stdin });

    expect(stdout).not.toContain("\u001b");
    expect(stdout).toContain("gone → b");
  });
});

/**
 * Layers of entities, each paying all of the next, between a start that pays the first layer and is paid by the
 * last: `width` to the power of `layers` loops. Only the way by the first of every layer is worth $2.
 */
function layered(layers: number, width: number): string {
  const layer = (at: number) => [...Array(width).keys()].map((entity) => `${at}-${entity}`);
  const all = [["start"], ...[...Array(layers).keys()].map(layer), ["start"]];
  const rows = all
    .slice(1)
    .flatMap((to, at) =>
      (all[at] ?? []).flatMap((payer, i) =>
        to.map((payee, j) => `${payer},${payee},${i + j === 0 ? 2 : 1}\n`),
      ),
    );
  return `source,target,amount\n${rows.join("")}`;
}

describe("more loops than a number counts to the last one", () => {
  const ROUNDED = "the count is not exact: above 2^53 its last digits are rounded\n";
  const count = (stdin: string, ...args: string[]) =>
    run(["loops", "--graph", "-", "--max-length", "none", ...args], { stdin });
  const many = layered(30, 4);

  test("are told of beside the count, and in JSON and CSV", async () => {
    const json = await count(many, "--count", "--format", "json");
    const csv = await count(many, "--count", "--format", "csv");

    expect(await count(many, "--count")).toEqual({ code: 0, stdout: `${4 ** 30}\n`, stderr: ROUNDED });
    expect(CountShape.parse(JSON.parse(json.stdout))).toMatchObject({ count: 4 ** 30, isExact: false });
    expect(csv.stdout).toMatch(/^count,truncated,elapsedMs,isExact\n1152921504606847000,false,\d+,false\n$/);
    expect((await count(many, "--count", "--quiet")).stderr).toBe("");
  });

  test("are told of beside the strongest of them", async () => {
    const stdin = layered(60, 2);
    const { stdout, stderr } = await count(stdin, "--top", "1");
    const json = JSON.parse((await count(stdin, "--top", "1", "--format", "json")).stdout);

    expect(stdout).toMatch(/^1 .* 61 .*\$2 /m);
    expect(stderr).toBe(`1,152,921,504,606,847,000 more loops\n${ROUNDED}`);
    expect(json).toMatchObject({ count: 2 ** 60, isExact: false, truncated: false });
    expect(json.loops).toHaveLength(1);
  });

  test("are told of where no number can be written", async () => {
    const stdin = layered(1100, 2);
    const { stdout } = await count(stdin, "--count", "--format", "json");

    expect(CountShape.parse(JSON.parse(stdout))).toMatchObject({ count: null, isExact: false });
    expect(await count(stdin, "--count")).toEqual({
      code: 0,
      stdout: "Infinity\n",
      stderr: "there are more loops than the largest number that can be written, 1.8e308\n",
    });
  });

  test("a count that holds to the last one says so", async () => {
    const exact = layered(8, 4);
    const json = JSON.parse((await count(exact, "--format", "json", "--top", "1")).stdout);

    expect(json).toMatchObject({ count: 4 ** 8, isExact: true });
    expect(await count(exact, "--count")).toEqual({ code: 0, stdout: `${4 ** 8}\n`, stderr: "" });
  });
});

test("a budget ends a search that would not end, and the result says so", async () => {
  const { code, stdout, stderr } = await loops(
    "--graph",
    `${GRAPHS}flow-s.txt`,
    "--max-length",
    "none",
    "--budget",
    "0.2",
    "--count",
    "--format",
    "json",
  );

  expect(CountShape.parse(JSON.parse(stdout)).truncated).toBe(true);
  expect(stderr).toBe("stopped at the budget: there may be more; raise --budget\n");
  expect(code).toBe(0);
});

test("the facts of the package are searched when nothing else is named", async () => {
  const { stdout } = await loops(
    "--through",
    "amd",
    "--through",
    "openai",
    "--max-length",
    "2",
    "--format",
    "json",
  );

  expect(LoopsShape.parse(JSON.parse(stdout)).loops[0]).toMatchObject({ id: "amd>openai", signature: "OW" });
});
