/** Ids that a raw record names somewhere inside itself, and the way to each. */
import type * as z from "zod";
import type { FieldPath } from "./explain.js";

export interface Named {
  readonly path: FieldPath;
  readonly id: string;
}

/** No record nests deeper; a list that holds itself ends here. */
const DEEPEST = 7;

/**
 * Well-formed ids under some keys, however deep, alone or in a list; what is no id at all is the schema's to
 * report.
 */
export function namedBy(value: unknown, keys: readonly string[], schema: z.ZodType): Named[] {
  const found: Named[] = [];
  const path: (string | number)[] = [];
  const take = (id: unknown, ...last: (string | number)[]) => {
    if (typeof id === "string" && schema.safeParse(id).success) found.push({ path: [...path, ...last], id });
  };
  const step = (key: string | number, inner: unknown) => {
    path.push(key);
    walk(inner);
    path.pop();
  };
  const walk = (at: unknown): void => {
    if (typeof at !== "object" || at === null || path.length > DEEPEST) return;
    for (const [key, inner] of Array.isArray(at) ? at.entries() : Object.entries(at)) {
      if (typeof key === "number" || !keys.includes(key)) step(key, inner);
      else if (Array.isArray(inner)) for (const [i, id] of inner.entries()) take(id, key, i);
      else take(inner, key);
    }
  };
  walk(value);
  return found;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
