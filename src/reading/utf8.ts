/** Bytes to text, or the news that they are none: half-read letters would make other names. */

/**
 * The text of bytes as they come, without a byte order mark.
 *
 * @throws NotUtf8 at the first bytes that no text has.
 */
export async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // Never told that more is to come: what a sign lacks is kept here, and a whole text is decoded many times faster.
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let rest = new Uint8Array();
  let isFirst = true;
  for await (const piece of bytes) {
    const all = rest.length === 0 ? piece : joined(rest, piece);
    const end = all.length - unfinished(all);
    const text = textOf(decoder, all.subarray(0, end));
    rest = all.slice(end);
    if (text === "") continue;
    yield isFirst && text.startsWith("\ufeff") ? text.slice(1) : text;
    isFirst = false;
  }
  if (rest.length > 0) throw new NotUtf8();
}

export class NotUtf8 extends Error {}

function textOf(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new NotUtf8();
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

/** How many bytes at the end begin a sign that the next piece finishes. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    // A byte that goes on with a sign: its first one stands further left.
    if (byte >= 0x80 && byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}
