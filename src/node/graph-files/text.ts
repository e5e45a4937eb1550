/** The text of a graph file or of stdin, as it comes; unpacked when it is gzipped. */
import { createReadStream } from "node:fs";
import { stdin } from "node:process";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { CapitalLoopError } from "../../errors.js";
import { inProportion, UNFOLDS_TOO_FAR } from "./unpacking.js";
import { decoded, NotUtf8 } from "./utf8.js";

/** A line longer than this is no line of a graph. */
const MOST_CHARACTERS = 1_000_000;

/**
 * The pieces of a file's text, or of stdin for `-`. Gzip is known by its first two bytes, so that a file
 * reads the same whether its name still ends in `.gz` or not. A byte order mark is left out.
 *
 * @throws CapitalLoopError `unreadable`: missing, a folder, not allowed, cut off, or no UTF-8 text.
 */
export async function* textOf(path: string): AsyncGenerator<string> {
  const bytes: Readable = path === "-" ? stdin : createReadStream(path);
  try {
    yield* decoded(await unpacked(bytes));
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    bytes.destroy();
  }
}

async function unpacked(bytes: Readable): Promise<Readable> {
  const iterator: AsyncIterator<Buffer> = bytes[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return Readable.from([]);
  const all = Readable.from(
    (async function* () {
      yield first.value;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
        yield next.value;
    })(),
    { objectMode: false },
  );
  const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b;
  // The callback is required; errors reach whoever reads the last stream.
  const gunzip = createGunzip();
  return isGzip ? pipeline(all, gunzip, inProportion(gunzip), () => {}) : all;
}

/** Whole lines of a text in pieces, without their ends, as many at once as a piece holds. */
export async function* linesOf(
  pieces: AsyncIterable<string>,
  path: string,
): AsyncGenerator<readonly string[]> {
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > MOST_CHARACTERS)
      throw new CapitalLoopError("unreadable", `${path}: a line has no end; is this a text file?`);
    yield lines.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
  }
  if (rest !== "") yield [rest];
}

function unreadable(path: string, error: unknown): unknown {
  if (error instanceof CapitalLoopError) return error;
  const name = path === "-" ? "stdin" : path;
  if (error instanceof NotUtf8)
    return new CapitalLoopError("unreadable", `${name}: this is not UTF-8 text; save it as UTF-8`);
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  if (code === null) return error;
  const why: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file; check the path",
    EISDIR: "this is a folder; give a file, or a folder of facts with --data",
    EACCES: "this file may not be read; check who owns it",
    [UNFOLDS_TOO_FAR]: "the gzipped file unfolds to hundreds of times its size; unpack it yourself first",
    Z_BUF_ERROR: "the gzipped file ends in the middle; fetch or make it again",
    Z_DATA_ERROR: "the gzipped file is damaged; fetch or make it again",
  };
  return new CapitalLoopError("unreadable", `${name}: ${why[code] ?? `cannot be read (${code})`}`);
}
