/** Runs a search for a command: patiently, with progress, and with a word on how it ended. */

import type { Loop } from "../loops/loop.js";
import type { Path } from "../loops/paths.js";
import type { SearchHead, SearchTail } from "../node/search-messages.js";
import { searchInThread, type ThreadSearch, type ThreadSearchOptions } from "../node/search-thread.js";
import type { ExitCode, Out } from "./command.js";
import type { OutputFormat } from "./options.js";
import { counted } from "./words.js";

/** People are told how to end a search that takes longer than this. */
const PATIENCE_MS = 3000;

/**
 * Waits for what was found; after a while says how to stop waiting.
 *
 * @param tellsProgress tell how far it is even where stderr is no terminal.
 */
export async function runSearch<T extends Loop | Path>(
  out: Out,
  tellsProgress: boolean,
  options: Omit<ThreadSearchOptions, "signal" | "onWarning" | "onProgress">,
): Promise<ThreadSearch<T>> {
  const timer = setTimeout(
    () => out.note("still searching; Ctrl-C ends it and prints what was found by then"),
    PATIENCE_MS,
  );
  const startedAt = performance.now();
  const onProgress = (done: number, parts: number) => {
    const share = ((100 * done) / parts).toFixed(1);
    const rate = Math.round((1000 * done) / Math.max(1, performance.now() - startedAt));
    out.progress(`${share} % of ${counted(parts, "root")}, ${counted(rate, "root")} a second`, tellsProgress);
  };
  try {
    return await searchInThread<T>({ ...options, signal: out.signal, onWarning: out.note, onProgress });
  } finally {
    clearTimeout(timer);
    out.progress("", tellsProgress);
  }
}

/**
 * Says on stderr why a search ended early, and how to go on.
 *
 * @param format what stdout was written in: JSON has said how to go on itself.
 */
export function sayEnd(
  out: Out,
  { reason, cursor }: Pick<SearchTail, "reason" | "cursor">,
  format: OutputFormat,
): void {
  const isSaid = cursor === null || format === "json" || format === "ndjson";
  const going = isSaid ? "" : `; go on with --from ${cursor}`;
  if (reason === "budget") out.note(`stopped at the budget: there may be more; raise --budget${going}`);
  if (reason === "aborted") out.note(`interrupted: there may be more${going}`);
  if (reason === "limit") out.note(`stopped at the limit: there may be more${going}`);
}

/** Says on stderr that there are more loops than a number counts to the last one. */
export function sayRounded(out: Out, { count, isExact }: Pick<SearchHead, "count" | "isExact">): void {
  if (isExact) return;
  out.note(
    count === Number.POSITIVE_INFINITY
      ? "there are more loops than the largest number that can be written, 1.8e308"
      : "the count is not exact: above 2^53 its last digits are rounded",
  );
}

export function exitCodeOf(out: Out): ExitCode {
  return out.signal.aborted ? 130 : 0;
}
