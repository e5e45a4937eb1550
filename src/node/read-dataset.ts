/** A folder of YAML as raw records, with the place of every key. It judges only how files are written. */
import { promises as fs } from "node:fs";
import { byPlace, type Problem } from "../errors.js";
import type { Locate, RawDataset, RawRecord } from "../model/dataset.js";
import { type FactFile, listFacts } from "./fact-files.js";
import { parseYaml, type YamlFile } from "./yaml-file.js";

/** A folder of facts as it was read: raw records, what is wrong with their writing, and where everything stands. */
export interface ReadDataset {
  readonly raw: RawDataset;
  /** What is wrong with files and their writing, in order; `checkDataset` finds the rest. */
  readonly problems: readonly Problem[];
  readonly locate: Locate;
}

/** No record is near this long; a file that is was not meant to be one. */
const MOST_BYTES = 1_000_000;
/** Files open at one time: far below what systems allow. */
const AT_ONCE = 64;

/**
 * Reads every file of facts: those of `listFacts`. Files are named by `dir` as it was given.
 *
 * @throws CapitalLoopError `unreadable` when the folder is missing; a file that cannot be read is a problem.
 * @remarks Time and space O(bytes); parsed files are kept, so that `locate` can answer.
 */
export async function readDataset(dir: string): Promise<ReadDataset> {
  const { files, problems } = await listFacts(dir);
  const records: Record<FactFile["kind"], Map<string, RawRecord>> = {
    about: new Map(),
    rates: new Map(),
    layers: new Map(),
    redirects: new Map(),
    entity: new Map(),
    deal: new Map(),
    publisher: new Map(),
    observation: new Map(),
    statement: new Map(),
  };
  const parsed = await readAll(files);
  for (const { kind, id, file } of files) {
    const twin = records[kind].get(id);
    if (twin !== undefined) {
      const message = `the id "${id}" is taken by ${twin.file}`;
      problems.push({ file, line: 1, column: 1, path: "", message, hint: "one deal has one file, for life" });
      continue;
    }
    const yaml = parsed.get(file);
    if (yaml === undefined) continue;
    records[kind].set(id, { file, value: yaml.value });
    for (const { line, column, message, hint } of yaml.faults)
      problems.push({ file, line, column, path: "", message, hint });
  }
  const missing = (name: string): RawRecord => ({ file: `${dir}/${name}`, value: undefined });
  return {
    raw: {
      about: records.about.get("about") ?? missing("about.yaml"),
      rates: records.rates.get("rates") ?? missing("rates.yaml"),
      entities: records.entity,
      deals: records.deal,
      publishers: records.publisher,
      observations: records.observation,
      statements: records.statement,
      layers: records.layers.get("layers") ?? null,
      redirects: records.redirects.get("redirects") ?? null,
    },
    problems: problems.sort(byPlace),
    locate: (file, path, at) => parsed.get(file)?.locate(path, at) ?? { line: 1, column: 1 },
  };
}

/** Every file, some at a time: most of the time goes into waiting for them. */
async function readAll(files: readonly FactFile[]): Promise<ReadonlyMap<string, YamlFile>> {
  const read = new Map<string, YamlFile>();
  for (let i = 0; i < files.length; i += AT_ONCE) {
    const batch = files.slice(i, i + AT_ONCE);
    const rows = await Promise.all(batch.map(async ({ file }) => [file, await readYaml(file)] as const));
    for (const [file, yaml] of rows) read.set(file, yaml);
  }
  return read;
}

async function readYaml(file: string): Promise<YamlFile> {
  try {
    const { size } = await fs.stat(file);
    if (size > MOST_BYTES)
      return unread(`the file has ${size} bytes`, `a record stays under ${MOST_BYTES}: split it`);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await fs.readFile(file));
    return parseYaml(text);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      return unread("the file is not UTF-8 text", "save it as UTF-8");
    return unread(`the file cannot be read (${code})`, "check where it points and who may read it");
  }
}

function unread(message: string, hint: string): YamlFile {
  const place = { line: 1, column: 1 };
  return { value: undefined, faults: [{ ...place, message, hint }], locate: () => place };
}
