/** Words of other people's graphs that mean nothing here: passed over, counted, and said at the end. */
import type * as z from "zod";
import { isPartialDay, type PartialDay } from "../model/dates.js";
import { ownText } from "./own-text.js";

/** The words of one field, each by itself: what is found is the table's own text, not a piece of the file. */
export type Words<T extends string> = ReadonlyMap<string, T>;

export function wordsOf<T extends string>(words: readonly T[]): Words<T> {
  return new Map(words.map((word) => [word, word]));
}

/** Reads the words of one field. What is empty or missing is null. */
export interface Passed {
  oneOf<T extends string>(field: string, text: string | undefined, known: Words<T>): T | null;
  date(field: string, text: string | undefined): PartialDay | null;
  number(field: string, text: string | undefined): number | null;
  json<S extends z.ZodType>(field: string, text: string | undefined, schema: S): z.output<S> | null;
  add(field: string, text: string): void;
}

export class PassedOver implements Passed {
  readonly #fields = new Map<string, { readonly first: string; count: number }>();

  oneOf<T extends string>(field: string, text: string | undefined, known: Words<T>): T | null {
    if (text === undefined || text === "") return null;
    const word = known.get(text);
    if (word === undefined) this.add(field, text);
    return word ?? null;
  }

  /** A day, month or year; of a moment, its day. */
  date(field: string, text: string | undefined): PartialDay | null {
    if (text === undefined || text === "") return null;
    const date = /^\d{4}-\d\d-\d\dT/.test(text) ? text.slice(0, 10) : text;
    if (isPartialDay(date)) return ownText(date);
    this.add(field, text);
    return null;
  }

  number(field: string, text: string | undefined): number | null {
    if (text === undefined || text === "") return null;
    const value = Number(text);
    if (Number.isFinite(value)) return value;
    this.add(field, text);
    return null;
  }

  json<S extends z.ZodType>(field: string, text: string | undefined, schema: S): z.output<S> | null {
    if (text === undefined || text === "") return null;
    try {
      const result = schema.safeParse(JSON.parse(text));
      if (result.success) return result.data;
    } catch {
      // Not JSON: what cannot be read is said below.
    }
    this.add(field, text);
    return null;
  }

  add(field: string, text: string): void {
    const seen = this.#fields.get(field);
    if (seen === undefined) this.#fields.set(field, { first: text.slice(0, 40), count: 1 });
    else seen.count++;
  }

  /** One line for each field, with the first of its words. */
  *warnings(): Generator<string> {
    for (const [field, { first, count }] of this.#fields) {
      const values = count === 1 ? "1 value means" : `${count} values mean`;
      yield `${field}: ${values} nothing here, such as ${JSON.stringify(first)}; passed over`;
    }
  }
}
