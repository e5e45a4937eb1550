/** The stage's colours, read from the page's tokens, so that both follow one theme. */
import type { Palette } from "./scene.js";

/** Colours a line can have: the classes of deals, and each kind by its letter. */
const LINE_COLOURS = ["fin", "ops", "cont", "pwr"] as const;
const KIND_LETTERS = ["E", "S", "L", "W", "C", "O", "R", "P", "G"] as const;

/** Reads the tokens in force at an element. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: token("paper"),
    surface: token("surface"),
    ink: token("ink"),
    ink2: token("ink-2"),
    muted: token("muted"),
    focus: token("focus"),
    colours: Object.fromEntries([
      ...LINE_COLOURS.map((name) => [name, token(name)]),
      ...KIND_LETTERS.map((letter) => [letter, token(`k-${letter}`)]),
      ...(["ink", "muted"] as const).map((name) => [name, token(name)]),
    ]),
    sans: token("sans"),
    serif: token("serif"),
  };
}
