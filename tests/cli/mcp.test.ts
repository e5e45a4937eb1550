/** `mcp` as an assistant meets it: the SDK's own client, over stdio, on the small world (`tests/small-world.ts`). */
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { SMALL_WORLD } from "../small-world.js";
import { MAIN, run } from "./run.js";

const client = new Client({ name: "tests", version: "1.0.0" });
let noise = "";

beforeAll(async () => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [MAIN, "mcp", "--data", SMALL_WORLD],
    stderr: "pipe",
  });
  transport.stderr?.on("data", (piece: Buffer) => {
    noise += piece.toString();
  });
  await client.connect(transport);
  // The client checks every answer against the schema of its tool once it has the list.
  await client.listTools();
});
afterAll(() => client.close());

const Text = z.array(z.strictObject({ type: z.literal("text"), text: z.string() })).length(1);
const Answer = z.looseObject({
  asOf: z.string(),
  deals: z.array(z.object({ id: z.string(), sources: z.array(z.string()).min(1) })),
  sources: z.array(z.object({ id: z.string(), publisher: z.string(), tier: z.string() })),
  leftOut: z.record(z.string(), z.int()),
});

async function ask(name: string, given: Record<string, unknown> = {}) {
  const { isError = false, content, structuredContent } = await client.callTool({ name, arguments: given });
  const [{ text } = { text: "" }] = Text.parse(content);
  return { isError, text, structuredContent };
}

async function answer(name: string, given?: Record<string, unknown>) {
  const { isError, text, structuredContent } = await ask(name, given);
  expect(isError, text).toBe(false);
  expect(JSON.parse(text)).toEqual(structuredContent);
  return Answer.parse(structuredContent);
}

describe("what is offered", () => {
  test("typed tools that only read, described, with the contract's commands as names", async () => {
    const { tools } = await client.listTools();

    expect(tools.map(({ name }) => name)).toEqual([
      "loops",
      "paths",
      "show",
      "search",
      "stress",
      "break",
      "metrics",
      "diff",
      "quality",
    ]);
    for (const { description, inputSchema, outputSchema, annotations } of tools) {
      expect(description?.length).toBeGreaterThan(40);
      expect(inputSchema).toMatchObject({ type: "object", additionalProperties: false });
      expect(outputSchema?.required).toEqual(expect.arrayContaining(["asOf", "deals", "sources", "leftOut"]));
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false });
    }
  });

  test("the server says who it is and how to read an answer", () => {
    expect(client.getServerVersion()?.name).toBe("capital-loop");
    expect(client.getInstructions()).toContain("null is undisclosed");
  });
});

describe("answers name their day, deals and sources", () => {
  test("loops: two on the last day, the strongest first", async () => {
    const found = await answer("loops");

    expect(found).toMatchObject({ asOf: "2032-06-30", count: 2, complete: true, leftOut: {} });
    expect(found.loops).toMatchObject([
      { id: "example-chips>example-lab>example-cloud", bottleneckUsd: 2e9, totalUsd: 1e10 },
      { id: "example-chips>example-cloud", undisclosedLegs: 1, pattern: "equity-for-orders" },
    ]);
    expect(found.deals.map(({ id }) => id)).toContain("chips-cloud-warrant");
    const known = new Set(found.sources.map(({ id }) => id));
    for (const { sources } of found.deals) for (const id of sources) expect(known).toContain(id);
  });

  test("loops of another day, and a list that is cut says by how much", async () => {
    const then = await answer("loops", { asOf: "2031-12-31", top: 1 });

    expect(then).toMatchObject({ asOf: "2031-12-31", count: 3, leftOut: { loops: 2 } });
    expect(then.loops).toHaveLength(1);
  });

  test("paths: from chips to cloud by its warrant, or through the lab it invests in", async () => {
    const found = await answer("paths", { from: "example-chips", to: "example-cloud" });
    const one = await answer("paths", { from: "example-chips", to: "example-cloud", top: 1 });

    expect(found).toMatchObject({ asOf: "2032-06-30", count: 2, complete: true, leftOut: {} });
    expect(found.paths).toMatchObject([
      { id: "example-chips>example-lab>example-cloud", bottleneckUsd: 2e9, undisclosedLegs: 0 },
      { id: "example-chips>example-cloud", bottleneckUsd: null, undisclosedLegs: 1 },
    ]);
    expect(found.deals.map(({ id }) => id)).toContain("chips-lab-stake");
    expect(one).toMatchObject({ count: 2, paths: { length: 1 }, leftOut: { paths: 1 } });
  });

  test("show: a deal with its record, an entity with its flows, a loop with its legs", async () => {
    const deal = await answer("show", { id: "chips-lab-stake" });
    const entity = await answer("show", { id: "example-chips", top: 1 });
    const loop = await answer("show", { id: "example-chips>example-cloud" });

    expect(deal).toMatchObject({ type: "deal", deals: [{ id: "chips-lab-stake" }] });
    expect(deal.sources.length).toBeGreaterThan(0);
    expect(entity).toMatchObject({ type: "entity", leftOut: { pays: 1, paid: 1 } });
    expect(loop).toMatchObject({ type: "loop", card: { length: 2 } });
  });

  test("diff: the lease lapsed between the two days, and its loop closed with it", async () => {
    const found = await answer("diff", { from: "2031-12-31", to: "2032-06-30" });

    expect(found).toMatchObject({
      asOf: "2032-06-30",
      complete: true,
      changedDeals: { closed: [{ id: "lab-leasing-lease" }] },
      changedLoops: { closed: [{ id: "example-chips>example-lab>example-leasing" }] },
    });
  });

  test("quality: how many deals, by the tier of their best source, and the deals of one list", async () => {
    const all = await answer("quality");
    const some = await answer("quality", { list: "missingAmount" });

    expect(all).toMatchObject({ asOf: "2032-06-30", count: 7 });
    expect(Object.keys(some.lists as object)).toEqual(["missingAmount"]);
  });

  test("search: by a name, and by nothing that is there", async () => {
    expect(await answer("search", { text: "Example Lab" })).toMatchObject({
      asOf: "2032-06-30",
      hits: expect.arrayContaining([{ type: "entity", id: "example-lab", name: expect.any(String) }]),
    });
    expect(await answer("search", { text: "zzzzzz" })).toMatchObject({ hits: [], sources: [] });
  });

  test("stress: the lab fails, and cloud loses its 5bn", async () => {
    const found = await answer("stress", { defaults: ["example-lab"] });

    expect(found).toMatchObject({ model: "cascade", directUsd: 5e9 });
    expect(found.losses).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: "example-cloud", lossUsd: 5e9 })]),
    );
    expect(found.deals.map(({ id }) => id)).toContain("lab-cloud-compute");
  });

  test("break: the 2bn stake is the least that leaves no loop of money", async () => {
    expect(await answer("break")).toMatchObject({
      exact: true,
      totalWeight: 2e9,
      removedDeals: ["chips-lab-stake"],
      deals: [{ id: "chips-lab-stake" }],
    });
  });

  test("metrics: the whole with its entities, or one with the deals behind its shares", async () => {
    const whole = await answer("metrics", { top: 2 });
    const one = await answer("metrics", { id: "example-chips" });

    expect(whole).toMatchObject({ system: { basis: "announced", entities: 4 }, explanation: null });
    expect(whole).toMatchObject({ entities: { length: 2 }, leftOut: { entities: 2 } });
    expect(one).toMatchObject({
      entities: [{ id: "example-chips" }],
      explanation: { id: "example-chips" },
    });
    expect(one.deals.length).toBeGreaterThan(0);
  });
});

describe("a wrong question has one clear line for an answer", () => {
  test.each([
    ["loops", { through: ["exmaple-lab"] }, /^no entity has the id "exmaple-lab" .*"example-lab"\?$/],
    ["loops", { trough: ["x"] }, 'trough: unknown field "trough"; did you mean "through"?'],
    ["loops", { top: 1000 }, /^top: "1000" does not hold; /],
    ["loops", { maxLength: 50 }, /^maxLength: "50" does not hold; /],
    [
      "loops",
      { asOf: "2032-02-30" },
      'asOf: "2032-02-30" does not hold; give a day of the calendar, such as 2026-11-21',
    ],
    ["paths", { from: "example-lab" }, "to: is missing; add it: a text"],
    ["paths", { from: "example-lab", to: "example-clod" }, /^no entity has the id "example-clod"/],
    ["paths", { from: "example-lab", to: "example-lab" }, /^a way from example-lab back to itself is a loop/],
    ["show", {}, "id: is missing; add it: a text"],
    ["show", { id: "constructor" }, /^no entity, deal or loop has the id "constructor"; /],
    ["show", { id: "x".repeat(5000) }, /^id: /],
    ["search", { text: "  " }, /give a name to look for$/],
    ["stress", {}, "nothing fails: name a deal to cut or an entity that defaults"],
    ["stress", { cuts: { "chips-lab-stake": 2 } }, /^cuts\.chips-lab-stake: /],
    [
      "stress",
      { cuts: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`deal-${i}`, 0])) },
      'cuts: "this object" does not hold; cut at most 50 deals',
    ],
    ["break", { basis: "hoped" }, /give announced, contracted, paid, or a year such as 2026$/],
    [
      "diff",
      { from: "2032-06-30", to: "2031-12-31" },
      "from: 2032-06-30 comes after 2031-12-31; give the earlier day first",
    ],
    ["metrics", { id: "nobody" }, /^no entity has the id "nobody"/],
  ])("%s %j", async (name, given, line) => {
    const { isError, text } = await ask(name, given);

    expect(isError).toBe(true);
    expect(text).not.toContain("\n");
    expect(text).toMatch(line);
  });

  test("a tool that is not there is a fault of the protocol", async () => {
    await expect(client.callTool({ name: "loop", arguments: {} })).rejects.toThrow(
      'there is no tool "loop"; did you mean "loops"?',
    );
    await expect(client.callTool({ name: "__proto__", arguments: {} })).rejects.toThrow("there is no tool");
  });
});

test("nothing but the protocol is said, and the server ends with its client's stdin", async () => {
  const ended = await run(["mcp", "--data", SMALL_WORLD], { stdin: "" });

  expect(ended).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(noise).toBe("");
});

test("a line that is no message is passed over and told on stderr, and the next one is answered", async () => {
  const ping = '{"jsonrpc":"2.0","id":7,"method":"ping"}';

  const ended = await run(["mcp", "--data", SMALL_WORLD], { stdin: `what?\n{"id":1}\n${ping}\n` });

  expect(ended).toEqual({
    code: 0,
    stdout: '{"result":{},"jsonrpc":"2.0","id":7}\n',
    stderr: [
      "stdin: a line that is no JSON was passed over; send one message a line\n",
      "stdin: a line that is no JSON-RPC 2.0 was passed over; send one message a line\n",
    ].join(""),
  });
});

test("a line without end ends the server, in one line", async () => {
  const ended = await run(["mcp", "--data", SMALL_WORLD], { stdin: "x".repeat(2 ** 21) });

  expect(ended).toEqual({
    code: 1,
    stdout: "",
    stderr: "stdin: more than 1 MB without the end of a line; send one message a line\n",
  });
});

test("the built-in facts, asked for as much as may be asked, answer within bounds and say what they left out", async () => {
  const big = new Client({ name: "tests", version: "1.0.0" });
  await big.connect(new StdioClientTransport({ command: process.execPath, args: [MAIN, "mcp"] }));
  for (const [name, given] of [
    ["loops", { maxLength: 8, top: 100, status: "all" }],
    ["paths", { from: "microsoft", to: "nvidia", maxLength: 8, top: 100 }],
    ["show", { id: "nvidia", top: 100 }],
    ["diff", { from: "2020-01-01", to: "2026-11-21", top: 100 }],
  ] as const) {
    const { content, structuredContent } = await big.callTool({ name, arguments: given });
    const { leftOut } = Answer.parse(structuredContent);
    const [{ text } = { text: "" }] = Text.parse(content);

    expect(text.length, name).toBeLessThan(500_000);
    expect(Object.keys(leftOut).length, name).toBeGreaterThan(0);
  }
  await big.close();
}, 120_000);
