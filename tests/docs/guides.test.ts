/** Every example of the guides runs as it stands, in an empty folder with the facts beside it. */
import { execFile } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const GUIDES = join(ROOT, "docs/guides");
const node = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "capital-loop-"));

interface Block {
  readonly language: string;
  /** The file it is to be saved as. */
  readonly name: string;
  readonly text: string;
}

function blocksOf(guide: string): Block[] {
  const text = readFileSync(join(GUIDES, guide), "utf8");
  return [...text.matchAll(/^```(\w+) ?(\S*)\n([\s\S]*?)^```$/gm)].map(
    ([, language = "", name = "", body = ""]) => ({ language, name, text: body }),
  );
}

beforeAll(() => {
  // A package of its own: one that lies further up could be called as ours is.
  writeFileSync(join(folder, "package.json"), "{}\n");
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(ROOT, join(folder, "node_modules/capital-loop"));
  symlinkSync(join(ROOT, "graph-data"), join(folder, "graph-data"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a line as a shell would, without the network that npx might ask. */
async function runLine(line: string): Promise<string> {
  const [npx, name, ...args] = line.match(/[^\s"]+|"[^"]*"/g)?.map((word) => word.replaceAll('"', "")) ?? [];
  expect([npx, name]).toEqual(["npx", "capital-loop"]);
  const { stdout, stderr } = await node(process.execPath, [join(ROOT, "dist/cli/main.js"), ...args], {
    cwd: folder,
    maxBuffer: 2 ** 26,
  });
  return stdout + stderr;
}

const guides = readdirSync(GUIDES).filter((name) => name.endsWith(".md"));

describe.each(guides)("%s", (guide) => {
  const blocks = blocksOf(guide);
  for (const { name, text } of blocks) {
    // Before anything runs: a line may use a file that the guide asks the reader to save.
    if (name !== "") writeFileSync(join(folder, name), text);
  }
  const lines = blocks
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.trim().split("\n"));
  const programs = blocks.filter(({ language }) => language === "js").map(({ text }) => text);

  test("has at least one example", () => {
    expect(blocks.length).toBeGreaterThan(0);
  });

  // A guide need not have both.
  if (lines.length > 0) {
    test("its commands run, in their order", async () => {
      for (const line of lines) expect(await runLine(line), line).not.toBe("");
    }, 240_000);
  }

  if (programs.length > 0) {
    test("its programs run", async () => {
      for (const [i, text] of programs.entries()) {
        const file = join(folder, `${guide}-${i}.mjs`);
        writeFileSync(file, text);
        const { stdout } = await node(process.execPath, [file], { cwd: folder });
        expect(stdout).not.toBe("");
      }
    }, 60_000);
  }
});
