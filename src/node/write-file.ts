/** Writes a file whole or not at all: first beside its place under another name, then put in place. */
import { createWriteStream, promises as fs, rmSync } from "node:fs";
import process from "node:process";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CapitalLoopError } from "../errors.js";

/**
 * Writes pieces of text to a path; what stood there stays until the last piece is written.
 *
 * @throws CapitalLoopError `unwritable`. Nothing is left behind, not even when the process ends midway.
 */
export async function writeWhole(path: string, pieces: Iterable<string>): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  const removeDraft = () => rmSync(draft, { force: true });
  process.once("exit", removeDraft);
  try {
    // A folder would let itself be written beside, and only then refuse.
    if (await isFolder(path)) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
    await pipeline(Readable.from(pieces), createWriteStream(draft));
    await fs.rename(draft, path);
  } catch (error) {
    removeDraft();
    const code = error instanceof Error && "code" in error ? String(error.code) : null;
    if (code === null || error instanceof CapitalLoopError) throw error;
    const why: Readonly<Record<string, string>> = {
      ENOENT: "its folder does not exist; make the folder first",
      ENOTDIR: "a part of its path is a file; give another path",
      EACCES: "it may not be written; check who owns the folder",
      EISDIR: "this is a folder; give the name of a file",
      ENOSPC: "the disk is full; make room",
    };
    throw new CapitalLoopError("unwritable", `${path}: ${why[code] ?? `cannot be written (${code})`}`);
  } finally {
    process.off("exit", removeDraft);
  }
}

function isFolder(path: string): Promise<boolean> {
  return fs.stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
