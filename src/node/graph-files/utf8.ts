/** Bytes to text, or the news that they are none: half-read letters would make other names. */
import { isUtf8 } from "node:buffer";

/**
 * The text of bytes as they come, without a byte order mark.
 *
 * @throws NotUtf8 at the first bytes that no text has.
 */
export async function* decoded(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  for await (const piece of bytes) {
    const all = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const end = all.length - unfinished(all);
    const whole = all.subarray(0, end);
    if (!isUtf8(whole)) throw new NotUtf8();
    rest = all.subarray(end);
    const text = whole.toString("utf8");
    if (text === "") continue;
    yield isFirst && text.startsWith("\ufeff") ? text.slice(1) : text;
    isFirst = false;
  }
  if (rest.length > 0) throw new NotUtf8();
}

export class NotUtf8 extends Error {}

/** How many bytes at the end begin a sign that the next piece finishes. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    // A byte that goes on with a sign: its first one stands further left.
    if (byte >= 0x80 && byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}
