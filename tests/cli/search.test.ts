/** Searches from outside: threads, cursors, limits, progress, and the paths from one entity to another. */
import { describe, expect, test } from "vitest";
import { SMALL_WORLD } from "../small-world.js";
import { CountShape, LoopShape, LoopsShape } from "./contract.js";
import { run } from "./run.js";

const GRAPHS = new URL("../graphs/", import.meta.url).pathname;
const FLOW_XS = ["--graph", `${GRAPHS}flow-xs.txt`];

describe("threads", () => {
  test.each([
    ["lines as they are found", ["--format", "ndjson"]],
    ["a list in order", ["--format", "csv"]],
    ["every choice of parallel flows", ["--format", "ndjson", "--per-flow", "--max-length", "3"]],
    ["a count", ["--count", "--max-length", "7"]],
  ])("give the same to the byte: %s", async (_name, args) => {
    const alone = await run(["loops", ...FLOW_XS, ...args, "--quiet"]);
    const together = await run(["loops", ...FLOW_XS, ...args, "--quiet", "--threads", "3"]);

    expect(together).toEqual(alone);
    expect(alone.stdout.length).toBeGreaterThan(1);
  });
});

describe("a search that is cut", () => {
  test("says where to go on, and goes on there", async () => {
    const ndjson = ["loops", ...FLOW_XS, "--format", "ndjson", "--limit", "300"];
    const ids: string[] = [];
    let from: string[] = [];
    let pieces = 0;
    for (; ; pieces++) {
      const { stdout, code } = await run([...ndjson, ...from]);
      expect(code).toBe(0);
      const lines = stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
      const last = lines.at(-1);
      const isCut = last.truncated === true;
      ids.push(...(isCut ? lines.slice(0, -1) : lines).map((line) => LoopShape.parse(line).id));
      if (!isCut) break;
      expect(last).toMatchObject({ reason: "limit", count: 300 });
      from = ["--from", last.cursor];
    }

    // tests/graphs/expected.json: 851 loops of up to five legs.
    expect([ids.length, new Set(ids).size, pieces]).toEqual([851, 851, 2]);
  });

  test("in one document", async () => {
    const { stdout, stderr } = await run(["loops", ...FLOW_XS, "--limit", "3", "--format", "json"]);

    const document = LoopsShape.parse(JSON.parse(stdout));
    expect(document).toMatchObject({ count: 3, truncated: true, reason: "limit", complete: false });
    expect(document.cursor).toBeTypeOf("string");
    expect(stderr).toBe("stopped at the limit: there may be more\n");
  });

  test("a cursor of something else is refused in one line", async () => {
    const { code, stderr } = await run(["loops", ...FLOW_XS, "--from", "abc~1"]);

    expect(code).toBe(1);
    expect(stderr).toBe(
      'cursor: "abc~1" belongs to another graph or question; give the one that the search ended with\n',
    );
  });
});

test("progress is told where it is asked for, and not with --quiet", async () => {
  const search = [
    "loops",
    "--graph",
    `${GRAPHS}flow-s.txt`,
    "--max-length",
    "none",
    "--budget",
    "1.5",
    "--count",
  ];

  const told = await run([...search, "--progress"]);
  const quiet = await run([...search, "--progress", "--quiet"]);

  expect(told.stderr).toMatch(/^\d+\.\d % of [\d,]+ roots?, [\d,]+ roots? a second$/m);
  expect(Number(told.stdout)).toBeGreaterThan(0);
  expect(quiet.stderr).toBe("");
});

// Worked by hand in tests/small-world.ts.
describe("paths", () => {
  const paths = (...args: string[]) => run(["paths", "--data", SMALL_WORLD, ...args]);

  test("as a table, strongest first", async () => {
    const { stdout, code } = await paths("example-chips", "example-cloud");

    expect(code).toBe(0);
    expect(stdout.split("\n")).toEqual(
      [
        "#  path                                         legs      can go  firmness",
        "1  Example Chips → Example Lab → Example Cloud     2        $2bn  signed",
        "2  Example Chips → Example Cloud                   1  undisclosed  signed",
        "",
      ].map((line) => expect.stringMatching(new RegExp(line.replace(/[$]/g, "\\$").replace(/ +/g, " +")))),
    );
  });

  test("as JSON, lines and CSV", async () => {
    const json = JSON.parse(
      (await paths("example-chips", "example-cloud", "--top", "1", "--format", "json")).stdout,
    );
    const lines = (await paths("example-chips", "example-cloud", "--format", "ndjson")).stdout;
    const csv = (await paths("example-chips", "example-cloud", "--max-length", "1", "--format", "csv"))
      .stdout;

    expect(json).toMatchObject({
      query: { from: "example-chips", to: "example-cloud", maxLength: 5, top: 1 },
      count: 1,
      isExact: true,
      truncated: false,
      complete: true,
      paths: [{ id: "example-chips>example-lab>example-cloud", bottleneckUsd: 2e9, totalUsd: 7e9 }],
    });
    expect(lines.trimEnd().split("\n")).toHaveLength(2);
    expect(csv.split("\n")[1]).toBe("example-chips>example-cloud,1,,0,1,signed,chips-cloud-warrant");
  });

  test("what cannot be answered is told in one line", async () => {
    expect(await paths("example-chips", "example-clud")).toMatchObject({
      code: 1,
      stderr: 'no entity has the id "example-clud" in this view; did you mean "example-cloud"?\n',
    });
    expect(await paths("example-chips")).toMatchObject({ code: 2, stdout: "" });
    expect(
      (await paths("example-leasing", "example-lab", "--as-of", "2031-01-01", "--level", "group")).code,
    ).toBe(1);
  });
});

test("a count in JSON names its cursor only where it was cut", async () => {
  const { stdout } = await run(["loops", ...FLOW_XS, "--count", "--format", "json"]);

  expect(CountShape.parse(JSON.parse(stdout))).toMatchObject({ count: 851, truncated: false });
  expect(stdout).not.toContain("cursor");
});
