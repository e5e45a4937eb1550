/** What is asked of a gzipped file, whoever unpacks it. */

/** Up to this size it does not matter how small a file was. */
const HARMLESS_BYTES = 4 * 2 ** 20;
/** Tables of numbers unfold to some ten times their size; only the same line over and over gives this. */
const MOST_TIMES = 200;

/** Whether what was unpacked so far is out of all proportion to what it came from. */
export function unfoldsTooFar(unpackedBytes: number, packedBytes: number): boolean {
  return unpackedBytes > HARMLESS_BYTES && unpackedBytes > MOST_TIMES * packedBytes;
}

/** Whether a file's first bytes are those of gzip, whatever it is called. */
export function isGzip(first: Uint8Array): boolean {
  return first[0] === 0x1f && first[1] === 0x8b;
}
