/**
 * Every reader, given texts that were good before chance spoilt them. Each must read them or refuse them with an
 * error of its own; anything else (a TypeError, a hang, a promise nobody waits for) is a fault of ours.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readAmounts } from "../../dist/node/read-amounts.js";
import { readDataset } from "../../dist/node/read-dataset.js";
import { parseYaml } from "../../dist/node/yaml-file.js";
import {
  buildGraph,
  CapitalLoopError,
  checkDataset,
  FORMATS,
  fromBuilt,
  readGraph,
  toBuilt,
  viewGraph,
} from "../../dist/node.js";

const WORLD = new URL("../../tests/small-world", import.meta.url).pathname;
/** What breaks parsers: signs of every grammar, numbers at the edge, keys of prototypes, half characters. */
const SPICE = [
  ..."{}[]<>&*!|:,;\"'#%@`\\\t\n\r\0",
  ..."-0 1e999 NaN Infinity 9007199254740993 null true ~ __proto__ constructor .. 2031-02-30".split(" "),
  "\ufeff",
  "\ud800",
  "\u202e",
  "&a *a",
  "<!DOCTYPE x [<!ENTITY a 'b'>]>",
  "]]>",
  "\u2028",
  "x".repeat(5000),
];

/** Mulberry32: the same seed gives the same run. */
function chance(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below) | 0;
  };
}

function spoilt(text, pick) {
  let out = text;
  for (let n = 1 + pick(4); n > 0; n--) {
    const at = pick(out.length + 1);
    const to = Math.min(out.length, at + pick(40));
    const ways = [
      () => out.slice(0, at) + out.slice(to),
      () => out.slice(0, at) + SPICE[pick(SPICE.length)] + out.slice(at),
      () => out.slice(0, to) + out.slice(at),
      () => out.slice(0, at) + String.fromCharCode(pick(0x250)) + out.slice(at + 1),
      () => out.slice(0, at),
    ];
    out = ways[pick(ways.length)]();
  }
  return out;
}

/** Readers by name: a good text, and what reads a spoilt one. */
async function readersIn(folder) {
  const { raw } = await readDataset(WORLD);
  const { dataset } = checkDataset(raw);
  const graph = viewGraph(buildGraph(dataset));
  const fromFile = (name, read) => (text) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return read(path);
  };
  const yaml = readdirSync(WORLD, { recursive: true }).filter((name) => name.endsWith(".yaml"));
  const records = { entities: "entities", deals: "deals", sources: "publishers" };
  return [
    [
      "csv",
      'source,target,id,kind,amount,date\na,b,x,loan,1e9,2031-03\n"b, c",a,,,,\n',
      fromFile("g.csv", readGraph),
    ],
    ["tsv", "source\ttarget\tamount\na\tb\t5\nb\ta\t\n", fromFile("g.tsv", readGraph)],
    ["edges", "# one\na b 1700000000 5\nb a\n", fromFile("g.edges", readGraph)],
    ...readBack().map(([name, { extensions, write }]) => {
      const text = [...write(graph, {})].join("");
      return [name, text, fromFile(`g.${(extensions[0] ?? name).replace(/^\./, "")}`, readGraph)];
    }),
    ["amounts", "id,amount\nopenai,13e9\nnvidia,5\n", fromFile("a.csv", readAmounts)],
    ["built facts", JSON.stringify(toBuilt(raw)), (text) => checkDataset(fromBuilt(parsed(text)))],
    ...yaml.map((name) => {
      const [folderName = "", ...rest] = name.split("/");
      const kind = records[folderName];
      const id = rest.at(-1)?.replace(".yaml", "") ?? "";
      const put = (value) =>
        kind === undefined
          ? { ...raw, [folderName.replace(".yaml", "")]: { file: name, value } }
          : { ...raw, [kind]: new Map(raw[kind]).set(id, { file: name, value }) };
      return [
        "facts (YAML and schema)",
        readFileSync(join(WORLD, name), "utf8"),
        (text) => {
          const { value, faults, locate } = parseYaml(text);
          const { problems, dataset: kept } = checkDataset(put(value), (_file, path, at) => locate(path, at));
          if (faults.length + problems.length === 0) viewGraph(buildGraph(kept));
        },
      ];
    }),
  ];
}

/** The formats that are written as one file and read back; tables have good texts of their own above. */
function readBack() {
  return Object.entries(FORMATS).filter(([, { reads, write }]) => reads === true && write !== undefined);
}

/** The command says "not JSON" itself; here only what follows is of interest. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Runs for so many seconds. @returns how often each reader was asked, and every fault with its seed. */
export async function fuzz(seconds, firstSeed) {
  const folder = mkdtempSync(join(tmpdir(), "capital-loop-soak-"));
  const asked = new Map();
  const faults = [];
  const loose = (error) => faults.push(`nobody waited for: ${error}`);
  process.on("unhandledRejection", loose);
  const readers = await readersIn(folder);
  const end = Date.now() + seconds * 1000;
  for (let seed = firstSeed; Date.now() < end && faults.length < 20; seed++) {
    const pick = chance(seed);
    const [name, text, read] = readers[pick(readers.length)];
    asked.set(name, (asked.get(name) ?? 0) + 1);
    const started = Date.now();
    try {
      await read(spoilt(text, pick));
    } catch (error) {
      if (!(error instanceof CapitalLoopError))
        faults.push(`${name}, seed ${seed}: ${error?.stack ?? error}`);
    }
    if (Date.now() - started > 10_000) faults.push(`${name}, seed ${seed}: took ${Date.now() - started} ms`);
  }
  process.off("unhandledRejection", loose);
  rmSync(folder, { recursive: true });
  return { asked, faults };
}
