/** Places in JSON: each value where it was written, each fault where the text stops being JSON. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultPlace, valuePlace } from "../../src/reading/json-places.js";

type Path = (string | number)[];

/** Every path into a value, the value's own first. */
function pathsInto(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  const inside = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const below = inside.flatMap(([key, inner]) =>
    pathsInto(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [{ path, value }, ...below];
}

function textAt(text: string, { line, column }: { line: number; column: number }): string {
  const lines = text.split("\n");
  return [lines[line - 1]?.slice(column - 1) ?? "", ...lines.slice(line)].join("\n");
}

test("at its place stands the value, however deep", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      for (const { path, value: inner } of pathsInto(value)) {
        const here = textAt(text, valuePlace(text, path));
        const written = JSON.stringify(inner, null, 0);
        expect(here.replaceAll(/\s/g, "").startsWith(written.replaceAll(/\s/g, ""))).toBe(true);
      }
    }),
  );
});

test("what is not there is said of the nearest thing around it", () => {
  const text = '{ "a": { "b": 1 } }';

  expect(valuePlace(text, ["a", "c"])).toEqual({ line: 1, column: 8 });
  expect(valuePlace(text, ["x"])).toEqual({ line: 1, column: 1 });
});

describe("the first sign that cannot stand where it does", () => {
  test.each([
    ['{"a":}', 1, 6],
    ['{"a" 1}', 1, 6],
    ["[1,]", 1, 4],
    ["{,}", 1, 2],
    ['{"a": 1,}', 1, 9],
    ["[1 2]", 1, 4],
    ["[1}", 1, 3],
    ["[]\n]", 2, 1],
    ['{\n  "a": tru\n}', 2, 8],
    ['{"nodes": [],\n "edges": [', 2, 12],
    ["[1,\n\n", 1, 4],
    ["", 1, 1],
    ["01", 1, 2],
  ])("%j: %i:%i", (text, line, column) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(faultPlace(text)).toEqual({ line, column });
  });

  test("nesting without end is looked at without a stack", () => {
    expect(faultPlace("[".repeat(300_000))).toEqual({ line: 1, column: 300_001 });
  });
});
