/** The text of a graph file or of stdin, as it comes; unpacked when it is gzipped. */
import { createReadStream } from "node:fs";
import { stdin } from "node:process";
import { pipeline, Readable, Transform } from "node:stream";
import { createGunzip, type Gunzip } from "node:zlib";
import { CapitalLoopError } from "../errors.js";
import { isGzip, unfoldsTooFar } from "../reading/unpacking.js";
import { unreadable } from "../reading/unreadable.js";
import { decoded, NotUtf8 } from "../reading/utf8.js";

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
    throw explained(path, error);
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
  if (!isGzip(first.value)) return all;
  // The callback is required; errors reach whoever reads the last stream.
  const gunzip = createGunzip();
  return pipeline(all, gunzip, inProportion(gunzip), () => {});
}

/** The code of the error that ends a file out of all proportion. */
const UNFOLDS_TOO_FAR = "UNFOLDS_TOO_FAR";

/** Passes on what is unpacked, until it is out of all proportion to what it came from. */
function inProportion(gunzip: Gunzip): Transform {
  let unpackedBytes = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      unpackedBytes += piece.length;
      if (unfoldsTooFar(unpackedBytes, gunzip.bytesWritten))
        done(Object.assign(new Error("unfolds too far"), { code: UNFOLDS_TOO_FAR }));
      else done(null, piece);
    },
  });
}

const GZIP_FAULTS: Readonly<Record<string, Parameters<typeof unreadable>[1]>> = {
  [UNFOLDS_TOO_FAR]: "unfoldsTooFar",
  Z_BUF_ERROR: "cutOff",
  Z_DATA_ERROR: "damaged",
};

const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file; check the path",
  EISDIR: "this is a folder; give a file",
  EACCES: "this file may not be read; check who owns it",
  ENOTDIR: "a part of its path is a file; check the path",
  ELOOP: "its links lead in a circle; check the path",
  ENXIO: "this is a socket; give a file",
  ENAMETOOLONG: "its name is too long; check the path",
};

function explained(path: string, error: unknown): unknown {
  if (error instanceof CapitalLoopError) return error;
  const name = path === "-" ? "stdin" : path;
  if (error instanceof NotUtf8) return unreadable(name, "notUtf8");
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  if (code === null) return error;
  const ofGzip = GZIP_FAULTS[code];
  if (ofGzip !== undefined) return unreadable(name, ofGzip);
  return new CapitalLoopError("unreadable", `${name}: ${FILE_FAULTS[code] ?? `cannot be read (${code})`}`);
}
