/** Many short texts as fewer long ones: a stream pays for each piece it carries. */

const LONG_ENOUGH = 1 << 16;

/** The same text in pieces of at least 65 536 characters; the last may be shorter. */
export function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = "";
  for (const text of texts) {
    piece += text;
    if (piece.length >= LONG_ENOUGH) {
      yield piece;
      piece = "";
    }
  }
  if (piece !== "") yield piece;
}
