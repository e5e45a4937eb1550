/** Words of the command line as a command's options and arguments. */
import { parseArgs } from "node:util";
import { closest } from "../model/explain.js";
import type { AnyValue, Command, Option, Options } from "./command.js";
import { usageError } from "./usage.js";

/** Options every command has. */
export const HELP_OPTIONS = {
  help: { type: "boolean", help: "this text", example: "--help" },
} as const satisfies Options;

export interface Parsed {
  readonly values: Readonly<Record<string, AnyValue>>;
  readonly args: readonly string[];
  readonly wantsHelp: boolean;
}

/** @throws CapitalLoopError `usage` for what the command does not know or lacks, in one line. */
export function parseCommand(
  name: string,
  { options, arguments: [least, most], takes }: Command,
  words: readonly string[],
): Parsed {
  const known: Options = { ...options, ...HELP_OPTIONS };
  const { values, positionals } = strictly(name, known, words);
  const wantsHelp = values.help === true;
  const extra = positionals[most];
  if (extra !== undefined && !wantsHelp)
    throw usageError(
      `${name} takes ${most === 0 ? "no argument" : takes} and not "${extra}"; ${seeHelp(name)}`,
    );
  if ((positionals.length < least || positionals.some(isBlank)) && !wantsHelp)
    throw usageError(`${name}: ${takes} is missing; ${seeHelp(name)}`);
  const empty = Object.keys(known).find((flag) => [values[flag]].flat().some(isBlank));
  if (empty !== undefined && !wantsHelp) throw usageError(lacksValue(`--${empty}`, known[empty]));
  const given = Object.entries(known).map(([flag, { type, multiple }]): [string, AnyValue] => {
    const value = values[flag];
    if (type === "boolean") return [flag, value === true];
    return [flag, multiple === true ? (value ?? []) : value];
  });
  return { values: Object.fromEntries(given), args: positionals, wantsHelp };
}

function strictly(
  name: string,
  options: Options,
  words: readonly string[],
): { values: Record<string, AnyValue>; positionals: string[] } {
  const config = Object.fromEntries(
    Object.entries(options).map(([flag, { type, multiple }]) => [
      flag,
      { type, multiple: multiple === true },
    ]),
  );
  try {
    const parsed = parseArgs({ args: [...words], options: config, allowPositionals: true, strict: true });
    // Strict parsing gives each option the type it was declared with.
    return parsed as { values: Record<string, AnyValue>; positionals: string[] };
  } catch (error) {
    throw usageError(inOneLine(name, options, error));
  }
}

/** The parser's own words name the flag; ours say what would be right. */
function inOneLine(name: string, options: Options, error: unknown): string {
  const { message, code } = error as Error & { code?: string };
  const flag = /'(-[^' ]*)/.exec(message)?.[1] ?? "";
  const bare = flag.replace(/^-+/, "");
  const option = options[bare];
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    const near = closest(bare, Object.keys(options));
    return `${name} has no option ${flag}; ${near === null ? seeHelp(name) : `did you mean --${near}?`}`;
  }
  if (option?.type === "boolean") return `${flag} takes no value; write it alone: ${flag}`;
  const joined = /starting with a dash/.test(message)
    ? ` (a value that starts with - is joined: ${flag}=-5)`
    : "";
  return lacksValue(flag, option, joined);
}

function lacksValue(flag: string, option: Option | undefined, why = ""): string {
  return `${flag} lacks its value${why}; for example ${option?.example ?? flag}`;
}

/** Nothing but blanks, as an unset variable of a shell leaves them. */
function isBlank(word: AnyValue): boolean {
  return typeof word === "string" && word.trim() === "";
}

function seeHelp(name: string): string {
  return `see: capital-loop ${name} --help`;
}
