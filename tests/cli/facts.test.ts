/** Figures, statements, lenses, two clocks and renamed ids from outside. */
import { afterAll, describe, expect, test } from "vitest";
import { SIDE_FACTS } from "../side-facts.js";
import { SMALL_WORLD, spoiltWorld } from "../small-world.js";
import { run } from "./run.js";

const world = spoiltWorld(SIDE_FACTS);
afterAll(() => world.remove());

const ask = (command: string, ...args: string[]) => run([command, "--data", world.dir, ...args]);
const json = async (command: string, ...args: string[]) =>
  JSON.parse((await ask(command, ...args, "--format", "json")).stdout);

describe("show ENTITY", () => {
  test("figures by metric and year, ratios with what is missing, what was said", async () => {
    const { stdout } = await ask("show", "example-chips");

    expect(stdout).toContain(
      [
        "health of its spending",
        "  2030    capital spending rate   25%                                                      high   usual below 15%, high above 20%  other figures differ",
        "          effect on cash flow     50%                                                      usual  usual below 100%                 other figures differ",
        "          effect of depreciation  none: the year ended in a loss                                  usual below 100%",
        "  FY2031  capital spending rate   no figure for capital spending                                  usual below 15%, high above 20%",
        "          effect on cash flow     no figure for capital spending, operating cash flow             usual below 100%",
        "          effect of depreciation  no figure for depreciation and amortisation, net income         usual below 100%",
      ].join("\n"),
    );
    expect(stdout).toContain("  net income\n    2030    -$1bn ");
    expect(stdout).toContain("what others said of it\n  2032-02 An analyst expects (an-analyst/orders-2032)");
    expect(stdout).toContain("seen as part of\n  way to power  Gas turbines  path-gas");
  });

  test("as of a day and as known by one", async () => {
    const figures = async (...clocks: string[]) =>
      (await json("show", "example-chips", ...clocks)).figures.map(({ id }: { id: string }) => id);

    expect(await figures("--as-of", "2030-12-30")).toEqual([]);
    expect(await figures("--as-of", "2031-06-30", "--known-by", "2031-06-30")).toEqual([
      "example-chips/capex-2030-2",
    ]);
    const then = await json("show", "example-chips", "--as-of", "2031-03-31");
    expect(then.statements.about.map(({ id }: { id: string }) => id)).toEqual(["example-lab/power-2031"]);
    expect(then.otherDeals).toEqual([]);
  });
});

describe("show", () => {
  test.each([
    ["example-grid", "market", "Example grid (example-grid)"],
    ["example-grid/demand-2035", "figure", "forecast: 80 GW to 100 GW"],
    ["example-lab/power-2031", "statement", "Power will be short before chips are."],
    ["an-analyst", "speaker", "An analyst (an-analyst)"],
    ["ratio-capex-revenue", "lens", "usual below  0.15"],
    ["example-wire/stake-report", "document", "deals that rest on it\n  chips-lab-stake"],
  ])("%s, a %s", async (id, type, words) => {
    expect((await json("show", id)).type).toBe(type);
    expect((await ask("show", id)).stdout).toContain(words);
  });

  test("a renamed id, with one line that says so", async () => {
    const { code, stdout, stderr } = await ask("show", "chips-inc");

    expect(code).toBe(0);
    expect(stdout).toMatch(/^Example Chips \(example-chips\)\n/);
    expect(stderr).toBe('"chips-inc" is now called "example-chips"\n');
    expect((await json("show", "chips-lab-shares")).id).toBe("chips-lab-stake");
  });

  test("what the two sources of one figure have stands on each", async () => {
    const { others } = await json("show", "example-chips/capex-2030");

    expect(others.map(({ id }: { id: string }) => id)).toEqual(["example-chips/capex-2030-2"]);
  });
});

test("a deal's card shows the steps known then, how it was checked, and that nobody bears it out", async () => {
  const { dir, remove } = spoiltWorld([
    [
      "deals/2031/chips-lab-stake.yaml",
      "  - The report has 1.9e9; the filing is followed.",
      [
        "  - over: amount",
        "    values:",
        "      - { says: $1.9bn, source: example-wire/stake-report }",
        "      - { says: $2bn, source: example-lab/second-quarter-filing }",
        "    follows: example-lab/second-quarter-filing",
        "    why: it is the party's own",
        "checked: [{ on: 2032-02-01, confirmed: [amount, kind], note: the day is the report's }]",
        "unconfirmed: { since: 2032-03-01, why: no page found }",
      ].join("\n"),
    ],
  ]);
  const { stdout } = await run(["show", "chips-lab-stake", "--data", dir]);
  const then = await run(["show", "chips-lab-stake", "--data", dir, "--as-of", "2031-05-31"]);
  remove();

  expect(stdout).toContain("unconfirmed    since 2032-03-01: no page found\n");
  expect(stdout).toContain("checked again\n  2032-02-01  confirmed amount, kind  the day is the report's\n");
  expect(stdout).toContain(
    "  amount: $1.9bn (example-wire/stake-report); $2bn (example-lab/second-quarter-filing). Followed:\n" +
      "  example-lab/second-quarter-filing, it is the party's own\n",
  );
  expect(then.stdout).toContain("status\n  2031-03-14  letter of intent  example-wire/stake-report\n\n");
});

test("loops go through renamed ids too", async () => {
  const through = await ask("loops", "--through", "chips-inc", "--count");
  const via = await ask("loops", "--via", "chips-lab-shares", "--count");

  expect([through.stdout, via.stdout]).toEqual(["2\n", "1\n"]);
  expect(through.stderr).toBe('"chips-inc" is now called "example-chips"\n');
});

describe("search", () => {
  test.each([
    [["example", "grid"], "market", "example-grid"],
    [["chips", "operating", "cash", "flow", "2030"], "figure", "example-chips/cash-2030"],
    [["示例芯片", "经营现金流"], "figure", "example-chips/cash-2030"],
    [["warning", "power"], "statement", "example-lab/power-2031"],
    [["gas", "turbines"], "lens", "path-gas"],
  ])("%j", async (words, type, id) => {
    expect((await json("search", ...words)).hits[0]).toMatchObject({ type, id });
  });

  test("only some types, and only what was known", async () => {
    const { hits } = await json("search", "example", "--type", "market,statement");

    expect(new Set(hits.map(({ type }: { type: string }) => type))).toEqual(new Set(["market", "statement"]));
    expect((await json("search", "orders", "double", "--as-of", "2031-12-31")).hits).toEqual([]);
  });
});

describe("figures and statements", () => {
  test("by subject, metric and conflict", async () => {
    const ids = async (...args: string[]) =>
      (await json("figures", ...args)).figures.map(({ id }: { id: string }) => id);

    expect(await ids("--of", "chips-inc", "--metric", "net_income")).toEqual([
      "example-chips/net-income-2030",
    ]);
    expect(await ids("--conflicts")).toEqual(["example-chips/capex-2030", "example-chips/capex-2030-2"]);
    expect(await ids("--of", "example-grid", "--as-of", "2031-01-01")).toEqual([]);
    expect((await ask("figures", "--metric", "power_demand", "--format", "csv")).stdout).toBe(
      "id,subject,metric,what,with,period,ends,value,low,high,text,unit,qualifier,conflict,sources\n" +
        "example-grid/demand-2035,example-grid,power_demand,,,2035,,,80,100,,GW,forecast,,example-wire/stake-report\n",
    );
  });

  test("by speaker, subject and kind", async () => {
    expect((await ask("statements", "--kind", "warning")).stdout).toBe(
      [
        "on          who                 what",
        "2031-03-14  Example Lab  warns  Power will be short before chips are.",
        "",
      ].join("\n"),
    );
    expect((await json("statements", "--by", "an-analyst", "--about", "example-chips")).count).toBe(1);
    expect(await ask("statements", "--by", "an-analyst", "--kind", "advice")).toMatchObject({
      code: 0,
      stderr: "no statements\n",
    });
    expect(await ask("statements", "--by", "nobody")).toMatchObject({
      code: 1,
      stderr: 'no speaker has the id "nobody" in this view; look it up with: capital-loop search\n',
    });
  });
});

describe("diff", () => {
  const small = (...args: string[]) => run(["diff", "--data", SMALL_WORLD, ...args]);

  test("for people, with the counts on stderr", async () => {
    expect(await small("2031-12-31", "2032-06-30")).toEqual({
      code: 0,
      stdout: [
        "what  change  before         after          id",
        "deal  opened  –              closed, $4bn   cloud-bond",
        "deal  closed  signed, $600m  lapsed, $600m  lab-leasing-lease",
        "loop  closed  signed, $600m  –              example-chips>example-lab>example-leasing",
        "",
      ].join("\n"),
      stderr:
        "1 deal opened, 1 deal closed, 0 deals changed; 0 loops opened, 1 loop closed, 0 loops changed\n",
    });
  });

  test("as JSON and CSV, and when nothing changed", async () => {
    const document = JSON.parse((await small("2031-12-31", "2032-06-30", "--format", "json")).stdout);
    const csv = (await small("2031-12-31", "2032-06-30", "--format", "csv")).stdout.split("\n");

    expect(document).toMatchObject({ from: "2031-12-31", to: "2032-06-30", complete: true });
    expect(csv[0]).toMatch(/^type,change,id,/);
    expect(csv).toHaveLength(5);
    expect(await small("2032-06-01", "2032-06-30")).toMatchObject({
      stdout: "",
      stderr: "nothing changed\n",
    });
  });

  test("wrong days are wrong usage", async () => {
    expect(await small("2032-06-30", "2031-12-31")).toEqual({
      code: 2,
      stdout: "",
      stderr: "2032-06-30 comes after 2031-12-31; give the earlier day first\n",
    });
    expect((await small("soon", "2032-06-30")).code).toBe(2);
  });
});

describe("quality", () => {
  test("for people, as JSON, as CSV, and one list", async () => {
    const small = (...args: string[]) => run(["quality", "--data", SMALL_WORLD, ...args]);

    expect((await small()).stdout).toMatch(/^7 deals as of 2032-06-30\n/);
    expect(JSON.parse((await small("--format", "json")).stdout)).toMatchObject({ byTier: { primary: 2 } });
    expect((await small("--format", "csv")).stdout).toMatch(/^id,deals,primary,amountWithoutPrimary,/);
    expect((await small("--list", "missingAmount")).stdout).toBe("chips-cloud-warrant\n");
    expect((await small("--list", "nothing")).code).toBe(2);
  });
});

test("deals that no page bears out are left out unless asked for, and history stays apart", async () => {
  const { dir, remove } = spoiltWorld([
    [
      "deals/2031/chips-cloud-warrant.yaml",
      "summary:",
      "unconfirmed: { since: 2032-03-01, why: no page found }\nsummary:",
    ],
    ["deals/2031/chips-lab-stake.yaml", "summary:", "collection: history\nsummary:"],
  ]);
  const count = async (...args: string[]) =>
    Number((await run(["loops", "--data", dir, "--count", ...args])).stdout);

  expect(await count()).toBe(0);
  expect(await count("--unconfirmed")).toBe(1);
  expect(await count("--collection", "history")).toBe(0);
  remove();
});
