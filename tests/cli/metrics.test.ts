/** `metrics` from outside. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { SMALL_WORLD } from "../small-world.js";
import { MetricsShape } from "./contract.js";
import { run } from "./run.js";

const folder = mkdtempSync(join(tmpdir(), "capital-loop-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

// The seven companies of the design page, in billions; its figures are in tests/oracles.
const WORKED = file(
  "worked.csv",
  [
    "id,source,target,kind,amount,date",
    "d01,Chipco,Labco,equity,10,2025-09-22",
    "d02,Labco,Cloudco,compute,30,2025-10-01",
    "d03,Cloudco,Chipco,purchase,20,2025-11-01",
    "d04,Chipco,Neoco,equity,2,2025-01-15",
    "d05,Neoco,Chipco,purchase,8,2025-03-01",
    "d06,Labco,Neoco,compute,12,2025-04-01",
    "d07,Bank,Neoco,debt,6,2025-02-01",
    "d08,Chipco,Fabco,purchase,15,2025-12-01",
    "d09,Chipco,Neoco,backstop,6.3,2025-09-09",
    "d10,Fund,Labco,equity,20,2025-06-01",
    "d11,Labco,Chipco,purchase,,2025-10-10",
    "",
  ].join("\n"),
);
const OUTSIDE = file("outside.csv", "id,amount\nLabco,12\n");
const worked = (...args: string[]) => run(["metrics", "--graph", WORKED, "--outside", OUTSIDE, ...args]);

describe("metrics", () => {
  test("of any graph, as the contract's JSON", async () => {
    const { code, stdout, stderr } = await worked("--format", "json");

    const { system, entities } = MetricsShape.parse(JSON.parse(stdout));
    expect(code).toBe(0);
    expect(system.finnCyclingIndex).toBeCloseTo(0.142714262432, 9);
    expect(system.averagePathLength).toBeCloseTo(4.23684210526, 9);
    expect(system).toMatchObject({
      basis: "announced",
      entities: 7,
      flows: 11,
      grossUsd: 123,
      circulationUsd: 34,
      bilateralUsd: 4,
      excessUsd: 85,
      loops: 4,
      coverage: { deals: 9, dealsWithoutAmount: 1, dealsLeftOut: { FIN: 0, OPS: 1, CONT: 1 } },
    });
    expect(entities.map(({ id }) => id)).toEqual([
      "Bank",
      "Chipco",
      "Cloudco",
      "Fabco",
      "Fund",
      "Labco",
      "Neoco",
    ]);
    const chipco = entities[1];
    expect(chipco?.roundTrip.proRata).toBeCloseTo(0.239455782313, 9);
    expect(chipco?.roundTrip).toMatchObject({ lower: 0, upper: 12 / 28 });
    expect(chipco).toMatchObject({ topPayer: "Cloudco", topPayee: "Fabco", loops: 4 });
    expect(entities.reduce((sum, { pagerank }) => sum + pagerank, 0)).toBeCloseTo(1, 9);
    expect(entities[0]?.roundTrip).toEqual({ lower: null, proRata: null, upper: null, direct: null });
    expect(stderr).toContain("1 flow without an amount left out, never taken as zero");
  });

  test("for people, those that handle most first", async () => {
    const { stdout } = await worked("--top", "2");

    expect(stdout).toContain("comes back to who paid it       14.3%");
    expect(stdout).toContain("can circulate at most           $34, 27.6% of the gross");
    expect(stdout.split("\n").filter((line) => /^(Labco|Cloudco|Chipco) {2}/.test(line))).toHaveLength(2);
  });

  test("for spreadsheets", async () => {
    const { stdout } = await worked("--format", "csv");

    const [head, first] = stdout.split("\n");
    expect(head).toContain("id,name,partners,inflowUsd,outflowUsd,throughflowUsd,cyclingShare");
    expect(first).toMatch(/^Bank,Bank,1,0,6,6,0,0,,,,,,1,,Neoco,/);
  });

  test("--explain prints the deals and the arithmetic behind a share", async () => {
    const { stdout } = await worked("--explain", "Chipco");

    expect(stdout).toBe(
      [
        "Chipco (Chipco), basis announced",
        "",
        "handles     $28: the larger of $28 paid in and $27 paid out",
        "comes back  23.9%: the sum of the parts below",
        "round trip  0% .. 23.9% .. 42.9% of $28 of recorded sales",
        "",
        "pays: part of all it handles × part that comes back = part of the share",
        "  Fabco  $15  53.6% × 0% = 0%      d08 $15",
        "  Labco  $10  35.7% × 59% = 21.1%  d01 $10",
        "  Neoco  $2   7.14% × 40% = 2.86%  d04 $2",
        "",
        "is paid by",
        "  Cloudco  $20    d03 $20",
        "  Neoco    $8     d05 $8",
        "",
        "round trip: capital it supplied",
        "  Labco  $10    d01 $10",
        "  Neoco  $2     d04 $2",
        "",
        "round trip: purchases × part of the buyer's funding that came from it = $6.7",
        "  Cloudco  $20  × 23.8% (directly 0%) = $4.76   d03 $20",
        "  Neoco    $8   × 24.3% (directly 10%) = $1.94  d05 $8",
        "",
        "does not count",
        "  d09  contingent",
        "  d11  undisclosed",
        "",
      ].join("\n"),
    );
  });

  test("--explain sets reported revenue beside recorded sales", async () => {
    const revenue = file("revenue.csv", "id,amount\nChipco,56\n");
    const { stdout } = await worked("--explain", "Chipco", "--revenue", revenue);

    expect(stdout).toContain("reported revenue  recorded sales are 50% of it, the pro-rata amount 12%");
  });

  test("--dependence: what sellers are paid by parties they finance", async () => {
    const { stdout } = await worked("--dependence", "--format", "json");
    const { basis, sellers } = JSON.parse(stdout);

    expect(basis).toBe("announced");
    expect(sellers).toHaveLength(1);
    expect(sellers[0]).toMatchObject({ seller: "Chipco", fromFinancedUsd: 8, salesUsd: 28, undisclosed: 1 });
  });

  test("--marginal: what each deal adds to the cycling index, the most first", async () => {
    const { stdout } = await worked("--marginal", "--format", "csv");
    const [head, first] = stdout.split("\n");

    expect(head).toBe("deal,usd,indexWithout,change");
    expect(first).toMatch(/^d01,10,0\.008518189\d+,0\.134196072\d+$/);
  });

  test("--schedule: rows of a graph file are paid in the year of their date", async () => {
    const { stdout } = await worked("--schedule", "--format", "json");
    expect(JSON.parse(stdout).years).toEqual([{ year: 2025, usd: 123 }]);
    expect((await worked("--schedule")).stdout).toMatch(/^all together +\$123 /m);
  });

  test("--power needs facts, and says so", async () => {
    const { code, stdout, stderr } = await worked("--power", "--format", "json");
    expect([code, JSON.parse(stdout).companies]).toEqual([0, []]);
    expect(stderr).toContain("a graph file states no capacity");
  });

  test("on the facts of a small world, on each basis", async () => {
    const gross = async (...args: string[]) => {
      const { stdout } = await run(["metrics", "--data", SMALL_WORLD, "--format", "json", ...args]);
      return MetricsShape.parse(JSON.parse(stdout)).system.grossUsd;
    };

    // Up to 2 for the stake, 3 for chips, 5 for computing, 1 in euros at 1.1.
    expect(await gross()).toBeCloseTo(11.1e9, 0);
    // The stake is a ceiling and the chips are announced, not signed.
    expect(await gross("--basis", "contracted")).toBeCloseTo(6.1e9, 0);
    expect(await gross("--basis", "paid")).toBe(0);
    expect(await gross("--basis", "2031")).toBe(0);
  });

  test.each([
    [["--basis", "promised"], 2, '--basis: "promised" does not hold; '],
    [["--explain", "Chpco"], 1, 'no entity has the id "Chpco" in this view; did you mean "Chipco"?'],
    [["--power", "--schedule"], 2, "--schedule and --power: ask for one of them at a time"],
    [["--top", "-1"], 2, "--top lacks its value"],
  ])("%j is refused in one line", async (args, wanted, line) => {
    const { code, stdout, stderr } = await worked(...args);

    expect([code, stdout]).toEqual([wanted, ""]);
    expect(stderr).toContain(line);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  test.each([
    ["id,usd\nLabco,1\n", ':1:1 no column is called "amount"; the first line names the columns'],
    ["id,amount\nLabco,-1\n", ':2:2 amount: "-1" is below zero; write 0 or more'],
    ["id,amount\nLabco,\n", ":2:2 amount: is missing; leave out who has none"],
    ["id,amount\nLabco,1\nLabco,2\n", ':3:1 id: "Labco" comes twice; keep one row of it'],
    ["id,amount\nNobody,1\n", 'no entity has the id "Nobody" in this view'],
  ])("a wrong table of outside income is refused by its place: %j", async (text, line) => {
    const { code, stderr } = await run(["metrics", "--graph", WORKED, "--outside", file("wrong.csv", text)]);

    expect(code).toBe(1);
    expect(stderr).toContain(line);
  });
});
