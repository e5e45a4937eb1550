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
  const take = (id: unknown, path: FieldPath) => {
    if (typeof id === "string" && schema.safeParse(id).success) found.push({ path, id });
  };
  const walk = (at: unknown, path: FieldPath) => {
    if (path.length > DEEPEST) return;
    if (Array.isArray(at)) {
      at.forEach((item: unknown, i) => {
        walk(item, [...path, i]);
      });
    } else if (isObject(at)) {
      for (const [key, inner] of Object.entries(at)) {
        if (!keys.includes(key)) walk(inner, [...path, key]);
        else if (Array.isArray(inner))
          inner.forEach((id: unknown, i) => {
            take(id, [...path, key, i]);
          });
        else take(inner, [...path, key]);
      }
    }
  };
  walk(value, []);
  return found;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
