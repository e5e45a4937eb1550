import { execFile, execFileSync } from "node:child_process";
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { writeFolder, writeWhole } from "../../src/node/write-file.js";

const folder = mkdtempSync(join(tmpdir(), "capital-loop-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("pieces become one file, in place of the one before", async () => {
  writeFileSync(join(folder, "a.txt"), "old");

  await writeWhole(join(folder, "a.txt"), ["one ", "two 英"]);

  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("one two 英");
  expect(readdirSync(folder)).toEqual(["a.txt"]);
});

test("a writer that fails midway leaves the old file and nothing else", async () => {
  writeFileSync(join(folder, "a.txt"), "old");
  const pieces = (function* () {
    yield "new";
    throw new RangeError("midway");
  })();

  await expect(writeWhole(join(folder, "a.txt"), pieces)).rejects.toThrow("midway");

  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("old");
  expect(readdirSync(folder)).toEqual(["a.txt"]);
});

test("a place that cannot be written is said in one line", async () => {
  await expect(writeWhole(join(folder, "no/a.txt"), ["x"])).rejects.toMatchObject({
    code: "unwritable",
    message: `${folder}/no/a.txt: its folder does not exist; make the folder first`,
  });
  await expect(writeWhole(join(folder, "a.txt/b.txt"), ["x"])).rejects.toThrow(
    `${folder}/a.txt/b.txt: a part of its path is a file; give another path`,
  );
  await expect(writeWhole(folder, ["x"])).rejects.toThrow("this is a folder; give the name of a file");
});

test("a name that ends in .gz is gzipped, the same every time", async () => {
  await writeWhole(join(folder, "b.txt.gz"), ["one ", "two"]);
  const first = readFileSync(join(folder, "b.txt.gz"));
  await writeWhole(join(folder, "b.txt.gz"), ["one ", "two"]);

  expect(gunzipSync(first).toString()).toBe("one two");
  expect(readFileSync(join(folder, "b.txt.gz"))).toEqual(first);
});

test("a link stays a link, and the file it leads to is the one that is written", async () => {
  const place = mkdtempSync(join(folder, "links-"));
  writeFileSync(join(place, "file.txt"), "old");
  symlinkSync("file.txt", join(place, "link.txt"));

  await writeWhole(join(place, "link.txt"), ["new"]);

  expect(lstatSync(join(place, "link.txt")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(place, "file.txt"), "utf8")).toBe("new");
  expect(readdirSync(place)).toEqual(["file.txt", "link.txt"]);
});

test("a pipe is written to, and no file takes its place", async () => {
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  const reader = promisify(execFile)("cat", [pipe]);

  await writeWhole(pipe, ["one ", "two"]);

  expect((await reader).stdout).toBe("one two");
  expect(statSync(pipe).isFIFO()).toBe(true);
  rmSync(pipe);
});

test("a folder is filled whole, or refused before anything is written", async () => {
  const place = join(folder, "set");
  await writeFolder(place, { "a.csv": ["1"] }, false);

  await expect(writeFolder(place, { "new.csv": ["2"], "a.csv": ["2"] }, false)).rejects.toMatchObject({
    code: "unwritable",
    message: `${place} already holds a.csv; give --force to replace what is there, or another folder`,
  });
  expect(readdirSync(place)).toEqual(["a.csv"]);

  await writeFolder(place, { "a.csv": ["2"] }, true);
  expect(readFileSync(join(place, "a.csv"), "utf8")).toBe("2");
  await expect(writeFolder(join(place, "a.csv"), { "x.csv": [] }, true)).rejects.toThrow("this is a file");
});
