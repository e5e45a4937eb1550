/** A text or bytes in pieces, as a disk or a network brings them. */

/** @param cuts where one piece ends and the next begins. */
export async function* pieces(text: string, cuts: readonly number[] = []): AsyncGenerator<string> {
  const ends = [...new Set(cuts)].filter((cut) => cut < text.length).sort((a, b) => a - b);
  let from = 0;
  for (const end of [...ends, text.length]) {
    yield text.slice(from, end);
    from = end;
  }
}

export async function* bytePieces(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const ends = [...new Set(cuts)].filter((cut) => cut < bytes.length).sort((a, b) => a - b);
  let from = 0;
  for (const end of [...ends, bytes.length]) {
    yield bytes.subarray(from, end);
    from = end;
  }
}
