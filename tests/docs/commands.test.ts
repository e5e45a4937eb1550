/** No page and no help names a command or an option that is not there; the guides are run whole beside this. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { allCommands } from "../../src/cli/commands/index.js";
import { parseCommand } from "../../src/cli/parse.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const commands = await allCommands();

/** The words of a line as a shell has them: quotes taken off, and nothing after a comment or a pipe. */
function wordsOf(line: string): string[] {
  const words = line.match(/"[^"]*"|[^\s"]+/g) ?? [];
  const end = words.findIndex((word) => word === "#" || word === "|");
  return words.slice(0, end === -1 ? undefined : end).map((word) => word.replaceAll('"', ""));
}

/** Throws what the command line would say of a line's words, without running it. */
function parse(line: string): void {
  const [, name = "", ...rest] = wordsOf(line.replace(/^npx /, ""));
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new Error(`there is no command "${name}"`);
  parseCommand(name, command, rest);
}

/** Lines of code blocks, and words in code marks, that call the program by its name. */
function callsIn(page: string): string[] {
  const text = readFileSync(join(ROOT, page), "utf8");
  const blocks = [...text.matchAll(/^ *```\w*[^\n]*\n([\s\S]*?)^ *```$/gm)].flatMap(([, body = ""]) =>
    body.split("\n").map((line) => line.trim()),
  );
  const marks = [...text.replace(/^ *```[\s\S]*?^ *```$/gm, "").matchAll(/`([^`]+)`/g)].map(([, code = ""]) =>
    code.replaceAll("\n", " "),
  );
  return [...blocks, ...marks].filter((call) => /^(?:npx )?capital-loop [a-z]/.test(call));
}

const inDocs = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .map((name) => join("docs", name));
const pages = ["README.md", "graph-data/README.md", ...inDocs].filter((page) => callsIn(page).length > 0);

test("the pages that call it are found", () => {
  expect(pages).toContain("README.md");
  expect(callsIn("README.md").length).toBeGreaterThan(30);
});

test.each(pages)("%s: every call is one", (page) => {
  for (const call of callsIn(page)) expect(() => parse(call), call).not.toThrow();
});

describe("the help", () => {
  test.each(Object.entries(commands))("%s: its example, and that of each option", (name, command) => {
    expect(() => parse(command.example)).not.toThrow();
    const least = command.arguments[0];
    const given = Array.from({ length: least }, () => "x");
    for (const { example } of Object.values(command.options))
      expect(() => parse(["capital-loop", name, ...given, example].join(" ")), example).not.toThrow();
  });

  test("what is wrong would be seen", () => {
    expect(() => parse("npx capital-loop lops")).toThrow('no command "lops"');
    expect(() => parse("capital-loop loops --trough nvidia # a comment")).toThrow("did you mean --through?");
  });
});
