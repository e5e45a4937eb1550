/** Text in XML: every string becomes well-formed, whatever it holds. */
import { wholeCharacters } from "./half-characters.js";

/** What XML 1.0 has no way to write: most controls, and the two non-characters. */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
/** Signs with a meaning in XML, and what some parser takes for the end of a line or passes over. */
const MARKED = /[&<>"\t\n\r\u007f-\u009f\u2028]/g;

/** What needs no change at all, which is most: looked at first, because it is looked at fast. */
const PLAIN = /^[ !#-%'-;=?-~]*$/;

const NAMED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** A text as XML can hold it: half characters become U+FFFD, what no XML can say is left out. */
export function legal(text: string): string {
  return PLAIN.test(text) ? text : wholeCharacters(text).replace(ILLEGAL, "");
}

/** A text for an attribute in double quotes, or between tags. */
export function escaped(text: string): string {
  if (PLAIN.test(text)) return text;
  return legal(text).replace(MARKED, (sign) => NAMED[sign] ?? `&#${sign.charCodeAt(0)};`);
}

/** One attribute as it stands in a tag; nothing for null. */
export function attribute(name: string, value: string | number | null): string {
  if (value === null) return "";
  return ` ${name}="${typeof value === "number" ? value : escaped(value)}"`;
}

/** Attributes as they stand in a tag, in the order given; those that are null are left out. */
export function attributes(values: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(values)
    .map(([name, value]) => attribute(name, value))
    .join("");
}
