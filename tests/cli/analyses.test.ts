/** `stress`, `break`, `chance` and `compare` from outside, on the small world: see `tests/small-world.ts`. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { SMALL_WORLD } from "../small-world.js";
import { run } from "./run.js";

const folder = mkdtempSync(join(tmpdir(), "capital-loop-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const small = (command: string, ...args: string[]) => run([command, "--data", SMALL_WORLD, ...args]);

const Loss = z.object({
  id: z.string(),
  directUsd: z.number(),
  lossUsd: z.number(),
  inflowUsd: z.number(),
  share: z.number().nullable(),
});
const Stress = z.object({
  model: z.string(),
  shock: z.object({ cuts: z.record(z.string(), z.number()), defaults: z.array(z.string()) }),
  directUsd: z.number(),
  lostUsd: z.number(),
  multiplier: z.number().nullable(),
  losses: z.array(Loss),
  loopsLost: z.array(z.object({ id: z.string() })),
  defaultsByRound: z.array(z.array(z.string())),
});
const Break = z.object({
  weight: z.string(),
  exact: z.boolean(),
  lowerBound: z.number(),
  removedFlows: z.array(z.string()),
  removedDeals: z.array(z.string()),
  totalWeight: z.number(),
  loops: z.object({ before: z.number(), after: z.number(), left: z.array(z.string()) }),
});

describe("stress", () => {
  test("the lab fails: cloud loses 5bn of 5, so chips 3bn of 4.1, so the lab 2/4.1 of that", async () => {
    const { code, stdout } = await small("stress", "--default", "example-lab", "--format", "json");
    expect(code).toBe(0);
    const found = Stress.parse(JSON.parse(stdout));
    expect(found).toMatchObject({
      model: "cascade",
      shock: { cuts: {}, defaults: ["example-lab"] },
      directUsd: 5e9,
      loopsLost: [{ id: "example-chips>example-lab>example-cloud" }],
    });
    const losses = Object.fromEntries(found.losses.map(({ id, lossUsd }) => [id, lossUsd]));
    expect(losses["example-cloud"]).toBe(5e9);
    expect(losses["example-chips"]).toBeCloseTo(3e9, 0);
    expect(losses["example-lab"]).toBeCloseTo((3e9 / 4.1) * 2, 0);
  });

  test("for people: who loses, and each lost loop; deals behind a loss with --explain", async () => {
    const table = await small("stress", "--default", "example-lab");
    expect(table.stdout).toContain("of all it handles");
    expect(table.stderr).toContain("1 loop lost, 0 weakened");
    const explained = await small("stress", "--default", "example-lab", "--explain", "example-cloud");
    expect(explained.stdout).toMatch(/lab-cloud-compute +example-lab +\$5bn +\$5bn/);
    const csv = await small("stress", "--cut", "lab-cloud-compute=0.4", "--format", "csv");
    // x = 3 + 0.4 x (3/5) x (2/4.1) x: what comes round to the lab comes back by the 40 % that is left.
    expect(csv.stdout.split("\n")[1]).toMatch(
      /^example-cloud,3000000000,3397790055\.2\d*,5000000000,0\.67955/,
    );
  });

  test("clearing takes cash in hand, DebtRank buffers, both as files", async () => {
    const cash = file("cash.csv", "id,amount\nexample-lab,3e9\nexample-leasing,2e9\n");
    const args = ["--default", "example-lab", "--format", "json"];
    const clearing = await small("stress", "--model", "clearing", "--cash", cash, ...args);
    // Without its 3bn the lab has the 2bn that chips pays it, for the 5bn that it owes.
    expect(Stress.parse(JSON.parse(clearing.stdout)).defaultsByRound[0]).toEqual(["example-lab"]);
    const buffers = file("buffers.csv", "id,amount\nexample-lab,1e9\n");
    const debtrank = await small("stress", "--model", "debtrank", "--buffers", buffers, ...args);
    expect(debtrank.code).toBe(1);
    expect(debtrank.stderr).toMatch(/^buffer of example-\w+: 0 stands under an exposure; .+\n$/);
  });

  test("any graph will do", async () => {
    const graph = file("deals.csv", "id,source,target,kind,amount\nx,a,b,loan,4\ny,b,a,compute,2\n");
    const { stdout } = await run(["stress", "--graph", graph, "--cut", "x=0", "--format", "json"]);
    expect(Stress.parse(JSON.parse(stdout))).toMatchObject({ directUsd: 4, loopsLost: [{ id: "a>b" }] });
  });

  test.each([
    [[], 2, "stress: name what fails"],
    [["--cut", "lab-cloud-compute"], 2, '--cut: "lab-cloud-compute" does not hold'],
    [["--cut", "lab-cloud-compute=1.5"], 2, '--cut: "1.5" does not hold'],
    [["--cut", "lab-cloud-computer=0"], 1, 'did you mean "lab-cloud-compute"?'],
    [["--default", "example-lap"], 1, 'did you mean "example-lab"?'],
    [["--default", "example-lab", "--model", "debt-rank"], 2, 'did you mean "debtrank"?'],
    [["--default", "example-lab", "--buffers", "no.csv"], 1, "no.csv: there is no such file"],
    [["--default", "example-lab", "--buffers", "."], 1, ".: this is a folder; give a file"],
    [
      ["--default", "example-lab", "--cash", "cash.csv"],
      2,
      "--cash is not read by cascade; add --model clearing, or leave it out",
    ],
    [
      ["--default", "example-lab", "--model", "clearing", "--buffers", "no.csv"],
      2,
      "--buffers is not read by clearing; add --model cascade or debtrank, or leave it out",
    ],
    [["--default", "example-lab", "--explain", "example-clod"], 1, 'did you mean "example-cloud"?'],
  ])("%j is one clear line", async (args, code, words) => {
    const found = await small("stress", ...args);
    expect(found.code).toBe(code);
    expect(found.stderr).toContain(words);
    expect(found.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(found.stdout).toBe("");
  });
});

describe("break", () => {
  test("the least money: the stake of 2bn; the pair over the undisclosed warrant stays", async () => {
    const { stdout } = await small("break", "--format", "json");
    expect(Break.parse(JSON.parse(stdout))).toEqual({
      weight: "amount",
      exact: true,
      lowerBound: 2e9,
      removedFlows: ["chips-lab-stake/1"],
      removedDeals: ["chips-lab-stake"],
      totalWeight: 2e9,
      loops: { before: 2, after: 1, left: ["example-chips>example-cloud"] },
    });
  });

  test("the fewest flows: cloud's order is on both loops", async () => {
    const { stdout } = await small("break", "--weight", "count", "--format", "json");
    expect(Break.parse(JSON.parse(stdout))).toMatchObject({
      removedDeals: ["cloud-chips-order"],
      totalWeight: 1,
      loops: { before: 2, after: 0 },
    });
    const csv = await small("break", "--weight", "count", "--format", "csv");
    expect(csv.stdout.split("\n")[1]).toBe(
      "cloud-chips-order/1,cloud-chips-order,example-cloud,example-chips,3000000000",
    );
  });

  test("a wrong weight is one clear line", async () => {
    const { code, stderr } = await small("break", "--weight", "amounts");
    expect([code, stderr]).toEqual([2, '--weight: "amounts" does not hold; did you mean "amount"?\n']);
  });
});

describe("chance", () => {
  test("says how many loops there are, how many chance makes, and from which seed", async () => {
    const { stdout } = await small("chance", "--samples", "20", "--seed", "3", "--format", "json");
    const found = z
      .object({ observed: z.number(), samples: z.number(), seed: z.number() })
      .parse(JSON.parse(stdout));
    expect(found).toEqual({ observed: 2, samples: 20, seed: 3 });
    const again = await small("chance", "--samples", "20", "--seed", "3", "--format", "json");
    expect(again.stdout).toBe(stdout);
  });

  test("for people", async () => {
    const { stderr } = await small("chance", "--samples", "5");
    expect(stderr).toContain("2 loops;");
    expect(stderr).toContain("in 5 random graphs from seed 1");
  });
});

describe("compare, on the built-in facts", () => {
  test("OpenAI's contracts as the press counted them, then and now", async () => {
    const { stdout } = await run(["compare", "--format", "json"]);
    const Figure = z.object({ asOf: z.string(), value: z.number().nullable(), deals: z.array(z.string()) });
    const { figures } = z
      .object({
        figures: z.array(
          z.object({
            observation: z.string(),
            published: z.number(),
            onItsDay: Figure.nullable(),
            today: Figure,
            ratio: z.number().nullable(),
            because: z.array(z.string()),
          }),
        ),
      })
      .parse(JSON.parse(stdout));
    const row = (id: string) => figures.find(({ observation }) => observation === id);

    expect(figures.length).toBeGreaterThan(40);
    expect(row("openai/commitments-to-oracle-2025-11")).toMatchObject({
      published: 300e9,
      onItsDay: { value: 300e9, deals: ["openai-oracle-300b-2025"] },
      ratio: 1,
    });
    // The order of November 2025 was raised by 100bn in February 2026.
    expect(row("openai/commitments-to-amazon-2025-11")).toMatchObject({
      published: 38e9,
      onItsDay: { value: 38e9 },
      today: { value: 138e9 },
    });
    for (const { ratio, because } of figures)
      if (ratio === null || ratio < 0.5 || ratio > 2) expect(because).not.toEqual([]);
  });
});
