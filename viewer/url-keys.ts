/** The kinds of keys that an address has: how each is read and written. */

const DOLLARS = /^\d(\.\d+)?e\d{1,2}$/;

/** From whom to whom. */
export interface Ends {
  readonly from: string;
  readonly to: string;
}

/** From whom to whom, as far as that is chosen. */
export interface OpenEnds {
  readonly from: string | null;
  readonly to: string | null;
}

/** How a key of the address is read and written; what cannot be read is as if it were left out. */
export interface Key<Value> {
  readonly key: string;
  read(text: string): Value | null;
  /** Null where the key is left out. */
  write(value: Value): string | null;
}

/** A key with one of a few words; the first of them is left out. */
export function oneOf<Word extends string>(key: string, words: readonly [Word, ...Word[]]): Key<Word> {
  return {
    key,
    read: (text) => words.find((word) => word === text) ?? null,
    write: (word) => (word === words[0] ? null : word),
  };
}

/** A key with any of some words, in their own order; none is left out. */
export function someOf<Word extends string>(key: string, words: readonly Word[]): Key<readonly Word[]> {
  return {
    key,
    read: (text) => words.filter((word) => text.split(",").includes(word)),
    write: (chosen) => (chosen.length === 0 ? null : chosen.join(",")),
  };
}

/** A key with an amount of US dollars, written `1e9`. */
export function dollars(key: string): Key<number | null> {
  return {
    key,
    read: (text) => (DOLLARS.test(text) ? Number(text) : null),
    write: (usd) => (usd === null ? null : usd.toExponential().replace("e+", "e")),
  };
}

/** A key without a value: there or not. */
export function flag(key: string): Key<boolean> {
  return { key, read: () => true, write: (isSet) => (isSet ? "" : null) };
}

/** A key with a small whole number, within bounds; the usual one is left out. */
export function wholeNumber(key: string, least: number, most: number, usual: number): Key<number> {
  return {
    key,
    read: (text) =>
      /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null,
    write: (number) => (number === usual ? null : String(number)),
  };
}

/** A key with two ids. */
export function ends(key: string): Key<Ends | null> {
  const open = openEnds(key);
  return {
    key,
    read: (text) => {
      const { from = null, to = null } = open.read(text) ?? {};
      return from === null || to === null ? null : { from, to };
    },
    write: (pair) => (pair === null ? null : open.write(pair)),
  };
}

/** A key with two ids of which one may be left out: `nvidia~`. */
export function openEnds(key: string): Key<OpenEnds> {
  const written = (id: string | null) => encodeURIComponent(id ?? "");
  return {
    key,
    read: (text) => {
      const [from = "", to = "", ...more] = text.split("~");
      return more.length > 0 ? null : { from: from || null, to: to || null };
    },
    write: ({ from, to }) => (from === null && to === null ? null : `${written(from)}~${written(to)}`),
  };
}
