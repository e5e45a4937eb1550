/** Keeps a small gzipped file from unfolding into a huge one. */
import { Transform } from "node:stream";
import type { Gunzip } from "node:zlib";

/** Up to this size it does not matter how small a file was. */
const HARMLESS_BYTES = 4 * 2 ** 20;
/** Tables of numbers unfold to some ten times their size; only the same line over and over gives this. */
const MOST_TIMES = 200;

/** The code of the error that ends a file out of all proportion. */
export const UNFOLDS_TOO_FAR = "UNFOLDS_TOO_FAR";

/** Passes on what is unpacked, until it is out of all proportion to what it came from. */
export function inProportion(gunzip: Gunzip): Transform {
  let unpacked = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      unpacked += piece.length;
      const isTooFar = unpacked > HARMLESS_BYTES && unpacked > MOST_TIMES * gunzip.bytesWritten;
      if (isTooFar) done(Object.assign(new Error("unfolds too far"), { code: UNFOLDS_TOO_FAR }));
      else done(null, piece);
    },
  });
}
