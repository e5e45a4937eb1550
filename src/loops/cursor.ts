/**
 * Where a search left off, as a short text. Searches go through their parts, which are roots or first legs of
 * roots, in a fixed order; a cursor names the part and how much of it was done.
 */
import { CapitalLoopError } from "../errors.js";

/** The place to go on from. */
export interface Cursor {
  /** Every part before this one is done, but for those of `undone`. */
  readonly part: number;
  /** The legs of the last loop given of that part; null to start it anew. */
  readonly after: readonly number[] | null;
  /** How many choices of that loop's parallel flows were given, where they count apart; else 0. */
  readonly choices: number;
  /** In a count: parts that were begun, and how many loops of each length were counted of them. */
  readonly undone: readonly UndonePart[];
}

export interface UndonePart {
  readonly part: number;
  readonly byLength: readonly (readonly [length: number, loops: number])[];
}

/** The beginning. */
export const START: Cursor = { part: 0, after: null, choices: 0, undone: [] };

/**
 * Writes a cursor, `mark~part`, with what was done of the part: `~legs` of a loop, or `~part:length:loops`.
 *
 * @param mark tells one search from another; see `searchMark`.
 */
export function writeCursor({ part, after, choices, undone }: Cursor, mark: string): string {
  const words = [mark, part.toString(36)];
  if (after !== null) words.push(after.map((leg) => leg.toString(36)).join("."));
  if (choices > 0) words.push(`+${choices.toString(36)}`);
  for (const { part: begun, byLength } of undone) {
    const loops = byLength.flat().map((number) => number.toString(36));
    words.push(`${begun.toString(36)}:${loops.join(":")}`);
  }
  return words.join("~");
}

/** @throws CapitalLoopError `invalid-query` for a text that is no cursor, or is one of another search. */
export function readCursor(text: string, mark: string): Cursor {
  const [of = "", first = "", ...rest] = text.split("~");
  const path = rest.find((word) => !/[+:]/.test(word));
  const choices = rest.find((word) => word.startsWith("+"));
  const cursor: Cursor = {
    part: whole(first),
    after: path === undefined ? null : path.split(".").map(whole),
    choices: choices === undefined ? 0 : whole(choices.slice(1)),
    undone: rest.filter((word) => word.includes(":")).map(undoneIn),
  };
  const wrong = (fault: string) =>
    new CapitalLoopError(
      "invalid-query",
      `cursor: "${text}" ${fault}; give the one that the search ended with`,
    );
  // What is no cursor does not come back as it was.
  if (writeCursor(cursor, of) !== text) throw wrong("is none");
  if (of !== mark) throw wrong("belongs to another graph or question");
  return cursor;
}

function whole(digits: string): number {
  return Number.parseInt(digits, 36);
}

function undoneIn(word: string): UndonePart {
  const [part = 0, ...numbers] = word
    .split(":")
    .filter((digits) => digits !== "")
    .map(whole);
  const byLength: [number, number][] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) byLength.push([numbers[i] ?? 0, numbers[i + 1] ?? 0]);
  return { part, byLength };
}

/**
 * A few letters that differ where the graph or the question does: a cursor must not be used for another.
 *
 * @see Fowler, Noll and Vo's hash, 32 bits, variant 1a.
 */
export function searchMark(
  legs: { readonly source: Int32Array; readonly target: Int32Array },
  question: string,
): string {
  let hash = 0x811c9dc5;
  const mix = (value: number) => {
    hash = Math.imul(hash ^ value, 0x01000193) >>> 0;
  };
  for (let leg = 0; leg < legs.target.length; leg++) {
    mix(legs.source[leg] as number);
    mix(legs.target[leg] as number);
  }
  for (let i = 0; i < question.length; i++) mix(question.charCodeAt(i));
  return hash.toString(36);
}
