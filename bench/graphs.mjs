/** The graphs of the benchmark, as rows `source target time amount` and as the kernels want them. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { compactGraph } from "../dist/graph/compact.js";

const GRAPHS = new URL("../tests/graphs/", import.meta.url).pathname;

/** The file of a graph; a made one is written first. */
export function graphFile(name) {
  for (const file of [`${GRAPHS}${name}.txt`, `${GRAPHS}${name}.txt.gz`]) if (existsSync(file)) return file;
  const made = /^ring-(\d+)-(\d+)$/.exec(name);
  if (made === null) throw new Error(`no graph is called "${name}"`);
  const [nodes, chord] = [Number(made[1]), Number(made[2])];
  const file = join(mkdtempSync(join(tmpdir(), "capital-loop-bench-")), `${name}.txt`);
  writeFileSync(file, ring(nodes, chord));
  return file;
}

/** A ring whose entities each pay the next, and the one so many places on. */
function ring(nodes, chord) {
  const rows = Array.from(
    { length: nodes },
    (_, v) => `${v} ${(v + 1) % nodes}\n${v} ${(v + chord) % nodes}\n`,
  );
  return rows.join("");
}

/** A compact graph as searches are asked of it; its flows are nobody's business here. */
export function legsOf({ graph, ids }) {
  const names = ids.map(String);
  return {
    ...graph,
    ids: names,
    indexOf: new Map(names.map((id, v) => [id, v])),
    kindOf: () => null,
    flow: (edge) => ({ id: `row-${edge}` }),
    deals: () => [],
    flowsOfDeal: () => [],
  };
}

/** Reads rows into a compact graph; entity `v` has the id `ids[v]`. */
export function readCompact(file) {
  const bytes = readFileSync(file);
  const rows = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
    .toString()
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split(/\s+/).map(Number));
  const ids = [...new Set(rows.flatMap((row) => row.slice(0, 2)))].sort((a, b) => a - b);
  const numberOf = new Map(ids.map((id, v) => [id, v]));
  const column = (place) => Float64Array.from(rows, (row) => row[place] ?? Number.NaN);
  const graph = compactGraph(ids.length, {
    from: Int32Array.from(rows, ([from]) => numberOf.get(from)),
    to: Int32Array.from(rows, ([, to]) => numberOf.get(to)),
    time: column(2).map(Math.trunc),
    amountUsd: column(3),
  });
  return { graph, ids };
}
