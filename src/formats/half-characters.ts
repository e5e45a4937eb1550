/**
 * Halves of characters. A text in memory can hold one without its other half, as where a name was cut off in the
 * middle of an emoji; UTF-8, and so a file, cannot.
 */
const HALF = /\p{Surrogate}/gu;
/** Any half, with its other or without: looked for first, because it is looked for fast. */
const ANY_HALF = /[\ud800-\udfff]/;

/** A text with U+FFFD, the sign for what cannot be written, in the place of each half character. */
export function wholeCharacters(text: string): string {
  return ANY_HALF.test(text) ? text.replace(HALF, "\ufffd") : text;
}
