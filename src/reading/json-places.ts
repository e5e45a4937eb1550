/** Where things stand in a JSON text: a value, or the first sign that cannot stand where it does. */
import type { FieldPath } from "../model/explain.js";
import type { Place } from "./xml-text.js";

/** A text in quotes, a number, a word, or one of the signs between them. */
const TOKEN =
  /\s*(?:("[^"\\\n]*(?:\\.[^"\\\n]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([[{])|([\]}])|([,:]))/y;

interface Token {
  readonly type: "text" | "plain" | "open" | "close" | "sign";
  readonly text: string;
  readonly at: number;
}

function* tokensOf(text: string): Generator<Token> {
  TOKEN.lastIndex = 0;
  for (let at = 0; ; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) return;
    const [whole, quoted, plain, open, close] = found;
    const token = whole.trimStart();
    const type = quoted ? "text" : plain ? "plain" : open ? "open" : close ? "close" : "sign";
    yield { type, text: token, at: at + whole.length - token.length };
    TOKEN.lastIndex = at + whole.length;
  }
}

/** Something that is open, and the key or number of what is read in it. */
interface Level {
  readonly isList: boolean;
  key: string | number;
}

/**
 * Where the value at a path stands in a text that is JSON; for what is not there, the nearest thing around it.
 *
 * @remarks Time O(characters), space O(depth).
 */
export function valuePlace(text: string, path: FieldPath): Place {
  const levels: Level[] = [];
  /** How many steps of the path lead to the best place so far. */
  let best = -1;
  let bestAt = 0;
  let isKey = false;
  for (const { type, text: token, at } of tokensOf(text)) {
    const level = levels.at(-1);
    if (type === "close") levels.pop();
    else if (type === "sign") {
      if (token === "," && level?.isList === true) level.key = Number(level.key) + 1;
      isKey = token === "," && level?.isList === false;
    } else if (type === "text" && isKey && level !== undefined) {
      level.key = JSON.parse(token) as string;
      isKey = false;
    } else {
      const isOnPath =
        levels.length > best &&
        levels.every(({ key }, i) => i < path.length && String(key) === String(path[i]));
      if (isOnPath) [best, bestAt] = [levels.length, at];
      if (best === path.length) break;
      if (type === "open") {
        levels.push({ isList: token === "[", key: token === "[" ? 0 : "" });
        isKey = token === "{";
      }
    }
  }
  return placeAt(text, bestAt);
}

type Wanted = "value" | "firstValue" | "key" | "firstKey" | "colon" | "after";

/** Where a text stops being JSON: the sign that cannot stand there, or the end where more has to come. */
export function faultPlace(text: string): Place {
  const open: string[] = [];
  let wanted: Wanted = "value";
  let end = 0;
  for (const { type, text: token, at } of tokensOf(text)) {
    const isValue = type === "text" || type === "plain" || type === "open";
    const fits = {
      value: isValue,
      firstValue: isValue || token === "]",
      key: type === "text",
      firstKey: type === "text" || token === "}",
      colon: token === ":",
      after: open.length > 0 && (token === "," || token === open.at(-1)),
    }[wanted];
    if (!fits) return placeAt(text, at);
    if (type === "open") {
      open.push(token === "[" ? "]" : "}");
      wanted = token === "[" ? "firstValue" : "firstKey";
    } else if (type === "close") {
      open.pop();
      wanted = "after";
    } else if (token === ",") wanted = open.at(-1) === "]" ? "value" : "key";
    else if (token === ":") wanted = "value";
    else wanted = nextAfter(wanted);
    end = at + token.length;
  }
  const blanks = /\s*/y;
  blanks.lastIndex = end;
  const at = end + (blanks.exec(text)?.[0].length ?? 0);
  // A text that ends too early ends with its last sign, not with the blanks after it.
  return placeAt(text, at === text.length ? end : at);
}

/** What comes after a key or a value. */
function nextAfter(read: Wanted): Wanted {
  return read === "key" || read === "firstKey" ? "colon" : "after";
}

function placeAt(text: string, at: number): Place {
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
