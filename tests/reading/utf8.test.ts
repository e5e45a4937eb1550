/** Bytes to text: the same whatever pieces they come in, and nothing made up from bytes that are no text. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decoded, NotUtf8 } from "../../src/reading/utf8.js";
import { bytePieces } from "./pieces.js";

async function read(bytes: Uint8Array, cuts: readonly number[] = []): Promise<string> {
  let text = "";
  for await (const piece of decoded(bytePieces(bytes, cuts))) text += piece;
  return text;
}

const cuts = fc.array(fc.nat(60), { maxLength: 12 });

test("signs of one to four bytes, cut anywhere", async () => {
  const text = fc.stringMatching(/^[aé英😀\n]{0,20}$/u);
  await fc.assert(
    fc.asyncProperty(text, cuts, async (words, at) => {
      expect(await read(new TextEncoder().encode(words), at)).toBe(words);
    }),
  );
});

test("a byte order mark is left out, and only at the start", async () => {
  expect(await read(new TextEncoder().encode("\ufeffa\ufeffb"), [1, 2])).toBe("a\ufeffb");
});

test("any bytes are read as the platform reads them, or refused", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 24 }), cuts, async (bytes, at) => {
      let known: string | null;
      try {
        known = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      } catch {
        known = null;
      }
      const reading = read(bytes, at);
      if (known === null) await expect(reading).rejects.toBeInstanceOf(NotUtf8);
      else expect(await reading).toBe(known);
    }),
  );
});
