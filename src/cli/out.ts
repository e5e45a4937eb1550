/** The two streams of a terminal as commands see them. */
import { once } from "node:events";
import type { Writable } from "node:stream";
import type { Out } from "./command.js";
import { safeText } from "./width.js";

export interface OutParts {
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly signal: AbortSignal;
  readonly quiet: boolean;
  readonly color: boolean;
}

export function makeOut({ stdout, stderr, signal, quiet, color }: OutParts): Out {
  const isTerminal = stdout.isTTY === true;
  let hasProgress = false;
  const wipe = () => {
    if (hasProgress) stderr.write("\r\u001b[K");
    hasProgress = false;
  };
  return {
    signal,
    isTerminal,
    hasColor: isTerminal && color,
    async write(text) {
      // A reader slower than we are is waited for, so that memory stays flat.
      if (!stdout.write(text)) await once(stdout, "drain");
    },
    note(text) {
      if (quiet) return;
      wipe();
      stderr.write(`${text.split("\n").map(safeText).join("\n")}\n`);
    },
    progress(text, isAsked) {
      if (quiet) return;
      wipe();
      if (text === "") return;
      if (stderr.isTTY === true) {
        stderr.write(safeText(text));
        hasProgress = true;
      } else if (isAsked) stderr.write(`${safeText(text)}\n`);
    },
  };
}
