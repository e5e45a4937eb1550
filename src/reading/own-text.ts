/** A text on its own: one cut out of a piece of a file keeps the whole piece in memory. */

/** Engines copy what is shorter anyway. */
const LONGEST_COPIED_ANYWAY = 12;

/** The same text, which keeps nothing else alive. Joined to something and cut off again, it is written anew. */
export function ownText(part: string): string {
  return part.length <= LONGEST_COPIED_ANYWAY ? part : ` ${part}`.slice(1);
}
