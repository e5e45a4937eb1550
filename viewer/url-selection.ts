/** What is chosen, as the address has it: `/loop/nvidia~openai~oracle`. */
import { loopId } from "../src/loops/loop.js";
import { compareIds } from "../src/model/ids.js";

/** Where an entity can stand; see `src/layout`. */
export const PLACES = ["core", "in", "out", "apart"] as const;
export type Place = (typeof PLACES)[number];

/**
 * What a card is open for. The ids of loops and paths are the library's: ids joined by `>`, of a loop the
 * smallest first, of a path from its payer.
 */
export type Selection =
  | { readonly type: "loop" | "path" | "entity" | "deal"; readonly id: string }
  | { readonly type: "place"; readonly id: Place };

/** Reads the part of an address before its keys; null where nothing is chosen. */
export function parseSelection(path: string): Selection | null {
  const [, type = "", ...rest] = decoded(path).split("/");
  const id = rest.join("/");
  if (id === "") return null;
  if (type === "place") {
    const place = PLACES.find((name) => name === id);
    return place === undefined ? null : { type, id: place };
  }
  if (type === "entity" || type === "deal") return { type, id };
  if (type !== "loop" && type !== "path") return null;
  const route = type === "loop" ? loopOf(id) : pathOf(id);
  return route === null ? null : { type, id: route };
}

/** A loop's id, wherever its writing starts; null when it is none. */
export function loopOf(text: string): string | null {
  const ids = idsOf(text);
  return ids.length < 2 ? null : loopId(ids, compareIds);
}

/** A path's id; null when it is none, or comes by an entity twice. */
function pathOf(text: string): string | null {
  const ids = idsOf(text);
  return ids.length < 2 || new Set(ids).size < ids.length ? null : ids.join(">");
}

function idsOf(text: string): readonly string[] {
  return text.split(/[~>]/).filter((part) => part !== "");
}

/** Writes it. */
export function formatSelection({ type, id }: Selection): string {
  const written = type === "loop" || type === "path" ? id.replaceAll(">", "~") : id;
  // A question mark would end the path.
  return `/${type}/${encodeURI(written).replaceAll("?", "%3F")}`;
}

/** Percent signs read as meant; a broken one is left as it stands. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
