/** Everything that reads a file, with a good one: graphs of every format, amounts, facts. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readAmounts } from "../../dist/node/read-amounts.js";
import { readDataset } from "../../dist/node/read-dataset.js";
import { parseYaml } from "../../dist/node/yaml-file.js";
import {
  buildGraph,
  checkDataset,
  FORMATS,
  fromBuilt,
  loadVersion,
  readGraph,
  toBuilt,
  viewGraph,
} from "../../dist/node.js";
import { spoiltBytes, spoiltText, spoiltValue } from "./spoil.mjs";

export const WORLD = new URL("../../tests/small-world", import.meta.url).pathname;
const FOLDERS = { entities: "entities", deals: "deals", sources: "publishers" };

const CSV = 'source,target,id,kind,amount,date\na,b,x,loan,1e9,2031-03\n"b, c",a,,,,\n';

/** @returns each reader as its name, and what spoils a good file by chance and reads it. */
export async function fileReaders(folder) {
  const { raw } = await readDataset(WORLD);
  const graph = viewGraph(buildGraph(checkDataset(raw).dataset));
  const fromFile = (name, read, spoil) => (pick) => {
    const path = join(folder, name);
    writeFileSync(path, spoil(pick));
    return read(path);
  };
  const text = (good) => (pick) => spoiltText(good, pick);
  const built = toBuilt(raw);
  return [
    ["csv", fromFile("g.csv", readGraph, text(CSV))],
    ["tsv", fromFile("g.tsv", readGraph, text("source\ttarget\tamount\na\tb\t5\nb\ta\t\n"))],
    ["edges", fromFile("g.edges", readGraph, text("# one\na b 1700000000 5\nb a\n"))],
    ...readBack().map(([name, { extensions, write }]) => {
      const file = `g.${(extensions[0] ?? name).replace(/^\./, "")}`;
      return [name, fromFile(file, readGraph, text([...write(graph, {})].join("")))];
    }),
    ["gz: bytes", fromFile("g.csv.gz", readGraph, (pick) => spoiltBytes(gzipSync(CSV), pick))],
    ["gz: what is packed", fromFile("g.csv.gz", readGraph, (pick) => gzipSync(spoiltText(CSV, pick)))],
    ["amounts, buffers, cash", fromFile("a.csv", readAmounts, text("id,amount\nopenai,13e9\nnvidia,5\n"))],
    ["built facts", (pick) => checkDataset(fromBuilt(spoiltValue(built, pick)))],
    ["a version to compare", fromFile("d.json", loadVersion, text(JSON.stringify(built)))],
    ...factReaders(raw),
  ];
}

/** One for each file of the small world: as YAML, then by its schema, then with all the others. */
function factReaders(raw) {
  const names = readdirSync(WORLD, { recursive: true }).filter((name) => name.endsWith(".yaml"));
  return names.map((name) => {
    const [folderName = "", ...rest] = name.split("/");
    const kind = FOLDERS[folderName];
    const id = rest.at(-1)?.replace(".yaml", "") ?? "";
    const put = (value) =>
      kind === undefined
        ? { ...raw, [folderName.replace(".yaml", "")]: { file: name, value } }
        : { ...raw, [kind]: new Map(raw[kind]).set(id, { file: name, value }) };
    const good = readFileSync(join(WORLD, name), "utf8");
    const read = (pick) => {
      const { value, faults, locate } = parseYaml(spoiltText(good, pick));
      const { problems, dataset } = checkDataset(put(value), (_file, path, at) => locate(path, at));
      if (faults.length + problems.length === 0) viewGraph(buildGraph(dataset));
    };
    return ["facts (YAML and schema)", read];
  });
}

/** The formats that are written as one file and read back; tables have good texts of their own above. */
function readBack() {
  return Object.entries(FORMATS).filter(([, { reads, write }]) => reads === true && write !== undefined);
}
