/**
 * CITATION.cff by the rules of the Citation File Format 1.2.0, for the fields it has: no other field, each in its
 * form. Where the format has a choice of licences, several mean "either"; ours are each for a part, so each part has one.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { isDay } from "../../src/model/dates.js";
import { manifest } from "./install.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const read = (name: string) => readFileSync(join(ROOT, name), "utf8");

const Text = z.string().min(1);
const Author = z.strictObject({ name: Text, alias: Text.optional(), website: z.url().optional() });
const WORK = {
  title: Text,
  version: Text,
  "date-released": z.string().refine(isDay),
  license: z.enum(["MIT", "CC-BY-4.0"]),
  authors: z.array(Author).min(1),
  url: z.url().optional(),
};
const Citation = z.strictObject({
  "cff-version": z.literal("1.2.0"),
  message: Text,
  type: z.enum(["software", "dataset"]),
  abstract: Text,
  keywords: z.array(Text).min(1),
  ...WORK,
  references: z.array(z.strictObject({ type: z.literal("data"), ...WORK })),
});

describe("CITATION.cff", () => {
  const citation = Citation.parse(parse(read("CITATION.cff")));
  const { version, references } = citation;

  test("names the version of the package, for the code and for the facts", () => {
    expect([version, ...references.map((work) => work.version)]).toEqual([
      manifest.version,
      manifest.version,
    ]);
  });

  test("names the day on which the changelog has that version", () => {
    expect(read("CHANGELOG.md")).toContain(`## ${version} – ${citation["date-released"]}`);
    expect(references[0]?.["date-released"]).toBe(citation["date-released"]);
  });

  test("gives code and facts the licences that LICENSE and package.json give them", () => {
    const given = [citation.license, ...references.map(({ license }) => license)];

    expect(given).toEqual(["MIT", "CC-BY-4.0"]);
    expect(manifest.license).toBe(given.join(" AND "));
    expect(read("LICENSE")).toMatch(/Code: everything outside `graph-data\/`, under the MIT License/);
    expect(read("LICENSE")).toMatch(
      /Facts: everything in `graph-data\/`, under Creative Commons Attribution 4\.0/,
    );
  });
});
