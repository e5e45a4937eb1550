/** Help, and wrong usage: one line that names the flag, the value and what would be right. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { allCommands } from "../../src/cli/commands/index.js";
import { helpOn } from "../../src/cli/help.js";
import { WRITTEN_FORMATS } from "../../src/formats/index.js";
import { run } from "./run.js";

describe("help", () => {
  test("lists every command with an example", async () => {
    const { code, stdout, stderr } = await run(["--help"]);

    expect([code, stderr]).toEqual([0, ""]);
    for (const { summary, example } of Object.values(await allCommands())) {
      expect(stdout).toContain(summary);
      expect(stdout).toContain(example);
    }
  });

  test("on each command lists every option with an example", async () => {
    for (const [name, command] of Object.entries(await allCommands())) {
      const page = helpOn(name, command);

      expect(page).toContain(`Example: ${command.example}`);
      for (const [flag, option] of Object.entries(command.options)) {
        expect(page).toMatch(new RegExp(`^  --${flag}\\b`, "m"));
        expect(page).toContain(option.example);
      }
    }
    const { loops } = await allCommands();
    expect(await run(["loops", "--help"])).toMatchObject({
      code: 0,
      stdout: loops === undefined ? "" : helpOn("loops", loops),
    });
  });

  test("needs no arguments, and wins over wrong ones", async () => {
    expect((await run(["show", "--help"])).code).toBe(0);
    expect((await run(["loops", "a", "b", "--help"])).code).toBe(0);
  });

  test("--version is the package's", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

    expect(await run(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });
});

describe("wrong usage ends with 2 and one line", () => {
  test.each([
    [["loop"], 'there is no command "loop"; did you mean "loops"?'],
    [["frobnicate"], 'there is no command "frobnicate"; see: capital-loop --help'],
    [["constructor"], 'there is no command "constructor"; see: capital-loop --help'],
    [["loops", "--trough", "nvidia"], "loops has no option --trough; did you mean --through?"],
    [["loops", "-x"], "loops has no option -x; see: capital-loop loops --help"],
    [["loops", "--count=3"], "--count takes no value; write it alone: --count"],
    [["loops", "--top"], "--top lacks its value; for example --top 10"],
    [
      ["loops", "--top", "-5"],
      "--top lacks its value (a value that starts with - is joined: --top=-5); for example --top 10",
    ],
    [["loops", "--top=-5"], '--top: "-5" does not hold; give a whole number of at least 0, such as --top 10'],
    [
      ["loops", "--max-length", "five"],
      '--max-length: "five" does not hold; give a whole number of at least 1, such as --max-length 8',
    ],
    [
      ["loops", "--min-length", "7"],
      "--min-length 7 is above --max-length 5; raise --max-length, or give none",
    ],
    [
      ["loops", "--min-amount", "1bn"],
      '--min-amount: "1bn" does not hold; give a plain number of 0 or more, such as --min-amount 1e9',
    ],
    [
      ["loops", "--budget", "soon"],
      '--budget: "soon" does not hold; give a plain number of 0 or more, such as --budget 10',
    ],
    [["loops", "--pattern", "spv-lop"], '--pattern: "spv-lop" does not hold; did you mean "spv-loop"?'],
    [["loops", "--rank", "x"], '--rank: "x" does not hold; give one of bottleneck, total, length, recent'],
    [
      ["loops", "--as-of", "2025-02-30"],
      '--as-of: "2025-02-30" does not hold; give a day of the calendar, such as --as-of 2026-11-21',
    ],
    [
      ["loops", "--known-by", "2025"],
      '--known-by: "2025" does not hold; give a day of the calendar, such as --known-by 2026-11-21',
    ],
    [["loops", "--status", "signd"], '--status: "signd" does not hold; did you mean "signed"?'],
    [["loops", "--status", "live,signed"], '--status: "live" stands alone; give it without other states'],
    [["loops", "--firm", "singed"], '--firm: "singed" does not hold; did you mean "signed"?'],
    [
      ["show", "nvidia", "--language", "fr"],
      '--language: "fr" does not hold; give one of en, zh-hans, zh-hant',
    ],
    [["loops", "--level", "world"], '--level: "world" does not hold; give one of entity, group'],
    [["loops", "--kind", "loan,warant"], '--kind: "warant" does not hold; did you mean "warrant"?'],
    [["loops", "--layer", "chip"], '--layer: "chip" does not hold; did you mean "chips"?'],
    [["loops", "--format", "jsn"], '--format: "jsn" does not hold; did you mean "json"?'],
    [["show", "nvidia", "--format", "csv"], '--format: "csv" does not hold; give one of table, json, ndjson'],
    [
      ["loops", "--data", "a", "--graph", "b.csv"],
      "--data and --graph: give one of the two, a folder of facts or a graph file",
    ],
    [["loops", "nvidia"], 'loops takes no argument and not "nvidia"; see: capital-loop loops --help'],
    [["loops", "--through="], "--through lacks its value; for example --through nvidia"],
    [["export", "--to", "json", "--out", " "], "--out lacks its value; for example --out capital-loop.gexf"],
    [["show", ""], "show: ID is missing; see: capital-loop show --help"],
    [["search", "  "], "search: TEXT is missing; see: capital-loop search --help"],
    [
      ["diff", "2025-01-01", "soon"],
      'diff: "soon" does not hold; give a day of the calendar, such as 2026-11-21',
    ],
    [["show"], "show: ID is missing; see: capital-loop show --help"],
    [["show", "a", "b"], 'show takes ID and not "b"; see: capital-loop show --help'],
    [
      ["export", "--to", "csv"],
      "csv is several files (nodes.csv, edges.csv); name a folder for them: --out capital-loop-csv",
    ],
    [
      ["export", "--to", "gexf", "--through", "a"],
      "--through chooses among loops; add --loops to write nothing but loops",
    ],
    [
      ["export", "--to", "gexf", "--loops", "--graph", "-"],
      "--loops reads the graph twice; give a file instead of -",
    ],
    [["export"], `--to is missing; give one of ${WRITTEN_FORMATS.join(", ")}, such as --to gexf`],
    [["explore", "--port", "70000"], "--port: 70000 is no port; give 0 to 65535, such as --port 4173"],
    [["--quiet", "loops"], 'explore takes no argument and not "loops"; see: capital-loop explore --help'],
    [["validate", "a", "--data", "b"], "validate checks one folder; give it as DIR or as --data, not both"],
  ])("%j", async (args, line) => {
    expect(await run(args)).toEqual({ code: 2, stdout: "", stderr: `${line}\n` });
  });
});

describe("what does not exist ends with 1 and one line", () => {
  test.each([
    [["loops", "--through", "nvidea"], 'no entity has the id "nvidea" in this view; did you mean "nvidia"?'],
    [
      ["loops", "--via", "amd-openai-warrant-2026"],
      'no deal has the id "amd-openai-warrant-2026" in this view; did you mean "amd-openai-warrant-2025"?',
    ],
    [
      ["figures", "--of", "nvidea"],
      'no entity or market has the id "nvidea" in this view; did you mean "nvidia"?',
    ],
    [
      ["statements", "--about", "opneai"],
      'no entity has the id "opneai" in this view; did you mean "openai"?',
    ],
    [
      ["statements", "--by", "jensen-hwang"],
      'no speaker has the id "jensen-hwang" in this view; did you mean "jensen-huang"?',
    ],
    [
      ["findings", "--through", "nvidea"],
      'no entity has the id "nvidea" in this view; did you mean "nvidia"?',
    ],
    [["show", "opneai"], 'no entity, deal or loop has the id "opneai"; did you mean "openai"?'],
    [
      ["show", "amd>openai>amd"],
      'no loop "amd>openai>amd" here: it passes "amd" twice; a loop passes each entity once',
    ],
    [
      ["show", "amd>nvidia"],
      'no loop "amd>nvidia" here: nothing flows from amd to nvidia; look at: capital-loop show amd',
    ],
    [
      ["loops", "--data", "no/such"],
      "no/such: there is no such folder; give the folder that holds about.yaml, entities/, deals/ and sources/",
    ],
    [["loops", "--graph", "."], ".: this is a folder; give a file, or a folder of facts with --data"],
    [["loops", "--graph", "no.csv"], "no.csv: there is no such file; check the path"],
    [
      ["loops", "--graph", "a.pajek"],
      "a.pajek: .pajek files are not read; give .csv, .tsv, .edges, .txt, .json, .gexf, .graphml (each also with .gz), or - for stdin",
    ],
    [
      ["export", "--to", "json", "--out", "no/such/a.json"],
      "no/such/a.json: its folder does not exist; make the folder first",
    ],
  ])("%j", async (args, line) => {
    expect(await run(args)).toEqual({ code: 1, stdout: "", stderr: `${line}\n` });
  });
});
