/** `show`, `search`, `validate` and `export` from outside. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { FORMATS, WRITTEN_FORMATS } from "../../src/formats/index.js";
import { SMALL_WORLD, spoiltWorld } from "../small-world.js";
import { ValidateShape } from "./contract.js";
import { run } from "./run.js";

const folder = mkdtempSync(join(tmpdir(), "capital-loop-"));
afterAll(() => rmSync(folder, { recursive: true }));

const small = (command: string, ...args: string[]) => run([command, "--data", SMALL_WORLD, ...args]);

describe("show", () => {
  test("an entity: names in three scripts, what it pays and is paid, its loops", async () => {
    const { code, stdout } = await small("show", "example-chips");

    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        "Example Chips (example-chips)",
        "",
        "simplified Chinese   示例芯片",
        "traditional Chinese  範例晶片",
        "kind                 company",
        "layer                Chips",
        "country              US",
        "ticker               CHIP, NASDAQ",
        "also called          ExChips",
        "",
        "pays (2 flows as of 2032-06-30)",
        "  up to $2bn   Example Lab    equity investment  2031-03-14  signed  chips-lab-stake",
        "  undisclosed  Example Cloud  warrant            2031-05-20  signed  chips-cloud-warrant",
        "",
        "is paid (2 flows as of 2032-06-30)",
        "  $3bn    Example Cloud    chip purchase       2031-05-20  announced  cloud-chips-order",
        "  $1.1bn  Example Leasing  equipment purchase  2031-07     closed     leasing-chips-purchase",
        "",
        "2 loops of up to 5 legs",
        "  $2bn                 Example Chips → Example Lab → Example Cloud  vendor-financing-chain",
        "  $3bn, 1 undisclosed  Example Chips → Example Cloud                equity-for-orders",
        "",
        "sources",
        "  4 documents; those of a deal: capital-loop show DEAL",
        "",
      ].join("\n"),
    );
  });

  test("a deal: terms, parties, history, evidence with address, where sources differ", async () => {
    const { stdout } = await small("show", "chips-lab-stake");

    expect(stdout).toBe(
      [
        "Example Chips buys a stake in Example Lab (chips-lab-stake)",
        "",
        "Example Chips buys shares in five steps, each tied to delivered capacity.",
        "",
        "kind           equity investment",
        "amount         up to 2,000,000,000 USD",
        "announced      2031-03-14",
        "on 2032-06-30  signed since 2031-06-01",
        "confidence     medium",
        "",
        "parties",
        "  investor  Example Chips",
        "  investee  Example Lab",
        "",
        "capital moves",
        "  Example Chips → Example Lab  equity investment  up to $2bn",
        "",
        "status",
        "  2031-03-14  letter of intent  example-wire/stake-report",
        "  2031-06-01  signed            example-lab/second-quarter-filing",
        "",
        "evidence",
        "  Example Wire  press    2031-03-14  supports parties, announced",
        "      https://wire.example/stake",
        "  Example Lab   primary  2031-08-01  supports amount, status      at note 7",
        "      https://lab.example/filings/2031-q2",
        "",
        "where sources differ",
        "  The report has 1.9e9; the filing is followed.",
        "",
        "1 loop of up to 5 legs",
        "  $2bn  Example Chips → Example Lab → Example Cloud  vendor-financing-chain",
        "",
      ].join("\n"),
    );
  });

  test("a deal as it stood on a day", async () => {
    const on = async (day: string) =>
      JSON.parse((await small("show", "chips-lab-stake", "--as-of", day, "--format", "json")).stdout)
        .standing;

    expect(await on("2031-03-13")).toBeNull();
    expect(await on("2031-05-31")).toMatchObject({ state: "letter_of_intent", since: "2031-03-14" });
    expect(await on("2031-06-01")).toMatchObject({ state: "signed" });
  });

  test("a deal without a flow, and one that is dead", async () => {
    const bond = JSON.parse((await small("show", "cloud-bond", "--format", "json")).stdout);
    const lease = JSON.parse((await small("show", "lab-leasing-lease", "--format", "json")).stdout);

    expect(bond).toMatchObject({
      type: "deal",
      flows: [],
      loops: { count: 0 },
      record: { amount: { value: 4e9 } },
    });
    expect(lease).toMatchObject({ standing: { state: "lapsed", live: false }, loops: { count: 0 } });
    expect(lease.sources.map(({ id }: { id: string }) => id)).toEqual([
      "example-wire/lease-report",
      "example-wire/lease-ended",
    ]);
  });

  test.each([
    [
      "en",
      "Example Chips has agreed to put up to $2bn into shares of Example Lab (signed 1 Jun 2031), which",
      "At most $2bn can have gone all the way round; the last leg opened on 20 May 2031.",
    ],
    [
      "zh-hans",
      "示例芯片已同意以最多20亿美元入股",
      "能走完一圈的金额最多为20亿美元；最后一段始于2031年5月20日。",
    ],
    ["zh-Hant", "已同意以最多20億美元入股", "能走完一圈的金額最多為20億美元；最後一段始於2031年5月20日。"],
  ])("a loop read aloud: --language %s", async (language, ...parts) => {
    const { stdout } = await small(
      "show",
      "example-chips>example-lab>example-cloud",
      "--format",
      "json",
      "--language",
      language,
    );
    for (const part of parts) expect(JSON.parse(stdout).sentence).toContain(part);
  });

  test("a loop for people: the sentence first, then figures and what each leg rests on", async () => {
    const { stdout } = await small("show", "example-chips>example-lab>example-cloud");

    expect(stdout.split("\n")[2]).toMatch(/^Example Chips has agreed to put up to \$2bn into shares of/);
    expect(stdout).toContain("at least, at most        $0, $2bn");
    expect(stdout).toContain("of a dollar, once round  29.3%");
    expect(stdout).toContain("  rests on 2 documents: 1 primary, 1 for the amount, the latest of 2031-08-01");
  });

  test("a loop, from whichever of its entities it is written", async () => {
    const loop = async (id: string) => JSON.parse((await small("show", id, "--format", "json")).stdout);

    const turned = await loop("example-cloud>example-chips>example-lab");
    expect(turned).toMatchObject({
      type: "loop",
      id: "example-chips>example-lab>example-cloud",
      bottleneckUsd: 2e9,
      asOf: "2032-06-30",
    });
    expect(turned.sources).toHaveLength(4);
    expect(turned).toEqual(await loop("example-chips>example-lab>example-cloud"));
    expect((await small("show", "example-cloud>example-chips")).stdout).toContain(
      "pattern              equity-for-orders",
    );
  });

  test("what a graph file holds", async () => {
    const stdin = "source,target,id,kind,amount\na,b,lend,loan,5\nb,a,buy,,3\n";
    const card = async (id: string) =>
      JSON.parse((await run(["show", "--graph", "-", id, "--format", "json"], { stdin })).stdout);

    expect(await card("a")).toMatchObject({
      type: "entity",
      pays: [{ amountUsd: 5 }],
      paid: [{ amountUsd: 3 }],
    });
    expect(await card("lend")).toMatchObject({
      type: "deal",
      record: null,
      flows: [{ kind: "loan" }],
      loops: { count: 1 },
    });
    expect(await card("b>a")).toMatchObject({ type: "loop", id: "a>b", bottleneckUsd: 3 });
    expect((await run(["show", "--graph", "-", "lend"], { stdin })).stdout).toContain("a → b  loan  $5");
  });
});

describe("search", () => {
  test.each([
    [["示例芯片"], "example-chips"],
    [["範例晶片"], "example-chips"],
    [["exchips"], "example-chips"],
    [["exmple", "leasing"], "example-leasing"],
    [["warrant"], "chips-cloud-warrant"],
  ])("%j", async (words, id) => {
    const { hits } = JSON.parse((await small("search", ...words, "--format", "json")).stdout);

    expect(hits[0]).toMatchObject({ id });
  });

  test("as a table, lines and CSV", async () => {
    expect((await small("search", "示例芯片")).stdout).toBe(
      "what    id             name\nentity  example-chips  Example Chips\n",
    );
    expect((await small("search", "示例芯片", "--format", "csv")).stdout).toBe(
      "type,id,name\nentity,example-chips,Example Chips\n",
    );
    expect(
      (await small("search", "example", "--top", "2", "--format", "ndjson")).stdout.trimEnd().split("\n"),
    ).toHaveLength(2);
  });

  test("nothing found is no failure", async () => {
    expect(await small("search", "zzzz")).toEqual({
      code: 0,
      stdout: "",
      stderr: 'nothing found for "zzzz"\n',
    });
  });
});

describe("validate", () => {
  test("facts that hold", async () => {
    expect(await run(["validate", SMALL_WORLD])).toEqual({
      code: 0,
      stdout: "",
      stderr: `${SMALL_WORLD}: no problems in 4 entities, 7 deals, 9 sources\n`,
    });
    const { stdout } = await run(["validate", SMALL_WORLD, "--format", "json"]);
    expect(ValidateShape.parse(JSON.parse(stdout))).toEqual({ valid: true, problems: [] });
  });

  test("facts that do not: a line each on stdout, their number on stderr, code 1", async () => {
    const world = spoiltWorld([
      ["deals/2032/cloud-bond.yaml", "kind: bond", "kind: bnd"],
      ["entities/example-cloud.yaml", "country: US", "country: US\ncountry: IE"],
    ]);
    const lines = await run(["validate", "graph-data"], { cwd: join(world.dir, "..") });
    const byHabit = await run(["validate"], { cwd: join(world.dir, "..") });
    const json = await run(["validate", "--data", world.dir, "--format", "json"]);
    const csv = await run(["validate", world.dir, "--format", "csv", "--quiet"]);
    world.remove();

    expect(lines).toEqual({
      code: 1,
      stdout: [
        'graph-data/deals/2032/cloud-bond.yaml:1:7 kind: "bnd" is not known here; did you mean "bond"?',
        'graph-data/entities/example-cloud.yaml:6:1 the key "country" stands twice in one place; remove one of the two',
        "",
      ].join("\n"),
      stderr: "2 problems\n",
    });
    // In a checkout, the folder needs no naming.
    expect(byHabit).toEqual(lines);
    expect(json.code).toBe(1);
    expect(ValidateShape.parse(JSON.parse(json.stdout))).toMatchObject({
      valid: false,
      problems: [
        { line: 1, column: 7, path: "kind", hint: 'did you mean "bond"?' },
        { line: 6, column: 1, path: "" },
      ],
    });
    expect(csv.stdout.split("\n")[1]).toContain(
      ',1,7,kind,"""bnd"" is not known here","did you mean ""bond""?"',
    );
    expect(csv.stderr).toBe("");
  });

  test("the built-in facts, away from a checkout", async () => {
    const { code, stderr } = await run(["validate"], { cwd: folder });

    expect(code).toBe(0);
    expect(stderr).toMatch(/^the built-in facts: no problems in \d+ entities, /);
  });

  test("a command that needs facts prints every problem of spoilt ones", async () => {
    const world = spoiltWorld([
      ["deals/2032/cloud-bond.yaml", "kind: bond", "kind: bnd"],
      ["entities/example-lab.yaml", "kind: lab", "kind: lap"],
    ]);
    const { code, stdout, stderr } = await run(["loops", "--data", world.dir, "--format", "json"]);
    world.remove();

    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
  });
});

describe("export", () => {
  test("JSON that can be searched again, view and all", async () => {
    const { code, stdout, stderr } = await small("export", "--to", "json", "--as-of", "2031-12-31");

    expect([code, stderr]).toEqual([0, ""]);
    const again = await run(["loops", "--graph", "-", "--count"], { stdin: stdout });
    expect(again.stdout).toBe("3\n");
  });

  test("to a file, whole, with what became of it on stderr", async () => {
    const out = join(folder, "small.gexf");

    const run1 = await small("export", "--to", "gexf", "--out", out);
    const first = readFileSync(out, "utf8");
    await small("export", "--to", "gexf", "--out", out);

    expect(run1).toEqual({ code: 0, stdout: "", stderr: `${out}: 4 entities and 5 flows as GEXF\n` });
    expect(first).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<gexf /);
    expect(readFileSync(out, "utf8")).toBe(first);
    expect(readdirSync(folder)).toEqual(["small.gexf"]);
  });

  test("to stdout with -, by filters, merged to legs", async () => {
    const { stdout } = await small(
      "export",
      "--to",
      "gexf",
      "--out",
      "-",
      "--merge",
      "legs",
      "--kind",
      "warrant",
    );

    expect(stdout.match(/<edge /g)).toHaveLength(1);
  });

  test.each(WRITTEN_FORMATS.filter((format) => FORMATS[format].parts === undefined))(
    "every filter holds for every format: %s",
    async (format) => {
      const whole = await small("export", "--to", format);
      const filtered = await small("export", "--to", format, "--kind", "warrant", "--merge", "legs");

      expect([whole.code, whole.stderr, filtered.code, filtered.stderr]).toEqual([0, "", 0, ""]);
      expect(whole.stdout).toContain("Example Lab");
      expect(filtered.stdout).not.toContain("Example Lab");
    },
  );

  test("several files into a folder, which is made; what is there is replaced only with --force", async () => {
    const out = join(folder, "tables");

    const first = await small("export", "--to", "csv", "--out", out);
    const second = await small("export", "--to", "csv", "--out", out);
    const third = await small("export", "--to", "csv", "--out", out, "--force", "--bom");

    expect([first.code, second.code, third.code]).toEqual([0, 1, 0]);
    expect(second.stderr).toBe(
      `${out} already holds edges.csv, nodes.csv; give --force to replace what is there, or another folder\n`,
    );
    expect(readdirSync(out).sort()).toEqual(["edges.csv", "nodes.csv"]);
    expect(readFileSync(join(out, "nodes.csv"), "utf8")).toMatch(/^\ufeffId,Label,/);
  });

  test("nothing but the loops asked for, in any format, read back as a graph", async () => {
    const out = join(folder, "loops.graphml.gz");

    const { code, stderr } = await small(
      "export",
      "--to",
      "graphml",
      "--loops",
      "--max-length",
      "2",
      "--out",
      out,
    );
    const again = await run(["loops", "--graph", out, "--count"]);

    // chips>cloud: the order one way, the warrant the other.
    expect([code, stderr]).toEqual([0, `1 loop\n${out}: 2 entities and 2 flows as GraphML\n`]);
    expect(again.stdout).toBe("1\n");
  });

  test("a picture of more than anyone can see is refused in one line", async () => {
    const many = Array.from({ length: 2001 }, (_, i) => `a${i} b`).join("\n");

    const { code, stderr } = await run(["export", "--to", "svg", "--graph", "-"], { stdin: many });

    expect(code).toBe(1);
    expect(stderr).toBe(
      "svg: a picture holds up to 2,000 entities, and this graph has 2,002; write gexf and draw it in Gephi, or keep less of the file\n",
    );
  });
});
