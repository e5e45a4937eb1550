/**
 * Measures the writing and reading of GEXF with a million flows, each beside the least that it could cost:
 * writing the same bytes, and a bare scan of the same text. Each run has a process of its own, so that its
 * memory is its own. `npm run build:library` first; a number of flows may be given.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SaxesParser } from "saxes";
import { writeGexf } from "../dist/formats/gexf.js";
import { textOf } from "../dist/node/graph-text.js";
import { writeWhole } from "../dist/node/write-file.js";
import { readGraph } from "../dist/node.js";

const SELF = fileURLToPath(import.meta.url);

/** What is timed; each returns what it counted. */
const RUNS = {
  /** A million flows as GEXF, from a source that makes each as it is asked for it. */
  async write(file, flows) {
    await writeWhole(file, writeGexf(source(Number(flows))));
    return statSync(file).size;
  },
  /** As many bytes of text that stands ready, through the same door. */
  async bytes(file, size) {
    const { pieces, length } = someOf(writeGexf(source(50_000)));
    const again = function* () {
      for (let written = 0, i = 0; written < Number(size); written += pieces[i].length, i = (i + 1) % length)
        yield pieces[i];
    };
    await writeWhole(file, again());
    return statSync(file).size;
  },
  /** Every sign looked at by the parser of XML, and nothing kept. */
  async scan(file) {
    const parser = new SaxesParser();
    let tags = 0;
    parser.on("opentag", () => tags++);
    for await (const piece of textOf(file)) parser.write(piece);
    parser.close();
    return tags;
  },
  /** The file as a graph. */
  async read(file) {
    return (await readGraph(file)).size;
  },
};

if (process.argv[2] in RUNS) {
  const [, , name, ...args] = process.argv;
  const start = performance.now();
  const counted = await RUNS[name](...args);
  const seconds = (performance.now() - start) / 1000;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const cpu = (userCPUTime + systemCPUTime) / 1e6;
  console.log(JSON.stringify({ counted, seconds, cpu, megabytes: maxRSS / 1000 }));
} else {
  compare(process.argv[2] ?? "1000000");
}

function compare(flows) {
  const folder = mkdtempSync(join(tmpdir(), "capital-loop-bench-"));
  try {
    const file = join(folder, "graph.gexf");
    const write = run("write", file, flows);
    const bytes = run("bytes", join(folder, "bytes.gexf"), write.counted);
    const scan = run("scan", file);
    const read = run("read", file);
    if (read.counted !== Number(flows)) throw new Error(`${read.counted} flows were read of ${flows}`);
    console.log(`GEXF, ${flows} flows, ${Math.round(write.counted / 1e6)} MB\n`);
    console.log("| | seconds | CPU seconds | peak MB | times |\n| --- | --- | --- | --- | --- |");
    row("write the same bytes", bytes, bytes);
    row("write GEXF", write, bytes);
    row("bare saxes scan", scan, scan);
    row("read GEXF as a graph", read, scan);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SELF, ...args], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")}: ${stderr}`);
  return JSON.parse(stdout);
}

function row(name, { seconds, cpu, megabytes }, beside) {
  const times = (seconds / beside.seconds).toFixed(2);
  console.log(
    `| ${name} | ${seconds.toFixed(1)} | ${cpu.toFixed(1)} | ${Math.round(megabytes)} | ${times} × |`,
  );
}

function someOf(texts) {
  const pieces = [...texts];
  return { pieces, length: pieces.length };
}

/** Flows between a fifth as many entities, in the order of ids, the same every time. */
function source(flows) {
  const order = Math.max(2, Math.round(flows / 5));
  const name = (i) => `entity-${String(i).padStart(7, "0")}`;
  return {
    asOf: "2026-11-21",
    knownBy: null,
    order,
    size: flows,
    *entities() {
      for (let i = 0; i < order; i++) {
        const label = `Entity ${i} 公司`;
        yield {
          id: name(i),
          entity: {
            ...{ label, nameZhHans: null, nameZhHant: null, kind: "company", layer: "chips" },
            ...{ country: "US", ticker: null, parents: [] },
          },
        };
      }
    },
    *flows() {
      let seed = 1;
      const random = () => {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        return seed / 2 ** 32;
      };
      for (let i = 0; i < flows; i++) {
        const [source, target] = [name(Math.floor(random() * order)), name(Math.floor(random() * order))];
        const amountUsd = random() < 0.3 ? null : Math.round(random() * 1e10);
        const id = `flow-${String(i).padStart(8, "0")}`;
        yield { id, source, target, flow: flow(id, `${source} pays ${target}`, amountUsd) };
      }
    },
    legs() {
      throw new RangeError("flows that stream have no legs");
    },
  };
}

function flow(deal, title, amountUsd) {
  return {
    deal,
    title,
    kind: "loan",
    class: "FIN",
    letter: "L",
    amountUsd,
    amount: amountUsd,
    currency: amountUsd === null ? null : "USD",
    qualifier: amountUsd === null ? null : "exact",
    basis: "total",
    announced: "2025-03-04",
    paidFrom: null,
    paidTo: null,
    time: null,
    steps: [],
    collection: "current",
    state: "signed",
    firmness: "signed",
    live: true,
  };
}
