/** The text of a reader's file as it comes, unpacked when it is gzipped. Nothing of it leaves the device. */
import { CapitalLoopError } from "../../src/errors.js";
import { isGzip, unfoldsTooFar } from "../../src/reading/unpacking.js";
import { unreadable } from "../../src/reading/unreadable.js";
import { decoded, NotUtf8 } from "../../src/reading/utf8.js";

/**
 * The pieces of a file's text, without a byte order mark.
 *
 * @param onBytes told how many of the file's bytes were read so far.
 * @throws CapitalLoopError `unreadable`: gone, cut off, or no UTF-8 text.
 */
export async function* textOfFile(file: File, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  let packed = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      packed += piece.length;
      onBytes(packed);
      controller.enqueue(piece);
    },
  });
  try {
    const isPacked = isGzip(new Uint8Array(await file.slice(0, 2).arrayBuffer()));
    const bytes = file.stream().pipeThrough(counted);
    if (!isPacked) yield* decoded(piecesOf(bytes));
    else {
      const unpacked = bytes.pipeThrough(new DecompressionStream("gzip"));
      yield* decoded(inProportion(piecesOf(unpacked), file.name, () => packed));
    }
  } catch (error) {
    throw explained(file.name, error);
  }
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    // Whoever stops early wants no more of it.
    reader.cancel().catch(() => undefined);
  }
}

async function* inProportion(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  packed: () => number,
): AsyncGenerator<Uint8Array> {
  let unpacked = 0;
  for await (const piece of pieces) {
    unpacked += piece.length;
    if (unfoldsTooFar(unpacked, packed())) throw unreadable(name, "unfoldsTooFar");
    yield piece;
  }
}

/** Browsers tell of a bad gzip by a `TypeError` whose words alone say what is bad about it. */
function explained(name: string, error: unknown): unknown {
  if (error instanceof CapitalLoopError) return error;
  if (error instanceof NotUtf8) return unreadable(name, "notUtf8");
  if (error instanceof TypeError)
    return unreadable(name, /truncat|unexpected end|incomplete/i.test(error.message) ? "cutOff" : "damaged");
  if (error instanceof DOMException) return unreadable(name, "gone");
  return error;
}
