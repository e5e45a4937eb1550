/** One YAML file: its value, what is wrong with its writing, and where each of its keys stands. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import type { FieldPath } from "../model/explain.js";

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A fault of writing, before any schema looks at the value. */
export interface YamlFault extends Place {
  readonly message: string;
  readonly hint: string;
}

export interface YamlFile {
  /** `undefined` when the writing cannot be made sense of; see `faults`. */
  readonly value: unknown;
  readonly faults: readonly YamlFault[];
  /** Where the value at a path stands, or its key; for what is not there, the nearest thing around it. */
  readonly locate: (path: FieldPath, at: "key" | "value") => Place;
}

/** What to do about the commonest slips, by the parser's code. */
const MENDS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "remove one of the two",
  TAB_AS_INDENT: "indent with spaces",
  BAD_INDENT: "line it up with what it belongs to, and close every [ and {",
  MISSING_CHAR: "add what is missing",
  MULTIPLE_DOCS: "one file holds one record: remove the ---",
  NON_STRING_KEY: "a key is a plain word",
  BLOCK_AS_IMPLICIT_KEY: 'a text with a colon in it is written in "quotes"',
  MULTILINE_IMPLICIT_KEY: 'a text with a colon in it is written in "quotes"',
  TAG_RESOLVE_FAILED: "remove the tag",
};

/** The writing itself may be at odds with the schema, yet its value is still worth checking. */
const HARMLESS: ReadonlySet<string> = new Set(["DUPLICATE_KEY", "TAG_RESOLVE_FAILED"]);

/**
 * Parses a text. It never throws: what cannot be read is a fault.
 *
 * @remarks Aliases are followed at most 100 times the size of what they stand for, which stops a small file
 * from unfolding into a huge one.
 */
export function parseYaml(text: string): YamlFile {
  const { document, placeOf } = parsed(text);
  const locate = locator(text);
  const found = [...document.errors, ...document.warnings];
  // One slip often confuses the parser twice in one place: the first says it best.
  const faults: YamlFault[] = [];
  for (const { code, message, pos } of found) {
    const place = placeOf(pos[0]);
    if (faults.some((fault) => fault.line === place.line && fault.column === place.column)) continue;
    const key = /^[^\s:]+/.exec(text.slice(pos[0]))?.[0] ?? "";
    faults.push({
      ...place,
      message: faultText(code, message, key),
      hint: MENDS[code] ?? "see https://yaml.org",
    });
  }
  if (found.some(({ code }) => !HARMLESS.has(code))) return { value: undefined, faults, locate };

  try {
    const value: unknown = document.toJS();
    if (value !== null) return { value, faults, locate };
    return {
      value: undefined,
      faults: [{ line: 1, column: 1, message: "the file is empty", hint: "write the record, or remove it" }],
      locate,
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const hint = "write the value out instead of pointing to it with *";
    return {
      value: undefined,
      faults: [...faults, { ...placeOf(aliasIn(document)), message, hint }],
      locate,
    };
  }
}

/** A text as the parser has it, and the line and column of each of its characters. */
function parsed(text: string): { document: Document.Parsed; placeOf: (offset: number) => Place } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  return { document, placeOf };
}

/**
 * Where values stand in a text. Few files have a fault, so the tree of a file is not kept: it is made again when
 * a place is first asked for.
 */
function locator(text: string): YamlFile["locate"] {
  let again: ReturnType<typeof parsed> | null = null;
  return (path, at) => {
    again ??= parsed(text);
    const { document, placeOf } = again;
    const resolve = (node: unknown) => (isAlias(node) ? node.resolve(document) : node);
    return placeOf(offsetOf(document.contents, path, at, resolve));
  };
}

function faultText(code: string, message: string, key: string): string {
  if (code === "DUPLICATE_KEY") return `the key "${key}" stands twice in one place`;
  return `not YAML: ${message.split("\n")[0]?.split(";")[0] ?? code}`;
}

/** Where the alias stands that most likely cannot be followed: one to nowhere, else the last. */
function aliasIn(document: Document.Parsed): number {
  let last = 0;
  visit(document, {
    Alias(_key, node) {
      last = node.range?.[0] ?? last;
      return node.resolve(document) === undefined ? visit.BREAK : undefined;
    },
  });
  return last;
}

type Resolve = (node: unknown) => unknown;

/** The character at which a path's value or key starts. */
function offsetOf(root: unknown, path: FieldPath, at: "key" | "value", resolve: Resolve): number {
  let node = resolve(root);
  let offset = startOf(node) ?? 0;
  for (const [i, step] of path.entries()) {
    const last = i === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return offset;
      const key = startOf(pair.key) ?? offset;
      offset = last && at === "key" ? key : (startOf(pair.value) ?? key);
      node = resolve(pair.value);
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (item === undefined) return offset;
      offset = startOf(item) ?? offset;
      node = resolve(item);
    } else {
      return offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}
