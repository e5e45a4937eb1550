/** A schema's complaint in a contributor's words: what is wrong, and what would be right. */
import { distance } from "fastest-levenshtein";
import * as z from "zod";

/** The way to a value inside a record. */
export type FieldPath = readonly (string | number)[];

export interface Fault {
  readonly path: FieldPath;
  readonly message: string;
  readonly hint: string;
  /** Whether the fault is the key itself or its value. */
  readonly at: "key" | "value";
}

/** `parties[1].entity` for `["parties", 1, "entity"]`. */
export function pathText(path: FieldPath): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? step : `${text}.${step}`),
    "",
  );
}

/** The known word nearest to a misspelt one, or null when none is near enough: at most half of it may be wrong. */
export function closest(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.min(Math.max(2, Math.floor(word.length / 3)), Math.floor(word.length / 2)) + 1;
  for (const candidate of known) {
    const steps = distance(word, candidate);
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}

/** One zod issue as the faults a reader mends: an object with two unknown keys has two. */
export function explainIssue(issue: z.core.$ZodIssue, schema: z.ZodType): Fault[] {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const fault = (message: string, hint: string, at: Fault["at"] = "value"): Fault[] => [
    { path, message, hint, at },
  ];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => {
        const fields = fieldsAt(schema, path);
        const near = closest(key, fields);
        const hint = near === null ? `known here: ${fields.join(", ")}` : `did you mean "${near}"?`;
        return { path: [...path, key], message: `unknown field "${key}"`, hint, at: "key" };
      });
    case "invalid_value": {
      const values = issue.values.map(String);
      const near = closest(shown(issue.input), values);
      const hint = near === null ? `write one of ${values.join(", ")}` : `did you mean "${near}"?`;
      if (issue.input === undefined) return missing(path, `write one of ${values.join(", ")}`);
      return fault(`"${shown(issue.input)}" is not known here`, hint);
    }
    case "invalid_type":
      if (issue.input === undefined) return missing(path, `add it: ${article(issue.expected)}`);
      return fault(
        `${sort(issue.input)} stands where ${article(issue.expected)} belongs`,
        ownWords(issue, issue.expected),
      );
    case "invalid_union": {
      // What was meant is the way that fails furthest inside: an object with a slip, not "a text".
      const depth = (issues: readonly z.core.$ZodIssue[]) =>
        Math.max(...issues.map((row) => row.path.length));
      const meant = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
      return meant.flatMap((inner) =>
        explainIssue({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue, schema),
      );
    }
    case "custom":
      // A rule of ours may say itself what is wrong; its message is always the mend.
      if (typeof issue.params?.fault === "string") return fault(issue.params.fault, issue.message);
      return fault(`"${shown(issue.input)}" does not hold`, issue.message);
    default:
      return fault(
        issue.input === undefined ? "is missing" : `"${shown(issue.input)}" does not hold`,
        issue.message,
      );
  }
}

function missing(path: FieldPath, hint: string): Fault[] {
  return [{ path, message: "is missing", hint, at: "key" }];
}

/** The schema's own hint where it has one, else the type it wants. */
function ownWords(issue: z.core.$ZodIssue, expected: string): string {
  return issue.message.startsWith("Invalid input") ? `write ${article(expected)}` : issue.message;
}

function shown(input: unknown): string {
  if (Array.isArray(input)) return input.length === 0 ? "[]" : `a list of ${input.length}`;
  return typeof input === "object" && input !== null ? "this object" : String(input);
}

function sort(input: unknown): string {
  if (input === null) return "null";
  if (Array.isArray(input)) return "a list";
  return typeof input === "object" ? "an object" : `the ${typeof input} ${JSON.stringify(input)}`;
}

const ARTICLES: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "fields of its own",
  record: "fields of its own",
};

function article(expected: string): string {
  return ARTICLES[expected] ?? expected;
}

/** The field names a schema allows at a path. */
function fieldsAt(schema: z.ZodType, path: FieldPath): string[] {
  let at: z.core.$ZodType = schema;
  for (const step of path) {
    at = unwrap(at);
    if (at instanceof z.ZodObject) at = (at.shape as Record<string, z.core.$ZodType>)[String(step)] ?? at;
    else if (at instanceof z.ZodArray) at = at.element;
    else if (at instanceof z.ZodRecord) at = at.valueType;
  }
  at = unwrap(at);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  let at = schema;
  while (at instanceof z.ZodOptional || at instanceof z.ZodDefault) at = at.unwrap();
  if (at instanceof z.ZodUnion) return at.options.find((way) => way instanceof z.ZodObject) ?? at;
  return at;
}
