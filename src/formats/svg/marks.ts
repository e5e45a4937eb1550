/** The entities of the picture: a glyph for what each is, and its name. */
import { tenth } from "../../layout/measures.js";
import type { Glyph, PlacedEntity } from "../../layout/placed.js";
import { hex, INK, INK_2, MUTED } from "../paint.js";
import { attributes, escaped } from "../xml.js";

/** How a name is set, by the place of its entity. */
const TYPE = {
  hub: { px: 14, weight: 700, halo: 4, ink: INK },
  bracket: { px: 11.5, weight: 500, halo: 3, ink: INK },
  margin: { px: 11, weight: 400, halo: 2.5, ink: INK_2 },
} as const;

/** From the middle of the letters to their baseline, as a share of the type's size. */
const BASELINE = 0.36;

/** An entity's glyph, in ink where it goes round. */
export function markElement({ x, y, radius, glyph, place }: PlacedEntity, goesRound: boolean): string {
  const ink = goesRound && (place === "hub" || place === "bracket") ? INK : MUTED;
  return `<path class="mark" fill="${hex(ink)}" d="${glyphPath(glyph, x, y, radius)}"/>\n`;
}

/** A name beside its mark, cut to its room; nothing where the layout has none for it. */
export function nameElement({ x, y, place, labelAt, labelLength }: PlacedEntity, name: string): string {
  if (labelAt === null) return "";
  const { px, weight, halo, ink } = TYPE[place === "hub" || place === "bracket" ? place : "margin"];
  const at = {
    x: tenth(x + labelAt.dx),
    y: tenth(y + labelAt.dy + BASELINE * px),
    "text-anchor": labelAt.align,
    "font-size": px,
    "font-weight": weight,
    "stroke-width": halo,
    fill: hex(ink),
  };
  const text = labelLength === null ? name : cut(name, labelLength);
  return `<text class="name"${attributes(at)}>${escaped(text)}</text>\n`;
}

/** The outline of a glyph; what is hollow has a second outline inside, wound the other way. */
export function glyphPath(glyph: Glyph, x: number, y: number, r: number): string {
  const box = (half: number) =>
    `M${tenth(x - half)},${tenth(y - half)}h${tenth(2 * half)}v${tenth(2 * half)}h${tenth(-2 * half)}Z`;
  const hole = (half: number) =>
    `M${tenth(x - half)},${tenth(y - half)}v${tenth(2 * half)}h${tenth(2 * half)}v${tenth(-2 * half)}Z`;
  const disc = (radius: number, sweep: 0 | 1) =>
    `M${tenth(x - radius)},${tenth(y)}a${tenth(radius)},${tenth(radius)} 0 1 ${sweep} ${tenth(2 * radius)},0a${tenth(radius)},${tenth(radius)} 0 1 ${sweep} ${tenth(-2 * radius)},0Z`;
  switch (glyph) {
    case "disc":
      return disc(r, 1);
    case "eye":
      return disc(r, 1) + disc(0.34 * r, 0);
    case "square":
      return box(0.9 * r);
    case "hollow":
      return box(0.85 * r + 0.8) + hole(Math.max(0.3, 0.85 * r - 0.8));
    case "diamond": {
      const d = tenth(1.25 * r);
      return `M${tenth(x)},${tenth(y - d)}l${d},${d}l${-d},${d}l${-d},${-d}Z`;
    }
    case "triangle":
      return `M${tenth(x)},${tenth(y - 1.15 * r)}L${tenth(x + 1.1 * r)},${tenth(y + 0.85 * r)}H${tenth(x - 1.1 * r)}Z`;
  }
}

/** East Asian signs are as wide as two others. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3fffd}]/u;

/** A text of so many characters at most; the last is then an ellipsis. */
export function cut(text: string, length: number): string {
  const signs = [...text];
  const widthOf = (some: readonly string[]) => some.reduce((sum, sign) => sum + (WIDE.test(sign) ? 2 : 1), 0);
  if (widthOf(signs) <= length) return text;
  while (signs.length > 1 && widthOf(signs) > length - 1) signs.pop();
  return `${signs.join("").trimEnd()}…`;
}
