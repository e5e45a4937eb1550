import { DOMParser } from "@xmldom/xmldom";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { legalIds } from "../../src/formats/legal-ids.js";
import { attributes, escaped, legal } from "../../src/formats/xml.js";
import { wildText } from "./wild-text.js";

/** What XML 1.0 calls a character, section 2.2. */
const CHARACTERS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

describe("text in XML", () => {
  test.each([
    ['a<b & "c">', "a&lt;b &amp; &quot;c&quot;&gt;"],
    ["tab\there, line\nthere\r", "tab&#9;here, line&#10;there&#13;"],
    ["bell\u0007 and \ufffe", "bell and "],
    ["half a \ud83d character, \udcb8", "half a \ufffd character, \ufffd"],
    ["英伟达 💸", "英伟达 💸"],
  ])("%j", (text, written) => {
    expect(escaped(text)).toBe(written);
  });

  test("whatever a string holds, a parser reads it back", () => {
    const fault = (message: string) => {
      throw new Error(message);
    };
    const parser = new DOMParser({ errorHandler: { warning: fault, error: fault, fatalError: fault } });
    fc.assert(
      fc.property(wildText, wildText, (value, inside) => {
        const text = `<a${attributes({ value, nothing: null })}>${escaped(inside)}</a>`;
        expect(text).toMatch(CHARACTERS);
        const { documentElement } = parser.parseFromString(text, "text/xml");
        expect(documentElement?.getAttribute("value")).toBe(legal(value));
        expect(documentElement?.hasAttribute("nothing")).toBe(false);
        expect(documentElement?.textContent).toBe(legal(inside));
      }),
      { numRuns: 10_000, seed: 20261121 },
    );
  });
});

describe("ids in XML", () => {
  test("ids that would become the same are told apart", () => {
    const ids = ["a\u0001", "a\u0002", "a", "b\ud83d", "c"];

    expect(ids.map(legalIds(() => ids))).toEqual(["a~2", "a~3", "a", "b\ufffd", "c"]);
  });

  test("as many ids are written as are given, and each is legal", () => {
    fc.assert(
      fc.property(fc.uniqueArray(wildText), (ids) => {
        const written = ids.map(legalIds(() => ids));

        expect(new Set(written).size).toBe(ids.length);
        for (const id of written) expect(id).toBe(legal(id));
      }),
    );
  });
});
