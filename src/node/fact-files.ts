/** Which files a folder of facts has: what each is by its place and name, and what does not belong. */
import { type Dirent, promises as fs } from "node:fs";
import { join } from "node:path";
import { CapitalLoopError, type Problem } from "../errors.js";
import { Id } from "../model/ids.js";

/** One file that holds a record. */
export interface FactFile {
  readonly kind:
    | "about"
    | "rates"
    | "layers"
    | "redirects"
    | "entity"
    | "deal"
    | "publisher"
    | "observation"
    | "statement";
  /** The file's name without `.yaml`. */
  readonly id: string;
  /** The path as it is shown: the folder as it was given, then `/`-separated names. */
  readonly file: string;
}

const KEPT_OUT: ReadonlySet<string> = new Set(["README.md", "LICENSE", "LICENSE.md"]);
const TOP: Readonly<Record<string, FactFile["kind"]>> = {
  "about.yaml": "about",
  "rates.yaml": "rates",
  "layers.yaml": "layers",
  "redirects.yaml": "redirects",
};
/** Those without which a folder is none. */
const NEEDED: readonly string[] = ["about.yaml", "rates.yaml"];
const FOLDERS: Readonly<Record<string, FactFile["kind"]>> = {
  entities: "entity",
  sources: "publisher",
  observations: "observation",
  statements: "statement",
};
/** All that belongs in a folder, in words. */
const BELONGS =
  "about.yaml, rates.yaml, layers.yaml, redirects.yaml, entities/, deals/, sources/, observations/, statements/ and schema/";

/**
 * Lists a folder in the order of names.
 *
 * @throws CapitalLoopError `unreadable` when the folder itself is missing or may not be read.
 */
export async function listFacts(dir: string): Promise<{ files: FactFile[]; problems: Problem[] }> {
  const files: FactFile[] = [];
  const problems: Problem[] = [];
  const stray = (file: string, message: string, hint: string) =>
    problems.push({ file, line: 1, column: 1, path: "", message, hint });

  const addRecords = async (folder: string, kind: FactFile["kind"]) => {
    for (const { name, file, isFolder } of await entriesOf(folder)) {
      const id = name.replace(/\.yaml$/, "").normalize("NFC");
      if (isFolder) stray(file, "a folder stands where a record belongs", `move its files to ${folder}/`);
      else if (/\.yml$/.test(name))
        stray(file, "records end in .yaml", `call it ${name.replace(/yml$/, "yaml")}`);
      else if (id === name) stray(file, "this is no record", "records end in .yaml: move it elsewhere");
      else if (!Id.safeParse(id).success)
        stray(file, `"${id}" is no id`, "a file is named by its id: lower-case words joined by hyphens");
      else files.push({ kind, id, file });
    }
  };

  for (const { name, file, isFolder } of await entriesOf(dir)) {
    const folderOf = isFolder ? FOLDERS[name] : undefined;
    if (isFolder && name === "schema") continue;
    if (folderOf !== undefined) {
      await addRecords(file, folderOf);
    } else if (isFolder && name === "deals") {
      for (const year of await entriesOf(file)) {
        if (year.isFolder && /^\d{4}$/.test(year.name)) await addRecords(year.file, "deal");
        else stray(year.file, "deals lie in a folder of their year", `move it to ${file}/<year>/`);
      }
    } else if (!isFolder && TOP[name] !== undefined) {
      files.push({ kind: TOP[name], id: name.replace(/\.yaml$/, ""), file });
    } else {
      stray(file, `this is no part of the facts`, `what belongs here is ${BELONGS}`);
    }
  }
  for (const name of NEEDED) {
    const kind = TOP[name];
    if (!files.some((file) => file.kind === kind))
      stray(shown(dir, name), "the file is missing", `add ${name}; the built-in facts have one to copy`);
  }
  return { files, problems };
}

interface Entry {
  readonly name: string;
  readonly file: string;
  readonly isFolder: boolean;
}

/** What a folder holds, by name; hidden files and papers about the facts are passed over. */
async function entriesOf(folder: string): Promise<Entry[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw unreadableFolder(folder, error);
  });
  const kept = entries.filter(({ name }) => !name.startsWith(".") && !KEPT_OUT.has(name));
  return Promise.all(
    kept
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(async (entry) => ({
        name: entry.name,
        file: shown(folder, entry.name),
        isFolder: await isFolder(folder, entry),
      })),
  );
}

/** A link counts as what it points to; one that points nowhere is reported when it is read. */
async function isFolder(folder: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return fs.stat(join(folder, entry.name)).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

function shown(folder: string, name: string): string {
  return join(folder, name).replaceAll("\\", "/");
}

function unreadableFolder(folder: string, error: unknown): CapitalLoopError {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const why =
    code === "ENOENT"
      ? "there is no such folder; give the folder that holds about.yaml, entities/, deals/ and sources/"
      : code === "ENOTDIR"
        ? "this is a file; give the folder that holds about.yaml, entities/, deals/ and sources/"
        : `this folder cannot be read (${String(code)}); check who may read it`;
  return new CapitalLoopError("unreadable", `${folder}: ${why}`);
}
