#!/usr/bin/env node
/**
 * The command line: picks a command, runs it, and sets the exit code. The only file of it that touches the
 * process.
 */
import { CapitalLoopError } from "../errors.js";
import { closest } from "../model/explain.js";
import type { Command } from "./command.js";
import { allCommands, COMMANDS } from "./commands/index.js";
import { helpOn, helpOnAll } from "./help.js";
import { makeOut } from "./out.js";
import { parseCommand } from "./parse.js";
import { usageError } from "./usage.js";
import { version } from "./version.js";
import { safeText } from "./width.js";

const INTERRUPTED = 130;

const interrupt = new AbortController();
let heedsInterrupt = false;

process.on("SIGINT", () => {
  // The second Ctrl-C always ends it, and the first one where nothing is to be saved.
  if (interrupt.signal.aborted || !heedsInterrupt) process.exit(INTERRUPTED);
  interrupt.abort();
});
// A reader that has seen enough, as `head` has, is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(`stdout cannot be written (${error.code}); is the disk full?\n`);
  process.exit(1);
});

process.exitCode = await main(process.argv.slice(2)).catch(fail);

async function main(words: readonly string[]): Promise<number> {
  const [first = ""] = words;
  if (first === "--help" || first === "-h") return say(helpOnAll(await allCommands()));
  if (first === "--version" || first === "-v") return say(`${version()}\n`);
  // Without a command, the explorer.
  const [name, rest] = first === "" || first.startsWith("-") ? ["explore", words] : [first, words.slice(1)];
  const command = await commandNamed(name);
  const { values, args, wantsHelp } = parseCommand(name, command, rest);
  if (wantsHelp) return say(helpOn(name, command));
  heedsInterrupt = command.heedsInterrupt;
  const out = makeOut({
    stdout: process.stdout,
    stderr: process.stderr,
    signal: interrupt.signal,
    quiet: values.quiet === true,
    color: values["no-color"] !== true && (process.env.NO_COLOR ?? "") === "",
  });
  return command.run(values, args, out);
}

async function commandNamed(name: string): Promise<Command> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load !== undefined) return load();
  const near = closest(name, Object.keys(COMMANDS));
  const mend = near === null ? "see: capital-loop --help" : `did you mean "${near}"?`;
  throw usageError(`there is no command "${name}"; ${mend}`);
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

/** One line for each thing that is wrong, and never a stack. */
function fail(error: unknown): number {
  if (interrupt.signal.aborted) return INTERRUPTED;
  const message = error instanceof Error ? error.message : String(error);
  const isOurs = !(error instanceof CapitalLoopError);
  const lines = isOurs
    ? [`this should not happen: ${message.split("\n")[0]}; please report it`]
    : message.split("\n");
  process.stderr.write(`${lines.map(safeText).join("\n")}\n`);
  return error instanceof CapitalLoopError && error.code === "usage" ? 2 : 1;
}
