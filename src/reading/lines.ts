/** A text in pieces as lines. */
import { unreadable } from "./unreadable.js";

/** A line longer than this is no line of a graph. */
const MOST_CHARACTERS = 1_000_000;

/** Whole lines without their ends, as many at once as a piece holds; every system's way to end one is known. */
export async function* linesOf(
  pieces: AsyncIterable<string>,
  file: string,
): AsyncGenerator<readonly string[]> {
  let rest = "";
  for await (const piece of pieces) {
    const text = rest + piece;
    // Half of an end of two signs may be all that is there yet.
    const end = text.endsWith("\r") ? text.length - 1 : text.length;
    const lines = splitLines(text.slice(0, end));
    rest = (lines.pop() ?? "") + text.slice(end);
    if (rest.length > MOST_CHARACTERS) throw unreadable(file, "lineWithoutEnd");
    yield lines;
  }
  if (rest !== "") yield splitLines(rest.replace(/\r$/, ""));
}

function splitLines(text: string): string[] {
  return text.includes("\r") ? text.split(/\r\n?|\n/) : text.split("\n");
}
