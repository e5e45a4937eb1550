/**
 * Writes a file whole or not at all: first beside its place under another name, then put in place. A link stays a
 * link to the file; a device or a pipe, such as /dev/stdout, is written to and never replaced.
 */
import { createWriteStream, promises as fs, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { CapitalLoopError } from "../errors.js";

/**
 * Writes pieces of text to a path, gzipped where its name ends in `.gz`; what stood there stays until the
 * last piece is written.
 *
 * @throws CapitalLoopError `unwritable`. Nothing is left behind, not even when the process ends midway.
 */
export async function writeWhole(path: string, pieces: Iterable<string>): Promise<void> {
  try {
    const there = await fs.stat(path).catch(() => null);
    // A folder would let itself be written beside, and only then refuse.
    if (there?.isDirectory()) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
    const isGzipped = path.endsWith(".gz");
    if (there === null) await writeBeside(path, isGzipped, pieces);
    else if (there.isFile()) await writeBeside(await fs.realpath(path), isGzipped, pieces);
    else await write(path, isGzipped, pieces);
  } catch (error) {
    throw unwritable(path, error);
  }
}

async function writeBeside(path: string, isGzipped: boolean, pieces: Iterable<string>): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  const removeDraft = () => {
    try {
      rmSync(draft, { force: true });
    } catch {
      // Where nothing can be removed, nothing was made: a part of the path is a file, or the disk is gone.
    }
  };
  process.once("exit", removeDraft);
  try {
    await write(draft, isGzipped, pieces);
    await fs.rename(draft, path);
  } catch (error) {
    removeDraft();
    throw error;
  } finally {
    process.off("exit", removeDraft);
  }
}

async function write(path: string, isGzipped: boolean, pieces: Iterable<string>): Promise<void> {
  const text = Readable.from(pieces);
  const file = createWriteStream(path);
  await (isGzipped ? pipeline(text, createGzip(), file) : pipeline(text, file));
}

/**
 * Writes several files into a folder, which is made where there is none.
 *
 * @param replace whether files of these names may be replaced.
 * @throws CapitalLoopError `unwritable`, before anything is written when a file is there that may not be replaced.
 */
export async function writeFolder(
  folder: string,
  files: Readonly<Record<string, Iterable<string>>>,
  replace: boolean,
): Promise<void> {
  try {
    await fs.mkdir(folder, { recursive: true });
  } catch (error) {
    throw unwritable(folder, error);
  }
  const there = new Set(await fs.readdir(folder));
  const taken = Object.keys(files)
    .filter((name) => there.has(name))
    .sort();
  if (taken.length > 0 && !replace) {
    const mend = "give --force to replace what is there, or another folder";
    throw new CapitalLoopError("unwritable", `${folder} already holds ${taken.join(", ")}; ${mend}`);
  }
  for (const [name, pieces] of Object.entries(files)) await writeWhole(join(folder, name), pieces);
}

function unwritable(path: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  if (code === null || error instanceof CapitalLoopError) return error;
  const why: Readonly<Record<string, string>> = {
    ENOENT: "its folder does not exist; make the folder first",
    ENOTDIR: "a part of its path is a file; give another path",
    EEXIST: "this is a file; give the name of a folder",
    EACCES: "it may not be written; check who owns the folder",
    EISDIR: "this is a folder; give the name of a file",
    ENOSPC: "the disk is full; make room",
    ENXIO: "this is a socket; give the name of a file",
    EROFS: "the disk may only be read; give another path",
    ENAMETOOLONG: "its name is too long; give a shorter one",
  };
  return new CapitalLoopError("unwritable", `${path}: ${why[code] ?? `cannot be written (${code})`}`);
}
