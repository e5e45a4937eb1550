/** Everything that reads what a person or a program asks: arguments, an assistant's questions, addresses. */
import { Writable } from "node:stream";
import { createServer } from "vite";
import { COMMANDS } from "../../dist/cli/commands/index.js";
import { TOOLS } from "../../dist/cli/mcp/server.js";
import { makeOut } from "../../dist/cli/out.js";
import { parseCommand } from "../../dist/cli/parse.js";
import { HIT_TYPES, indexNames } from "../../dist/model/search.js";
import { buildGraph, loadDataset } from "../../dist/node.js";
import { WORLD } from "./files.mjs";
import { spoiltText, spoiltValue, spoiltWords } from "./spoil.mjs";

const LINES = [
  "loops --through example-lab --max-length 4 --top 3 --rank total --format json",
  "loops --as-of 2031-12-31 --firm signed --min-amount 1e9 --time-ordered --window 90 --count",
  "paths example-chips example-cloud --top 2 --max-length 3 --budget 2",
  "show chips-lab-stake --format json",
  "show example-chips>example-cloud --language zh-hans",
  "search example --top 3",
  "findings --through example-lab --format csv",
  "metrics --basis contracted --top 2 --format csv",
  "stress --default example-lab --cut chips-lab-stake=0.4 --model debtrank --top 3",
  "break --weight count --max-length 3 --format json",
  "figures --of example-chips --metric revenue",
  "statements --about example-lab --kind warning",
  "diff 2031-12-31 2032-06-30 --max-length 3",
  "quality --list missingAmount",
  "export --to gexf --gexf-version 1.2draft --level group --layer chips,cloud",
].map((line) => line.split(" "));

const QUESTIONS = {
  loops: { through: ["example-lab"], minLength: 2, maxLength: 4, minAmountUsd: 1, rank: "recent", top: 3 },
  paths: { from: "example-chips", to: "example-cloud", maxLength: 3, asOf: "2032-06-30", top: 2 },
  show: { id: "chips-lab-stake", language: "zh-hans", top: 3, status: "all" },
  search: { text: "Example Lab", top: 3 },
  stress: { cuts: { "chips-lab-stake": 0.4 }, defaults: ["example-lab"], model: "cascade", passOn: 1 },
  break: { weight: "count", basis: "2026", maxLength: 3, kinds: ["loan"], layers: ["cloud"] },
  metrics: { id: "example-chips", basis: "paid", level: "group", firm: "signed" },
  diff: { from: "2031-12-31", to: "2032-06-30", knownBy: "2032-06-30", top: 2 },
  quality: { list: "missingAmount", status: ["signed", "closed"], top: 2 },
};

const ADDRESSES = [
  "#/loop/nvidia~openai~oracle?as-of=2026-06-30&firm=signed&hide=power&lang=zh-Hant",
  "#/deal/a?cut=a:0.4,b:0&tool=what-if&kind=loan,bond&status=lapsed&least=1e9&most=2e12&country=SA,AE",
  "#/place/core?view=matrix&by=entity&cell=a~b&story=chips.2&embed&about&ghosts&sort=-amount&rows=deals",
];

/** The part of an address that a page is told, as browsers write it: what is no character becomes one. */
function inBrowser(hash) {
  return new URL(`http://127.0.0.1/#${hash.replace(/^#/, "")}`).hash;
}

const nowhere = () =>
  new Writable({
    write(_piece, _encoding, done) {
      done();
    },
  });

function outToNowhere() {
  const { signal } = new AbortController();
  return makeOut({ stdout: nowhere(), stderr: nowhere(), signal, quiet: false, color: false });
}

/** @returns the readers, and what lets go of them. */
export async function wordReaders() {
  const dataset = await loadDataset(WORLD);
  const facts = { dataset, whole: buildGraph(dataset), names: indexNames(dataset, HIT_TYPES) };
  const sources = await createServer({
    configFile: false,
    logLevel: "silent",
    server: { middlewareMode: true },
  });
  const { parseView, formatView } = await sources.ssrLoadModule("/viewer/url.ts");

  const readers = [
    ...LINES.map(([name, ...words]) => [
      "arguments of commands",
      async (pick) => {
        const command = await COMMANDS[name]();
        const parsed = parseCommand(name, command, spoiltWords([...words, "--data", WORLD], pick));
        // Without its folder a command would ask the built-in facts, or read stdin.
        if (parsed.values.data === WORLD && parsed.values.graph === undefined && !parsed.wantsHelp)
          await command.run(parsed.values, parsed.args, outToNowhere());
      },
    ]),
    ...Object.entries(QUESTIONS).map(([name, good]) => [
      "questions of assistants",
      (pick) => TOOLS.get(name).answer(facts, spoiltValue(good, pick)),
    ]),
    ...ADDRESSES.map((good) => [
      "addresses of the explorer",
      (pick) => {
        // What was understood is written as an address that says the same.
        const first = formatView(parseView(inBrowser(spoiltText(good, pick))));
        const again = formatView(parseView(first));
        if (again !== first) throw new Error(`${first} is read as ${again}`);
      },
    ]),
  ];
  return { readers, close: () => sources.close() };
}
