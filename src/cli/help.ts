/** Help: every command and every option, with one example each. */
import type { Command, Options } from "./command.js";
import { HELP_OPTIONS } from "./parse.js";

/** The page of `capital-loop --help`. */
export function helpOnAll(commands: Readonly<Record<string, Command>>): string {
  const terms = Object.entries(commands).map(([name, { takes }]) => [name, takes].join(" ").trim());
  const width = Math.max(...terms.map((term) => term.length));
  const rows = Object.values(commands).flatMap(({ summary, example }, i) => [
    `  ${(terms[i] ?? "").padEnd(width)}  ${summary}`,
    `  ${" ".repeat(width)}  ${example}`,
  ]);
  return [
    "capital-loop: the deals of the AI boom as a graph, and every loop that capital can travel in it",
    "",
    "Usage: capital-loop <command> [options]",
    "",
    ...rows,
    "",
    "  capital-loop <command> --help   every option of a command",
    "  capital-loop --version          the version of this program",
    "",
    "Exit codes: 0 done, 1 wrong input or something that does not exist, 2 wrong usage, 130 interrupted",
    "",
  ].join("\n");
}

/** The page of `capital-loop <command> --help`. */
export function helpOn(name: string, { summary, takes, example, options }: Command): string {
  const all: Options = { ...options, ...HELP_OPTIONS };
  const rows = Object.entries(all).map(([flag, { value, help, example: shown, multiple }]) => [
    `  --${flag}${value === undefined ? "" : ` ${value}`}`,
    multiple === true ? `${help} (repeatable)` : help,
    shown,
  ]);
  return [
    `capital-loop ${name}: ${summary}`,
    "",
    `Usage: capital-loop ${[name, takes].join(" ").trim()} [options]`,
    `Example: ${example}`,
    "",
    ...columns(rows),
    "",
  ].join("\n");
}

/** Rows whose parts start under one another; help is plain ASCII. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1].map((i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map(([name = "", text = "", example = ""]) =>
    `${name.padEnd(widths[0] ?? 0)}  ${text.padEnd(widths[1] ?? 0)}  ${example}`.trimEnd(),
  );
}
