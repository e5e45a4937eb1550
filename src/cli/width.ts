/** How many columns of a terminal a text takes: Chinese signs and most emoji take two. */

/** East Asian wide and fullwidth characters, as ranges of code points. */
const WIDE: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;
const TAKES_NONE = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u;
const PLAIN = /^[\x20-\x7e]*$/;

const signs = new Intl.Segmenter("en", { granularity: "grapheme" });

/** @see Unicode Standard Annex 11, East Asian Width. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of signs.segment(text)) {
    if (TAKES_NONE.test(segment)) continue;
    width += isWide(segment) ? 2 : 1;
  }
  return width;
}

function isWide(sign: string): boolean {
  const point = sign.codePointAt(0) ?? 0;
  return EMOJI.test(sign) || WIDE.some(([first, last]) => point >= first && point <= last);
}

/** A text filled with blanks to a width, on its left when it is set to the right. */
export function padTo(text: string, width: number, align: "left" | "right"): string {
  const blanks = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "right" ? blanks + text : text + blanks;
}

const UNSAFE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** A text that cannot move the cursor or turn what follows around: names come from anybody's files. */
export function safeText(text: string): string {
  return text.replace(UNSAFE, "\ufffd");
}
